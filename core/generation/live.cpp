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

/// [N, size] of N points. Errors: InvalidArgument (none, or one of another size).
Result<torch::Tensor> rowsOf(const std::vector<Latent>& points, int64_t size) {
    const auto isWrong = [&](const Latent& point) { return static_cast<int64_t>(point.size()) != size; };
    const auto wrong = std::ranges::find_if(points, isWrong);
    if (points.empty() || wrong != points.end()) {
        return Error{
            .code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "A point of this model has %1 numbers; %2 were given."),
                        {std::to_string(size), std::to_string(points.empty() ? size_t{0} : wrong->size())}}};
    }
    torch::Tensor rows = torch::empty({static_cast<int64_t>(points.size()), size});
    float* to = rows.mutable_data_ptr<float>();
    for (const Latent& point : points) to = std::ranges::copy(point, to).out;
    return rows;
}

/// Each latent point a tile.
Result<LivePicture> decode(const LiveRequest& request, LiveState& state) {
    const auto weights = state.context.weights.newest(request.job);
    if (!weights) {
        return Error{.code = ErrorCode::NotFound,
                     .message = LIMNER_TR("core", "This job has no weights to show yet."),
                     .hint = LIMNER_TR("core", "Wait for its first preview.")};
    }
    models::Model& twin = *weights->twin;
    const auto latents = rowsOf(request.latents, twin.latentSize());
    if (!latents) return latents.error();
    if (state.loaded != weights) {
        const std::map<std::string, torch::Tensor> tensors(weights->decoder.begin(), weights->decoder.end());
        const auto loaded = training::loadTensors(training::weightsOf(*decoderOf(twin), ""), tensors);
        if (!loaded) return loaded.error();
        state.loaded = weights;
    }
    return LivePicture{.sheet = sheetOf(twin.decode(*latents), twin.shape(), 8, weights->step),
                       .latents = request.latents};
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
