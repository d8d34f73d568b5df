#include "utf8.h"

#include <utf8proc.h>

#include <array>

namespace limner::language {
namespace {

struct Sequence {
    unsigned char firstLow, firstHigh;    ///< of the first byte
    unsigned char secondLow, secondHigh;  ///< of the second; all later ones are 80 to BF
    size_t bytes;
    unsigned char bits;  ///< of the first byte that count
};

// The Unicode standard, table 3-7: well-formed UTF-8 byte sequences.
constexpr std::array<Sequence, 8> kSequences{{
    {0xC2, 0xDF, 0x80, 0xBF, 2, 0x1F},
    {0xE0, 0xE0, 0xA0, 0xBF, 3, 0x0F},
    {0xE1, 0xEC, 0x80, 0xBF, 3, 0x0F},
    {0xED, 0xED, 0x80, 0x9F, 3, 0x0F},
    {0xEE, 0xEF, 0x80, 0xBF, 3, 0x0F},
    {0xF0, 0xF0, 0x90, 0xBF, 4, 0x07},
    {0xF1, 0xF3, 0x80, 0xBF, 4, 0x07},
    {0xF4, 0xF4, 0x80, 0x8F, 4, 0x07},
}};

const Sequence* sequenceOf(unsigned char first) {
    for (const Sequence& sequence : kSequences) {
        if (first >= sequence.firstLow && first <= sequence.firstHigh) return &sequence;
    }
    return nullptr;
}

utf8proc_category_t categoryOf(char32_t code) {
    return utf8proc_category(static_cast<utf8proc_int32_t>(code));
}

}  // namespace

Character characterAt(std::string_view text, size_t at) {
    const auto byteAt = [text](size_t place) { return static_cast<unsigned char>(text[place]); };
    const unsigned char first = byteAt(at);
    if (first < 0x80) return {.code = first};
    const Sequence* sequence = sequenceOf(first);
    if (sequence == nullptr) return {.isValid = false};
    char32_t code = first & sequence->bits;
    for (size_t i = 1; i < sequence->bytes; ++i) {
        const unsigned char low = i == 1 ? sequence->secondLow : 0x80;
        const unsigned char high = i == 1 ? sequence->secondHigh : 0xBF;
        if (at + i >= text.size() || byteAt(at + i) < low || byteAt(at + i) > high)
            return {.bytes = i, .isValid = false};
        code = code << 6 | (byteAt(at + i) & 0x3Fu);
    }
    return {.code = code, .bytes = sequence->bytes};
}

void appendCharacter(std::string& text, char32_t code) {
    const auto add = [&text](char32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
        return;
    }
    if (code < 0x800) {
        add(0xC0 | code >> 6);
    } else {
        if (code < 0x10000) {
            add(0xE0 | code >> 12);
        } else {
            add(0xF0 | code >> 18);
            add(0x80 | (code >> 12 & 0x3F));
        }
        add(0x80 | (code >> 6 & 0x3F));
    }
    add(0x80 | (code & 0x3F));
}

std::string utf8Of(char32_t code) {
    std::string text;
    appendCharacter(text, code);
    return text;
}

std::u32string codePointsOf(std::string_view text) {
    std::u32string codes;
    for (size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        codes += character.code;
        at += character.bytes;
    }
    return codes;
}

int64_t brokenCharactersIn(std::string_view text) {
    int64_t broken = 0;
    for (size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        if (!character.isValid) ++broken;
        at += character.bytes;
    }
    return broken;
}

std::string repaired(std::string_view text) {
    std::string whole;
    whole.reserve(text.size());
    for (size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        if (character.isValid)
            whole += text.substr(at, character.bytes);
        else
            appendCharacter(whole, kReplacement);
        at += character.bytes;
    }
    return whole;
}

std::string_view firstBytes(std::string_view text, size_t maxBytes) {
    if (text.size() <= maxBytes) return text;
    size_t end = maxBytes;
    while (end > 0 && maxBytes - end < 4 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

bool isLetter(char32_t code) {
    if (code < 0x80) return (code | 0x20) >= 'a' && (code | 0x20) <= 'z';
    const utf8proc_category_t category = categoryOf(code);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool isNumber(char32_t code) {
    if (code < 0x80) return code >= '0' && code <= '9';
    const utf8proc_category_t category = categoryOf(code);
    return category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO;
}

bool isSpace(char32_t code) {
    if (code <= 0x20) return code == 0x20 || (code >= 0x09 && code <= 0x0D);
    if (code < 0x85) return false;
    const utf8proc_category_t category = categoryOf(code);
    return code == 0x85 || (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP);
}

std::string lowerCased(std::string_view text) {
    constexpr char32_t kDottedI = 0x130;
    constexpr char32_t kDotAbove = 0x307;
    std::string lower;
    lower.reserve(text.size());
    for (const char32_t code : codePointsOf(text)) {
        if (code == kDottedI) {
            lower += 'i';
            appendCharacter(lower, kDotAbove);
        } else {
            appendCharacter(lower,
                            static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code))));
        }
    }
    return lower;
}

}  // namespace limner::language
