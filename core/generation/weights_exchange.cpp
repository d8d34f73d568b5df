#include "core/internal/weights_exchange.h"

namespace limner::generation {

void WeightsExchange::publish(JobId job, std::shared_ptr<const PublishedWeights> weights) {
    const std::scoped_lock lock(m_mutex);
    m_entries[job] = {std::move(weights), false};
    if (m_entries.size() > kKeptJobs) m_entries.erase(m_entries.begin());
}

std::shared_ptr<const PublishedWeights> WeightsExchange::newest(JobId job) {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_entries.find(job);
    if (found == m_entries.end()) return nullptr;
    found->second.isAwaited = true;
    return found->second.weights;
}

bool WeightsExchange::isAwaited(JobId job) const {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_entries.find(job);
    return found != m_entries.end() && found->second.isAwaited;
}

}  // namespace limner::generation
