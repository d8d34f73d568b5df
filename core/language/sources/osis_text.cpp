#include "osis_text.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <utility>

namespace limner::language {
namespace {

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kEntities{
    {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}}};
constexpr std::array<std::string_view, 3> kLeftOut{"introduction", "glossary", "front"};
constexpr std::string_view kPilcrow = "\xC2\xB6";

/// The value of an attribute in a tag; empty where it has none.
std::string_view attributeOf(std::string_view tag, std::string_view name) {
    const std::string pattern = " " + std::string(name) + "=\"";
    const size_t begin = tag.find(pattern);
    if (begin == std::string_view::npos) return {};
    const std::string_view rest = tag.substr(begin + pattern.size());
    return rest.substr(0, rest.find('"'));
}

std::string_view nameOf(std::string_view tag) {
    return tag.substr(0, tag.find_first_of(" />", 2));  // past "<" or "</"
}

/// The length of a marker of USFM, "\nd ", "\nd*" or one within another, "\+nd*", which some modules have
/// kept from their sources; else 0.
size_t markerLength(std::string_view text) {
    if (!text.starts_with('\\')) return 0;
    size_t end = text.starts_with("\\+") ? 2 : 1;
    while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
    if (end < text.size() && (text[end] == '*' || text[end] == ' ')) ++end;
    return end;
}

std::string plainTextOf(std::string_view text) {
    std::string plain;
    for (size_t at = 0; at < text.size();) {
        const auto rest = text.substr(at);
        const auto entity = std::find_if(kEntities.begin(), kEntities.end(),
                                         [rest](const auto& each) { return rest.starts_with(each.first); });
        if (entity != kEntities.end()) {
            plain += entity->second;
            at += entity->first.size();
        } else if (const size_t marker = markerLength(rest)) {
            at += marker;
        } else if (rest.starts_with(kPilcrow)) {
            at += kPilcrow.size();
        } else {
            plain += rest.front();
            ++at;
        }
    }
    return plain;
}

/// Lines with one space between words, empty ones left out.
std::string tidy(const std::string& text) {
    std::string lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) {
        std::istringstream words(line);
        bool isFirst = true;
        for (std::string word; words >> word; isFirst = false) lines += (isFirst ? "" : " ") + word;
        if (!isFirst) lines += '\n';
    }
    return lines;
}

}  // namespace

void OsisReader::add(std::string_view markup) {
    while (!markup.empty()) {
        const size_t tagAt = std::min(markup.find('<'), markup.size());
        onText(markup.substr(0, tagAt));
        markup.remove_prefix(tagAt);
        const size_t end = markup.find('>');
        if (end == std::string_view::npos) break;  // nothing left, or a tag that is cut off
        onTag(markup.substr(0, end));
        markup.remove_prefix(end + 1);
    }
    endEntry();
}

void OsisReader::onText(std::string_view text) {
    if (m_isInChapter && !isSkipping()) m_entry += plainTextOf(text);
}

void OsisReader::onTag(std::string_view tag) {
    const std::string_view name = nameOf(tag);
    const std::string_view begins = attributeOf(tag, "sID");
    const std::string_view ends = attributeOf(tag, "eID");
    if (!ends.empty() && ends == m_skipUntil) m_skipUntil.clear();
    if (name == "<note" && !tag.ends_with('/')) ++m_notes;
    if (name == "</note" && m_notes > 0) --m_notes;
    const bool endsTitle = name == "</title" && !m_isInHeading;
    if (name == "<title") m_isInHeading = attributeOf(tag, "canonical") != "true";
    if (name == "</title") m_isInHeading = false;
    const bool endsLine = endsTitle || name == "<lb" || (name == "<l" && !ends.empty());
    if (endsLine && m_isInChapter && !isSkipping()) m_entry += '\n';
    if (name == "<div" && !begins.empty()) {
        const std::string_view type = attributeOf(tag, "type");
        if (m_skipUntil.empty() && std::find(kLeftOut.begin(), kLeftOut.end(), type) != kLeftOut.end())
            m_skipUntil = begins;
        if (type == "book") m_isInChapter = false;
    }
    if (name != "<chapter") return;
    if (!ends.empty()) m_endsChapter = true;
    if (begins.empty()) return;
    const std::string_view place = attributeOf(tag, "osisID");
    m_chapters.push_back({std::string(place.substr(0, place.find('.'))), ""});
    m_isInChapter = true;
    m_endsChapter = false;
}

void OsisReader::endEntry() {
    if (m_isInChapter) m_chapters.back().utf8 += tidy(m_entry);
    m_entry.clear();
    m_notes = 0;
    m_skipUntil.clear();
    m_isInHeading = false;
    if (std::exchange(m_endsChapter, false)) m_isInChapter = false;
}

std::vector<SwordChapter> OsisReader::take() {
    std::erase_if(m_chapters, [](const SwordChapter& chapter) { return chapter.utf8.empty(); });
    return std::move(m_chapters);
}

}  // namespace limner::language
