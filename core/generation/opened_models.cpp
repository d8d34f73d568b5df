#include "core/internal/opened_models.h"

#include <algorithm>
#include <filesystem>

#include "core/io/run_folder.h"

namespace limner::generation {
namespace {

namespace fs = std::filesystem;

/// The file whose change means other weights.
fs::path changingFile(const ParamValues& values) {
    const fs::path path = textOf(values, "run");
    std::error_code ignored;
    if (fs::is_regular_file(path, ignored)) return path;
    const io::RunFolder run{path};
    int64_t step = intOf(values, "checkpoint");
    const auto steps = step > 0 ? std::vector<int64_t>{} : run.checkpointSteps();
    if (!steps.empty()) step = steps.back();
    return io::CheckpointFolder{run.checkpoint(step)}.state();
}

}  // namespace

std::string weightsKey(const ParamValues& values) {
    const fs::path file = changingFile(values);
    std::error_code ignored;
    const auto time = fs::last_write_time(file, ignored).time_since_epoch().count();
    const auto bytes = fs::file_size(file, ignored);
    return file.string() + "\n" + textOf(values, "weights") + "\n" + std::to_string(time) + "\n" +
           std::to_string(bytes);
}

std::string chosenKey(const ParamValues& values) {
    return textOf(values, "run") + "\n" + textOf(values, "weights") + "\n" +
           std::to_string(intOf(values, "checkpoint"));
}

const Directions& OpenedModel::directions() {
    if (!m_directions) m_directions = directionsOf(model());
    return *m_directions;
}

Result<std::shared_ptr<OpenedModel>> OpenedModels::open(const ParamValues& values) {
    std::string key = m_key(values);
    const auto known = std::ranges::find(m_entries, key, &Entry::key);
    if (known != m_entries.end()) {
        m_entries.splice(m_entries.begin(), m_entries, known);
        return m_entries.front().model;
    }
    auto trained = loadTrained(values);
    if (!trained) return trained.error();
    if (m_entries.size() == kKept) m_entries.pop_back();
    m_entries.push_front({std::move(key), std::make_shared<OpenedModel>(std::move(*trained))});
    return m_entries.front().model;
}

}  // namespace limner::generation
