// Texts of the person: one file, or a folder of them.
#include <algorithm>
#include <array>
#include <filesystem>
#include <map>

#include "core/language/read_file.h"
#include "core/language/utf8.h"
#include "sources.h"
#include "text_decoding.h"

namespace limner::language {
namespace fs = std::filesystem;
namespace {

constexpr std::array<std::string_view, 6> kTextEndings{".txt", ".text", ".md", ".markdown", ".rst", ".tex"};

/// What had to be changed, over all files.
struct Changes {
    std::map<std::string, std::vector<std::string>> files;  ///< that are not UTF-8, by encoding
    int64_t broken = 0;
    int64_t nulBytes = 0;

    void add(const DecodedText& decoded, const fs::path& file) {
        if (decoded.encoding != "UTF-8") files[decoded.encoding].push_back(file.filename().string());
        broken += decoded.broken;
        nulBytes += decoded.nulBytes;
    }

    std::vector<Message> notes() const {
        std::vector<Message> all;
        for (const auto& [encoding, names] : files) {
            if (names.size() == 1) {
                all.push_back({LIMNER_TR("core", "“%1” was read as %2."), {names.front(), encoding}});
            } else {
                all.push_back({LIMNER_TR("core", "%1 files were read as %2, “%3” among them."),
                               {std::to_string(names.size()), encoding, names.front()}});
            }
        }
        if (broken > 0) {
            all.push_back(
                {LIMNER_TR("core",
                           "%1 characters are not valid and were replaced by “%2”. Perhaps the text is "
                           "in another encoding than UTF-8."),
                 {std::to_string(broken), utf8Of(kReplacement)}});
        }
        if (nulBytes > 0)
            all.push_back({LIMNER_TR("core", "%1 NUL bytes were left out."), {std::to_string(nulBytes)}});
        return all;
    }
};

Error tooMuchText(const fs::path& path) {
    return {.code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core",
                                  "“%1” holds more than the %2 MB of text that Limner learns from at once."),
                        {path.string(), std::to_string(kMaxTextBytes / 1'000'000)}},
            .hint = LIMNER_TR("core", "Choose a part of it.")};
}

Error noText(const fs::path& path) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "“%1” holds no text."), {path.string()}},
            .hint = LIMNER_TR("core", "Choose a file with text in it.")};
}

bool isBlank(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
        const Character character = characterAt(text, at);
        if (!isSpace(character.code)) return false;
        at += character.bytes;
    }
    return true;
}

bool isTextFile(const fs::path& file) {
    return std::find(kTextEndings.begin(), kTextEndings.end(), lowerCased(file.extension().string())) !=
           kTextEndings.end();
}

/// The text files below a folder by name, hidden ones left out; counts what is no text.
std::vector<fs::path> textFilesIn(const fs::path& folder, int64_t& others) {
    std::vector<fs::path> files;
    std::error_code failure;
    constexpr auto kOptions = fs::directory_options::skip_permission_denied;
    for (fs::recursive_directory_iterator place(folder, kOptions, failure), end; !failure && place != end;
         place.increment(failure)) {
        const bool isHidden = place->path().filename().string().starts_with('.');
        std::error_code ignored;
        if (isHidden && place->is_directory(ignored)) place.disable_recursion_pending();
        if (isHidden || !place->is_regular_file(ignored)) continue;
        if (isTextFile(place->path()))
            files.push_back(place->path());
        else
            ++others;
    }
    std::sort(files.begin(), files.end());
    return files;
}

Result<Text> readFiles(const std::vector<fs::path>& files, const fs::path& path) {
    Text text;
    Changes changes;
    for (const fs::path& file : files) {
        auto bytes = readWhole(file, kMaxTextBytes);
        if (!bytes) return bytes.error();
        DecodedText decoded = decodeText(std::move(*bytes));
        changes.add(decoded, file);
        if (isBlank(decoded.utf8)) continue;
        if (text.utf8.size() + decoded.utf8.size() > kMaxTextBytes) return tooMuchText(path);
        if (files.size() == 1) {
            text.utf8 = std::move(decoded.utf8);
            text.documents = {0};
        } else {
            addDocument(text, decoded.utf8, "");
        }
    }
    if (text.utf8.empty()) return noText(path);
    text.notes = changes.notes();
    text.tags = tagsIn(text.utf8);
    return text;
}

Result<Text> readFolder(const fs::path& folder) {
    int64_t others = 0;
    const std::vector<fs::path> files = textFilesIn(folder, others);
    if (files.empty()) {
        return Error{
            .code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "The folder “%1” holds no text files."), {folder.string()}},
            .hint = {LIMNER_TR("core", "Limner reads files that end in %1, and those below it."),
                     {".txt, .text, .md, .markdown, .rst, .tex"}}};
    }
    auto text = readFiles(files, folder);
    if (text && others > 0) {
        text->notes.push_back({LIMNER_TR("core", "%1 other files in “%2” were left out."),
                               {std::to_string(others), folder.string()}});
    }
    return text;
}

}  // namespace

Result<Text> readTextFile(const std::string& path) {
    return readFiles({path}, path);
}

Result<Text> openTextFiles(const ParamValues& values) {
    const std::string& path = limner::textOf(values, "text_path");
    if (path.empty()) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = LIMNER_TR("core", "No text was given."),
                     .hint = LIMNER_TR("core", "Choose a text file, or a folder of them.")};
    }
    std::error_code ignored;
    return fs::is_directory(path, ignored) ? readFolder(path) : readTextFile(path);
}

}  // namespace limner::language
