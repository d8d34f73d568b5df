// BLEU: how many runs of one to four words are those of the reference, and whether the text is as long.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "entries.h"
#include "words.h"

namespace limner::language {
namespace {

constexpr size_t kOrders = 4;

struct BleuCounts {
    std::array<int64_t, kOrders> correct{};
    std::array<int64_t, kOrders> total{};
    int64_t hypothesisLength = 0;
    int64_t referenceLength = 0;
};

void countRuns(const LinePair& line, WordSplit split, BleuCounts& counts) {
    const Words hypothesis = wordsAndSigns(line.hypothesis, split);
    const Words reference = wordsAndSigns(line.reference, split);
    counts.hypothesisLength += std::ssize(hypothesis);
    counts.referenceLength += std::ssize(reference);
    for (size_t order = 1; order <= kOrders; ++order) {
        std::map<std::span<const std::string>, int64_t, decltype([](auto one, auto other) {
                     return std::lexicographical_compare(one.begin(), one.end(), other.begin(), other.end());
                 })>
            left;
        for (size_t at = 0; at + order <= reference.size(); ++at)
            ++left[std::span(reference).subspan(at, order)];
        for (size_t at = 0; at + order <= hypothesis.size(); ++at) {
            ++counts.total[order - 1];
            const auto found = left.find(std::span(hypothesis).subspan(at, order));
            if (found == left.end() || found->second == 0) continue;
            --found->second;
            ++counts.correct[order - 1];
        }
    }
}

double brevityPenalty(const BleuCounts& counts) {
    if (counts.hypothesisLength >= counts.referenceLength) return 1;
    if (counts.hypothesisLength == 0) return 0;
    return std::exp(1 - static_cast<double>(counts.referenceLength) /
                            static_cast<double>(counts.hypothesisLength));
}

/// @param orders  of runs that count; fewer where the text has none that long
double bleuOf(const BleuCounts& counts, size_t orders) {
    if (std::all_of(counts.correct.begin(), counts.correct.end(), [](int64_t count) { return count == 0; }))
        return 0;
    constexpr double kLogOfNothing = -9999999999;  // as sacrebleu's my_log
    double sum = 0;
    double smoothing = 1;
    for (size_t i = 0; i < orders; ++i) {
        if (counts.total[i] == 0) {
            sum += kLogOfNothing;
            continue;
        }
        const auto total = static_cast<double>(counts.total[i]);
        if (counts.correct[i] == 0) smoothing *= 2;
        const double correct =
            counts.correct[i] == 0 ? 1 / smoothing : static_cast<double>(counts.correct[i]);
        sum += std::log(100 * correct / total);
    }
    return brevityPenalty(counts) * std::exp(sum / static_cast<double>(orders));
}

}  // namespace

Numbers corpusBleu(std::span<const LinePair> lines, const ScoreOptions& options) {
    BleuCounts counts;
    for (const LinePair& line : lines) countRuns(line, options.split, counts);
    return {bleuOf(counts, kOrders)};
}

Numbers lineBleu(const LinePair& line, const ScoreOptions& options) {
    BleuCounts counts;
    countRuns(line, options.split, counts);
    const auto none = std::find(counts.total.begin(), counts.total.end(), 0);
    return {bleuOf(counts, static_cast<size_t>(none - counts.total.begin()))};
}

}  // namespace limner::language
