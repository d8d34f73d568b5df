// IDX files, the format of MNIST and its relatives: http://yann.lecun.com/exdb/mnist/
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "find.h"
#include "formats.h"
#include "memory.h"
#include "unpack.h"

namespace limner::datasets {
namespace fs = std::filesystem;
namespace {

constexpr uint64_t kMaxPixels = 100'000'000;  // of one picture
constexpr uint8_t kUnsignedByte = 0x08;

enum class Content { Labels = 1, Pictures = 3 };  // the value is the number of dimensions

struct IdxFile {
    fs::path path;
    std::string bytes;
    int64_t count = 0;
    int height = 1;
    int width = 1;

    size_t itemBytes() const { return static_cast<size_t>(height) * static_cast<size_t>(width); }
    const uint8_t* item(int64_t index) const {
        const size_t start = bytes.size() - static_cast<size_t>(count) * itemBytes();
        return reinterpret_cast<const uint8_t*>(bytes.data()) + start +
               static_cast<size_t>(index) * itemBytes();
    }
};

/// A file of pictures and its file of labels.
struct IdxPair {
    IdxFile pictures;
    IdxFile labels;
};

Error unusable(ErrorCode code, const char* sentence, const fs::path& path,
               std::vector<std::string> more = {}) {
    more.insert(more.begin(), path.string());
    return {.code = code,
            .message = {sentence, std::move(more)},
            .hint = LIMNER_TR("core", "Get the file again, or choose another folder.")};
}

uint32_t bigEndian(std::string_view bytes, size_t word) {
    uint32_t value = 0;
    for (size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<uint8_t>(bytes[word * 4 + i]);
    return value;
}

/// Checks the first four bytes: two zeros, the type, the number of dimensions.
Result<void> checkMagic(const IdxFile& file, Content expected) {
    const std::string& bytes = file.bytes;
    if (bytes.size() < 4 || bytes[0] != 0 || bytes[1] != 0) {
        return unusable(ErrorCode::Unsupported, LIMNER_TR("core", "“%1” is not an IDX file."), file.path);
    }
    if (bytes[2] != kUnsignedByte) {
        return unusable(ErrorCode::Unsupported,
                        LIMNER_TR("core", "“%1” holds numbers of another type than bytes."), file.path);
    }
    const int dimensions = static_cast<uint8_t>(bytes[3]);
    if (dimensions == static_cast<int>(expected)) return {};
    if (dimensions == static_cast<int>(Content::Pictures)) {
        return unusable(ErrorCode::Unsupported,
                        LIMNER_TR("core", "“%1” holds pictures where labels are expected."), file.path);
    }
    if (dimensions == static_cast<int>(Content::Labels)) {
        return unusable(ErrorCode::Unsupported,
                        LIMNER_TR("core", "“%1” holds labels where pictures are expected."), file.path);
    }
    return unusable(ErrorCode::Unsupported, LIMNER_TR("core", "“%1” has %2 dimensions instead of %3."),
                    file.path, {std::to_string(dimensions), std::to_string(static_cast<int>(expected))});
}

/// Reads the sizes in the header and holds them against the length of the file.
Result<void> readSizes(IdxFile& file, Content content) {
    const size_t headerBytes = 4 + 4 * static_cast<size_t>(content);
    if (file.bytes.size() < headerBytes) {
        return unusable(ErrorCode::Damaged, LIMNER_TR("core", "“%1” ends within its header."), file.path);
    }
    const uint64_t count = bigEndian(file.bytes, 1);
    const uint64_t height = content == Content::Pictures ? bigEndian(file.bytes, 2) : 1;
    const uint64_t width = content == Content::Pictures ? bigEndian(file.bytes, 3) : 1;
    if (count == 0 || height == 0 || width == 0) {
        return unusable(ErrorCode::Damaged, LIMNER_TR("core", "“%1” says that it is empty."), file.path);
    }
    if (height * width > kMaxPixels) {  // both are below 2^32
        return unusable(ErrorCode::Damaged, LIMNER_TR("core", "“%1” says that its pictures are %2×%3."),
                        file.path, {std::to_string(width), std::to_string(height)});
    }
    const uint64_t expected = headerBytes + count * height * width;
    if (file.bytes.size() != expected) {
        return unusable(ErrorCode::Damaged,
                        LIMNER_TR("core", "“%1” should hold %2 bytes by its own header, but holds %3."),
                        file.path, {std::to_string(expected), std::to_string(file.bytes.size())});
    }
    file.count = static_cast<int64_t>(count);
    file.height = static_cast<int>(height);
    file.width = static_cast<int>(width);
    return {};
}

Result<IdxFile> readIdx(const fs::path& path, Content content) {
    constexpr uint64_t kWhereUnknown = uint64_t{8} << 30;
    auto bytes = readUnpacked(path, availableMemory().value_or(kWhereUnknown));
    if (!bytes) return bytes.error();
    IdxFile file{.path = path, .bytes = std::move(*bytes)};
    if (auto checked = checkMagic(file, content); !checked) return checked.error();
    if (auto checked = readSizes(file, content); !checked) return checked.error();
    return file;
}

Result<IdxPair> readPair(const fs::path& pictures, const fs::path& labels) {
    auto pictureFile = readIdx(pictures, Content::Pictures);
    if (!pictureFile) return pictureFile.error();
    auto labelFile = readIdx(labels, Content::Labels);
    if (!labelFile) return labelFile.error();
    if (labelFile->count != pictureFile->count) {
        return unusable(ErrorCode::Damaged, LIMNER_TR("core", "“%1” has %2 labels for %3 pictures."), labels,
                        {std::to_string(labelFile->count), std::to_string(pictureFile->count)});
    }
    return IdxPair{std::move(*pictureFile), std::move(*labelFile)};
}

/// The two files of one part ("train", "t10k"), where they are there.
struct PairPaths {
    std::optional<fs::path> pictures;
    std::optional<fs::path> labels;
};

std::optional<fs::path> findSpelling(const fs::path& folder, const std::string& name,
                                     const std::string& ending) {
    std::vector<std::string> spellings;
    for (const char* separator : {"-", "."}) {
        for (const char* packed : {"", ".gz"}) spellings.push_back(name + separator + ending + packed);
    }
    return firstFile(folder, spellings);
}

PairPaths findPair(const fs::path& folder, const std::string& part) {
    return {findSpelling(folder, part + "-images", "idx3-ubyte"),
            findSpelling(folder, part + "-labels", "idx1-ubyte")};
}

Error missing(const fs::path& folder, const std::string& name) {
    return {.code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "“%1” is missing in “%2”."), {name, folder.string()}},
            .hint = LIMNER_TR("core",
                              "The folder must hold train-images-idx3-ubyte and train-labels-idx1-ubyte, "
                              "plain or as .gz.")};
}

Message noTestPart(const fs::path& folder) {
    return {LIMNER_TR("core",
                      "“%1” has no test part (t10k-images and t10k-labels): the test pictures are taken from "
                      "the others."),
            {folder.string()}};
}

/// The training part and, where it is there, the test part after it.
class IdxSource : public PictureSource {
public:
    IdxSource(Listing listing, std::vector<IdxPair> parts)
        : PictureSource(std::move(listing)), m_parts(std::move(parts)) {}

