// Models in files beside the program, networks in the project's models/, and weights by their hash.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>

#include "core/types/model_library.h"

namespace limner::library {

class FileModelLibrary final : public ModelLibrary {
public:
    /// @param folder   of the *.safetensors; empty: share/limner/models beside the program
    /// @param project  whose runs are searched too
    FileModelLibrary(const std::string& folder, std::filesystem::path project);

    /// By title. Files that Limner did not export, or that are damaged, are left out. The first call reads
    /// every file; later ones only those that have changed.
    std::vector<LibraryModel> list() const override;
    std::optional<FoundModel> find(const std::string& modelHash) const override;
    std::vector<LibraryNetwork> networks() const override;
    Result<void> verify(const std::string& id) const override;
    Result<void> remove(const std::string& id) override;

private:
    struct Read {
        std::filesystem::file_time_type time;
        uintmax_t size = 0;
        std::optional<LibraryModel> model;
    };
    std::optional<LibraryModel> read(const std::filesystem::path& file) const;
    Result<std::filesystem::path> imported(const std::string& id) const;

    std::filesystem::path m_folder, m_project, m_imported;
    mutable std::mutex m_mutex;  // guards the files that were read
    mutable std::map<std::filesystem::path, Read> m_read;
};

}  // namespace limner::library
