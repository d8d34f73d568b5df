#include "core/internal/checkpoint.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "file_error.h"
#include "safe_replace.h"
#include "sha256.h"

namespace limner::io {
namespace {

/// Parts that were left by a crash have hidden names; `checkpointSteps` never lists them.
fs::path hidden(const fs::path& folder, std::string_view ending) {
    return folder.parent_path() / ("." + folder.filename().string() + std::string(ending));
}

void removeLeftovers(const fs::path& checkpoints) {
    std::error_code failure;
    for (const fs::directory_entry& entry : fs::directory_iterator(checkpoints, failure))
        if (entry.path().filename().string().starts_with(".")) fs::remove_all(entry.path(), failure);
}

Result<void> writeParts(const CheckpointFolder& folder, TrainingState& state, const NamedTensors& model,
                        const NamedTensors& optimizer) {
    state.hashes.clear();
    const std::array<std::pair<fs::path, const NamedTensors*>, 2> parts{
        {{folder.model(), &model}, {folder.optimizer(), &optimizer}}};
    for (const auto& [path, tensors] : parts) {
        // Python's loaders ask for the entry "format".
        const auto hash =
            writeTensorFile(path, *tensors, {{"format", "pt"}, {"step", std::to_string(state.step)}});
        if (!hash) return hash.error();
        state.hashes[path.filename().string()] = *hash;
    }
    return writeState(folder.state(), state);
}

Result<void> compareHash(const TrainingState& state, const fs::path& file, const std::string& hash) {
    const auto expected = state.hashes.find(file.filename().string());
    if (expected != state.hashes.end() && expected->second == hash) return {};
    return damaged(file, LIMNER_TR("core", "“%1” is damaged: it is not what was saved."));
}

Result<TensorFile> readPart(const TrainingState& state, const fs::path& file) {
    auto part = readTensorFile(file);
    if (!part) return part;
    const auto compared = compareHash(state, file, part->sha256);
    if (!compared) return compared.error();
    return part;
}

Result<Checkpoint> readParts(const CheckpointFolder& folder, CheckpointParts parts) {
    auto state = readState(folder.state());
    if (!state) return state.error();
    auto model = readPart(*state, folder.model());
    if (!model) return model.error();
    if (parts == CheckpointParts::Weights) return Checkpoint{std::move(*state), std::move(*model), {}};
    auto optimizer = readPart(*state, folder.optimizer());
    if (!optimizer) return optimizer.error();
    return Checkpoint{std::move(*state), std::move(*model), std::move(*optimizer)};
}

Error noCheckpoint(const fs::path& folder) {
    return {.code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "There is no checkpoint in “%1”."), {folder.string()}},
            .hint = LIMNER_TR("core", "Choose another step, or start the run again.")};
}

/// Offers the newest good checkpoint instead of the damaged one.
Error withOffer(Error error, const RunFolder& run) {
    const auto good = newestGoodCheckpoint(run);
    error.hint = good
                     ? Message{LIMNER_TR("core", "The newest good checkpoint is the one at step %1."),
                               {std::to_string(*good)}}
                     : Message{LIMNER_TR("core", "No other checkpoint of this run is good; start it again.")};
    return error;
}

}  // namespace

Result<void> writeCheckpoint(const RunFolder& run, TrainingState state, const NamedTensors& model,
                             const NamedTensors& optimizer) {
    const fs::path target = run.checkpoint(state.step);
    const CheckpointFolder part{hidden(target, ".part")};
    removeLeftovers(run.checkpoints());
    std::error_code failure;
    fs::create_directories(part.root, failure);
    if (failure) return writeError(part.root, failure.value());
    auto result = writeParts(part, state, model, optimizer);
    if (result) result = replaceFolder(part.root, target);
    if (!result) fs::remove_all(part.root, failure);
    return result;
}

Result<Checkpoint> readCheckpoint(const RunFolder& run, int64_t step, CheckpointParts parts) {
    const CheckpointFolder folder{run.checkpoint(step)};
    std::error_code failure;
    if (!fs::is_directory(folder.root, failure)) return noCheckpoint(folder.root);
    auto checkpoint = readParts(folder, parts);
    const bool isPartBad = !checkpoint && (checkpoint.error().code == ErrorCode::Damaged ||
                                           checkpoint.error().code == ErrorCode::NotFound);
    if (isPartBad) return withOffer(checkpoint.error(), run);
    return checkpoint;
}

Result<Checkpoint> readNewestCheckpoint(const RunFolder& run, CheckpointParts parts) {
    const auto steps = run.checkpointFolderSteps();  // one that has lost its state.json is not passed over
    if (steps.empty()) return noCheckpoint(run.root);
    return readCheckpoint(run, steps.back(), parts);
}

Result<TensorFile> readOptimizer(const RunFolder& run, const TrainingState& state) {
    return readPart(state, CheckpointFolder{run.checkpoint(state.step)}.optimizer());
}

Result<void> verifyPart(const TrainingState& state, const fs::path& file) {
    const auto hash = sha256OfFile(file);
    if (!hash) return hash.error();
    return compareHash(state, file, *hash);
}

Result<void> verifyCheckpoint(const CheckpointFolder& checkpoint) {
    const auto state = readState(checkpoint.state());
    if (!state) return state.error();
    for (const fs::path& file : {checkpoint.model(), checkpoint.optimizer()}) {
        const auto verified = verifyPart(*state, file);
        if (!verified) return verified;
    }
    return {};
}

std::optional<int64_t> newestGoodCheckpoint(const RunFolder& run) {
    auto steps = run.checkpointSteps();
    std::ranges::reverse(steps);
    const auto good = std::ranges::find_if(
        steps, [&](int64_t step) { return verifyCheckpoint({run.checkpoint(step)}).ok(); });
    if (good == steps.end()) return std::nullopt;
    return *good;
}

Result<void> pruneCheckpoints(const RunFolder& run, int64_t keepLast, std::optional<int64_t> best) {
    auto steps = run.checkpointSteps();
    const auto count = static_cast<int64_t>(steps.size());
    if (count <= keepLast) return {};
    steps.resize(static_cast<size_t>(count - std::max<int64_t>(keepLast, 1)));
    std::erase_if(steps, [&](int64_t step) { return step == best; });
    if (steps.empty()) return {};
    const auto good = newestGoodCheckpoint(run);
    for (const int64_t step : steps) {
        if (step == good) continue;
        // Renamed first: a crash must not leave a folder that looks whole.
        const fs::path folder = run.checkpoint(step);
        const fs::path aside = hidden(folder, ".old");
        std::error_code failure;
        fs::rename(folder, aside, failure);
        if (!failure) fs::remove_all(aside, failure);
        if (failure) return writeError(folder, failure.value());
    }
    return {};
}

}  // namespace limner::io
