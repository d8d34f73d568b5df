#include "core_loader.h"

#include <dlfcn.h>
#include <sched.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

namespace limner {
namespace {

namespace fs = std::filesystem;
constexpr const char* kLibrary = "liblimner_core.so";
/// One arena, since those of threads give their memory back whatever the threshold says (1 GiB here); 32 MiB
/// is the largest block that glibc takes from the arena.
constexpr const char* kAllocator =
    "glibc.malloc.hugetlb=1:glibc.malloc.arena_max=1:glibc.malloc.trim_threshold=1073741824:"
    "glibc.malloc.mmap_threshold=33554432";

Error noLibrary(const std::vector<fs::path>& places) {
    Error error{.code = ErrorCode::NotFound,
                .message = LIMNER_TR("core", "The part of Limner that trains is missing."),
                .hint = LIMNER_TR("core", "Install Limner again, or build it again with ./run.")};
    for (const fs::path& place : places) error.details += "looked for " + place.string() + "\n";
    return error;
}

Error cannotLoad(const fs::path& library) {
    const char* reason = dlerror();
    return {.code = ErrorCode::Damaged,
            .message = {LIMNER_TR("core", "“%1” cannot be loaded."), {library.string()}},
            .hint = LIMNER_TR("core",
                              "A library it needs is missing or of another version: install Limner again, or "
                              "build it again with ./run."),
            .details = reason == nullptr ? "" : reason};
}

Error notACore(const fs::path& library) {
    return {.code = ErrorCode::Mismatch,
            .message = {LIMNER_TR("core", "“%1” belongs to another version of Limner."), {library.string()}},
            .hint = LIMNER_TR("core", "Install Limner again, or build it again with ./run.")};
}

/// The hyper-threads that share a core with `cpu`, as the kernel lists them: the same text for each of them.
std::string siblingsOf(int cpu) {
    std::ifstream file("/sys/devices/system/cpu/cpu" + std::to_string(cpu) +
                       "/topology/thread_siblings_list");
    std::string siblings;
    if (!std::getline(file, siblings)) return std::to_string(cpu);
    return siblings;
}

/// The file itself, so that a list of processes names it; empty where /proc is missing.
fs::path programPath() {
    std::error_code ignored;
    return fs::read_symlink("/proc/self/exe", ignored);
}

}  // namespace

std::vector<fs::path> coreLibraryPlaces(const fs::path& programFolder) {
    const fs::path lib = programFolder.parent_path() / "lib";
    return {lib / kLibrary, lib / "limner" / kLibrary};
}

int physicalCoreCount() {
    cpu_set_t allowed;
    CPU_ZERO(&allowed);
    if (sched_getaffinity(0, sizeof allowed, &allowed) != 0) return 1;
    std::set<std::string> cores;
    for (int cpu = 0; cpu < CPU_SETSIZE; ++cpu)
        if (CPU_ISSET(static_cast<size_t>(cpu), &allowed)) cores.insert(siblingsOf(cpu));
    return std::max(1, static_cast<int>(cores.size()));
}

void setRuntimeEnvironment(int threads) {
    constexpr int keepUserValue = 0;
    const std::string count = std::to_string(threads > 0 ? threads : physicalCoreCount());
    setenv("GOMP_SPINCOUNT", "20000", keepUserValue);
    setenv("GLIBC_TUNABLES", kAllocator, keepUserValue);
    setenv("OMP_NUM_THREADS", count.c_str(), keepUserValue);
}

void restartWithRuntimeEnvironment(char** argv) {
    if (std::getenv("GOMP_SPINCOUNT") != nullptr && std::getenv("GLIBC_TUNABLES") != nullptr) return;
    setRuntimeEnvironment(0);
    execv(programPath().c_str(), argv);
}

Result<std::unique_ptr<Studio>> openCore(Host& host, const StudioOptions& options) {
    std::error_code ignored;
    const auto places = coreLibraryPlaces(programPath().parent_path());
    const auto library = std::find_if(places.begin(), places.end(),
                                      [&](const fs::path& place) { return fs::exists(place, ignored); });
    if (library == places.end()) return noLibrary(places);

    setRuntimeEnvironment(options.threads);
    void* handle = dlopen(library->c_str(), RTLD_NOW | RTLD_LOCAL);
    if (handle == nullptr) return cannotLoad(*library);
    const auto open = reinterpret_cast<OpenStudioFunction>(dlsym(handle, "limnerOpenStudio"));
    if (open == nullptr) return notACore(*library);
    return std::unique_ptr<Studio>(open(&host, &options));
}

}  // namespace limner
