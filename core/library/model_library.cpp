#include "core/internal/model_library.h"

#include <algorithm>
#include <set>

#include "beside_core.h"
#include "core/internal/trained_model.h"
#include "core/io/recipe_json.h"
#include "core/io/run_folder.h"
#include "core/io/sha256.h"
#include "core/io/tensor_header.h"
#include "core/training/train_table.h"
#include "known_networks.h"
#include "network_file.h"

namespace limner::library {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> filesIn(const fs::path& folder, std::string_view extension) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (fs::directory_iterator at(folder, ignored), end; at != end; at.increment(ignored)) {
        if (extension.empty() || at->path().extension() == extension) files.push_back(at->path());
    }
    std::ranges::sort(files);
    return files;
}

std::string textOf(const io::TensorHeader& header, const char* key) {
    const auto found = header.metadata.find(key);
    return found == header.metadata.end() ? std::string() : found->second;
}

/// What the model of a training makes: "pictures", "text".
std::string domainOf(const std::string& training) {
    static const ParamTable table{training::modelRow()};
    const auto recipe = io::recipeFromJson(training);
    return recipe ? limner::domainOf(table, recipe->values) : std::string();
}

std::optional<LibraryModel> modelIn(const fs::path& path) {
    const auto header = io::readTensorHeader(path);
    if (!header || !header->metadata.contains(generation::kTrainingKey)) return std::nullopt;
    const auto hash = io::sha256OfFile(path);
    if (!hash) return std::nullopt;
    const std::string title = textOf(*header, generation::kTitleKey);
    return LibraryModel{.id = path.stem().string(),
                        .file = path.string(),
                        .title = title.empty() ? path.stem().string() : title,
                        .summary = textOf(*header, generation::kSummaryKey),
                        .modelHash = *hash,
                        .domain = domainOf(textOf(*header, generation::kTrainingKey))};
}

std::optional<LibraryNetwork> networkIn(const fs::path& path) {
    const auto header = io::readTensorHeader(path);
    if (!header) return std::nullopt;
    const std::string kind = textOf(*header, kKindKey);
    const auto found =
        std::ranges::find_if(kNetworkKinds, [&](NetworkKind each) { return kind == name(each); });
    if (found == kNetworkKinds.end()) return std::nullopt;
    const std::string architecture = textOf(*header, kNetworkKey);
    const KnownNetwork* known = findKnownNetwork(architecture);
    std::error_code ignored;
    return LibraryNetwork{.id = path.stem().string(),
                          .kind = *found,
                          .architecture = architecture,
                          .title = textOf(*header, generation::kTitleKey),
                          .licence = textOf(*header, kLicenceKey),
                          .address = known == nullptr ? "" : known->address,
                          .sizeBytes = fs::file_size(path, ignored),
                          .publishedHash = known == nullptr ? "" : known->hashStart,
                          .file = path.string(),
                          .source = textOf(*header, kSourceKey),
                          .sourceHash = textOf(*header, kSourceHashKey)};
}

LibraryNetwork toBeHad(const KnownNetwork& known) {
    return {.id = known.id,
            .kind = known.kind,
            .architecture = known.id,
            .title = known.title,
            .licence = known.licence,
            .address = known.address,
            .sizeBytes = known.sizeBytes,
            .publishedHash = known.hashStart,
            .file = {},
            .source = {},
            .sourceHash = {}};
}

Error notHere(const std::string& id) {
    return {.code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "There is no imported network “%1”."), {id}},
            .hint = LIMNER_TR("core", "limner-cli library list shows those that are here.")};
}

}  // namespace

FileModelLibrary::FileModelLibrary(const std::string& folder, fs::path project)
    : m_folder(folder.empty() ? modelsBesideCore() : fs::path(folder)),
      m_project(std::move(project)),
      m_imported(m_project / "models") {}

std::optional<LibraryModel> FileModelLibrary::read(const fs::path& file) const {
    std::error_code ignored;
    const auto time = fs::last_write_time(file, ignored);
    const auto size = fs::file_size(file, ignored);
    const auto known = m_read.find(file);
    if (known != m_read.end() && known->second.time == time && known->second.size == size)
        return known->second.model;
    return m_read.insert_or_assign(file, Read{time, size, modelIn(file)}).first->second.model;
}

std::vector<LibraryModel> FileModelLibrary::list() const {
    const std::scoped_lock lock(m_mutex);
    std::vector<LibraryModel> models;
    for (const fs::path& folder : std::set{m_folder, m_imported}) {
        for (const fs::path& file : filesIn(folder, ".safetensors")) {
            if (auto model = read(file)) models.push_back(std::move(*model));
        }
    }
    std::ranges::stable_sort(models, {}, [](const LibraryModel& model) { return model.title.text(); });
    return models;
}

std::optional<FoundModel> FileModelLibrary::find(const std::string& modelHash) const {
    if (modelHash.empty()) return std::nullopt;
    for (const LibraryModel& model : list()) {
        if (model.modelHash == modelHash) return FoundModel{.run = model.file};
    }
    for (const fs::path& folder : filesIn(m_project / "runs", "")) {
        const io::RunFolder run{folder};
        for (const int64_t step : run.checkpointSteps()) {
            const io::CheckpointFolder checkpoint{run.checkpoint(step)};
            const auto state = io::readState(checkpoint.state());
            const auto own = checkpoint.model().filename().string();
            if (state && state->hashes.contains(own) && state->hashes.at(own) == modelHash)
                return FoundModel{.run = run.root.string(), .checkpoint = step};
        }
    }
    return std::nullopt;
}

std::vector<LibraryNetwork> FileModelLibrary::networks() const {
    std::vector<LibraryNetwork> all;
    for (const fs::path& file : filesIn(m_imported, ".safetensors")) {
        if (auto network = networkIn(file)) all.push_back(std::move(*network));
    }
    std::ranges::stable_sort(all, {},
                             [](const LibraryNetwork& each) { return std::pair(each.kind, each.title); });
    for (const KnownNetwork& known : knownNetworks()) {
        const bool isHere = std::ranges::find(all, known.id, &LibraryNetwork::architecture) != all.end();
        if (!isHere) all.push_back(toBeHad(known));
    }
    return all;
}

Result<fs::path> FileModelLibrary::imported(const std::string& id) const {
    for (const fs::path& file : filesIn(m_imported, ".safetensors"))
        if (file.stem() == id) return file;
    return notHere(id);
}

// The file is called after the hash of what was written.
Result<void> FileModelLibrary::verify(const std::string& id) const {
    const auto file = imported(id);
    if (!file) return file.error();
    const auto hash = io::sha256OfFile(*file);
    if (!hash) return hash.error();
    const size_t dash = id.rfind('-');
    if (dash != std::string::npos && hash->starts_with(id.substr(dash + 1))) return {};
    return Error{.code = ErrorCode::Damaged,
                 .message = {LIMNER_TR("core", "“%1” is not what was imported: its hash is another."), {id}},
                 .hint = LIMNER_TR("core", "Remove it and import it again.")};
}

Result<void> FileModelLibrary::remove(const std::string& id) {
    const auto file = imported(id);
    if (!file) return file.error();
    std::error_code failure;
    if (fs::remove(*file, failure)) return {};
    return Error{.code = ErrorCode::NotWritable,
                 .message = {LIMNER_TR("core", "“%1” could not be removed."), {file->string()}},
                 .hint = LIMNER_TR("core", "Check the permissions of its folder."),
                 .details = failure.message()};
}

}  // namespace limner::library
