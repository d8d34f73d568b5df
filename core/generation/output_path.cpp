#include "core/internal/output_path.h"

#include <algorithm>
#include <fstream>

#include "core/io/json_file.h"
#include "core/io/run_folder.h"
#include "core/io/sha256.h"

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

/// A text whose recipe stands beside it, and that nobody changed since.
bool isAsItsRecipeSays(const fs::path& file) {
    const auto beside = io::readObject(recipeBeside(file));
    if (!beside || !beside->contains(kHashKey)) return false;
    const auto hash = io::sha256OfFile(file);
    return hash && (*beside)[kHashKey] == *hash;
}

/// Every output but an array carries its recipe: near its start, behind the pictures of a movie, or beside
/// it.
bool carriesARecipe(const fs::path& file) {
    constexpr std::streamoff kNear = std::streamoff{1} << 20;
    if (isAsItsRecipeSays(file)) return true;
    std::ifstream stream(file, std::ios::binary | std::ios::ate);
    const std::streamoff size = stream.tellg();
    for (const std::streamoff from : {std::streamoff{0}, std::max(size - kNear, std::streamoff{0})}) {
        std::string part(static_cast<size_t>(std::clamp(size - from, std::streamoff{0}, kNear)), '\0');
        if (!stream.seekg(from).read(part.data(), static_cast<std::streamsize>(part.size()))) return false;
        const auto has = [&](const char* name) { return part.find(name) != std::string::npos; };
        const bool hasOrigin = has("program_version") && has("model_hash");
        if (hasOrigin || has("limner:recipe")) return true;
    }
    return false;
}

}  // namespace

fs::path recipeBeside(const fs::path& file) {
    fs::path beside = file;
    beside += ".recipe.json";
    return beside;
}

ParamSpec overwriteRow(const char* group) {
    return {.id = "overwrite",
            .label = LIMNER_TR("core", "Overwrite"),
            .help = LIMNER_TR("core",
                              "Replaces a file that Limner did not make or does not know again; what it "
                              "made itself is replaced in any case."),
            .group = group,
            .kind = ParamKind::Toggle,
            .standard = false};
}

Result<void> checkReplacing(const ParamValues& values) {
    const std::string& out = textOf(values, "out");
    std::error_code ignored;
    const bool isTaken = !out.empty() && fs::is_regular_file(out, ignored);
    if (!isTaken || boolOf(values, "overwrite") || carriesARecipe(out)) return {};
    return wrongOutput({LIMNER_TR("core", "“%1” is there already, and it was not made by Limner."), {out}},
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
