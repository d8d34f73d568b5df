#include "pictures.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <span>

#include "core/io/safe_replace.h"

namespace limner::style {
namespace {

constexpr uintmax_t kMaxFileBytes = uintmax_t{1} << 30;

Error cannotBeRead(const std::filesystem::path& file, const Error& why) {
    if (why.code == ErrorCode::Damaged)
        return {.code = why.code,
                .message = {LIMNER_TR("core", "The picture “%1” is damaged or cut off."), {file.string()}},
                .hint = LIMNER_TR("core", "Get the file again or choose another one."),
                .details = why.text()};
    return {
        .code = why.code,
        .message = {LIMNER_TR("core",
                              "“%1” is not a picture that Limner can read, or has more than 100 megapixels."),
                    {file.string()}},
        .hint = LIMNER_TR("core", "Choose a PNG, JPEG, WebP, BMP, GIF or TIFF picture."),
        .details = why.text()};
}

cv::Mat matOf(const Image& image) {
    // cv::Mat has no const view; nothing here writes to it.
    return {image.height, image.width, CV_8UC(image.channels), const_cast<uint8_t*>(image.bytes.data())};
}

/// In two passes, since the best filter differs between an axis that shrinks and one that grows.
void resizeInto(const cv::Mat& from, cv::Mat& to) {
    const cv::Size smaller(std::min(from.cols, to.cols), std::min(from.rows, to.rows));
    cv::Mat shrunk = from;
    if (smaller != from.size()) cv::resize(from, shrunk, smaller, 0, 0, cv::INTER_AREA);
    if (smaller == to.size())
        shrunk.copyTo(to);
    else
        cv::resize(shrunk, to, to.size(), 0, 0, cv::INTER_CUBIC);
}

}  // namespace

Result<Image> readPicture(const std::filesystem::path& file, const Host& host,
                          const std::function<void(Message)>& warn) {
    const auto bytes = io::readFile(file, kMaxFileBytes);
    if (!bytes) return bytes.error();
    const auto view = std::as_bytes(std::span(*bytes));
    auto image = host.decode(view);
    if (!image) return cannotBeRead(file, image.error());
    if (image->isEmpty()) return cannotBeRead(file, {.code = ErrorCode::Unsupported});
    const auto info = host.probe(view);
    if (info && info->frames > 1)
        warn({LIMNER_TR("core", "“%1” has %2 frames; the first one is used."),
              {file.filename().string(), std::to_string(info->frames)}});
    return image;
}

PixelSize sizeWithin(PixelSize size, int64_t longest) {
    const double scale = static_cast<double>(longest) / std::max(size.width, size.height);
    const auto scaled = [&](int side) { return std::max(1, static_cast<int>(std::lround(side * scale))); };
    return {scaled(size.width), scaled(size.height)};
}

Image resized(const Image& image, PixelSize size) {
    if (image.width == size.width && image.height == size.height) return image;
    Image result(size.width, size.height, image.channels);
    cv::Mat to = matOf(result);
    resizeInto(matOf(image), to);
    return result;
}

Image flattened(const Image& image) {
    if (image.channels == 3) return image;
    Image result(image.width, image.height, 3);
    const uint8_t* from = image.bytes.data();
    for (size_t i = 0; i < result.bytes.size(); i += 3, from += image.channels) {
        const int alpha = image.channels == 4 ? from[3] : 255;
        for (size_t c = 0; c < 3; ++c) {
            const int value = image.channels == 1 ? from[0] : from[c];
            result.bytes[i + c] = static_cast<uint8_t>((value * alpha + 255 * (255 - alpha) + 127) / 255);
        }
    }
    return result;
}

Image greyOf(const Image& image) {
    if (image.channels == 1) return image;
    const Image rgb = flattened(image);
    Image grey(rgb.width, rgb.height, 1);
    cv::Mat to = matOf(grey);
    cv::cvtColor(matOf(rgb), to, cv::COLOR_RGB2GRAY);
    return grey;
}

Image alphaOf(const Image& image) {
    if (image.channels != 4) return {};
    Image alpha(image.width, image.height, 1);
    for (size_t i = 0; i < alpha.bytes.size(); ++i) alpha.bytes[i] = image.bytes[4 * i + 3];
    return alpha;
}

torch::Tensor toTensor(const Image& image) {
    const torch::Tensor bytes = torch::from_blob(const_cast<uint8_t*>(image.bytes.data()),
                                                 {image.height, image.width, image.channels}, torch::kUInt8);
    return bytes.permute({2, 0, 1}).to(torch::kFloat32).div_(255).contiguous();
}

Image toImage(const torch::Tensor& picture) {
    const PixelSize size = sizeOf(picture);
    Image image(size.width, size.height, static_cast<int>(picture.size(0)));
    torch::Tensor bytes =
        torch::from_blob(image.bytes.data(), {size.height, size.width, image.channels}, torch::kUInt8);
    bytes.copy_((picture.clamp(0, 1) * 255).round_().permute({1, 2, 0}));
    return image;
}

torch::Tensor resized(const torch::Tensor& picture, PixelSize size) {
    if (sizeOf(picture) == size) return picture;
    const torch::Tensor from = picture.contiguous();
    torch::Tensor result = torch::empty({from.size(0), size.height, size.width}, torch::kFloat32);
    for (int64_t channel = 0; channel < from.size(0); ++channel) {
        const cv::Mat plane(static_cast<int>(from.size(1)), static_cast<int>(from.size(2)), CV_32F,
                            from[channel].data_ptr<float>());
        cv::Mat to(size.height, size.width, CV_32F, result[channel].data_ptr<float>());
        resizeInto(plane, to);
    }
    return result;
}

PixelSize sizeOf(const torch::Tensor& picture) {
    return {static_cast<int>(picture.size(2)), static_cast<int>(picture.size(1))};
}

}  // namespace limner::style
