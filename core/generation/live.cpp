#include "core/internal/live.h"

#include <algorithm>

#include "core/datasets/preview.h"
#include "core/internal/device.h"
#include "core/internal/places.h"
#include "core/internal/reading.h"
#include "core/internal/sheet.h"
#include "core/training/train_table.h"
#include "core/training/weights.h"
#include "core/writing/preview_text.h"
#include "core/writing/write_table.h"
#include "encode_job.h"
#include "sample_job.h"
#include "target_picture.h"

namespace limner::generation {
namespace {

/// The model that a request is about: that of a job, or one that its values name.
struct Subject {
    models::PictureModel& model;
    models::Decoder decode;
    FindDirections directions;
    std::string title;
    std::string modelHash;
    int64_t step = 0;
    const ParamValues& training;                    ///< the values of its training
    std::shared_ptr<OpenedModel> opened = nullptr;  ///< holds on to it
};

Result<Subject> subjectOfJob(JobId job, LiveState& state) {
    const auto weights = state.context.weights.newest(job);
    if (!weights) {
        return Error{.code = ErrorCode::NotFound,
                     .message = LIMNER_TR("core", "This job has no weights to show yet."),
                     .hint = LIMNER_TR("core", "Wait for its first preview.")};
    }
    auto* const pictures = dynamic_cast<models::PictureModel*>(weights->twin.get());
    if (pictures == nullptr) {
        return Error{.code = ErrorCode::Unsupported,
                     .message = LIMNER_TR("core", "What this job trains has no latent space to explore."),
                     .hint = LIMNER_TR("core", "Choose a GAN or an autoencoder.")};
    }
    models::PictureModel& twin = *pictures;
    if (state.loaded != weights) {
        io::NamedTensors targets = training::weightsOf(twin.networks());
        std::erase_if(targets, [&](const auto& entry) { return !weights->tensors.contains(entry.first); });
        const auto loaded = training::loadTensors(targets, weights->tensors);
        if (!loaded) return loaded.error();
        state.loaded = weights;
        state.loadedDecoder = twin.frozenDecoder();
        state.loadedDirections.reset();
    }
    const auto directions = [&state, &twin]() -> const Directions& {
        if (!state.loadedDirections) state.loadedDirections = directionsOf(twin);
        return *state.loadedDirections;
    };
    return Subject{.model = twin,
                   .decode = state.loadedDecoder,
                   .directions = directions,
                   .title = {},
                   .modelHash = {},
                   .step = weights->step,
                   .training = weights->training};
}

/// @param values  complete
Result<Subject> subjectOf(const LiveRequest& request, const ParamValues& values, LiveState& state) {
    if (request.job != JobId::None) return subjectOfJob(request.job, state);
    const auto opened = state.opened.open(values);
    if (!opened) return opened.error();
    OpenedModel& model = **opened;
    return Subject{.model = model.model(),
                   .decode = model.trained().decode,
                   .directions = [&model]() -> const Directions& { return model.directions(); },
                   .title = model.trained().title,
                   .modelHash = model.trained().modelHash,
                   .step = model.trained().step,
                   .training = model.trained().recipe.values,
                   .opened = *opened};
}

Result<LivePicture> decode(const LiveRequest& request, LiveState& state) {
    const auto values = completeValues(sampleTable(), request.values);
    if (!values) return values.error();
    const auto subject = subjectOf(request, *values, state);
    if (!subject) return subject.error();
    const int64_t size = subject->model.latentSize();
    const auto latents = request.latents.empty() ? latentsOf(*values, size, subject->directions)
                                                 : rowsOf(request.latents, size);
    if (!latents) return latents.error();
    const torch::Tensor pictures = subject->decode(*latents);
    const auto checked = checkPictures(pictures);
    if (!checked) return checked.error();
    const auto columns = static_cast<int>(intOf(*values, "columns"));
    return LivePicture{.sheet = sheetOf(pictures, subject->model.shape(), columns, subject->step),
                       .latents = request.latents.empty() ? pointsOf(*latents) : request.latents};
}

Result<LivePicture> describe(const LiveRequest& request, LiveState& state) {
    const auto values = completeValues(sampleTable(), request.values);
    if (!values) return values.error();
    const auto subject = subjectOf(request, *values, state);
    if (!subject) return subject.error();
    const models::PictureShape shape = subject->model.shape();
    LivePicture answer;
    answer.facts = std::make_shared<const ModelFacts>(
        ModelFacts{.title = subject->title,
                   .modelHash = subject->modelHash,
                   .step = subject->step,
                   .latentSize = static_cast<int>(subject->model.latentSize()),
                   .channels = static_cast<int>(shape.channels),
                   .size = static_cast<int>(shape.size),
                   .encodes = subject->model.encodes(),
                   .directions = subject->directions().facts});
    return answer;
}

Result<LivePicture> encode(const LiveRequest& request, LiveState& state) {
    const auto values = completeValues(encodeTable(), request.values);
    if (!values) return values.error();
    const auto subject = subjectOf(request, *values, state);
    if (!subject) return subject.error();
    if (!subject->model.encodes()) {
        return Error{
            .code = ErrorCode::Unsupported,
            .message = LIMNER_TR("core", "This model has no encoder."),
            .hint = LIMNER_TR("core", "Let Limner look for the picture instead; it takes some seconds.")};
    }
    const models::PictureShape shape = subject->model.shape();
    const auto target = targetPicture(textOf(*values, "image"), subject->training, shape, state.context.host);
    if (!target) return target.error();
    const torch::Tensor latent = subject->model.encode(*target);
    const torch::Tensor made = subject->model.decode(latent);
    const auto checked = checkPictures(made);
    if (!checked) return checked.error();
    return LivePicture{.sheet = sheetOf(made, shape, 1, subject->step),
                       .numbers = {{"loss", (made - *target).square().mean().item<double>()}},
                       .latents = pointsOf(latent)};
}

/// The language model that a request names. Its values are of "write"; those that say nothing of it are left.
Result<std::shared_ptr<writing::OpenedLanguage>> languageOf(const LiveRequest& request, LiveState& state,
                                                            ParamValues& values) {
    auto complete = completeValues(writing::writeTable(), request.values);
    if (!complete) return complete.error();
    values = std::move(*complete);
    return state.languages.open(values);
}

Result<LivePicture> read(const LiveRequest& request, LiveState& state) {
    ParamValues values;
    const auto opened = languageOf(request, state, values);
    if (!opened) return opened.error();
    auto writing = writing::readText(**opened, textOf(values, "prompt"), textOf(values, "tag"));
    if (!writing) return writing.error();
    LivePicture answer;
    answer.writing = std::make_shared<const Writing>(std::move(*writing));
    return answer;
}

Result<LivePicture> describeLanguage(const LiveRequest& request, LiveState& state) {
    ParamValues values;
    const auto opened = languageOf(request, state, values);
    if (!opened) return opened.error();
    LivePicture answer;
    answer.language = std::make_shared<const LanguageFacts>((*opened)->facts);
    return answer;
}

Result<LivePicture> previewData(const LiveRequest& request, LiveState& state) {
    if (domainOf(training::trainTable(), request.values) == "text")
        return writing::previewText(request.values);
    return datasets::previewData(request.values, state.context.host);
}

Result<LivePicture> channel(const LiveRequest& request, LiveState& state) {
    return state.style->channel(request.values, state.context);
}

Result<LivePicture> fastStyle(const LiveRequest& request, LiveState& state) {
    return state.style->fast(request.values, state.context);
}

}  // namespace

const std::vector<LiveEntry>& liveRegistry() {
    static const std::vector<LiveEntry> rows{{"decode", &decode},   {"describe", &describe},
                                             {"encode", &encode},   {"preview-data", &previewData},
                                             {"channel", &channel}, {"fast-style", &fastStyle},
                                             {"read", &read},       {"describe-language", &describeLanguage}};
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