    Result<Image> read(int64_t index) const override {
        auto part = m_parts.begin();
        for (; index >= part->pictures.count; ++part) index -= part->pictures.count;
        Image image(part->pictures.width, part->pictures.height, 1);
        std::copy_n(part->pictures.item(index), image.bytes.size(), image.bytes.begin());
        return image;
    }

private:
    std::vector<IdxPair> m_parts;
};

Result<void> appendLabels(const IdxFile& file, Listing& listing) {
    const bool isNamed = !listing.classNames.empty();
    for (int64_t i = 0; i < file.count; ++i) {
        const uint8_t label = *file.item(i);
        if (isNamed && label >= listing.classNames.size()) {
            return unusable(ErrorCode::Damaged,
                            LIMNER_TR("core", "“%1” holds the label %2, but there are %3 classes."),
                            file.path, {std::to_string(label), std::to_string(listing.classNames.size())});
        }
        listing.labels.push_back(label);
    }
    return {};
}

/// Where the classes have no names they are called by their numbers.
void numberClasses(Listing& listing) {
    const int64_t last = *std::max_element(listing.labels.begin(), listing.labels.end());
    for (int64_t i = 0; i <= last; ++i) listing.classNames.push_back(std::to_string(i));
}

OpenedSource openFolder(const fs::path& folder, std::vector<std::string> classNames) {
    const PairPaths train = findPair(folder, "train");
    if (!train.pictures) return missing(folder, "train-images-idx3-ubyte");
    if (!train.labels) return missing(folder, "train-labels-idx1-ubyte");
    const PairPaths test = findPair(folder, "t10k");

    Listing listing{.classNames = std::move(classNames)};
    std::vector<PairPaths> present{train};
    if (test.pictures && test.labels) {
        present.push_back(test);
    } else {
        listing.skipped.push_back(noTestPart(folder));
    }
    std::vector<IdxPair> parts;
    for (const PairPaths& paths : present) {
        auto pair = readPair(*paths.pictures, *paths.labels);
        if (!pair) return pair.error();
        if (!parts.empty()) listing.officialTestFrom = parts.front().pictures.count;
        if (auto labelled = appendLabels(pair->labels, listing); !labelled) return labelled.error();
        parts.push_back(std::move(*pair));
    }
    if (listing.classNames.empty()) numberClasses(listing);
    return std::unique_ptr<PictureSource>(std::make_unique<IdxSource>(std::move(listing), std::move(parts)));
}

constexpr const char* kFashionFolder = "datasets/fashion-mnist";

/// In the order of the labels: Xiao et al. 2017, table 2.
std::vector<std::string> fashionClasses() {
    return {LIMNER_TR("core", "T-shirt/top"), LIMNER_TR("core", "Trouser"), LIMNER_TR("core", "Pullover"),
            LIMNER_TR("core", "Dress"),       LIMNER_TR("core", "Coat"),    LIMNER_TR("core", "Sandal"),
            LIMNER_TR("core", "Shirt"),       LIMNER_TR("core", "Sneaker"), LIMNER_TR("core", "Bag"),
            LIMNER_TR("core", "Ankle boot")};
}

}  // namespace

OpenedSource openIdx(const ParamValues& values, const Host&) {
    const auto folder = givenFolder(values);
    if (!folder) return folder.error();
    return openFolder(*folder, {});
}

OpenedSource openFashionMnist(const ParamValues&, const Host&) {
    const auto folder = findInDataFolders(kFashionFolder);
    if (!folder) {
        return Error{.code = ErrorCode::NotFound,
                     .message = fashionMnistUnavailable(),
                     .hint = LIMNER_TR("core", "Or choose another data set.")};
    }
    return openFolder(*folder, fashionClasses());
}

Message fashionMnistUnavailable() {
    if (findInDataFolders(kFashionFolder)) return {};
    return {LIMNER_TR("core", "Fashion-MNIST is not installed. To install it, type: sudo apt install %1"),
            {"dataset-fashion-mnist"}};
}

}  // namespace limner::datasets
