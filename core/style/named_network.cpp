#include "named_network.h"

#include <algorithm>
#include <array>
#include <vector>

#include "core/internal/feature_network.h"
#include "core/io/run_folder.h"
#include "core/io/tensor_header.h"
#include "core/library/network_file.h"
#include "core/types/model_library.h"

namespace limner::style {
namespace {

namespace fs = std::filesystem;

/// Rows whose value names a network.
constexpr std::array kNetworkRows{"network", "features_file"};

fs::path libraryOf(const fs::path& project) {
    return project / "models";
}

bool isFastStyle(const fs::path& file) {
    const auto header = io::readTensorHeader(file);
    if (!header) return false;
    const auto kind = header->metadata.find(library::kKindKey);
    return kind != header->metadata.end() && kind->second == name(NetworkKind::FastStyle);
}

std::string firstFastStyle(const fs::path& project) {
    std::vector<fs::path> files;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(libraryOf(project), ignored))
        if (entry.path().extension() == ".safetensors") files.push_back(entry.path());
    std::ranges::sort(files);
    const auto found = std::ranges::find_if(files, isFastStyle);
    return found == files.end() ? std::string() : found->stem().string();
}

std::string firstFeatures(const std::string& architecture, const fs::path& project) {
    const FeatureArchitecture* wanted = findFeatureArchitecture(architecture);
    if (wanted == nullptr) return {};
    const auto found = findFeatureWeights(*wanted, {libraryOf(project)});
    return found ? found->stem().string() : std::string();
}

std::string idOf(const std::string& named, const fs::path& project) {
    const fs::path file(named);
    std::error_code ignored;
    const bool isInside = file.has_parent_path() && file.extension() == ".safetensors" &&
                          fs::equivalent(file.parent_path(), libraryOf(project), ignored);
    return isInside ? file.stem().string() : named;
}

Result<fs::path> newestOf(const fs::path& run) {
    const io::RunFolder folder{run};
    const auto steps = folder.checkpointSteps();
    if (!steps.empty()) return io::CheckpointFolder{folder.checkpoint(steps.back())}.model();
    return Error{
        .code = ErrorCode::NotFound,
        .message = {LIMNER_TR("core", "The run “%1” has saved no network yet."), {run.filename().string()}},
        .hint = LIMNER_TR("core", "Save it with Ctrl+S, or wait for its first checkpoint.")};
}

}  // namespace

ParamValues withNamedNetworks(ParamValues values, const fs::path& project) {
    for (const char* id : kNetworkRows) {
        if (!values.contains(id)) continue;
        std::string named = idOf(textOf(values, id), project);
        if (named.empty())
            named = values.contains("features") ? firstFeatures(textOf(values, "features"), project)
                                                : firstFastStyle(project);
        values.insert_or_assign(id, named);
    }
    return values;
}

ParamValues withWholePaths(ParamValues values) {
    for (const char* id : kNetworkRows) {
        std::error_code ignored;
        if (!values.contains(id) || !fs::exists(textOf(values, id), ignored)) continue;
        values.insert_or_assign(id, fs::absolute(textOf(values, id)).lexically_normal().string());
    }
    return values;
}

Result<fs::path> networkFile(const std::string& named, const fs::path& project) {
    std::error_code ignored;
    const fs::path path(named);
    if (fs::is_directory(path, ignored)) return newestOf(path);
    if (fs::is_regular_file(path, ignored)) return path;
    for (const fs::path& inside :
         {libraryOf(project) / (named + ".safetensors"), libraryOf(project) / path.filename()})
        if (fs::is_regular_file(inside, ignored)) return inside;
    return Error{.code = ErrorCode::NotFound,
                 .message = {LIMNER_TR("core", "There is no network “%1” here."), {named}},
                 .hint = LIMNER_TR("core",
                                   "Name one that limner-cli library list shows, or a safetensors file; a "
                                   "file dropped on the library page is taken in.")};
}

}  // namespace limner::style
