#include "load.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <map>
#include <opencv2/core/utility.hpp>
#include <optional>

#include "memory.h"
#include "prepare.h"

namespace limner::datasets {
namespace {

/// Per picture: why it could not be read, or nothing.
using Failures = std::vector<std::optional<Error>>;

/// A message names the first few and counts the others.
constexpr size_t kNamedFailures = 5;

Failures readInto(const PictureSource& source, const Preparation& preparation, const IsStopped& isStopped,
                  at::Tensor& pictures) {
    constexpr int64_t kGrain = 16;
    Failures failures(static_cast<size_t>(source.count()));
    const int64_t bytes = pictures[0].numel();
    auto* memory = pictures.data_ptr<uint8_t>();
    cv::setNumThreads(1);  // the loop below is parallel already
    at::parallel_for(0, source.count(), kGrain, [&](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; ++i) {
            if (isStopped && isStopped()) return;
            const auto image = source.read(i);
            if (image) {
                prepare(*image, preparation, memory + i * bytes);
            } else {
                failures[static_cast<size_t>(i)] = image.error();
            }
        }
    });
    return failures;
}

/// One message for each reason, in the order in which they first appear.
std::vector<Message> summarise(const Failures& failures) {
    struct Group {
        std::string names;
        size_t count = 0;
    };
    std::vector<std::string> reasons;
    std::map<std::string, Group> groups;
    for (const auto& failure : failures) {
        if (!failure) continue;
        const Message& message = failure->message;
        Group& group = groups[message.source];
        if (group.count == 0) reasons.push_back(message.source);
        if (group.count < kNamedFailures) group.names += (group.count == 0 ? "" : ", ") + message.args.at(0);
        if (group.count == kNamedFailures) group.names += ", …";
        ++group.count;
    }
    std::vector<Message> messages;
    for (const std::string& reason : reasons) {
        messages.push_back({reason, {groups[reason].names, std::to_string(groups[reason].count)}});
    }
    return messages;
}

/// Keeps the rows that were read; later ones move forward, in place.
void leaveOutFailures(const Failures& failures, PictureSet& set) {
    const int64_t bytes = set.pictures[0].numel();
    auto* memory = set.pictures.data_ptr<uint8_t>();
    auto* labels = set.labels.data_ptr<int64_t>();
    int64_t kept = 0;
    int64_t keptBeforeTest = 0;
    for (int64_t i = 0; i < static_cast<int64_t>(failures.size()); ++i) {
        if (failures[static_cast<size_t>(i)]) continue;
        if (kept != i) {
            std::copy_n(memory + i * bytes, bytes, memory + kept * bytes);
            labels[kept] = labels[i];
        }
        ++kept;
        if (i < set.officialTestFrom) keptBeforeTest = kept;
    }
    set.pictures = set.pictures.narrow(0, 0, kept);
    set.labels = set.labels.narrow(0, 0, kept);
    if (set.officialTestFrom >= 0) set.officialTestFrom = keptBeforeTest;
}

}  // namespace

Error noneRead(const std::vector<Message>& reasons) {
    Error error{
        .code = ErrorCode::NotFound,
        .message = LIMNER_TR("core", "There is no picture that could be read."),
        .hint = LIMNER_TR("core", "Choose a folder with PNG, JPEG, WebP, BMP, GIF or TIFF pictures.")};
    for (const Message& reason : reasons) error.details += reason.text() + "\n";
    return error;
}

Result<PictureSet> loadAll(const PictureSource& source, const Preparation& preparation,
                           const IsStopped& isStopped) {
    const Listing& listing = source.listing();
    const int64_t count = source.count();
    const int64_t side = preparation.size;
    const double bytes = static_cast<double>(count) * static_cast<double>(preparation.channels * side * side);
    if (auto fits = checkMemory(bytes, availableMemory()); !fits) return fits.error();
    if (count == 0) return noneRead(listing.skipped);

    PictureSet set{.pictures = at::empty({count, preparation.channels, side, side}, at::kByte),
                   .labels = at::tensor(listing.labels),
                   .classNames = listing.classNames,
                   .officialTestFrom = listing.officialTestFrom,
                   .skipped = listing.skipped};
    const Failures failures = readInto(source, preparation, isStopped, set.pictures);
    if (isStopped && isStopped())
        return Error{.message = LIMNER_TR("core", "The pictures were not read to the end.")};
    const std::vector<Message> reasons = summarise(failures);
    set.skipped.insert(set.skipped.end(), reasons.begin(), reasons.end());
    if (!reasons.empty()) leaveOutFailures(failures, set);
    if (set.count() == 0) return noneRead(set.skipped);
    return set;
}

}  // namespace limner::datasets
