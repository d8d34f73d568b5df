// Tags: a line before a passage that says what kind it is.
#include <set>

#include "sources.h"

namespace limner::language {
namespace {

constexpr std::string_view kTagBegin = "<|tag:";
constexpr std::string_view kTagEnd = "|>";
constexpr size_t kLongestTag = 40;

}  // namespace

std::string tagToken(std::string_view tag) {
    return std::string(kTagBegin).append(tag).append(kTagEnd);
}

std::vector<std::string> tagsIn(std::string_view utf8) {
    std::set<std::string> tags;
    for (size_t at = 0; (at = utf8.find(kTagBegin, at)) != std::string_view::npos;) {
        at += kTagBegin.size();
        const std::string_view rest = utf8.substr(at, kLongestTag + kTagEnd.size());
        const size_t length = rest.find(kTagEnd);
        if (length == std::string_view::npos || length == 0) continue;
        const std::string_view tag = rest.substr(0, length);
        if (tag.find_first_of("\n<|>") == std::string_view::npos) tags.emplace(tag);
    }
    return {tags.begin(), tags.end()};
}

void addDocument(Text& text, std::string_view utf8, std::string_view tag) {
    if (!text.utf8.empty()) text.utf8 += "\n";
    text.documents.push_back(text.utf8.size());
    if (!tag.empty()) text.utf8 += tagToken(tag) + "\n";
    text.utf8 += utf8;
    if (!text.utf8.ends_with('\n')) text.utf8 += '\n';
}

}  // namespace limner::language
