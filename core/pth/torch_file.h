// The tensors of a file that torch.save wrote: the zip kind (PyTorch 1.6 and later), or the older kind of
// pickles in a row. Source: torch/serialization.py of PyTorch 2.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "pickle.h"

namespace limner::pth {

struct NamedTensor {
    std::string name;  ///< the keys on the way to it, with dots between
    Tensor tensor;
};

/// Where the numbers of storages lie.
class StorageReader {
public:
    virtual ~StorageReader() = default;
    /// Errors: Damaged.
    virtual Result<std::vector<std::byte>> read(const Storage& storage, size_t bytes) = 0;
};

struct TorchFile {
    std::vector<NamedTensor> tensors;  ///< in the order of the file
    std::unique_ptr<StorageReader> storages;
};

/// Errors: NotFound, Damaged, Unsupported (no file of torch.save, or more in it than tensors).
Result<TorchFile> openTorchFile(const std::filesystem::path& file);

/// The tensors among values within values of dicts and lists; what is no tensor is passed over.
/// Errors: Damaged (nested without end).
Result<std::vector<NamedTensor>> tensorsIn(const Value& value);

}  // namespace limner::pth
