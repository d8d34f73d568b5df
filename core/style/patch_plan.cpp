#include "patch_plan.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace limner::style {
namespace {

struct Kind {
    int side;
    int gap;
    int rounds;
};

// Elad & Milanfar 2017, section IV, with one more pass of small patches at the end.
constexpr std::array<Kind, 4> kKinds{{{33, 14, 2}, {21, 9, 2}, {13, 5, 2}, {9, 3, 2}}};
constexpr Kind kLast{8, 2, 1};

/// Levels beyond this size only refine what the coarser ones made: large patches would cost much and change
/// little.
constexpr int kLargestWhole = 700;
constexpr int kLargestLast = 1300;
constexpr int kRefiningSide = 13;

void addRounds(PatchPlan& plan, int level, const Kind& kind, int smallest, double scale, bool isRefining) {
    const int side = std::max(3, static_cast<int>(std::lround(kind.side * scale)));
    const int gap = std::max(1, static_cast<int>(std::lround(kind.gap * scale)));
    if (2 * side > smallest) return;
    for (int i = 0; i < (isRefining ? 1 : kind.rounds); ++i) plan.rounds.push_back({level, side, gap});
}

}  // namespace

PixelSize levelSize(PixelSize whole, int level, int levels) {
    const int divisor = 1 << (levels - 1 - level);
    return {std::max(1, (whole.width + divisor / 2) / divisor),
            std::max(1, (whole.height + divisor / 2) / divisor)};
}

PatchPlan planPatches(PixelSize size, int smallest, int levels, double scale) {
    constexpr double kStandardSide = 400;
    const int longest = std::max(size.width, size.height);
    PatchPlan plan;
    plan.levels = levels + std::max(0, static_cast<int>(std::floor(std::log2(longest / kStandardSide))));
    for (int level = 0; level < plan.levels; ++level) {
        const int divisor = 1 << (plan.levels - 1 - level);
        const bool isRefining = longest / divisor > kLargestWhole;
        for (const Kind& kind : kKinds)
            if (!isRefining || kind.side <= kRefiningSide)
                addRounds(plan, level, kind, smallest / divisor, scale, isRefining);
    }
    if (longest <= kLargestLast) addRounds(plan, plan.levels - 1, kLast, smallest, scale, false);
    return plan;
}

}  // namespace limner::style
