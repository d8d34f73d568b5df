// The rows with which a method asks for a feature network, and the network that they name.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/internal/feature_network.h"
#include "core/types/param.h"

namespace limner::style {

/// What a method sets otherwise for each network: standards by the id of a row.
using FeatureStandards = ParamValues (*)(const FeatureArchitecture& architecture);
/// The rows that a method has for each network alone.
using FeatureOwnRows = ParamTable (*)(const FeatureArchitecture& architecture);

/// "features" and "features_file".
/// @param group  the heading; a marked text. Either function may be null.
ParamTable featureRows(const char* group, FeatureStandards standards, FeatureOwnRows ownRows = nullptr);

/// The network that the row "features_file" names, else the first in `project`/models that fits. Errors:
/// those of FeatureNetwork::load, networkFile and findFeatureWeights.
Result<FeatureNetwork> loadFeatures(const ParamValues& values, const std::filesystem::path& project);

/// Errors: InvalidArgument, if the network has no such layer or the picture is too small for it.
/// @param side  the shorter one of the picture
Result<void> checkLayer(const FeatureNetwork& network, const std::string& layer, int64_t side);

struct LayerWeight {
    std::string layer;
    double weight = 1;
};

/// "relu1 fire2:0.5, fire3" → layers with weights, 1 where none is given.
/// Errors: InvalidArgument (no layer at all, a weight that is no number above 0).
Result<std::vector<LayerWeight>> parseLayers(const std::string& text);

}  // namespace limner::style
