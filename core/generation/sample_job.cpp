#include "sample_job.h"

#include <algorithm>
#include <cstdio>

#include "core/internal/device.h"
#include "core/internal/output_path.h"
#include "core/internal/picture_file.h"
#include "core/internal/places.h"
#include "core/internal/sheet.h"
#include "core/io/npy.h"

namespace limner::generation {
namespace {

namespace fs = std::filesystem;
using engine::StepOutcome;

class SampleJob final : public engine::Job {
public:
    SampleJob(Recipe recipe, std::shared_ptr<const OpenedModel> opened, torch::Tensor latents,
              JobContext& context, engine::Announce announce)
        : m_recipe(std::move(recipe)),
          m_opened(std::move(opened)),
          m_trained(m_opened->trained()),
          m_context(context),
          m_announce(std::move(announce)),
          m_count(latents.size(0)),
          m_latents(std::move(latents)) {
        const std::string& out = textOf(m_recipe.values, "out");
        m_out = out.empty() ? outputPath(context.project, m_recipe.values, m_trained.step, "samples.png")
                            : fs::path(out);
        m_recipe.origin = {.programVersion = context.facts.programVersion,
                           .modelHash = m_trained.modelHash,
                           .parent = textOf(m_recipe.values, "run")};
    }

    StepOutcome step() override {
        if (m_done < m_count) {
            const auto decoded = decodeNext();
            if (!decoded) return StepOutcome::fail(decoded.error());
        }
        if (m_done < m_count) return StepOutcome::proceed();
        const auto written = write();
        if (!written) return StepOutcome::pause(written.error());
        m_announce({.kind = EventKind::Saved, .step = m_trained.step, .folder = m_out.string()});
        return StepOutcome::done();
    }
    Result<void> edit(const ParamEdit&) override { return {}; }
    Progress progress() const override {
        return {
            .done = static_cast<double>(m_done), .total = static_cast<double>(m_count), .unit = "pictures"};
    }
    std::shared_ptr<Snapshot> snapshot() override {
        auto snapshot = std::make_shared<Snapshot>();
        snapshot->step = m_done;
        snapshot->values = m_recipe.values;
        snapshot->samples = m_sheet;
        return snapshot;
    }
    Result<std::string> save() override { return std::string(); }
    std::string folder() const override { return m_out.string(); }

private:
    Result<void> decodeNext() {
        constexpr int64_t kAtOnce = 64;
        const int64_t last = std::min(m_done + kAtOnce, m_count);
        m_pictures.push_back(m_trained.decode(m_latents.slice(0, m_done, last)));
        const auto checked = checkPictures(m_pictures.back());
        if (!checked) return checked;
        m_done = last;
        if (m_done == m_count) {
            const auto columns = static_cast<int>(intOf(m_recipe.values, "columns"));
            m_all = torch::cat(m_pictures);
            m_sheet = std::make_shared<const SampleSheet>(
                sheetOf(m_all, m_trained.pictures().shape(), columns, m_trained.step));
        }
        return {};
    }

    Result<void> write() {
        switch (sampleOutputOf(m_out)) {
            case SampleOutput::Sheet:
                return writeSheet();
            case SampleOutput::Array:
                return writeArray();
            case SampleOutput::Folder:
                break;
        }
        return writeFolder();
    }

    Result<void> writeSheet() {
        const auto png = encodeSheet(*m_sheet, m_recipe, m_context.host);
        if (!png) return png.error();
        return writeBytes(m_out, *png);
    }

    Result<void> writeArray() {
        const auto made = makeFolder(m_out.parent_path());
        if (!made) return made;
        const torch::Tensor array = toUnitRange(m_all, m_trained.pictures().shape());
        const std::span<const float> values(array.const_data_ptr<float>(),
                                            static_cast<size_t>(array.numel()));
        return io::writeNpy(m_out, values, array.sizes().vec());
    }

    Result<void> writeFolder() {
        for (; m_written < m_sheet->count; ++m_written) {
            char name[16];
            std::snprintf(name, sizeof name, "%05d.png", m_written);
            const auto png = encodePicture(m_sheet->tile(m_written), m_recipe, m_context.host);
            if (!png) return png.error();
            const auto written = writeBytes(m_out / name, *png);
            if (!written) return written;
        }
        return {};
    }

    Recipe m_recipe;
    std::shared_ptr<const OpenedModel> m_opened;
    const TrainedModel& m_trained;
    JobContext& m_context;
    engine::Announce m_announce;
    fs::path m_out;
    int64_t m_count;
    torch::Tensor m_latents;                // [count, latent size]
    std::vector<torch::Tensor> m_pictures;  // decoded so far
    torch::Tensor m_all;
    std::shared_ptr<const SampleSheet> m_sheet;
    int64_t m_done = 0;
    int m_written = 0;
};

ParamTable makeSampleTable() {
    const char* group = LIMNER_TR("core", "Pictures");
    ParamTable table = trainedRows();
    table.push_back({.id = "count",
                     .label = LIMNER_TR("core", "Pictures"),
                     .help = LIMNER_TR("core", "How many pictures to make."),
                     .group = group,
                     .standard = int64_t{64},
                     .range = {1, 4096, Scale::Log}});
    table.push_back(
        {.id = "count_up",
         .label = LIMNER_TR("core", "Count seeds up"),
         .help = LIMNER_TR("core",
                           "Each picture has a seed of its own, one more than the one before, so that "
                           "it can be made again by itself."),
         .group = group,
         .kind = ParamKind::Toggle,
         .standard = false});
    table.push_back({.id = "columns",
                     .label = LIMNER_TR("core", "Columns"),
                     .help = LIMNER_TR("core", "Pictures in a row of the sheet."),
                     .group = group,
                     .standard = int64_t{8},
                     .range = {.low = 1, .high = 64, .step = 1}});
    table.push_back(
        {.id = "out",
         .label = LIMNER_TR("core", "Save as"),
         .help = LIMNER_TR("core",
                           "A .png for one sheet, a .npy for NumPy (float32, 0 to 1), anything else is a "
                           "folder of pictures; empty makes a sheet in the project."),
         .group = group,
         .kind = ParamKind::File,
         .standard = std::string()});
    table.push_back(overwriteRow(group));
    for (ParamSpec& row : placeRows()) table.push_back(std::move(row));
    return table;
}

}  // namespace

const ParamTable& sampleTable() {
    static const ParamTable table = makeSampleTable();
    return table;
}

Result<std::unique_ptr<engine::Job>> startSampling(const Recipe& recipe, JobContext& context, JobId,
                                                   const engine::Announce& announce) {
    training::prepareLane(context.facts.threads);
    OpenedModels own;
    auto opened = (context.opened != nullptr ? *context.opened : own).open(recipe.values);
    if (!opened) return opened.error();
    OpenedModel& model = **opened;
    auto latents = latentsOf(recipe.values, model.model().latentSize(),
                             [&]() -> const Directions& { return model.directions(); });
    if (!latents) return latents.error();
    return makeSampleJob(recipe, std::move(*opened), std::move(*latents), context, announce);
}

std::unique_ptr<engine::Job> makeSampleJob(const Recipe& recipe, std::shared_ptr<const OpenedModel> opened,
                                           torch::Tensor latents, JobContext& context,
                                           const engine::Announce& announce) {
    return std::make_unique<SampleJob>(recipe, std::move(opened), std::move(latents), context, announce);
}

}  // namespace limner::generation
