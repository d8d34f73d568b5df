#include "failure_log.h"

#include <spdlog/sinks/rotating_file_sink.h>
#include <spdlog/spdlog.h>

namespace limner {

void FailureLog::write(const Error& error, const std::string& recipe) {
    const std::scoped_lock lock(m_mutex);
    try {
        if (!m_logger) {
            const std::string file = (m_project / "limner.log").string();
            m_logger = std::make_shared<spdlog::logger>(
                "core", std::make_shared<spdlog::sinks::rotating_file_sink_mt>(file, kMaxBytes, kMaxFiles));
            m_logger->flush_on(spdlog::level::err);
        }
        m_logger->error("{}: {}\n{}\n{}", name(error.code), error.text(), error.details, recipe);
    } catch (const spdlog::spdlog_ex&) {
        m_logger = nullptr;
    }
}

}  // namespace limner
