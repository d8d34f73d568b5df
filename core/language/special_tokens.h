// Tokens that stand for something else than their letters: the end of a text, a tag. They are found before a
// text is cut into anything else.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace limner::language {

/// The end of a text, as GPT-2 writes it.
inline constexpr std::string_view kEndOfText = "<|endoftext|>";

struct SpecialToken {
    std::string text;
    int32_t id = 0;
    bool isFoundFirst = true;  ///< before those where it is false; Hugging Face: not "normalized"
};

class SpecialTokens {
public:
    SpecialTokens() = default;
    /// @pre texts are not empty and differ
    explicit SpecialTokens(std::vector<SpecialToken> tokens);

    const std::vector<SpecialToken>& all() const { return m_tokens; }
    std::optional<int32_t> idOf(std::string_view text) const;

    /// Goes through a text from left to right: `onPlain` takes what lies between special tokens, never empty.
    /// Of several that start at one place the longest counts.
    void split(std::string_view text, const std::function<void(std::string_view)>& onPlain,
               const std::function<void(int32_t)>& onSpecial) const;

private:
    /// The longest of those of this kind that starts at `at`, else null.
    const SpecialToken* tokenAt(std::string_view text, size_t at, bool isFoundFirst) const;
    void splitAt(std::string_view text, bool isFoundFirst,
                 const std::function<void(std::string_view)>& onPlain,
                 const std::function<void(int32_t)>& onSpecial) const;

    std::vector<SpecialToken> m_tokens;
    std::string m_firstBytes[2];  ///< of those that are found later and first
};

/// These spellings as special tokens with ids from `firstId` on.
/// @pre spellings are not empty and differ
SpecialTokens specialTokensFrom(int32_t firstId, const std::vector<std::string>& spellings);

}  // namespace limner::language
