// Moves the pixels of a picture along the gradient of a loss.
#pragma once

#include "core/internal/torch.h"

#include <memory>
#include <string>

#include "core/types/param.h"

namespace limner::style {

class PictureOptimizer {
public:
    virtual ~PictureOptimizer() = default;
    /// One step; the picture stays in 0..1.
    /// @param picture   changed in place, without gradients
    /// @param gradient  of the loss at the picture, of the same shape and memory format
    virtual void move(torch::Tensor& picture, const torch::Tensor& gradient, double loss) = 0;
};

/// The row "optimizer"; each choice brings its own.
ParamSpec pictureOptimizerRow();
/// @pre the values are complete with respect to the row
std::unique_ptr<PictureOptimizer> makePictureOptimizer(const ParamValues& values);

/// Adam, number for number as torch.optim.Adam (Kingma & Ba 2015), then clamped.
std::unique_ptr<PictureOptimizer> makeAdam(double learningRate);

/// L-BFGS over the last ten steps (Liu & Nocedal 1989; Nocedal & Wright 2006, algorithm 7.4). No pixel moves
/// further than 0.1 in a step; a step that makes the loss larger is taken back half-way, up to four times.
std::unique_ptr<PictureOptimizer> makeLbfgs();

}  // namespace limner::style
