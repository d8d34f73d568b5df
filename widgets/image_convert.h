// Pictures of the core and pictures of Qt, one into the other.
#pragma once

#include <QImage>
#include <memory>

#include "core/types/image.h"

namespace limner::widgets {

/// A copy as Grayscale8, RGB888 or RGBA8888; null for an empty picture.
QImage toQImage(const Image& image);

/// The same pixels without a copy. The QImage keeps the sheet alive; painting into it makes a copy first.
QImage toQImage(std::shared_ptr<const SampleSheet> sheet);

/// Grey stays grey (1 channel), opaque pictures get 3 channels, all others 4. Empty for a null picture.
Image fromQImage(const QImage& picture);

}  // namespace limner::widgets
