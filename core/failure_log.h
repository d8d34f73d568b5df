// Failures of jobs in PROJECT/limner.log, with the recipe that led to them. The file is made at the first
// failure.
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <string>

#include "core/types/result.h"

namespace spdlog {
class logger;
}

namespace limner {

/// May be used from any thread. A log that cannot be written is given up silently: it is the last to
/// complain.
class FailureLog {
public:
    explicit FailureLog(std::filesystem::path project) : m_project(std::move(project)) {}
    /// @param recipe  as JSON
    void write(const Error& error, const std::string& recipe);

private:
    static constexpr size_t kMaxBytes = 1 << 20;
    static constexpr size_t kMaxFiles = 3;

    std::filesystem::path m_project;
    std::mutex m_mutex;
    std::shared_ptr<spdlog::logger> m_logger;
};

}  // namespace limner
