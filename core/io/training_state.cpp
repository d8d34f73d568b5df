#include "training_state.h"

#include <span>

#include "file_error.h"
#include "json_file.h"
#include "sha256.h"

namespace limner::io {
namespace {
// 2 added "hash", of the state itself.
constexpr int kStateSchema = 2;

std::string hashOf(Json json) {
    json.erase("hash");
    const std::string text = textOf(json, -1);
    Sha256 sum;
    sum.update(std::as_bytes(std::span(text)));
    return sum.finish();
}

/// Random states and positions that were altered would go on in silence, and differently.
bool isAsWritten(const Json& json) {
    const auto schema = json.find("schema");
    const bool isOld = schema != json.end() && *schema == 1;
    const auto hash = json.find("hash");
    return hash == json.end() ? isOld : *hash == hashOf(json);
}
}  // namespace

Result<void> writeState(const std::filesystem::path& file, const TrainingState& state) {
    Json json = {{"schema", kStateSchema},
                 {"step", state.step},
                 {"epoch", state.epoch},
                 {"batch_in_epoch", state.batchInEpoch},
                 {"seconds", state.seconds},
                 {"best_score", state.bestScore ? Json(*state.bestScore) : Json(nullptr)},
                 {"best_step", state.bestStep},
                 {"steps_without_gain", state.stepsWithoutGain},
                 {"values", jsonOf(state.values)},
                 {"hashes", Json::object()},
                 {"job_random_state", toHex(state.jobRandomState)},
                 {"process_random_state", toHex(state.processRandomState)}};
    for (const auto& [name, hash] : state.hashes) json["hashes"][name] = hash;
    if (state.metrics) {
        json["metrics_bytes"] = state.metrics->bytes;
        json["metrics_sha256"] = state.metrics->sha256;
    }
    json["hash"] = hashOf(json);
    return writeObject(file, json);
}

Result<TrainingState> readState(const std::filesystem::path& file) {
    const auto object = readObject(file);
    if (!object) return object.error();
    Fields fields(*object, file);
    fields.checkSchema(kStateSchema);
    TrainingState state{.step = fields.whole("step"),
                        .epoch = fields.whole("epoch"),
                        .batchInEpoch = fields.whole("batch_in_epoch"),
                        .seconds = fields.real("seconds"),
                        .jobRandomState = fields.hexBytes("job_random_state"),
                        .processRandomState = fields.hexBytes("process_random_state"),
                        .values = fields.values("values"),
                        .bestScore = fields.realOrNull("best_score"),
                        .bestStep = fields.whole("best_step"),
                        .stepsWithoutGain = fields.whole("steps_without_gain"),
                        .metrics = {},
                        .hashes = fields.texts("hashes")};
    if (object->contains("metrics_bytes"))
        state.metrics = MetricsStart{fields.whole("metrics_bytes"), fields.text("metrics_sha256")};
    if (fields.error()) return *fields.error();
    if (!isAsWritten(*object))
        return damaged(file, LIMNER_TR("core", "“%1” is damaged: it is not what was saved."));
    return state;
}

}  // namespace limner::io
