#include "character_tokenizer.h"

#include <algorithm>
#include <utility>

#include "tokenizer_json.h"
#include "utf8.h"

namespace limner::language {
namespace {

std::u32string charactersOf(std::string_view utf8, const SpecialTokens& specials) {
    std::u32string characters;
    std::vector<bool> isThere(0x110000, false);
    const auto onPlain = [&](std::string_view plain) {
        for (size_t at = 0; at < plain.size();) {
            const Character character = characterAt(plain, at);
            isThere[character.code] = true;
            at += character.bytes;
        }
    };
    specials.split(utf8, onPlain, [](int32_t) {});
    for (char32_t code = 0; code < isThere.size(); ++code) {
        if (isThere[code] && code != kReplacement) characters += code;
    }
    return characters;
}

}  // namespace

CharacterTokenizer::CharacterTokenizer(std::vector<std::string> texts, SpecialTokens specials)
    : Tokenizer(std::move(texts), std::move(specials)) {
    for (int32_t id = 0; id < size(); ++id) {
        const std::string_view text = bytesOf(id);
        const Character character = characterAt(text, 0);
        if (character.bytes == text.size()) m_ids.emplace(character.code, id);
    }
    m_replacement = m_ids.at(kReplacement);
}

void CharacterTokenizer::encodePlain(std::string_view text, std::vector<int32_t>& ids) const {
    for (size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        const auto found = m_ids.find(character.code);
        ids.push_back(found == m_ids.end() ? m_replacement : found->second);
        at += character.bytes;
    }
}

int64_t CharacterTokenizer::unknownIn(std::string_view utf8) const {
    int64_t unknown = 0;
    const auto onPlain = [&](std::string_view plain) {
        for (size_t at = 0; at < plain.size();) {
            const Character character = characterAt(plain, at);
            if (!character.isValid || !m_ids.contains(character.code)) ++unknown;
            at += character.bytes;
        }
    };
    specialTokens().split(utf8, onPlain, [](int32_t) {});
    return unknown;
}

std::string CharacterTokenizer::toJson() const {
    return jsonText(tokenizerJson(
        specials(), splitIntoCharactersJson(), {{"type", "Fuse"}},
        {{"type", "WordLevel"}, {"vocab", vocabularyJson(allBytes())}, {"unk_token", utf8Of(kReplacement)}}));
}

TokenizerPointer makeCharacterTokenizer(std::string_view utf8, const std::vector<std::string>& specials) {
    std::vector<std::string> texts{utf8Of(kReplacement)};
    for (const char32_t code : charactersOf(utf8, specialTokensFrom(0, specials)))
        texts.push_back(utf8Of(code));
    SpecialTokens tokens = specialTokensFrom(static_cast<int32_t>(texts.size()), specials);
    texts.insert(texts.end(), specials.begin(), specials.end());
    return std::make_shared<CharacterTokenizer>(std::move(texts), std::move(tokens));
}

}  // namespace limner::language
