// Models in files beside the program, and weights by their hash.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>

#include "core/types/model_library.h"

namespace limner::generation {

class FileModelLibrary final : public ModelLibrary {
public:
    /// @param folder   of the *.safetensors; empty: share/limner/models beside the program
    /// @param project  whose runs are searched too
    FileModelLibrary(const std::string& folder, std::filesystem::path project);

    /// By title. Files that Limner did not export, or that are damaged, are left out. The first call reads
    /// every file; later ones only those that have changed.
    std::vector<LibraryModel> list() const override;
    std::optional<FoundModel> find(const std::string& modelHash) const override;

private:
    struct Read {
        std::filesystem::file_time_type time;
        uintmax_t size = 0;
        std::optional<LibraryModel> model;
    };
    std::optional<LibraryModel> read(const std::filesystem::path& file) const;

    std::filesystem::path m_folder, m_project;
    mutable std::mutex m_mutex;  // guards the files that were read
    mutable std::map<std::filesystem::path, Read> m_read;
};

}  // namespace limner::generation
