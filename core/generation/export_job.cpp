#include "export_job.h"

#include "core/internal/device.h"
#include "core/internal/open_language.h"
#include "core/internal/output_path.h"
#include "core/internal/picture_file.h"
#include "core/internal/trained_model.h"
#include "core/training/weights.h"

namespace limner::generation {
namespace {

namespace fs = std::filesystem;
using engine::StepOutcome;

/// The file goes to other people: of the folders here it keeps the last name alone.
Recipe withoutFolders(Recipe recipe) {
    const auto shorten = [](std::string& text) {
        if (fs::path(text).is_absolute()) text = fs::path(text).lexically_normal().filename().string();
    };
    for (auto& [id, value] : recipe.values) {
        if (auto* text = std::get_if<std::string>(&value)) shorten(*text);
    }
    shorten(recipe.origin.parent);
    return recipe;
}

/// One step: the file is there, or it is not.
class ExportJob final : public engine::Job {
public:
    ExportJob(Recipe recipe, TrainedModel trained, const JobContext& context, engine::Announce announce)
        : m_recipe(std::move(recipe)), m_trained(std::move(trained)), m_announce(std::move(announce)) {
        const std::string& out = textOf(m_recipe.values, "out");
        m_out = out.empty()
                    ? outputPath(context.project, m_recipe.values, m_trained.step, "weights.safetensors")
                    : fs::path(out);
        m_recipe.origin = {.programVersion = context.facts.programVersion,
                           .modelHash = m_trained.modelHash,
                           .parent = textOf(m_recipe.values, "run")};
    }

    StepOutcome step() override {
        const auto written = write();
        if (!written) return StepOutcome::pause(written.error());
        m_isWritten = true;
        m_announce({.kind = EventKind::Saved, .step = m_trained.step, .folder = m_out.string()});
        return StepOutcome::done();
    }
    Result<void> edit(const ParamEdit&) override { return {}; }
    Progress progress() const override {
        return {
            .done = m_isWritten ? 1.0 : 0.0, .total = 1, .unit = "files", .place = m_out.filename().string()};
    }
    std::shared_ptr<Snapshot> snapshot() override {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = m_trained.step;
        snapshot->values = m_recipe.values;
        return snapshot;
    }
    Result<std::string> save() override { return std::string(); }
    std::string folder() const override { return m_out.string(); }

private:
    Result<void> write() {
        const auto made = makeFolder(m_out.parent_path());
        if (!made) return made;
        const auto written = io::writeTensorFile(m_out, training::weightsOf(networks()), metadata());
        if (!written) return written.error();
        return {};
    }

    std::vector<models::Network> networks() const {
        std::vector<models::Network> networks = m_trained.model->networks();
        const bool isWhole = m_trained.hasJudge && !boolOf(m_recipe.values, "decoder_only");
        const auto* pictures = dynamic_cast<const models::PictureModel*>(m_trained.model.get());
        if (isWhole || pictures == nullptr) return networks;
        std::erase_if(networks, [judge = pictures->judgeName()](const models::Network& network) {
            return network.name == judge;
        });
        return networks;
    }

    std::map<std::string, std::string> metadata() const {
        std::map<std::string, std::string> texts{
            {"format", "pt"},  // what PyTorch's own readers look for
            {"limner:recipe", io::toJson(withoutFolders(m_recipe))},
            {kTrainingKey, io::toJson(withoutFolders(m_trained.recipe))},
            {kAveragedKey, m_trained.isAveraged ? m_trained.model->decoderName() : ""},
            {kStepKey, std::to_string(m_trained.step)}};
        const auto add = [&](const char* key, const std::string& text) {
            if (!text.empty()) texts.emplace(key, text);
        };
        add(kTitleKey, textOf(m_recipe.values, "title"));
        add(kSummaryKey, textOf(m_recipe.values, "summary"));
        const auto tokenizer = writing::tokenizerBeside(textOf(m_recipe.values, "run"));
        if (tokenizer) add(kTokenizerKey, (*tokenizer)->toJson());
        return texts;
    }

    Recipe m_recipe;
    TrainedModel m_trained;
    engine::Announce m_announce;
    fs::path m_out;
    bool m_isWritten = false;
};

ParamTable makeExportTable() {
    const char* group = LIMNER_TR("core", "File");
    ParamTable table = trainedRows();
    table.push_back(
        {.id = "decoder_only",
         .label = LIMNER_TR("core", "Without discriminator"),
         .help = LIMNER_TR("core",
                           "Leaves out the network that only judges: a smaller file, but pictures "
                           "of your own are then looked for by their pixels alone."),
         .group = group,
         .kind = ParamKind::Toggle,
         .standard = false});
    table.push_back({.id = "title",
                     .label = LIMNER_TR("core", "Title"),
                     .help = LIMNER_TR("core", "What the model is called where it is listed."),
                     .group = group,
                     .kind = ParamKind::Text,
                     .standard = std::string()});
    table.push_back({.id = "summary",
                     .label = LIMNER_TR("core", "Summary"),
                     .help = LIMNER_TR("core", "One sentence: what it makes and what it learned from."),
                     .group = group,
                     .kind = ParamKind::Text,
                     .standard = std::string()});
    table.push_back({.id = "out",
                     .label = LIMNER_TR("core", "Save as"),
                     .help = LIMNER_TR("core", "The .safetensors file; empty puts it into the project."),
                     .group = group,
                     .kind = ParamKind::File,
                     .standard = std::string()});
    table.push_back(overwriteRow(group));
    return table;
}

}  // namespace

const ParamTable& exportTable() {
    static const ParamTable table = makeExportTable();
    return table;
}

Result<std::unique_ptr<engine::Job>> startExport(const Recipe& recipe, JobContext& context, JobId,
                                                 const engine::Announce& announce) {
    training::prepareLane(context.facts.threads);
    auto trained = loadAnyTrained(recipe.values);
    if (!trained) return trained.error();
    return std::unique_ptr<engine::Job>(
        std::make_unique<ExportJob>(recipe, std::move(*trained), context, announce));
}

}  // namespace limner::generation
