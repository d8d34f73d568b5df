// The text fields of PNG files: PNG Specification (third edition), section 11.3.3.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "core/types/host.h"

namespace limner {

/// Whether PNG allows it: 1 to 79 bytes of printable Latin-1, no space at either end, no two spaces in a row.
bool isKeyword(const std::string& keyword);

/// Puts one uncompressed iTXt chunk per field right after the header of a PNG.
/// @pre `png` is whole; every keyword passes isKeyword
std::vector<std::byte> withTextFields(std::span<const std::byte> png, const TextFields& fields);

/// The fields of all tEXt, zTXt and iTXt chunks in file order, as UTF-8. Stops at the first damaged chunk;
/// a compressed field of more than 16 MiB is left out. Empty for other files.
TextFields readTextFields(std::span<const std::byte> png);

}  // namespace limner
