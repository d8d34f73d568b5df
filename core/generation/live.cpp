#include "core/internal/live.h"

#include <algorithm>
#include <map>

#include "core/datasets/preview.h"
#include "core/internal/device.h"
#include "core/internal/sheet.h"
#include "core/internal/trained_model.h"
#include "core/training/weights.h"

namespace limner::generation {
namespace {

/// One latent point, or several one after the other: each a tile.
Result<LivePicture> decode(const LiveRequest& request, LiveState& state) {
    const auto weights = state.context.weights.newest(request.job);
    if (!weights) {
        return Error{.code = ErrorCode::NotFound,
                     .message = LIMNER_TR("core", "This job has no weights to show yet."),
                     .hint = LIMNER_TR("core", "Wait for its first preview.")};
    }
    models::Model& twin = *weights->twin;
    const auto given = static_cast<int64_t>(request.latent.size());
    if (given == 0 || given % twin.latentSize() != 0) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = {LIMNER_TR("core", "A point of this model has %1 numbers; %2 were given."),
                                 {std::to_string(twin.latentSize()), std::to_string(given)}}};
    }
    if (state.loaded != weights) {
        const std::map<std::string, torch::Tensor> tensors(weights->decoder.begin(), weights->decoder.end());
        const auto loaded = training::loadTensors(training::weightsOf(*decoderOf(twin), ""), tensors);
        if (!loaded) return loaded.error();
        state.loaded = weights;
    }
    const torch::Tensor latents =
        torch::tensor(request.latent).view({given / twin.latentSize(), twin.latentSize()});
    return LivePicture{.sheet = sheetOf(twin.decode(latents), twin.shape(), 8, weights->step), .numbers = {}};
}

Result<LivePicture> previewData(const LiveRequest& request, LiveState& state) {
    return datasets::previewData(request.values, state.context.host);
}

}  // namespace

const std::vector<LiveEntry>& liveRegistry() {
    static const std::vector<LiveEntry> rows{{"decode", &decode}, {"preview-data", &previewData}};
    return rows;
}

Result<LivePicture> answerLive(const LiveRequest& request, LiveState& state) {
    training::prepareLane(1);
    const auto& rows = liveRegistry();
    const auto found = std::ranges::find(rows, request.what, &LiveEntry::what);
    if (found != rows.end()) return found->answer(request, state);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = {LIMNER_TR("core", "There is nothing here named %1."), {request.what}}};
}

}  // namespace limner::generation
