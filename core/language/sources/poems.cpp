// Chinese poems from the fortune files of Debian's fortunes-zh. The poems are in the public domain, the
// collection is under the GPL.
#include <array>
#include <filesystem>
#include <sstream>
#include <string>

#include "core/language/read_file.h"
#include "core/types/data_folders.h"
#include "sources.h"
#include "text_decoding.h"

namespace limner::language {
namespace {

struct Collection {
    const char* file;
    const char* tag;
};

constexpr std::array<Collection, 2> kCollections{{{"tang300", "tang"}, {"song100", "song"}}};
constexpr const char* kFortunes = "games/fortunes";
constexpr uint64_t kMaxFortunes = 16'000'000;

/// What stands before titles and authors.
constexpr std::array<std::string_view, 4> kLabels{"题目:", "题目：", "作者:", "作者："};

/// Without the colours that terminals show.
std::string withoutColours(std::string_view line) {
    std::string plain;
    for (size_t at = 0; at < line.size(); ++at) {
        if (line.substr(at).starts_with("\x1b[")) {
            at = std::min(line.find('m', at), line.size());
        } else {
            plain += line[at];
        }
    }
    return plain;
}

std::string plainLine(std::string_view line) {
    std::string plain = withoutColours(line);
    for (const std::string_view label : kLabels) {
        if (plain.starts_with(label)) plain.erase(0, label.size());
    }
    while (!plain.empty() && (plain.back() == ' ' || plain.back() == '\t')) plain.pop_back();
    return plain;
}

/// Poems stand between lines of one percent sign.
void addPoems(Text& text, const std::string& fortunes, std::string_view tag) {
    std::istringstream lines(fortunes + "\n%\n");
    std::string poem;
    for (std::string line; std::getline(lines, line);) {
        const std::string plain = plainLine(line);
        if (plain != "%") {
            if (!plain.empty()) poem += plain + "\n";
            continue;
        }
        if (!poem.empty()) addDocument(text, poem, tag);
        poem.clear();
    }
}

}  // namespace

Message chinesePoemsUnavailable() {
    if (findInDataFolders(std::filesystem::path(kFortunes) / kCollections.front().file)) return {};
    return {LIMNER_TR("core", "This text is not installed. To install it, type: sudo apt install %1"),
            {"fortunes-zh"}};
}

Result<Text> openChinesePoems(const ParamValues& values) {
    const bool isTagged = boolOf(values, "text_tags");
    Text text;
    for (const Collection& collection : kCollections) {
        const auto file = findInDataFolders(std::filesystem::path(kFortunes) / collection.file);
        if (!file) {
            return Error{.code = ErrorCode::NotFound,
                         .message = {LIMNER_TR("core",
                                               "This text is not installed. To install it, type: sudo apt "
                                               "install %1"),
                                     {"fortunes-zh"}},
                         .hint = LIMNER_TR("core", "Or choose another text.")};
        }
        auto bytes = readWhole(*file, kMaxFortunes);
        if (!bytes) return bytes.error();
        addPoems(text, decodeText(std::move(*bytes)).utf8, isTagged ? collection.tag : "");
    }
    if (text.utf8.empty())
        return damagedFile(kFortunes, LIMNER_TR("core", "“%1” is damaged: it holds no poems."));
    text.tags = tagsIn(text.utf8);
    return text;
}

}  // namespace limner::language
