// What a model scores on pictures that it has not been trained on.
#pragma once

#include <map>
#include <string>

#include "batches.h"
#include "core/internal/model.h"

namespace limner::training {

/// Means over all given pictures of the scalars that the model evaluates: each batch counts by its size.
/// Draws from a generator of its own, the same for every call, so that two calls with the same weights give
/// the same numbers and training is not disturbed.
/// @param rows  int64 [M]; an empty map comes back where M is 0 or the model evaluates nothing
std::map<std::string, double> evaluate(models::Model& model, BatchMaker& batches, const torch::Tensor& rows,
                                       uint64_t seed, const torch::Device& device);

}  // namespace limner::training
