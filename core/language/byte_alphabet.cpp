#include "byte_alphabet.h"

#include <algorithm>
#include <array>

#include "utf8.h"

namespace limner::language {
namespace {

constexpr bool isVisible(unsigned byte) {
    return (byte >= 0x21 && byte <= 0x7E) || (byte >= 0xA1 && byte <= 0xAC) || byte >= 0xAE;
}

constexpr std::array<char32_t, 256> makeAlphabet() {
    std::array<char32_t, 256> alphabet{};
    char32_t next = 0x100;
    for (unsigned byte = 0; byte < 256; ++byte) alphabet[byte] = isVisible(byte) ? byte : next++;
    return alphabet;
}

constexpr std::array<char32_t, 256> kAlphabet = makeAlphabet();

}  // namespace

std::string inByteAlphabet(std::string_view bytes) {
    std::string text;
    for (const char byte : bytes) appendCharacter(text, kAlphabet[static_cast<unsigned char>(byte)]);
    return text;
}

std::optional<std::string> fromByteAlphabet(std::string_view text) {
    std::string bytes;
    for (const char32_t code : codePointsOf(text)) {
        const auto found = std::find(kAlphabet.begin(), kAlphabet.end(), code);
        if (found == kAlphabet.end()) return std::nullopt;
        bytes += static_cast<char>(found - kAlphabet.begin());
    }
    return bytes;
}

std::string bytesInAlphabetOrder() {
    std::string bytes;
    for (unsigned byte = 0; byte < 256; ++byte) bytes += static_cast<char>(byte);
    std::stable_sort(bytes.begin(), bytes.end(), [](char one, char other) {
        return kAlphabet[static_cast<unsigned char>(one)] < kAlphabet[static_cast<unsigned char>(other)];
    });
    return bytes;
}

}  // namespace limner::language
