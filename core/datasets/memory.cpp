#include "memory.h"

#include <unistd.h>

#include <array>
#include <cstdio>
#include <fstream>

namespace limner::datasets {

std::optional<uint64_t> availableMemory() {
    std::ifstream facts(
        "/proc/meminfo");  // Linux counts the reclaimable page cache as available; sysconf does not
    std::string name;
    for (uint64_t kibibytes = 0; facts >> name >> kibibytes; facts.ignore(64, '\n')) {
        if (name == "MemAvailable:") return kibibytes * 1024;
    }
    const long pages = sysconf(_SC_AVPHYS_PAGES);
    const long pageBytes = sysconf(_SC_PAGESIZE);
    if (pages <= 0 || pageBytes <= 0) return std::nullopt;
    return static_cast<uint64_t>(pages) * static_cast<uint64_t>(pageBytes);
}

std::string formatBytes(double bytes) {
    struct Unit {
        double bytes;
        const char* format;
    };
    static constexpr std::array<Unit, 3> kUnits{{{1e9, "%.1f GB"}, {1e6, "%.0f MB"}, {1, "%.0f bytes"}}};
    for (const Unit& unit : kUnits) {
        if (bytes < unit.bytes) continue;
        std::array<char, 64> text{};
        std::snprintf(text.data(), text.size(), unit.format, bytes / unit.bytes);
        return text.data();
    }
    return "0 bytes";
}

Result<void> checkMemory(double neededBytes, std::optional<uint64_t> available) {
    if (!available || neededBytes <= static_cast<double>(*available)) return {};
    return Error{
        .code = ErrorCode::OutOfMemory,
        .message = {LIMNER_TR("core", "The pictures need %1 of memory, but only %2 are free."),
                    {formatBytes(neededBytes), formatBytes(static_cast<double>(*available))}},
        .hint = LIMNER_TR("core", "Choose a smaller size, grey instead of colour, or fewer pictures.")};
}

}  // namespace limner::datasets
