#include "core/internal/model_library.h"

#include <dlfcn.h>

#include <algorithm>

#include "core/internal/tensor_file.h"
#include "core/internal/trained_model.h"
#include "core/io/run_folder.h"

namespace limner::generation {
namespace {

namespace fs = std::filesystem;

/// The file that holds this function: limner_core, or a program that the core is linked into.
fs::path ownFile() {
    Dl_info info{};
    const auto* here = reinterpret_cast<const void*>(&ownFile);
    if (dladdr(here, &info) == 0 || info.dli_fname == nullptr) return {};
    std::error_code ignored;
    return fs::weakly_canonical(info.dli_fname, ignored);
}

/// lib/ beside share/ where it is built, lib/limner/ where it is installed.
fs::path modelsBesideProgram() {
    const fs::path folder = ownFile().parent_path();
    for (const fs::path& above : {folder.parent_path(), folder.parent_path().parent_path()}) {
        std::error_code ignored;
        const fs::path models = above / "share" / "limner" / "models";
        if (fs::is_directory(models, ignored)) return models;
    }
    return {};
}

std::vector<fs::path> filesIn(const fs::path& folder, std::string_view extension) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (fs::directory_iterator at(folder, ignored), end; at != end; at.increment(ignored)) {
        if (extension.empty() || at->path().extension() == extension) files.push_back(at->path());
    }
    std::ranges::sort(files);
    return files;
}

std::optional<LibraryModel> modelIn(const fs::path& path) {
    const auto file = io::readTensorFile(path);
    if (!file || !file->metadata.contains(kTrainingKey)) return std::nullopt;
    LibraryModel model{.id = path.stem().string(),
                       .file = path.string(),
                       .title = path.stem().string(),
                       .summary = {},
                       .modelHash = file->sha256};
    const auto& texts = file->metadata;
    if (const auto title = texts.find(kTitleKey); title != texts.end()) model.title = title->second;
    if (const auto summary = texts.find(kSummaryKey); summary != texts.end()) model.summary = summary->second;
    return model;
}

}  // namespace

FileModelLibrary::FileModelLibrary(const std::string& folder, fs::path project)
    : m_folder(folder.empty() ? modelsBesideProgram() : fs::path(folder)), m_project(std::move(project)) {}

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
    for (const fs::path& file : filesIn(m_folder, ".safetensors")) {
        if (auto model = read(file)) models.push_back(std::move(*model));
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

}  // namespace limner::generation
