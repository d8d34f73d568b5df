// The kind before PyTorch 1.6: a magic number, three pickles, the keys of the storages, then their numbers in
// a row.
#pragma once

#include "torch_file.h"

namespace limner::pth {

bool isOldTorchFile(const std::filesystem::path& file);
/// Errors: as openTorchFile.
Result<TorchFile> openOldTorchFile(const std::filesystem::path& file);

}  // namespace limner::pth
