#include "prepare.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "core/internal/picture_set.h"

namespace limner::datasets {
namespace {

constexpr uint8_t kWhite = 255;

/// The picture without transparency: over white each channel becomes (c·a + 255·(255 − a)) / 255, rounded.
cv::Mat flattened(const cv::Mat& rgba) {
    cv::Mat rgb(rgba.rows, rgba.cols, CV_8UC3);
    for (int y = 0; y < rgba.rows; ++y) {
        const uint8_t* from = rgba.ptr(y);
        uint8_t* to = rgb.ptr(y);
        for (int x = 0; x < rgba.cols; ++x, from += 4, to += 3) {
            for (int c = 0; c < 3; ++c) {
                to[c] = static_cast<uint8_t>((from[c] * from[3] + kWhite * (255 - from[3]) + 127) / 255);
            }
        }
    }
    return rgb;
}

cv::Mat withChannels(const Image& image, int64_t channels) {
    // cv::Mat has no const view; nothing here writes to it.
    auto* bytes = const_cast<uint8_t*>(image.bytes.data());
    cv::Mat picture(image.height, image.width, CV_8UC(image.channels), bytes);
    if (image.channels == 4) picture = flattened(picture);
    if (picture.channels() == channels) return picture;
    cv::Mat converted;
    cv::cvtColor(picture, converted, channels == 1 ? cv::COLOR_RGB2GRAY : cv::COLOR_GRAY2RGB);
    return converted;
}

cv::Mat centralSquare(const cv::Mat& picture) {
    const int side = std::min(picture.rows, picture.cols);
    return picture(cv::Rect((picture.cols - side) / 2, (picture.rows - side) / 2, side, side));
}

/// In two passes, since the best filter differs between an axis that shrinks and one that grows.
cv::Mat resized(const cv::Mat& picture, cv::Size target) {
    const cv::Size smaller(std::min(picture.cols, target.width), std::min(picture.rows, target.height));
    cv::Mat shrunk = picture;
    if (smaller != picture.size()) cv::resize(picture, shrunk, smaller, 0, 0, cv::INTER_AREA);
    if (smaller == target) return shrunk;
    cv::Mat grown;
    cv::resize(shrunk, grown, target, 0, 0, cv::INTER_CUBIC);
    return grown;
}

/// The whole picture in the middle of a white square. It is resized first, so that a picture of 100,000×1
/// pixels never becomes a square of that side.
cv::Mat padded(const cv::Mat& picture, int side) {
    const double scale = static_cast<double>(side) / std::max(picture.cols, picture.rows);
    const auto scaled = [scale](int length) {
        return std::max(1, static_cast<int>(std::lround(length * scale)));
    };
    const cv::Mat inside = resized(picture, cv::Size(scaled(picture.cols), scaled(picture.rows)));
    cv::Mat square(side, side, picture.type(), cv::Scalar::all(kWhite));
    inside.copyTo(
        square(cv::Rect((side - inside.cols) / 2, (side - inside.rows) / 2, inside.cols, inside.rows)));
    return square;
}

cv::Mat fitted(const cv::Mat& picture, const Preparation& preparation) {
    const int side = static_cast<int>(preparation.size);
    switch (preparation.fit) {
        case Preparation::Fit::Crop:
            return resized(centralSquare(picture), cv::Size(side, side));
        case Preparation::Fit::Pad:
            return padded(picture, side);
        case Preparation::Fit::Stretch:
            return resized(picture, cv::Size(side, side));
    }
    return picture;
}

}  // namespace

void prepare(const Image& image, const Preparation& preparation, uint8_t* planes) {
    const cv::Mat square = fitted(withChannels(image, preparation.channels), preparation);
    const int side = square.rows;
    std::vector<cv::Mat> targets;
    for (int c = 0; c < square.channels(); ++c) {
        targets.emplace_back(side, side, CV_8UC1, planes + static_cast<ptrdiff_t>(c) * side * side);
    }
    cv::split(square, targets);
}

}  // namespace limner::datasets
