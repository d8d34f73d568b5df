// CIFAR-10 and CIFAR-100, binary version: https://www.cs.toronto.edu/~kriz/cifar.html
#include <algorithm>
#include <array>
#include <sstream>

#include "core/io/safe_replace.h"
#include "find.h"
#include "formats.h"
#include "memory.h"
#include "unpack.h"

namespace limner::datasets {
namespace fs = std::filesystem;
namespace {

constexpr int kSide = 32;
constexpr size_t kPlane = size_t{kSide} * kSide;
constexpr size_t kPictureBytes = 3 * kPlane;

/// The two sets differ in their file names and in how many label bytes stand before a picture.
struct Variant {
    std::vector<std::string> train;
    std::string test;
    std::string names;  ///< text file with a class name per line
    size_t labelBytes;  ///< the last of them is the class
    size_t classes;

    size_t recordBytes() const { return labelBytes + kPictureBytes; }
};

const std::array<Variant, 2>& variants() {
    static const std::array<Variant, 2> known{{
        {{"data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin"},
         "test_batch.bin",
         "batches.meta.txt",
         1,
         10},
        {{"train.bin"}, "test.bin", "fine_label_names.txt", 2, 100},  // coarse label, fine label
    }};
    return known;
}

Error damaged(const char* sentence, const fs::path& file, std::vector<std::string> more) {
    more.insert(more.begin(), file.string());
    return {.code = ErrorCode::Damaged,
            .message = {sentence, std::move(more)},
            .hint = LIMNER_TR("core", "Get the file again, or choose another folder.")};
}

class CifarSource : public PictureSource {
public:
    CifarSource(Listing listing, const Variant& variant, std::vector<std::string> batches)
        : PictureSource(std::move(listing)), m_variant(variant), m_batches(std::move(batches)) {}

    Result<Image> read(int64_t index) const override {
        auto offset = static_cast<size_t>(index) * m_variant.recordBytes();
        auto batch = m_batches.begin();
        for (; offset >= batch->size(); ++batch) offset -= batch->size();
        const auto* planes = reinterpret_cast<const uint8_t*>(batch->data()) + offset + m_variant.labelBytes;
        Image image(kSide, kSide, 3);
        for (size_t i = 0; i < kPlane; ++i) {
            for (size_t c = 0; c < 3; ++c) image.bytes[3 * i + c] = planes[c * kPlane + i];
        }
        return image;
    }

private:
    const Variant& m_variant;
    std::vector<std::string> m_batches;
};

/// Reads one batch and adds its labels.
Result<std::string> readBatch(const fs::path& file, const Variant& variant, Listing& listing) {
    constexpr uint64_t kWhereUnknown = uint64_t{8} << 30;
    auto bytes = readUnpacked(file, availableMemory().value_or(kWhereUnknown));
    if (!bytes) return bytes;
    if (bytes->empty() || bytes->size() % variant.recordBytes() != 0) {
        return damaged(
            LIMNER_TR("core", "“%1” holds %2 bytes, which is not a whole number of CIFAR records."), file,
            {std::to_string(bytes->size())});
    }
    for (size_t at = variant.labelBytes - 1; at < bytes->size(); at += variant.recordBytes()) {
        const auto label = static_cast<uint8_t>((*bytes)[at]);
        if (label >= variant.classes) {
            return damaged(LIMNER_TR("core", "“%1” holds the label %2, but there are %3 classes."), file,
                           {std::to_string(label), std::to_string(variant.classes)});
        }
        listing.labels.push_back(label);
    }
    return bytes;
}

/// The class names in the file beside the batches; their numbers where it is missing or too short.
std::vector<std::string> classNames(const fs::path& folder, const Variant& variant) {
    constexpr uintmax_t kMaxBytes = 1u << 20;
    std::vector<std::string> names;
    if (const auto text = io::readFile(folder / variant.names, kMaxBytes)) {
        std::istringstream lines(*text);
        for (std::string line; std::getline(lines, line);) {
            if (line.ends_with('\r')) line.pop_back();
            if (!line.empty()) names.push_back(line);
        }
    }
    if (names.size() == variant.classes) return names;
    names.clear();
    for (size_t i = 0; i < variant.classes; ++i) names.push_back(std::to_string(i));
    return names;
}

std::vector<fs::path> presentBatches(const fs::path& folder, const Variant& variant, Listing& listing) {
    std::vector<fs::path> present;
    std::string absent;
    for (const std::string& name : variant.train) {
        if (const auto file = firstFile(folder, {name, name + ".gz"})) {
            present.push_back(*file);
        } else {
            absent += (absent.empty() ? "" : ", ") + name;
        }
    }
    if (!present.empty() && !absent.empty()) {
        listing.skipped.push_back(Message(LIMNER_TR("core", "Missing batches: %1"), {absent}));
    }
    return present;
}

OpenedSource openVariant(const fs::path& folder, const Variant& variant, std::vector<fs::path> files,
                         Listing listing) {
    const size_t trainFiles = files.size();
    if (const auto test = firstFile(folder, {variant.test, variant.test + ".gz"})) {
        files.push_back(*test);
    } else {
        listing.skipped.emplace_back(
            LIMNER_TR("core", "“%1” is missing: the test pictures are taken from the others."),
            std::vector{variant.test});
    }
    std::vector<std::string> batches;
    for (const fs::path& file : files) {
        if (batches.size() == trainFiles)
            listing.officialTestFrom = static_cast<int64_t>(listing.labels.size());
        auto batch = readBatch(file, variant, listing);
        if (!batch) return batch.error();
        batches.push_back(std::move(*batch));
    }
    listing.classNames = classNames(folder, variant);
    return std::unique_ptr<PictureSource>(
        std::make_unique<CifarSource>(std::move(listing), variant, std::move(batches)));
}

}  // namespace

OpenedSource openCifar(const ParamValues& values, const Host&) {
    const auto folder = givenFolder(values);
    if (!folder) return folder.error();
    for (const Variant& variant : variants()) {
        Listing listing;
        std::vector<fs::path> files = presentBatches(*folder, variant, listing);
        if (!files.empty()) return openVariant(*folder, variant, std::move(files), std::move(listing));
    }
    return Error{.code = ErrorCode::NotFound,
                 .message = {LIMNER_TR("core", "There are no CIFAR batches in “%1”."), {folder->string()}},
                 .hint = LIMNER_TR("core",
                                   "The folder must hold data_batch_1.bin to data_batch_5.bin (CIFAR-10) or "
                                   "train.bin (CIFAR-100), the binary version.")};
}

}  // namespace limner::datasets
