// Splits a set into pictures to train on, to validate on and to test on.
#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <cmath>

#include "core/internal/picture_set.h"

namespace limner::datasets {
namespace {

/// A share of `count`, at least 1 where the share is above 0, and never more than `atMost`.
int64_t partOf(int64_t count, double share, int64_t atMost) {
    if (share <= 0) return 0;
    const int64_t rounded = std::llround(share * static_cast<double>(count));
    return std::clamp<int64_t>(std::max<int64_t>(rounded, 1), 0, std::max<int64_t>(atMost, 0));
}

}  // namespace

Split split(const PictureSet& set, double validationShare, double testShare, uint64_t seed) {
    const bool hasOfficialTest = set.officialTestFrom >= 0;
    const int64_t drawn = hasOfficialTest ? set.officialTestFrom : set.count();
    const int64_t validation = partOf(drawn, validationShare, drawn - 1);
    const int64_t test = hasOfficialTest ? 0 : partOf(drawn, testShare, drawn - 1 - validation);

    at::Generator generator = at::detail::createCPUGenerator(seed);
    const at::Tensor order = at::randperm(drawn, generator, at::kLong);
    Split parts;
    parts.validation = order.narrow(0, 0, validation);
    parts.test =
        hasOfficialTest ? at::arange(drawn, set.count(), at::kLong) : order.narrow(0, validation, test);
    parts.train = order.narrow(0, validation + test, drawn - validation - test);
    return parts;
}

}  // namespace limner::datasets
