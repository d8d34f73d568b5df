// Every scalar of a run so far. Snapshots share the full blocks, so publishing 100,000 rows copies almost
// nothing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace limner {

/// Rows that will not change any more (but for the last block of a table, which is a copy of its own).
struct MetricBlock {
    std::vector<int64_t> step;
    std::vector<double> epoch;
    std::vector<double> seconds;               ///< wall time of training, pauses left out
    std::vector<std::vector<double>> scalars;  ///< one vector per name; NaN where not measured at that step
};

struct MetricTable {
    static constexpr size_t kBlockRows = 1024;

    std::vector<std::string> names;  ///< snake_case: loss_d, loss_g, …
    std::vector<std::shared_ptr<const MetricBlock>> blocks;

    size_t rowCount() const;
};

/// Collects rows on the lane and hands out tables for snapshots. Used by one thread.
class MetricLog {
public:
    explicit MetricLog(std::vector<std::string> names);
    /// @pre scalars.size() == names().size()
    void append(int64_t step, double epoch, double seconds, const std::vector<double>& scalars);
    const std::vector<std::string>& names() const { return m_names; }
    size_t rowCount() const;
    std::shared_ptr<const MetricTable> table() const;

private:
    std::vector<std::string> m_names;
    std::vector<std::shared_ptr<const MetricBlock>> m_full;
    MetricBlock m_open;
};

}  // namespace limner
