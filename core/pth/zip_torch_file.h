// The zip kind: NAME/data.pkl, and the numbers of each storage in NAME/data/KEY.
#pragma once

#include "torch_file.h"

namespace limner::pth {

/// Errors: as openTorchFile.
Result<TorchFile> openZipTorchFile(const std::filesystem::path& file);

}  // namespace limner::pth
