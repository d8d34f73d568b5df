#include "core/internal/kinds.h"

#include <algorithm>

#include "core/internal/output_path.h"
#include "core/internal/places.h"
#include "core/io/run_folder.h"
#include "core/library/import_job.h"
#include "core/style/named_network.h"
#include "core/style/stylize_job.h"
#include "core/style/stylize_table.h"
#include "core/style/zoom_job.h"
#include "core/style/zoom_table.h"
#include "core/training/parent.h"
#include "core/training/start.h"
#include "core/training/train_table.h"
#include "core/writing/perplexity.h"
#include "core/writing/score_job.h"
#include "core/writing/tokenize_job.h"
#include "core/writing/write_job.h"
#include "core/writing/write_table.h"
#include "encode_job.h"
#include "export_job.h"
#include "interpolate_job.h"
#include "render_job.h"
#include "sample_job.h"
#include "sweep_job.h"
#include "sweep_plan.h"
#include "target_picture.h"

namespace limner::generation {
namespace {

bool isResume(const ParamValues& values) {
    const auto found = values.find("resume");
    const auto* folder = found == values.end() ? nullptr : std::get_if<std::string>(&found->second);
    return folder != nullptr && !folder->empty();
}

Result<ParamValues> prepareTraining(const ParamValues& given) {
    if (isResume(given)) {
        const auto edits = training::editsToResume(given);
        if (!edits) return edits.error();
        return given;
    }
    auto complete = completeValues(training::trainTable(), training::withParentsNetworks(given));
    if (!complete) return complete;
    const auto isFree = training::checkOutFolder(textOf(*complete, "out"));
    if (!isFree) return isFree.error();
    const auto fits = training::checkCheckpointOption(*complete);
    if (!fits) return fits.error();
    return style::withWholePaths(std::move(*complete));
}

Result<ParamValues> prepareSampling(const ParamValues& given) {
    auto complete = completeValues(sampleTable(), given);
    if (!complete) return complete;
    const auto isPlace = checkPlace(*complete);
    if (!isPlace) return isPlace.error();
    const auto isFree = checkSampleOutput(textOf(*complete, "out"));
    if (!isFree) return isFree.error();
    return complete;
}
Result<ParamValues> prepareExport(const ParamValues& given) {
    auto complete = completeValues(exportTable(), given);
    if (!complete) return complete;
    const auto isFree = checkOutputFile(textOf(*complete, "out"));
    if (!isFree) return isFree.error();
    return complete;
}

Result<ParamValues> prepareEncoding(const ParamValues& given) {
    auto complete = completeValues(encodeTable(), given);
    if (!complete) return complete;
    const auto hasPicture = checkPictureGiven(textOf(*complete, "image"));
    if (!hasPicture) return hasPicture.error();
    const auto isFree = checkOutputFile(textOf(*complete, "out"));
    if (!isFree) return isFree.error();
    return complete;
}

std::string runTitle(const ParamValues& values) {
    return io::titleOf(textOf(values, "run"));
}

}  // namespace

const std::vector<KindEntry>& kindRegistry() {
    static const std::vector<KindEntry> rows{
        {"train", LIMNER_TR("core", "Train"), LIMNER_TR("core", "Teaches a model from pictures or text."),
         &training::trainTable, &prepareTraining, &training::trainingTitle, &training::startTraining,
         Course::Saves},
        {"sample", LIMNER_TR("core", "Sample"), LIMNER_TR("core", "Makes pictures with a trained model."),
         &sampleTable, &prepareSampling, &runTitle, &startSampling},
        {"interpolate", LIMNER_TR("core", "Interpolate"),
         LIMNER_TR("core", "Makes a strip of pictures on the way from one seed to another."),
         &interpolateTable, &prepareInterpolation, &runTitle, &startInterpolation},
        {"render", LIMNER_TR("core", "Render"),
         LIMNER_TR("core", "Draws every frame of a time line into a movie or a folder of pictures."),
         &renderTable, &prepareRender, &runTitle, &startRender},
        {"sweep", LIMNER_TR("core", "Sweep"),
         LIMNER_TR("core", "Makes a grid of pictures over ranges of two parameters."), &sweepTable,
         &prepareSweep, &sweepTitle, &startSweep},
        {"export", LIMNER_TR("core", "Export"),
         LIMNER_TR("core", "Writes the weights of a run as safetensors, with PyTorch's names."), &exportTable,
         &prepareExport, &runTitle, &startExport},
        {"import", LIMNER_TR("core", "Import"),
         LIMNER_TR("core", "Takes weights that others trained into the project."), &library::importTable,
         &library::prepareImport, &library::importTitle, &library::startImport},
        {"encode", LIMNER_TR("core", "Encode"),
         LIMNER_TR("core", "Finds the point of a model whose picture is most like one of your own."),
         &encodeTable, &prepareEncoding, &runTitle, &startEncoding},
        {"stylize", LIMNER_TR("core", "Stylize"),
         LIMNER_TR("core", "Makes a picture in the manner of others."), &style::stylizeTable,
         &style::prepareStylize, &style::stylizeTitle, &style::startStylize, Course::Saves},
        {"zoom", LIMNER_TR("core", "Zoom"),
         LIMNER_TR("core", "Makes a movie that dreams itself deeper and deeper into a picture."),
         &style::zoomTable, &style::prepareZoom, &style::zoomTitle, &style::startZoom},
        {"write", LIMNER_TR("core", "Write"), LIMNER_TR("core", "Continues a text with a language model."),
         &writing::writeTable, &writing::prepareWriting, &runTitle, &writing::startWriting, Course::Brief},
        {"perplexity", LIMNER_TR("core", "Perplexity"),
         LIMNER_TR("core", "Measures how expected a text is to a language model."), &writing::perplexityTable,
         &writing::preparePerplexity, &runTitle, &writing::startPerplexity, Course::Brief},
        {"tokenize", LIMNER_TR("core", "Tokenize"),
         LIMNER_TR("core", "Cuts a text into the tokens of a model or a tokenizer."), &writing::tokenizeTable,
         &writing::prepareTokenizing, &writing::tokenizingTitle, &writing::startTokenizing, Course::Brief},
        {"score", LIMNER_TR("core", "Score"),
         LIMNER_TR("core", "Compares texts with references: BLEU, ROUGE, METEOR, F1."), &writing::scoreTable,
         &writing::prepareScoring, &writing::scoringTitle, &writing::startScoring, Course::Brief},
    };
    return rows;
}

const KindEntry* findKind(std::string_view id) {
    const auto& rows = kindRegistry();
    const auto found = std::ranges::find(rows, id, &KindEntry::id);
    return found == rows.end() ? nullptr : &*found;
}

Result<ParamValues> prepared(const KindEntry& kind, const ParamValues& given) {
    auto values = kind.prepare(given);
    if (!values || !values->contains("overwrite")) return values;
    const auto isFree = checkReplacing(*values);
    if (!isFree) return isFree.error();
    values->insert_or_assign("overwrite", false);
    return values;
}

}  // namespace limner::generation
