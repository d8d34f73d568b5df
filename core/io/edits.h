// edits.jsonl: every mid-run change, one JSON object a line.
#pragma once

#include <cstdint>
#include <filesystem>
#include <vector>

#include "core/types/result.h"
#include "core/types/run_store.h"

namespace limner::io {

/// Errors: NoSpace, NotWritable.
Result<void> appendEdit(const std::filesystem::path& file, const RecordedEdit& edit);

/// Oldest first; none where the file is not there. A last line that was cut off is left out.
/// Errors: Damaged (names the line).
Result<std::vector<RecordedEdit>> readEdits(const std::filesystem::path& file);

/// Removes the edits after a step, for a run that goes on from there. Errors: Damaged, NoSpace, NotWritable.
Result<void> removeEditsAfter(const std::filesystem::path& file, int64_t step);

}  // namespace limner::io
