// metrics.csv: step,epoch,seconds and one column per scalar. RFC 4180 in UTF-8 with plain newlines.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/types/metric_table.h"
#include "core/types/result.h"
#include "sha256.h"

namespace limner::io {

/// How metrics.csv began when a checkpoint was written. A run that goes on from there keeps exactly this.
struct MetricsStart {
    int64_t bytes = 0;
    std::string sha256 = {};
    friend bool operator==(const MetricsStart&, const MetricsStart&) = default;
};

/// Whether the file still begins like that: no row is missing and no digit is another. Rows behind it do not
/// count. Errors: NotFound, Damaged.
Result<void> checkMetrics(const std::filesystem::path& file, const MetricsStart& start);

/// Writes metrics.csv row by row; an empty cell stands for NaN (not measured). Used by one thread.
class MetricsWriter {
public:
    /// Starts a new file, or goes on with one: rows after `lastStep` are removed first (safe replace).
    /// Errors: NoSpace, NotWritable, Damaged, Mismatch (rows are kept, and their columns have other names).
    static Result<MetricsWriter> open(const std::filesystem::path& file,
                                      const std::vector<std::string>& names, int64_t lastStep);
    /// Rows reach the file together, some kilobytes at a time, at the latest when `flush` is called. On an
    /// error they are kept and tried again with the next call. @pre as many scalars as names
    Result<void> append(int64_t step, double epoch, double seconds, const std::vector<double>& scalars);
    /// Writes what is pending, and waits until the file is on the disk.
    Result<void> flush();
    /// All that reached the file. @pre nothing is pending: `flush` came last
    MetricsStart written() const { return {m_bytes, m_sum.soFar()}; }

private:
    MetricsWriter(std::filesystem::path file, size_t columns) : m_file(std::move(file)), m_columns(columns) {}
    void count(std::string_view bytes);
    Result<void> writePending();

    std::filesystem::path m_file;
    size_t m_columns;
    std::string m_pending;
    int64_t m_bytes = 0;  ///< in the file
    Sha256 m_sum;         ///< of them
};

/// Reads metrics.csv; a last line that was cut off is left out. Errors: NotFound, Damaged (names the line).
Result<MetricTable> readMetrics(const std::filesystem::path& file);

}  // namespace limner::io
