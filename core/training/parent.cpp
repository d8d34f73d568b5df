#include "parent.h"

#include <filesystem>

#include "core/internal/checkpoint.h"
#include "core/internal/trained_model.h"
#include "core/io/recipe_json.h"
#include "core/io/tensor_header.h"
#include "train_table.h"

namespace limner::training {
namespace {

namespace fs = std::filesystem;

bool isFile(const std::string& path) {
    std::error_code ignored;
    return fs::is_regular_file(path, ignored);
}

Result<Recipe> trainingOf(const std::string& parent) {
    if (!isFile(parent)) return io::readRecipe(io::RunFolder{fs::path(parent)}.recipe());
    const auto header = io::readTensorHeader(parent);
    if (!header) return header.error();
    return generation::trainingOfFile(*header, parent);
}

}  // namespace

Result<ParentWeights> readParent(const ParamValues& values) {
    const std::string& parent = textOf(values, "start_from");
    if (isFile(parent)) {
        auto file = io::readTensorFile(parent);
        if (!file) return file.error();
        return ParentWeights{std::move(file->tensors), std::move(file->sha256)};
    }
    const io::RunFolder run{fs::path(parent)};
    const int64_t step = values.contains("checkpoint") ? intOf(values, "checkpoint") : 0;
    auto checkpoint = step > 0 ? io::readCheckpoint(run, step) : io::readNewestCheckpoint(run);
    if (!checkpoint) return checkpoint.error();
    return ParentWeights{std::move(checkpoint->model.tensors), std::move(checkpoint->model.sha256)};
}

ParamValues withParentsNetworks(const ParamValues& given) {
    const auto parent = given.find("start_from");
    const auto* path = parent == given.end() ? nullptr : std::get_if<std::string>(&parent->second);
    if (path == nullptr || path->empty()) return given;
    const auto training = trainingOf(*path);
    if (!training) return given;
    const auto asked = given.find("model"), known = training->values.find("model");
    if (asked != given.end() && known != training->values.end() && *asked != *known) return given;
    ParamValues values = given;
    const ParamTable table{modelRow()};
    for (const ParamSpec* row : activeRows(table, training->values)) {
        const auto own = training->values.find(row->id);
        if (own != training->values.end() && !row->editableWhileRunning) values.insert(*own);
    }
    return values;
}

}  // namespace limner::training
