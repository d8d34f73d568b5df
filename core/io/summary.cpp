#include "summary.h"

#include "json_file.h"

namespace limner::io {
namespace {
constexpr int kSummarySchema = 1;
}

Result<void> writeSummary(const std::filesystem::path& file, const RunSummary& summary) {
    return writeObject(file, {{"schema", kSummarySchema},
                              {"state", summary.state},
                              {"reason", summary.reason},
                              {"steps", summary.steps},
                              {"epochs", summary.epochs},
                              {"seconds", summary.seconds},
                              {summary.unit + "_per_second", summary.unitsPerSecond},
                              {"threads", summary.threads},
                              {"device", summary.device},
                              {"program_version", summary.programVersion},
                              {"torch_version", summary.torchVersion},
                              {"last", jsonOf(summary.last)},
                              {"best", jsonOf(summary.best)},
                              {"test", jsonOf(summary.test)},
                              {"scored_weights", summary.scoredWeights},
                              {"not_scored", summary.notScored}});
}

Result<RunSummary> readSummary(const std::filesystem::path& file) {
    const auto object = readObject(file);
    if (!object) return object.error();
    Fields fields(*object, file);
    fields.checkSchema(kSummarySchema);
    const std::string unit = object->contains("tokens_per_second") ? "tokens" : "pictures";
    RunSummary summary{.state = fields.text("state"),
                       .reason = fields.text("reason"),
                       .steps = fields.whole("steps"),
                       .epochs = fields.real("epochs"),
                       .seconds = fields.real("seconds"),
                       .unit = unit,
                       .unitsPerSecond = fields.real((unit + "_per_second").c_str()),
                       .threads = static_cast<int>(fields.whole("threads")),
                       .device = fields.text("device"),
                       .programVersion = fields.text("program_version"),
                       .torchVersion = fields.text("torch_version"),
                       .last = fields.reals("last"),
                       .best = fields.reals("best"),
                       .test = fields.reals("test")};
    // Summaries of the first builds do not have these two.
    if (object->contains("scored_weights")) summary.scoredWeights = fields.text("scored_weights");
    if (object->contains("not_scored")) summary.notScored = fields.text("not_scored");
    if (fields.error()) return *fields.error();
    return summary;
}

}  // namespace limner::io
