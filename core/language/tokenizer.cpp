#include "tokenizer.h"

#include <utility>

namespace limner::language {

Tokenizer::Tokenizer(std::vector<std::string> bytes, SpecialTokens specials)
    : m_bytes(std::move(bytes)), m_specials(std::move(specials)) {}

std::vector<int32_t> Tokenizer::encode(std::string_view utf8) const {
    std::vector<int32_t> ids;
    m_specials.split(
        utf8, [this, &ids](std::string_view plain) { encodePlain(plain, ids); },
        [&ids](int32_t special) { ids.push_back(special); });
    return ids;
}

int64_t Tokenizer::unknownIn(std::string_view) const {
    return 0;
}

std::string Tokenizer::decode(std::span<const int32_t> ids) const {
    std::string text;
    for (const int32_t id : ids) text += bytesOf(id);
    return text;
}

}  // namespace limner::language
