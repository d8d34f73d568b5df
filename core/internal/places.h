// Places in latent space as parameters: the same rows wherever a picture is made from a model.
#pragma once

#include "core/internal/torch.h"

#include <functional>

#include "core/internal/directions.h"
#include "core/types/latent.h"
#include "core/types/param.h"

namespace limner::generation {

/// "seed", "truncation", "point", "directions", "dimensions", "attributes".
ParamTable placeRows();

/// Checks the texts of a place, which no table can. Rows that are missing are fine. Errors: InvalidArgument.
Result<void> checkPlace(const ParamValues& values);

/// Finds the directions of the model, when a place first asks for them.
using FindDirections = std::function<const Directions&()>;

/// truncation · base + Σ distance · direction + dimensions + Σ distance · attribute, with the base of the
/// seed, or `point` where it is given.
/// @param values  of `placeRows`, complete
/// @return float32 [1, latentSize]
/// Errors: InvalidArgument (a point of another size, a direction or dimension that the model does not have,
/// an attribute of another size).
Result<torch::Tensor> latentOf(const ParamValues& values, int64_t latentSize,
                               const FindDirections& directions);

/// The same for "count" pictures: with "count_up" picture i is the place with seed + i, drawn alone; without
/// it all bases come from the one generator of the seed.
/// @param values  of the table of samples, complete
/// @return float32 [count, latentSize]
Result<torch::Tensor> latentsOf(const ParamValues& values, int64_t latentSize,
                                const FindDirections& directions);

/// Points as rows. Errors: InvalidArgument (none, or one of another size).
Result<torch::Tensor> rowsOf(const std::vector<Latent>& points, int64_t latentSize);
/// Each row as a point.
std::vector<Latent> pointsOf(const torch::Tensor& rows);

}  // namespace limner::generation
