#include "run_folder.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string_view>

#include "file_error.h"

namespace limner::io {
namespace {

/// "000500": six digits, so that names sort like numbers; more digits where they are needed.
std::string stepName(int64_t step) {
    char name[24];
    std::snprintf(name, sizeof name, "%06lld", static_cast<long long>(step));
    return name;
}

std::optional<int64_t> stepOfName(const std::string& name) {
    int64_t step = -1;
    const auto [end, failure] = std::from_chars(name.data(), name.data() + name.size(), step);
    const bool isWhole = failure == std::errc{} && end == name.data() + name.size();
    if (!isWhole || step < 0 || stepName(step) != name) return std::nullopt;
    return step;
}

template <typename Accept>
std::vector<int64_t> stepsIn(const fs::path& folder, const Accept& accept) {
    std::vector<int64_t> steps;
    std::error_code failure;
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        const auto step = stepOfName(entry->path().stem().string());
        if (step && accept(entry->path())) steps.push_back(*step);
    }
    std::ranges::sort(steps);
    return steps;
}

constexpr size_t kMostNameBytes = 200;  // file systems allow 255, and the time stands before it

/// The length of the longest start of a UTF-8 text that ends with a character, at most `bytes`.
size_t wholeCharacters(const std::string& text, size_t bytes) {
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) --bytes;
    return bytes;
}

/// Letters and digits in lower case, all else as single hyphens; bytes of other scripts stay.
std::string folderName(const std::string& name) {
    std::string plain;
    for (const char letter : name) {
        const auto code = static_cast<unsigned char>(letter);
        const bool isKept = code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z');
        if (isKept)
            plain += letter;
        else if (code >= 'A' && code <= 'Z')
            plain += static_cast<char>(letter - 'A' + 'a');
        else if (!plain.empty() && plain.back() != '-')
            plain += '-';
    }
    if (plain.size() > kMostNameBytes) plain.resize(wholeCharacters(plain, kMostNameBytes));
    while (!plain.empty() && plain.back() == '-') plain.pop_back();
    return plain.empty() ? "run" : plain;
}

}  // namespace

fs::path RunFolder::sample(int64_t step) const {
    return samples() / (stepName(step) + ".png");
}

fs::path RunFolder::checkpoint(int64_t step) const {
    return checkpoints() / stepName(step);
}

fs::path RunFolder::sampleText(int64_t step) const {
    return samples() / (stepName(step) + ".txt");
}

std::vector<int64_t> RunFolder::sampleSteps() const {
    return stepsIn(samples(), [](const fs::path& path) {
        return path.extension() == ".png" || path.extension() == ".txt";
    });
}

std::vector<int64_t> RunFolder::checkpointSteps() const {
    return stepsIn(checkpoints(), [](const fs::path& path) {
        std::error_code failure;
        return !path.has_extension() && fs::is_regular_file(CheckpointFolder{path}.state(), failure);
    });
}

std::vector<int64_t> RunFolder::checkpointFolderSteps() const {
    return stepsIn(checkpoints(), [](const fs::path& path) {
        std::error_code failure;
        return !path.has_extension() && fs::is_directory(path, failure);
    });
}

Result<RunFolder> makeRunFolder(const fs::path& project, const std::string& name) {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    char stamp[32];
    std::strftime(stamp, sizeof stamp, "%Y%m%d-%H%M-", &local);
    const fs::path first = project / "runs" / (stamp + folderName(name));
    std::error_code failure;
    fs::create_directories(first.parent_path(), failure);
    if (failure) return writeError(first.parent_path(), failure.value());
    fs::path folder = first;
    // Made, not looked for: what is free now may be taken by another program a moment later.
    for (int number = 2; ::mkdir(folder.c_str(), 0777) != 0; ++number) {
        if (errno != EEXIST) return writeError(folder, errno);
        folder = first.string() + "-" + std::to_string(number);
    }
    return RunFolder{folder};
}

std::string titleOf(const fs::path& folder) {
    const fs::path last = (folder.has_filename() ? folder : folder.parent_path()).filename();
    if (last.extension() == ".safetensors") return last.stem().string();
    const std::string name = last.string();
    constexpr std::string_view pattern = "00000000-0000-";
    const auto fits = [](char letter, char wanted) {
        return wanted == '-' ? letter == '-' : letter >= '0' && letter <= '9';
    };
    const bool hasTime = name.size() > pattern.size() &&
                         std::ranges::equal(std::string_view(name).substr(0, pattern.size()), pattern, fits);
    return hasTime ? name.substr(pattern.size()) : name;
}

}  // namespace limner::io
