// A data set in memory, and the rows of the registry of data sets.
#pragma once

#include "core/internal/torch.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/datasets/picture_source.h"
#include "core/types/host.h"
#include "core/types/param.h"

namespace limner::datasets {

/// All pictures of a set, prepared to one size and one number of channels.
struct PictureSet {
    torch::Tensor pictures = {};               ///< uint8, [N, C, H, W], on the CPU
    torch::Tensor labels = {};                 ///< int64, [N]; all 0 where the set has no classes
    std::vector<std::string> classNames = {};  ///< empty where the set has no classes
    int64_t officialTestFrom = -1;  ///< index of the first picture of the set's own test part; -1 for none
    std::vector<Message> skipped = {};  ///< what could not be read, and why; shown to the person

    int64_t count() const { return pictures.size(0); }
};

/// Asked from many threads while pictures are read. Empty: never stopped.
using IsStopped = std::function<bool()>;

/// How pictures are brought to one shape.
struct Preparation {
    enum class Fit { Crop, Pad, Stretch };
    int64_t size = 28;     ///< side in pixels, >= 1
    int64_t channels = 1;  ///< 1 grey (ITU-R BT.601 luma), 3 RGB
    Fit fit = Fit::Crop;
};

/// Row indices of a set, int64 each; disjoint; together all rows.
struct Split {
    torch::Tensor train, validation, test;
};

/// One row of the registry (core/datasets/registry.cpp).
struct DatasetEntry {
    std::string id = {};
    std::string label = {};
    std::string help = {};
    ParamTable rows = {};        ///< "data_folder", …
    ParamValues standards = {};  ///< size, channels, fit that suit this set
    /// Empty where the set can be used as it is; else why not and what to install.
    Message (*unavailable)() = nullptr;
    /// Lists the set. Errors: InvalidArgument (no folder given), NotFound, Damaged, Unsupported, OutOfMemory.
    Result<std::unique_ptr<PictureSource>> (*open)(const ParamValues& values, const Host& host) = nullptr;

    /// Reads the whole set. Errors: those of `open`; each names the file. Memory is checked before it is
    /// asked for. `isStopped` ends the reading before the next picture, with an error that nobody needs to
    /// see.
    Result<PictureSet> load(const ParamValues& values, const Preparation& preparation, const Host& host,
                            const IsStopped& isStopped = {}) const;
};

/// Every data set Limner can train on; order is the order in the menu.
const std::vector<DatasetEntry>& datasetRegistry();
/// Null if there is no such set.
const DatasetEntry* findDataset(std::string_view id);

/// The "data" row of the train table: one choice per data set, each with its rows, those of preparation, and
/// its standards.
ParamSpec dataRow();
/// The rows every picture set shares: size, channels, fit, normalise, flip and other variation, validation
/// and test share.
ParamTable preparationRows();
/// The two of them that say how much is set aside: a text has them too.
ParamTable shareRows();
/// @pre `values` are complete
Preparation preparationOf(const ParamValues& values);

/// The whole way from the values of the train form: finds the set by "data" and loads it as `preparationOf`
/// says.
/// @pre `values` are complete
Result<PictureSet> loadPictures(const ParamValues& values, const Host& host, const IsStopped& isStopped = {});

/// Splits by a permutation drawn from the seed. The set's own test part, where there is one, is the test
/// part. A share above 0 gives at least one picture where there are two or more; one picture is always left
/// for training.
/// @param validationShare, testShare  of the pictures that are not in an official test part, [0, 0.5]
Split split(const PictureSet& set, double validationShare, double testShare, uint64_t seed);

}  // namespace limner::datasets
