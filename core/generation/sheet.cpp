#include "core/internal/sheet.h"

#include <algorithm>
#include <cstring>

namespace limner::generation {

torch::Tensor toUnitRange(const torch::Tensor& pictures, const models::PictureShape& shape) {
    const torch::Tensor here = pictures.detach().to(torch::kCPU, torch::kFloat32);
    return (shape.isSigned ? (here + 1) / 2 : here).clamp(0, 1).contiguous();
}

Result<void> checkPictures(const torch::Tensor& pictures) {
    if (pictures.isfinite().all().item<bool>()) return {};
    return Error{
        .code = ErrorCode::NotFinite,
        .message = LIMNER_TR("core", "The model makes numbers that are not finite instead of a picture."),
        .hint = LIMNER_TR("core", "Choose an earlier checkpoint, or a point nearer to the middle.")};
}

SampleSheet sheetOf(const torch::Tensor& pictures, const models::PictureShape& shape, int columns,
                    int64_t step) {
    // uint8 [N, H, W, C]
    const torch::Tensor bytes =
        (toUnitRange(pictures, shape) * 255).round().to(torch::kUInt8).permute({0, 2, 3, 1}).contiguous();
    SampleSheet result;
    result.step = step;
    result.count = static_cast<int>(bytes.size(0));
    result.columns = std::min(columns, result.count);
    result.tileHeight = static_cast<int>(bytes.size(1));
    result.tileWidth = static_cast<int>(bytes.size(2));
    const int rows = (result.count + result.columns - 1) / result.columns;
    result.sheet =
        Image(result.columns * result.tileWidth, rows * result.tileHeight, static_cast<int>(bytes.size(3)));

    const auto rowBytes = static_cast<size_t>(bytes.size(2) * bytes.size(3));
    const uint8_t* source = bytes.const_data_ptr<uint8_t>();
    for (int tile = 0; tile < result.count; ++tile) {
        const int x = tile % result.columns * result.tileWidth;
        const int y = tile / result.columns * result.tileHeight;
        for (int row = 0; row < result.tileHeight; ++row, source += rowBytes) {
            std::memcpy(result.sheet.at(x, y + row), source, rowBytes);
        }
    }
    return result;
}

}  // namespace limner::generation
