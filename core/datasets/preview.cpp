#include "preview.h"

#include <algorithm>

#include "core/internal/picture_set.h"
#include "load.h"
#include "prepare.h"

namespace limner::datasets {
namespace {

constexpr int kColumns = 8;
constexpr size_t kWanted = 32;

/// The values of the data part alone, every one of them there. Errors: InvalidArgument.
Result<ParamValues> dataValues(const ParamValues& trainValues) {
    const ParamTable table{dataRow()};
    ParamValues given;
    for (const ParamSpec* row : activeRows(table, trainValues)) {
        const auto value = trainValues.find(row->id);
        if (value != trainValues.end()) given.insert(*value);
    }
    return completeValues(table, given);
}

std::vector<std::vector<int64_t>> indicesByClass(const Listing& listing) {
    std::vector<std::vector<int64_t>> classes(std::max<size_t>(listing.classNames.size(), 1));
    for (size_t i = 0; i < listing.labels.size(); ++i) {
        classes.at(static_cast<size_t>(listing.labels[i])).push_back(static_cast<int64_t>(i));
    }
    return classes;
}

/// Evenly spread positions: `wanted` of 0 … count - 1, or all of them.
std::vector<size_t> spread(size_t count, size_t wanted) {
    std::vector<size_t> positions(std::min(count, wanted));
    for (size_t i = 0; i < positions.size(); ++i) positions[i] = i * count / positions.size();
    return positions;
}

/// In turn one of each class, evenly spread within it.
std::vector<int64_t> picked(const Listing& listing) {
    auto classes = indicesByClass(listing);
    std::erase_if(classes, [](const auto& members) { return members.empty(); });
    const size_t each = (kWanted + classes.size() - 1) / classes.size();
    std::vector<int64_t> picks;
    for (size_t turn = 0; turn < each; ++turn) {
        for (const size_t c : spread(classes.size(), kWanted)) {
            const auto positions = spread(classes[c].size(), each);
            if (turn < positions.size()) picks.push_back(classes[c][positions[turn]]);
        }
    }
    picks.resize(std::min(picks.size(), kWanted));
    return picks;
}

/// The picture at an index or, where it cannot be read, one of the next few that is not shown anyway.
Result<Image> readNear(const PictureSource& source, int64_t index, const std::vector<int64_t>& picks) {
    constexpr int64_t kTries = 4;
    auto image = source.read(index);
    for (int64_t i = index + 1; !image && i < std::min(index + kTries, source.count()); ++i) {
        if (std::find(picks.begin(), picks.end(), i) != picks.end()) break;
        image = source.read(i);
    }
    return image;
}

/// Tiles of one shape, written one after the other.
class Sheet {
public:
    explicit Sheet(const Preparation& preparation) : m_preparation(preparation) {}

    void add(const Image& image) {
        const auto side = static_cast<size_t>(m_preparation.size);
        m_planes.emplace_back(side * side * static_cast<size_t>(m_preparation.channels));
        prepare(image, m_preparation, m_planes.back().data());
    }

    SampleSheet finished() const {
        const int count = static_cast<int>(m_planes.size());
        const int side = static_cast<int>(m_preparation.size);
        const int columns = std::min(count, kColumns);
        const int rows = (count + kColumns - 1) / kColumns;
        SampleSheet sheet{
            .columns = columns,
            .count = count,
            .tileWidth = side,
            .tileHeight = side,
            .sheet = Image(columns * side, rows * side, static_cast<int>(m_preparation.channels))};
        for (int i = 0; i < count; ++i)
            place(m_planes[static_cast<size_t>(i)], i % columns, i / columns, sheet.sheet);
        return sheet;
    }

    bool isEmpty() const { return m_planes.empty(); }

private:
    void place(const std::vector<uint8_t>& planes, int column, int row, Image& sheet) const {
        const int side = static_cast<int>(m_preparation.size);
        size_t from = 0;
        for (int c = 0; c < sheet.channels; ++c) {
            for (int y = 0; y < side; ++y) {
                for (int x = 0; x < side; ++x)
                    sheet.at(column * side + x, row * side + y)[c] = planes[from++];
            }
        }
    }

    Preparation m_preparation;
    std::vector<std::vector<uint8_t>> m_planes;
};

std::vector<std::pair<std::string, double>> counted(const Listing& listing) {
    std::vector<std::pair<std::string, double>> numbers{
        {"pictures", static_cast<double>(listing.labels.size())}};
    if (listing.classNames.empty()) return numbers;
    const auto classes = indicesByClass(listing);
    for (size_t c = 0; c < classes.size(); ++c) {
        numbers.emplace_back(listing.classNames[c], static_cast<double>(classes[c].size()));
    }
    return numbers;
}

}  // namespace

Result<LivePicture> previewData(const ParamValues& trainValues, const Host& host) {
    const auto values = dataValues(trainValues);
    if (!values) return values.error();
    const auto source = findDataset(textOf(*values, "data"))->open(*values, host);
    if (!source) return source.error();

    Sheet sheet(preparationOf(*values));
    std::vector<Message> failures;
    const std::vector<int64_t> picks = picked((*source)->listing());
    for (const int64_t index : picks) {
        const auto image = readNear(**source, index, picks);
        if (image) {
            sheet.add(*image);
        } else {
            failures.push_back(image.error().message);
        }
    }
    if (sheet.isEmpty()) return noneRead(failures);
    return LivePicture{.sheet = sheet.finished(), .numbers = counted((*source)->listing())};
}

}  // namespace limner::datasets
