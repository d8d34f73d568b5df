#include "core/internal/model_maker.h"

#include <algorithm>

#include "core/internal/random.h"
#include "core/internal/without_drawing.h"

namespace limner::training {

Result<std::unique_ptr<models::Model>> makeModel(const ParamValues& values, at::Generator& generator) {
    const auto& registry = models::modelRegistry();
    const auto entry = std::ranges::find(registry, textOf(values, "model"), &models::ModelEntry::id);
    if (entry == registry.end()) {
        return Error{.code = ErrorCode::NotFound,
                     .message = {LIMNER_TR("core", "There is no model named %1."), {textOf(values, "model")}},
                     .hint = LIMNER_TR("core", "The run may come from a newer version of Limner.")};
    }
    return entry->make(values, generator);
}

Result<std::unique_ptr<models::Model>> makeTwin(const ParamValues& values) {
    const WithoutDrawing nothingIsDrawn;
    at::Generator generator = makeGenerator(torch::kCPU, 0);
    return makeModel(values, generator);
}

}  // namespace limner::training
