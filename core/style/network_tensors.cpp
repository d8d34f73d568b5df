#include "network_tensors.h"

#include <algorithm>

namespace limner::style {
namespace {

bool isBroken(const torch::Tensor& tensor) {
    return tensor.is_floating_point() && !at::isfinite(tensor).all().item<bool>();
}

}  // namespace

Result<io::TensorFile> readNetworkTensors(const std::filesystem::path& file) {
    auto read = io::readTensorFile(file);
    if (!read) return read;
    const auto broken =
        std::ranges::find_if(read->tensors, [](const auto& entry) { return isBroken(entry.second); });
    if (broken == read->tensors.end()) return read;
    return Error{
        .code = ErrorCode::Damaged,
        .message = {LIMNER_TR("core", "The network “%1” is broken: %2 holds numbers that are not finite."),
                    {file.filename().string(), broken->first}},
        .hint = LIMNER_TR("core", "Choose another network, or get the file again.")};
}

}  // namespace limner::style
