// Every data set Limner can train on. One row each; order is the order in the menu.
#include <algorithm>

#include "core/internal/picture_set.h"
#include "formats.h"
#include "load.h"

namespace limner::datasets {
namespace {

Message alwaysAvailable() {
    return {};
}

ParamTable folderRow(const char* help) {
    return {{.id = "data_folder",
             .label = LIMNER_TR("core", "Folder"),
             .help = help,
             .group = LIMNER_TR("core", "Data"),
             .kind = ParamKind::Folder,
             .standard = ""}};
}

ParamTable emojiRow() {
    return {{.id = "emoji_subset",
             .label = LIMNER_TR("core", "Emoji"),
             .help = LIMNER_TR("core", "Which emoji the model learns."),
             .group = LIMNER_TR("core", "Data"),
             .kind = ParamKind::Choice,
             .standard = "all",
             .choices = {{.id = "all", .label = LIMNER_TR("core", "All, about 3,900")},
                         {.id = "faces", .label = LIMNER_TR("core", "Faces, about 150")}}}};
}

ParamValues shape(int64_t size, const char* channels, const char* fit) {
    return {{"size", size}, {"channels", channels}, {"fit", fit}};
}

std::vector<DatasetEntry> makeRows() {
    return {
        {.id = "fashion-mnist",
         .label = LIMNER_TR("core", "Fashion-MNIST"),
         .help = LIMNER_TR("core", "70,000 grey pictures of clothes, 28×28, in 10 classes."),
         .standards = shape(28, "grey", "crop"),
         .unavailable = &fashionMnistUnavailable,
         .open = &openFashionMnist},
        {.id = "idx",
         .label = LIMNER_TR("core", "Your own IDX files"),
         .help = LIMNER_TR("core", "MNIST, EMNIST or any other set of grey pictures in the IDX format."),
         .rows = folderRow(LIMNER_TR("core",
                                     "Holds train-images-idx3-ubyte, train-labels-idx1-ubyte and, for the "
                                     "test part, the same with t10k; plain or as .gz.")),
         .standards = shape(28, "grey", "crop"),
         .unavailable = &alwaysAvailable,
         .open = &openIdx},
        {.id = "folder",
         .label = LIMNER_TR("core", "Folder of pictures"),
         .help = LIMNER_TR("core", "PNG, JPEG, WebP, BMP, GIF and TIFF; each sub-folder is a class."),
         .rows = folderRow(LIMNER_TR("core", "Holds the pictures, or one sub-folder for each class.")),
         .standards = shape(64, "rgb", "crop"),
         .unavailable = &alwaysAvailable,
         .open = &openPictureFolder},
        {.id = "emoji",
         .label = LIMNER_TR("core", "Noto Color Emoji"),
         .help = LIMNER_TR("core", "The colour emoji of the system's font, 136×128."),
         .rows = emojiRow(),
         .standards = shape(32, "rgb", "pad"),
         .unavailable = &emojiUnavailable,
         .open = &openEmoji},
        {.id = "cifar",
         .label = LIMNER_TR("core", "CIFAR batches"),
         .help = LIMNER_TR("core", "Your copy of CIFAR-10 or CIFAR-100, binary version: colour, 32×32."),
         .rows = folderRow(LIMNER_TR("core", "Holds data_batch_1.bin to data_batch_5.bin, or train.bin.")),
         .standards = shape(32, "rgb", "crop"),
         .unavailable = &alwaysAvailable,
         .open = &openCifar},
    };
}

}  // namespace

const std::vector<DatasetEntry>& datasetRegistry() {
    static const std::vector<DatasetEntry> rows = makeRows();
    return rows;
}

const DatasetEntry* findDataset(std::string_view id) {
    const auto& rows = datasetRegistry();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [id](const DatasetEntry& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

ParamSpec dataRow() {
    ParamSpec row{.id = "data",
                  .label = LIMNER_TR("core", "Data"),
                  .help = LIMNER_TR("core", "What the model learns from."),
                  .group = LIMNER_TR("core", "Data"),
                  .kind = ParamKind::Choice,
                  .standard = datasetRegistry().front().id};
    for (const DatasetEntry& entry : datasetRegistry()) {
        ParamTable rows = entry.rows;
        for (ParamSpec& shared : preparationRows()) rows.push_back(std::move(shared));
        row.choices.push_back({.id = entry.id,
                               .label = entry.label,
                               .help = entry.help,
                               .rows = std::move(rows),
                               .standards = entry.standards,
                               .unavailable = entry.unavailable(),
                               .domain = "pictures"});
    }
    return row;
}

Result<PictureSet> DatasetEntry::load(const ParamValues& values, const Preparation& preparation,
                                      const Host& host, const IsStopped& isStopped) const {
    auto source = open(values, host);
    if (!source) return source.error();
    return loadAll(**source, preparation, isStopped);
}

Result<PictureSet> loadPictures(const ParamValues& values, const Host& host, const IsStopped& isStopped) {
    const DatasetEntry* entry = findDataset(textOf(values, "data"));
    if (entry == nullptr) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = {LIMNER_TR("core", "There is no data set “%1”."), {textOf(values, "data")}}};
    }
    return entry->load(values, preparationOf(values), host, isStopped);
}

}  // namespace limner::datasets
