#include "beside_core.h"

#include <dlfcn.h>

namespace limner::library {
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

}  // namespace

// lib/ beside share/ where it is built, lib/limner/ where it is installed.
fs::path modelsBesideCore() {
    const fs::path folder = ownFile().parent_path();
    for (const fs::path& above : {folder.parent_path(), folder.parent_path().parent_path()}) {
        std::error_code ignored;
        const fs::path models = above / "share" / "limner" / "models";
        if (fs::is_directory(models, ignored)) return models;
    }
    return {};
}

// In bin/ where it is built, with the core itself where it is installed.
fs::path pthReaderBesideCore() {
    const fs::path folder = ownFile().parent_path();
    for (const fs::path& place : {folder, folder.parent_path() / "bin"}) {
        std::error_code ignored;
        const fs::path reader = place / "limner-pth";
        if (fs::is_regular_file(reader, ignored)) return reader;
    }
    return {};
}

}  // namespace limner::library
