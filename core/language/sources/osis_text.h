// The text of a Bible in OSIS markup, taken entry by entry.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sword_text.h"

namespace limner::language {

/// Collects chapters: what stands outside of them (introductions, titles of books) is left out, and so are
/// notes, headings and glossaries within.
class OsisReader {
public:
    /// @param markup  one entry, usually a verse
    void add(std::string_view markup);
    /// Those that hold text.
    std::vector<SwordChapter> take();

private:
    void onTag(std::string_view tag);
    void onText(std::string_view text);
    void endEntry();
    bool isSkipping() const { return m_notes > 0 || m_isInHeading || !m_skipUntil.empty(); }

    std::vector<SwordChapter> m_chapters;
    std::string m_entry;      ///< its text so far, with \n where lines end
    std::string m_skipUntil;  ///< the eID that ends what is left out; empty: nothing is
    int m_notes = 0;          ///< how many stand open
    bool m_isInHeading = false;
    bool m_isInChapter = false;
    bool m_endsChapter = false;  ///< after this entry
};

}  // namespace limner::language
