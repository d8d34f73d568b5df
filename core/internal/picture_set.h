// A data set in memory, and the rows of the registry of data sets.
#pragma once

#include <torch/torch.h>

#include <string>
#include <vector>

#include "core/types/host.h"
#include "core/types/param.h"

namespace limner::datasets {

/// All pictures of a set, prepared to one size and one number of channels.
struct PictureSet {
    torch::Tensor pictures;               ///< uint8, [N, C, H, W], on the CPU
    torch::Tensor labels;                 ///< int64, [N]; all 0 where the set has no classes
    std::vector<std::string> classNames;  ///< empty where the set has no classes
    int64_t officialTestFrom = -1;  ///< index of the first picture of the set's own test part; -1 for none
    std::vector<Message> skipped;   ///< what could not be read, and why; shown to the person

    int64_t count() const { return pictures.size(0); }
};

/// How pictures are brought to one shape.
struct Preparation {
    enum class Fit { Crop, Pad, Stretch };
    int64_t size = 28;     ///< side in pixels, >= 1
    int64_t channels = 1;  ///< 1 grey (ITU-R BT.601 luma), 3 RGB
    Fit fit = Fit::Crop;
};

/// Row indices of a set, int64 each; disjoint.
struct Split {
    torch::Tensor train, validation, test;
};

/// One row of the registry (core/datasets/registry.cpp).
struct DatasetEntry {
    std::string id;
    std::string label;
    std::string help;
    ParamTable rows;        ///< "data_folder", …
    ParamValues standards;  ///< size, channels that suit this set
    /// Empty where the set can be used as it is; else why not and what to install.
    Message (*unavailable)();
    /// Reads the set. Errors: NotFound, Damaged, Unsupported, OutOfMemory; each names the file.
    Result<PictureSet> (*load)(const ParamValues& values, const Preparation& preparation, const Host& host);
};

/// Every data set Limner can train on; order is the order in the menu.
const std::vector<DatasetEntry>& datasetRegistry();

/// The rows every picture set shares: size, channels, fit, normalise, flip, validation and test share.
ParamTable preparationRows();
Preparation preparationOf(const ParamValues& values);

/// Splits by a permutation drawn from the seed. The set's own test part, where there is one, is the test
/// part.
/// @param validationShare, testShare  of the pictures that are not in an official test part, [0, 0.5]
Split split(const PictureSet& set, double validationShare, double testShare, uint64_t seed);

}  // namespace limner::datasets
