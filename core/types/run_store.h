// The runs of a project: reading, checking and renaming what training left on disk.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "image.h"
#include "metric_table.h"
#include "recipe.h"
#include "result.h"

namespace limner {

enum class RunState { Fresh, Unfinished, Finished, Failed };

struct RunInfo {
    std::string folder;  ///< UTF-8 path
    std::string name;    ///< what the person calls it; the folder's name at first
    Recipe recipe;
    RunState state = RunState::Fresh;
    int64_t step = 0;    ///< of the newest checkpoint or summary
    double seconds = 0;  ///< training time so far
    int64_t createdUnixSeconds = 0;
    std::vector<int64_t> checkpoints;  ///< steps, rising
    std::optional<int64_t> best;       ///< the checkpoint with the best validation scalar
    std::vector<int64_t> samples;      ///< steps that have a sample sheet or text, rising
};

/// One mid-run change as edits.jsonl keeps it.
struct RecordedEdit {
    int64_t step = 0;
    std::string id;
    ParamValue oldValue;
    ParamValue newValue;
};

/// The result of checking one file of a run.
struct FileCheck {
    std::string path;  ///< relative to the run folder
    bool isGood = false;
    Error error;  ///< where not good
};

/// Every function may be called from any thread; none changes a run that is training.
class RunStore {
public:
    virtual ~RunStore() = default;
    /// Runs of the project, newest first. Folders that are not runs are left out; damaged ones are listed as
    /// Failed.
    virtual std::vector<RunInfo> list() const = 0;
    /// Errors: NotFound (no recipe.json), Damaged (names the file).
    virtual Result<RunInfo> open(const std::string& folder) const = 0;
    virtual Result<MetricTable> metrics(const std::string& folder) const = 0;
    virtual Result<std::vector<RecordedEdit>> edits(const std::string& folder) const = 0;
    virtual Result<SampleSheet> samples(const std::string& folder, int64_t step) const = 0;
    /// What a model that writes had written by then. Errors: NotFound, Damaged.
    virtual Result<std::string> sampleText(const std::string& /*folder*/, int64_t /*step*/) const {
        return Error{.code = ErrorCode::NotFound, .message = LIMNER_TR("core", "This run keeps no texts.")};
    }
    /// Checks every part of a run: recipe, metrics, sample sheets, hashes of all checkpoints.
    virtual Result<std::vector<FileCheck>> verify(const std::string& folder) const = 0;
    /// Changes the name that a person sees; the folder stays. Errors: NotWritable, NoSpace.
    virtual Result<void> rename(const std::string& folder, const std::string& newName) = 0;
};

}  // namespace limner
