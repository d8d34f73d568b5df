// How much memory is free, asked before a data set is loaded.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/types/result.h"

namespace limner::datasets {

/// Bytes that can be used without swapping; nothing where the system does not say.
std::optional<uint64_t> availableMemory();

/// "1.5 GB", "47 MB", "784 bytes"; powers of ten.
std::string formatBytes(double bytes);

/// Passes where `neededBytes` fit. Errors: OutOfMemory, with both numbers.
Result<void> checkMemory(double neededBytes, std::optional<uint64_t> available);

}  // namespace limner::datasets
