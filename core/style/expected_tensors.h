// Whether a file of weights holds what a network needs.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/types/result.h"

namespace limner::style {

struct ExpectedTensor {
    std::string name;
    std::vector<int64_t> shape;
};

using ShapesByName = std::map<std::string, std::vector<int64_t>>;

/// Errors: Mismatch, naming what is missing, of another shape or unknown; the first few of each.
/// @param allowed  names that begin like this may be there too; empty: none
Result<void> checkShapes(const std::filesystem::path& file, const std::string& network,
                         const std::vector<ExpectedTensor>& expected, const ShapesByName& shapes,
                         std::string_view allowed = {});

/// Of every tensor in a safetensors file; reads its header alone. Errors: NotFound, Damaged, Unsupported.
Result<ShapesByName> readShapes(const std::filesystem::path& file);

}  // namespace limner::style
