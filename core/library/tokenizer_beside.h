// The tokenizer that belongs to imported weights, which its makers put into files beside them.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "core/types/result.h"

namespace limner::library {

/// What a network that writes needs beside its weights, as the text of a tokenizer.json: from that file in
/// the folder of the weights, or from vocab.json and merges.txt there.
/// @param vocabulary  how many tokens the weights know
/// Errors: NotFound, Damaged, Unsupported, Mismatch (it has more tokens than the weights know).
Result<std::string> tokenizerBeside(const std::filesystem::path& weights, int64_t vocabulary);

}  // namespace limner::library
