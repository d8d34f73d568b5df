// From places on a time line to points of a model.
#pragma once

#include <string>
#include <vector>

#include "core/internal/model.h"
#include "core/internal/places.h"
#include "core/internal/trained_model.h"
#include "core/types/image.h"
#include "core/types/timeline.h"

namespace limner::generation {

/// Reads the JSON itself, or the .json file of that path, and checks the place of each key against the rows
/// of places. Errors: InvalidArgument (also none at all), NotFound, Mismatch.
Result<Timeline> timelineOf(const std::string& jsonOrPath);

/// The latent of each key's place. Errors: InvalidArgument (names the key), as latentOf.
Result<std::vector<Latent>> keyLatents(const Timeline& timeline, models::PictureModel& model);

/// One picture drawn alone, so that it is the same whatever was drawn before it: one tile of the size of the
/// model. Errors: InvalidArgument (a point of another size), NotFinite.
Result<SampleSheet> drawPicture(const TrainedModel& trained, const Latent& latent);

}  // namespace limner::generation
