#include "special_tokens.h"

#include <algorithm>
#include <utility>

namespace limner::language {

SpecialTokens::SpecialTokens(std::vector<SpecialToken> tokens) : m_tokens(std::move(tokens)) {
    for (const SpecialToken& token : m_tokens) {
        std::string& bytes = m_firstBytes[token.isFoundFirst ? 1 : 0];
        if (bytes.find(token.text.front()) == std::string::npos) bytes += token.text.front();
    }
}

std::optional<int32_t> SpecialTokens::idOf(std::string_view text) const {
    const auto found = std::find_if(m_tokens.begin(), m_tokens.end(),
                                    [text](const SpecialToken& token) { return token.text == text; });
    if (found == m_tokens.end()) return std::nullopt;
    return found->id;
}

const SpecialToken* SpecialTokens::tokenAt(std::string_view text, size_t at, bool isFoundFirst) const {
    const SpecialToken* longest = nullptr;
    for (const SpecialToken& token : m_tokens) {
        const bool isLonger = longest == nullptr || token.text.size() > longest->text.size();
        if (token.isFoundFirst == isFoundFirst && isLonger && text.substr(at).starts_with(token.text))
            longest = &token;
    }
    return longest;
}

void SpecialTokens::splitAt(std::string_view text, bool isFoundFirst,
                            const std::function<void(std::string_view)>& onPlain,
                            const std::function<void(int32_t)>& onSpecial) const {
    const std::string& firstBytes = m_firstBytes[isFoundFirst ? 1 : 0];
    size_t begin = 0;
    for (size_t at = 0; (at = text.find_first_of(firstBytes, at)) != std::string_view::npos;) {
        const SpecialToken* token = tokenAt(text, at, isFoundFirst);
        if (token == nullptr) {
            ++at;
            continue;
        }
        if (at > begin) onPlain(text.substr(begin, at - begin));
        onSpecial(token->id);
        at += token->text.size();
        begin = at;
    }
    if (begin < text.size()) onPlain(text.substr(begin));
}

void SpecialTokens::split(std::string_view text, const std::function<void(std::string_view)>& onPlain,
                          const std::function<void(int32_t)>& onSpecial) const {
    const auto thenOthers = [&](std::string_view rest) { splitAt(rest, false, onPlain, onSpecial); };
    splitAt(text, true, thenOthers, onSpecial);
}

SpecialTokens specialTokensFrom(int32_t firstId, const std::vector<std::string>& spellings) {
    std::vector<SpecialToken> tokens;
    for (const std::string& spelling : spellings) tokens.push_back({.text = spelling, .id = firstId++});
    return SpecialTokens(std::move(tokens));
}

}  // namespace limner::language
