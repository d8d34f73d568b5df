// Writes what a run leaves behind while it trains: metrics, sample sheets, edits.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/io/event_file.h"
#include "core/io/run_folder.h"
#include "core/types/host.h"
#include "core/types/metric_table.h"
#include "preview.h"

namespace limner::training {

/// Errors of all functions: NoSpace, NotWritable. What could not be written is kept and tried again.
class Recorder {
public:
    /// Starts the files of a run, or goes on with them: what was written after `lastStep` is removed first.
    /// Errors also: Damaged, Mismatch (metrics.csv has other columns).
    static Result<std::unique_ptr<Recorder>> open(const io::RunFolder& run,
                                                  const std::vector<std::string>& names, int64_t lastStep);

    /// @param scalars  one for each name; NaN where not measured
    Result<void> addRow(int64_t step, double epoch, double seconds, const std::vector<double>& scalars);
    /// Writes samples/STEP.png with the recipe inside.
    Result<void> addSheet(const SampleSheet& sheet, const Recipe& recipe, const Host& host);
    /// Writes samples/STEP.txt.
    Result<void> addText(int64_t step, const std::string& text);
    Result<void> addEdit(const RecordedEdit& edit);
    /// Waits until everything is on the disk.
    Result<void> flush();

    /// What metrics.csv holds. @pre `flush` came last
    io::MetricsStart metricsSoFar() const { return m_writer.written(); }

    const std::vector<std::string>& names() const { return m_log.names(); }
    /// All rows so far, those of earlier sessions included.
    std::shared_ptr<const MetricTable> table() const { return m_log.table(); }

private:
    Recorder(io::RunFolder run, io::MetricsWriter writer, io::EventFile events,
             std::vector<std::string> names)
        : m_run(std::move(run)),
          m_writer(std::move(writer)),
          m_events(std::move(events)),
          m_log(std::move(names)) {}
    Result<void> readBack();

    io::RunFolder m_run;
    io::MetricsWriter m_writer;
    io::EventFile m_events;  // for TensorBoard
    MetricLog m_log;
};

}  // namespace limner::training
