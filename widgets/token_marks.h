// Where the words of a model stand in a text, how expected each one was, and how all of them move when the
// text changes around them.
#pragma once

#include <span>
#include <vector>

namespace limner::widgets {

/// One token that a model wrote, as it stands in a text.
struct TokenMark {
    int start = 0;           ///< in UTF-16 units, from the beginning of the text
    int length = 0;          ///< at least 1
    double probability = 1;  ///< that the model gave it, 0 to 1
    double entropyBits = 0;  ///< of all that might have come there
    int end() const { return start + length; }
    friend bool operator==(const TokenMark&, const TokenMark&) = default;
};

/// How surprising a token was: 0 (expected) to 3.
int surpriseLevel(double probability);
inline constexpr int kSurpriseLevels = 4;
/// Opacity of the tint of a level.
double surpriseAlpha(int level);

/// What was once written stays until somebody edits it: a mark that a change touches goes, later ones move.
class TokenMarks {
public:
    /// In the order of the text; none overlap.
    const std::vector<TokenMark>& all() const { return m_marks; }
    void clear() { m_marks.clear(); }
    /// Marks that overlap the new ones go. @pre sorted, without overlaps among themselves
    void add(const std::vector<TokenMark>& marks);
    /// In the text, `removed` units at `position` were replaced by `added` others.
    /// @return the marks that went, as they stood before
    std::vector<TokenMark> change(int position, int removed, int added);
    /// The marks that overlap [from, to).
    std::span<const TokenMark> within(int from, int to) const;
    /// The mark of the unit at this position; null if there is none.
    const TokenMark* at(int position) const;

private:
    std::vector<TokenMark> m_marks;
};

/// Changes of one undo step in order, to find out where a mark of the middle stood at its beginning.
struct TextChange {
    int position = 0;
    int removed = 0;
    int added = 0;
};
/// The mark as it stood before these changes; its length is 0 if it cannot be told.
TokenMark before(TokenMark mark, std::span<const TextChange> changes);

}  // namespace limner::widgets
