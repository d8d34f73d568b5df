#include "expected_tensors.h"

#include <algorithm>

#include "core/io/tensor_header.h"

namespace limner::style {
namespace {

std::string shapeText(const std::vector<int64_t>& shape) {
    std::string text;
    for (const int64_t side : shape) text += (text.empty() ? "" : "×") + std::to_string(side);
    return text.empty() ? "1" : text;
}

/// "a, b, c and 4 more"
std::string listed(const std::vector<std::string>& names) {
    constexpr size_t kMost = 4;
    std::string text;
    for (size_t i = 0; i < std::min(kMost, names.size()); ++i) text += (i > 0 ? ", " : "") + names[i];
    if (names.size() > kMost) text += " … (" + std::to_string(names.size()) + ")";
    return text.empty() ? "–" : text;
}

}  // namespace

Result<void> checkShapes(const std::filesystem::path& file, const std::string& network,
                         const std::vector<ExpectedTensor>& expected, const ShapesByName& shapes,
                         std::string_view allowed) {
    std::vector<std::string> missing, wrong, unknown;
    for (const auto& [name, shape] : expected) {
        const auto found = shapes.find(name);
        if (found == shapes.end()) {
            missing.push_back(name);
        } else if (found->second != shape) {
            wrong.push_back(name + " " + shapeText(found->second) + " ≠ " + shapeText(shape));
        }
    }
    for (const auto& [name, shape] : shapes) {
        const bool isAllowed = !allowed.empty() && name.starts_with(allowed);
        if (!isAllowed && std::ranges::find(expected, name, &ExpectedTensor::name) == expected.end())
            unknown.push_back(name);
    }
    if (missing.empty() && wrong.empty() && unknown.empty()) return {};
    return Error{
        .code = ErrorCode::Mismatch,
        .message = {LIMNER_TR("core",
                              "“%1” does not hold the weights of %2. Missing: %3. Of another shape: "
                              "%4. Unknown: %5."),
                    {file.filename().string(), network, listed(missing), listed(wrong), listed(unknown)}},
        .hint = LIMNER_TR("core", "Choose a file made for this network.")};
}

Result<ShapesByName> readShapes(const std::filesystem::path& file) {
    const auto header = io::readTensorHeader(file);
    if (!header) return header.error();
    ShapesByName shapes;
    for (const io::TensorEntry& entry : header->entries) shapes[entry.name] = entry.shape;
    return shapes;
}

}  // namespace limner::style
