#include "core/internal/output_path.h"

#include <algorithm>

#include "core/io/run_folder.h"
#include "core/io/safe_replace.h"

namespace limner::generation {
namespace {

namespace fs = std::filesystem;

std::string endingOf(const fs::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return ending;
}

bool isPartOfARun(const fs::path& file) {
    constexpr int kDeepest = 3;  // checkpoints/000500/model.safetensors
    std::error_code ignored;
    fs::path folder = file.parent_path();
    for (int i = 0; i < kDeepest; ++i, folder = folder.parent_path())
        if (fs::exists(io::RunFolder{folder}.recipe(), ignored)) return fs::exists(file, ignored);
    return false;
}

Error wrongOutput(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

Result<void> checkOutputFolder(const std::string& out) {
    std::error_code ignored;
    if (!fs::exists(out, ignored)) return {};
    if (!fs::is_directory(out, ignored))
        return wrongOutput(
            {LIMNER_TR("core", "“%1” is a file, not a folder."), {out}},
            LIMNER_TR("core", "Choose a new or an empty folder, or a name that ends in .png."));
    if (fs::is_empty(out, ignored)) return {};
    return wrongOutput({LIMNER_TR("core", "The folder %1 is not empty."), {out}},
                       LIMNER_TR("core", "Choose a new or an empty folder; nothing is overwritten."));
}

/// Pictures and weights carry the recipe near their start; an array of NumPy has no room for one.
bool carriesARecipe(const fs::path& file) {
    constexpr uint64_t kNear = uint64_t{1} << 20;
    auto reader = io::FileReader::open(file);
    if (!reader) return false;
    std::string start(std::min(reader->sizeBytes(), kNear), '\0');
    const auto read = reader->read(std::as_writable_bytes(std::span(start)));
    return read && start.find("limner:recipe") != std::string::npos;
}

}  // namespace

ParamSpec overwriteRow(const char* group) {
    return {.id = "overwrite",
            .label = LIMNER_TR("core", "Overwrite"),
            .help = LIMNER_TR(
                "core",
                "Replaces a file that Limner did not write or does not know again; its own pictures "
                "and weights are replaced in any case."),
            .group = group,
            .kind = ParamKind::Toggle,
            .standard = false};
}

Result<void> checkReplacing(const ParamValues& values) {
    const std::string& out = textOf(values, "out");
    std::error_code ignored;
    const bool isTaken = !out.empty() && fs::is_regular_file(out, ignored);
    if (!isTaken || boolOf(values, "overwrite") || carriesARecipe(out)) return {};
    return wrongOutput(
        {LIMNER_TR("core", "“%1” is there already, and it is no picture or weights of Limner."), {out}},
        LIMNER_TR("core", "Choose another name, or turn on Overwrite (--overwrite)."));
}

SampleOutput sampleOutputOf(const fs::path& out) {
    const std::string ending = endingOf(out);
    if (ending == ".png") return SampleOutput::Sheet;
    return ending == ".npy" ? SampleOutput::Array : SampleOutput::Folder;
}

Result<void> checkOutputFile(const std::string& out) {
    std::error_code ignored;
    if (out.empty()) return {};
    if (fs::is_directory(out, ignored))
        return wrongOutput({LIMNER_TR("core", "“%1” is a folder, not a file."), {out}},
                           LIMNER_TR("core", "Name a file inside it."));
    if (!isPartOfARun(out)) return {};
    return wrongOutput({LIMNER_TR("core", "“%1” is a part of a run and is not overwritten."), {out}},
                       LIMNER_TR("core", "Choose another name or another folder."));
}

Result<void> checkSampleOutput(const std::string& out) {
    if (out.empty()) return {};
    if (sampleOutputOf(out) != SampleOutput::Folder) return checkOutputFile(out);
    std::error_code ignored;
    const bool isUnknownEnding = !endingOf(out).empty() && !fs::is_directory(out, ignored);
    if (!isUnknownEnding) return checkOutputFolder(out);
    return wrongOutput({LIMNER_TR("core", "“%1” ends neither in .png nor in .npy."), {out}},
                       LIMNER_TR("core", "For a folder of pictures with this name put a slash behind it."));
}

}  // namespace limner::generation
