#include "token_marks.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace limner::widgets {
namespace {

constexpr std::array<double, kSurpriseLevels> kAlphas{0, 0.13, 0.26, 0.42};
/// Below these probabilities a token is of the next level.
constexpr std::array<double, kSurpriseLevels - 1> kExpected{0.40, 0.18, 0.07};

}  // namespace

int surpriseLevel(double probability) {
    return static_cast<int>(
        std::ranges::count_if(kExpected, [probability](double limit) { return probability <= limit; }));
}

double surpriseAlpha(int level) {
    return kAlphas[static_cast<size_t>(std::clamp(level, 0, kSurpriseLevels - 1))];
}

void TokenMarks::add(const std::vector<TokenMark>& marks) {
    if (marks.empty()) return;
    std::erase_if(m_marks, [&](const TokenMark& old) {
        const auto next =
            std::ranges::upper_bound(marks, old.start, {}, [](const TokenMark& m) { return m.end(); });
        return next != marks.end() && next->start < old.end();
    });
    const auto place = std::ranges::upper_bound(m_marks, marks.front().start, {}, &TokenMark::start);
    const auto added = m_marks.insert(place, marks.begin(), marks.end());
    std::ranges::inplace_merge(m_marks.begin(), added, m_marks.end(), {}, &TokenMark::start);
}

std::vector<TokenMark> TokenMarks::change(int position, int removed, int added) {
    const int behind = position + removed;
    const auto first =
        std::ranges::upper_bound(m_marks, position, {}, [](const TokenMark& mark) { return mark.end(); });
    const auto last =
        std::find_if(first, m_marks.end(), [behind](const TokenMark& mark) { return mark.start >= behind; });
    const std::vector<TokenMark> gone(first, last);
    for (auto mark = m_marks.erase(first, last); mark != m_marks.end(); ++mark)
        mark->start += added - removed;
    return gone;
}

std::span<const TokenMark> TokenMarks::within(int from, int to) const {
    const auto first =
        std::ranges::upper_bound(m_marks, from, {}, [](const TokenMark& mark) { return mark.end(); });
    const auto last = std::ranges::lower_bound(first, m_marks.end(), to, {}, &TokenMark::start);
    return {first, last};
}

const TokenMark* TokenMarks::at(int position) const {
    const auto found = within(position, position + 1);
    return found.empty() ? nullptr : &found.front();
}

TokenMark before(TokenMark mark, std::span<const TextChange> changes) {
    for (size_t i = changes.size(); i-- > 0;) {
        const TextChange& change = changes[i];
        if (mark.end() <= change.position) continue;
        if (mark.start < change.position + change.added) return {mark.start, 0};
        mark.start += change.removed - change.added;
    }
    return mark;
}

}  // namespace limner::widgets
