// Cuts a text as GPT-2 does before its bytes are joined to tokens: into words with the space before them,
// numbers, other signs, and spaces.
#pragma once

#include <string_view>

namespace limner::language {

/// The length of the first piece of a text, in bytes: what this regular expression matches.
/// 's|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+
/// Bytes that are not UTF-8 count as other signs.
/// @pre text is not empty
/// Source: Radford et al. 2019, encoder.py of their code.
size_t gpt2PieceLength(std::string_view text);

}  // namespace limner::language
