#include "gpt2_pieces.h"

#include <array>

#include "utf8.h"

namespace limner::language {
namespace {

enum class Class { Letter, Number, Space, Other };

struct Classified {
    Class kind;
    size_t bytes;
};

Class classOf(char32_t code) {
    if (isLetter(code)) return Class::Letter;
    if (isNumber(code)) return Class::Number;
    return isSpace(code) ? Class::Space : Class::Other;
}

Classified classAt(std::string_view text, size_t at) {
    const Character character = characterAt(text, at);
    return {character.isValid ? classOf(character.code) : Class::Other, character.bytes};
}

constexpr std::array<std::string_view, 7> kContractions{"'s", "'t", "'re", "'ve", "'m", "'ll", "'d"};

size_t contractionLength(std::string_view text) {
    for (const std::string_view contraction : kContractions) {
        if (text.starts_with(contraction)) return contraction.size();
    }
    return 0;
}

/// Where the characters of this class that start at `at` end.
size_t endOfRun(std::string_view text, size_t at, Class kind) {
    while (at < text.size()) {
        const Classified next = classAt(text, at);
        if (next.kind != kind) break;
        at += next.bytes;
    }
    return at;
}

/// Spaces leave the last of them to the word that follows, unless it is the only one.
size_t spacesLength(std::string_view text) {
    size_t last = 0;
    size_t end = 0;
    while (end < text.size()) {
        const Classified next = classAt(text, end);
        if (next.kind != Class::Space) return last > 0 ? last : end;
        last = end;
        end += next.bytes;
    }
    return end;
}

}  // namespace

size_t gpt2PieceLength(std::string_view text) {
    if (const size_t length = contractionLength(text)) return length;
    const size_t begin = text.front() == ' ' && text.size() > 1 ? 1 : 0;
    const Classified first = classAt(text, begin);
    if (first.kind == Class::Space) return spacesLength(text);
    return endOfRun(text, begin + first.bytes, first.kind);
}

}  // namespace limner::language
