// The data sets Limner can open, one function each; see registry.cpp for the rows.
#pragma once

#include <memory>

#include "core/types/host.h"
#include "core/types/param.h"
#include "picture_source.h"

namespace limner::datasets {

using OpenedSource = Result<std::unique_ptr<PictureSource>>;

/// Fashion-MNIST (Xiao et al. 2017) as the package installs it.
OpenedSource openFashionMnist(const ParamValues& values, const Host& host);
Message fashionMnistUnavailable();

/// The four IDX files of "data_folder", gz or plain: http://yann.lecun.com/exdb/mnist/ (section on file
/// formats).
OpenedSource openIdx(const ParamValues& values, const Host& host);

/// The pictures of "data_folder"; each sub-folder is a class.
OpenedSource openPictureFolder(const ParamValues& values, const Host& host);

/// The colour bitmaps of Noto Color Emoji; "emoji_subset" is "all" or "faces".
OpenedSource openEmoji(const ParamValues& values, const Host& host);
Message emojiUnavailable();

/// The binary batches of "data_folder": https://www.cs.toronto.edu/~kriz/cifar.html (section "Binary
/// version").
OpenedSource openCifar(const ParamValues& values, const Host& host);

}  // namespace limner::datasets
