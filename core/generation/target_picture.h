// A picture of the person's own, as a model sees it.
#pragma once

#include "core/internal/torch.h"

#include <filesystem>
#include <string>

#include "core/internal/model.h"
#include "core/types/host.h"
#include "core/types/param.h"

namespace limner::generation {

/// Errors: InvalidArgument (no file was named).
Result<void> checkPictureGiven(const std::string& file);

/// Reads a picture and prepares it exactly as the training of the model prepared its own: size, channels, fit
/// and range.
/// @param training  the values of the training recipe
/// @return float32 [1, C, H, W] in the range of `shape`
/// Errors: those of checkPictureGiven; NotFound, Unsupported (not a picture), Damaged.
Result<torch::Tensor> targetPicture(const std::filesystem::path& file, const ParamValues& training,
                                    const models::PictureShape& shape, const Host& host);

}  // namespace limner::generation
