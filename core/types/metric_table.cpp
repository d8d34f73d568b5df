#include "metric_table.h"

#include <stdexcept>
#include <utility>

namespace limner {

size_t MetricTable::rowCount() const {
    size_t rows = 0;
    for (const auto& block : blocks) rows += block->step.size();
    return rows;
}

MetricLog::MetricLog(std::vector<std::string> names) : m_names(std::move(names)) {
    m_open.scalars.resize(m_names.size());
}

void MetricLog::append(int64_t step, double epoch, double seconds, const std::vector<double>& scalars) {
    if (scalars.size() != m_names.size()) throw std::invalid_argument("MetricLog: wrong number of scalars");
    m_open.step.push_back(step);
    m_open.epoch.push_back(epoch);
    m_open.seconds.push_back(seconds);
    for (size_t i = 0; i < scalars.size(); ++i) m_open.scalars[i].push_back(scalars[i]);
    if (m_open.step.size() < MetricTable::kBlockRows) return;
    m_full.push_back(std::make_shared<const MetricBlock>(std::exchange(m_open, {})));
    m_open.scalars.resize(m_names.size());
}

size_t MetricLog::rowCount() const {
    return m_full.size() * MetricTable::kBlockRows + m_open.step.size();
}

std::shared_ptr<const MetricTable> MetricLog::table() const {
    auto table = std::make_shared<MetricTable>();
    table->names = m_names;
    table->blocks = m_full;
    if (!m_open.step.empty()) table->blocks.push_back(std::make_shared<const MetricBlock>(m_open));
    return table;
}

}  // namespace limner
