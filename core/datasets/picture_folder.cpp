// A folder of pictures; each folder directly below it is a class.
#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <span>

#include "core/io/safe_replace.h"
#include "find.h"
#include "formats.h"

namespace limner::datasets {
namespace fs = std::filesystem;
namespace {

constexpr uintmax_t kMaxFileBytes = uintmax_t{1} << 30;
constexpr size_t kNamedFiles = 5;

bool hasPictureEnding(const fs::path& file) {
    static constexpr std::array<std::string_view, 8> kEndings{".png", ".jpg", ".jpeg", ".webp",
                                                              ".bmp", ".gif", ".tif",  ".tiff"};
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

/// Lists the files below a folder. Links are followed, but no folder is entered twice, so that a link to a
/// folder above ends the walk. Hidden files and folders are passed over.
class Walk {
public:
    explicit Walk(const fs::path& root) : m_root(root) {
        enter(root);
        std::sort(pictures.begin(), pictures.end());
    }

    // Relative to the root.
    std::vector<std::string> pictures;
    std::vector<std::string> otherFiles;
    std::vector<std::string> closedFolders;
    std::vector<std::string> repeatedFolders;

private:
    void enter(const fs::path& folder) {
        std::error_code failed;
        const std::string name = folder.lexically_relative(m_root).generic_string();
        if (!m_entered.insert(fs::canonical(folder, failed)).second) return repeatedFolders.push_back(name);
        std::vector<fs::path> entries;
        for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
             entry.increment(failed)) {
            entries.push_back(entry->path());
        }
        if (failed) closedFolders.push_back(name);
        std::sort(entries.begin(), entries.end());
        for (const fs::path& entry : entries) visit(entry);
    }

    void visit(const fs::path& entry) {
        if (entry.filename().string().starts_with('.')) return;
        std::error_code failed;
        const std::string name = entry.lexically_relative(m_root).generic_string();
        if (fs::is_directory(entry, failed)) {
            enter(entry);
        } else if (fs::is_regular_file(entry, failed) && hasPictureEnding(entry)) {
            pictures.push_back(name);
        } else {
            otherFiles.push_back(name);
        }
    }

    fs::path m_root;
    std::set<fs::path> m_entered;
};

/// A message that names the first few and counts all; empty list, no message.
void report(const std::vector<std::string>& names, const char* sentence, std::vector<Message>& messages) {
    if (names.empty()) return;
    std::string first;
    for (size_t i = 0; i < std::min(names.size(), kNamedFiles); ++i) first += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > kNamedFiles) first += ", …";
    messages.push_back(Message(sentence, {first, std::to_string(names.size())}));
}

/// Names each picture's class by the folder it lies in; those beside the class folders belong to the root's
/// name.
void classify(const fs::path& root, const std::vector<std::string>& pictures, Listing& listing) {
    const auto folderOf = [&root](const std::string& picture) {
        const size_t slash = picture.find('/');
        if (slash != std::string::npos) return picture.substr(0, slash);
        return (root.has_filename() ? root : root.parent_path()).filename().string();
    };
    const bool hasClasses = std::any_of(pictures.begin(), pictures.end(), [](const std::string& picture) {
        return picture.find('/') != std::string::npos;
    });
    listing.labels.assign(pictures.size(), 0);
    if (!hasClasses) return;
    std::map<std::string, int64_t> classes;
    for (const std::string& picture : pictures) classes.emplace(folderOf(picture), 0);
    for (auto& [name, label] : classes) {
        label = static_cast<int64_t>(listing.classNames.size());
        listing.classNames.push_back(name);
    }
    for (size_t i = 0; i < pictures.size(); ++i) listing.labels[i] = classes.at(folderOf(pictures[i]));
}

Error leftOut(const char* sentence, const std::string& name) {
    return {.code = ErrorCode::Unsupported, .message = {sentence, {name, "1"}}};
}

class FolderSource : public PictureSource {
public:
    FolderSource(Listing listing, fs::path root, std::vector<std::string> pictures, const Host& host)
        : PictureSource(std::move(listing)),
          m_root(std::move(root)),
          m_pictures(std::move(pictures)),
          m_host(host) {}

    Result<Image> read(int64_t index) const override {
        const std::string& name = m_pictures[static_cast<size_t>(index)];
        const auto file = io::readFile(m_root / name, kMaxFileBytes);
        if (!file)
            return leftOut(LIMNER_TR("core", "Left out, cannot be opened or is too large (%2): %1"), name);
        auto image = m_host.decode(std::as_bytes(std::span(*file)));
        if (image) return image;
        if (image.error().code == ErrorCode::Damaged) {
            return leftOut(LIMNER_TR("core", "Left out, damaged or cut off (%2): %1"), name);
        }
        return leftOut(
            LIMNER_TR("core", "Left out, not a picture Limner can read or over 100 megapixels (%2): %1"),
            name);
    }

private:
    fs::path m_root;
    std::vector<std::string> m_pictures;
    const Host& m_host;
};

}  // namespace

OpenedSource openPictureFolder(const ParamValues& values, const Host& host) {
    const auto root = givenFolder(values);
    if (!root) return root.error();
    Walk walk(*root);
    if (walk.pictures.empty()) {
        return Error{
            .code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "There are no pictures in “%1”."), {root->string()}},
            .hint = LIMNER_TR("core", "Choose a folder with PNG, JPEG, WebP, BMP, GIF or TIFF pictures.")};
    }
    Listing listing;
    classify(*root, walk.pictures, listing);
    report(walk.otherFiles, LIMNER_TR("core", "Left out, not pictures by their names (%2): %1"),
           listing.skipped);
    report(walk.closedFolders, LIMNER_TR("core", "Left out, folders that cannot be opened (%2): %1"),
           listing.skipped);
    report(walk.repeatedFolders,
           LIMNER_TR("core", "Left out, links to folders that were read already (%2): %1"), listing.skipped);
    return std::unique_ptr<PictureSource>(
        std::make_unique<FolderSource>(std::move(listing), *root, std::move(walk.pictures), host));
}

}  // namespace limner::datasets
