// One token a character.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "tokenizer.h"

namespace limner::language {

class CharacterTokenizer : public Tokenizer {
public:
    /// @param texts  what each id stands for: one character each, different ones, U+FFFD among them, except
    /// the
    ///               special tokens
    CharacterTokenizer(std::vector<std::string> texts, SpecialTokens specials);

    std::string name() const override { return "characters"; }
    int64_t unknownIn(std::string_view utf8) const override;
    std::string toJson() const override;

protected:
    void encodePlain(std::string_view text, std::vector<int32_t>& ids) const override;

private:
    std::unordered_map<char32_t, int32_t> m_ids;
    int32_t m_replacement = 0;
};

}  // namespace limner::language
