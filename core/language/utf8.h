// UTF-8, character by character. Bytes that are not UTF-8 are stepped over as the Unicode standard
// recommends.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace limner::language {

inline constexpr char32_t kReplacement = 0xFFFD;

/// One character of a text.
struct Character {
    char32_t code = kReplacement;
    size_t bytes = 1;     ///< that it takes, 1 to 4; of a broken one those that began well, 1 to 3
    bool isValid = true;  ///< else `code` is U+FFFD
};

/// The character that starts at `at`. Broken ones end before the first byte that cannot follow ("maximal
/// subpart", the Unicode standard, section 3.9, table 3-8), as in Python and in browsers.
/// @pre at < text.size()
Character characterAt(std::string_view text, size_t at);

/// Appends a code point.
/// @pre code <= 0x10FFFF
void appendCharacter(std::string& text, char32_t code);
std::string utf8Of(char32_t code);

/// All code points of a text, U+FFFD for what is broken.
std::u32string codePointsOf(std::string_view text);

/// How many characters of a text are broken.
int64_t brokenCharactersIn(std::string_view text);

/// The text with U+FFFD for what is broken.
std::string repaired(std::string_view text);

/// The longest beginning of at most `maxBytes` that does not end inside a character.
std::string_view firstBytes(std::string_view text, size_t maxBytes);

/// Letters of categories Lu, Ll, Lt, Lm, Lo.
bool isLetter(char32_t code);
/// Digits and other numbers: categories Nd, Nl, No.
bool isNumber(char32_t code);
/// What `\s` matches in regular expressions over Unicode: White_Space.
bool isSpace(char32_t code);

/// Small letters for capitals, one to one except U+0130, which becomes two code points.
std::string lowerCased(std::string_view text);

}  // namespace limner::language
