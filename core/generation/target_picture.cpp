#include "target_picture.h"

#include "core/datasets/prepare.h"
#include "core/internal/picture_set.h"
#include "core/io/safe_replace.h"

namespace limner::generation {
namespace {

Error cannotBeEncoded(const std::filesystem::path& file, const Error& why) {
    const bool isDamaged = why.code == ErrorCode::Damaged;
    return {
        .code = why.code,
        .message = {isDamaged ? LIMNER_TR("core", "The picture “%1” is damaged or cut off.")
                              : LIMNER_TR("core",
                                          "“%1” is not a picture that Limner can read, or has more than 100 "
                                          "megapixels."),
                    {file.string()}},
        .hint = LIMNER_TR("core", "Choose a PNG, JPEG, WebP, BMP, GIF or TIFF picture."),
        .details = why.text()};
}

}  // namespace

Result<void> checkPictureGiven(const std::string& file) {
    if (!file.empty()) return {};
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = LIMNER_TR("core", "No picture was given."),
                 .hint = LIMNER_TR("core", "Name the file of a picture.")};
}

Result<torch::Tensor> targetPicture(const std::filesystem::path& file, const ParamValues& training,
                                    const models::PictureShape& shape, const Host& host) {
    constexpr uintmax_t kMaxBytes = uintmax_t{512} << 20;
    const auto given = checkPictureGiven(file.string());
    if (!given) return given.error();
    const auto bytes = io::readFile(file, kMaxBytes);
    if (!bytes) return bytes.error();
    const auto image = host.decode(std::as_bytes(std::span(*bytes)));
    if (!image) return cannotBeEncoded(file, image.error());
    if (image->isEmpty()) return cannotBeEncoded(file, {.code = ErrorCode::Unsupported});
    const datasets::Preparation preparation = datasets::preparationOf(training);
    torch::Tensor planes = torch::empty({1, shape.channels, shape.size, shape.size}, torch::kUInt8);
    datasets::prepare(*image, preparation, planes.mutable_data_ptr<uint8_t>());
    const torch::Tensor numbers = planes.to(torch::kFloat32);
    return shape.isSigned ? numbers / 127.5 - 1 : numbers / 255;
}

}  // namespace limner::generation
