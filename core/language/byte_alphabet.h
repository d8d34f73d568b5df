// GPT-2's alphabet of bytes: a visible character for each, so that tokens can be written into text files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace limner::language {

/// The bytes as characters: printable ones of Latin-1 stand for themselves, the other 68 for U+0100 onwards
/// in their order. Source: Radford et al. 2019, `bytes_to_unicode` of their code.
std::string inByteAlphabet(std::string_view bytes);

/// The way back; nothing where a character is not of the alphabet.
std::optional<std::string> fromByteAlphabet(std::string_view text);

/// All bytes in the order of their characters: the order in which GPT-2's vocabulary begins.
std::string bytesInAlphabetOrder();

}  // namespace limner::language
