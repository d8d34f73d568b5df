#include "image_convert.h"

#include <algorithm>

namespace limner::widgets {
namespace {

QImage::Format formatOf(int channels) {
    if (channels == 1) return QImage::Format_Grayscale8;
    return channels == 3 ? QImage::Format_RGB888 : QImage::Format_RGBA8888;
}

/// A QImage over bytes that someone else owns.
QImage wrap(const Image& image, QImageCleanupFunction release = nullptr, void* owner = nullptr) {
    if (image.isEmpty()) return {};
    const auto rowBytes = static_cast<qsizetype>(image.width) * image.channels;
    return {image.bytes.data(),       image.width, image.height, rowBytes,
            formatOf(image.channels), release,     owner};
}

int channelsFor(const QImage& picture) {
    if (picture.format() == QImage::Format_Grayscale8) return 1;
    return picture.hasAlphaChannel() ? 4 : 3;
}

}  // namespace

QImage toQImage(const Image& image) {
    return wrap(image).copy();
}

QImage toQImage(std::shared_ptr<const SampleSheet> sheet) {
    if (!sheet) return {};
    const Image& image = sheet->sheet;
    if (image.isEmpty()) return {};
    using Owner = std::shared_ptr<const SampleSheet>;
    return wrap(
        image, [](void* owner) { delete static_cast<Owner*>(owner); }, new Owner(std::move(sheet)));
}

Image fromQImage(const QImage& picture) {
    if (picture.isNull()) return {};
    const int channels = channelsFor(picture);
    const QImage source = picture.convertToFormat(formatOf(channels));
    Image out(source.width(), source.height(), channels);
    const auto rowBytes = static_cast<std::ptrdiff_t>(source.width()) * channels;
    for (int y = 0; y < source.height(); ++y) std::copy_n(source.constScanLine(y), rowBytes, out.at(0, y));
    return out;
}

}  // namespace limner::widgets
