#include "recorder.h"

#include <chrono>

#include "core/internal/picture_file.h"

namespace limner::training {
namespace {

double unixSeconds() {
    return std::chrono::duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
}

}  // namespace

Result<std::unique_ptr<Recorder>> Recorder::open(const io::RunFolder& run,
                                                 const std::vector<std::string>& names, int64_t lastStep) {
    auto writer = io::MetricsWriter::open(run.metrics(), names, lastStep);
    if (!writer) return writer.error();
    const auto trimmed = io::removeEditsAfter(run.edits(), lastStep);
    if (!trimmed) return trimmed.error();
    auto events = io::EventFile::create(run.root, unixSeconds());
    if (!events) return events.error();
    if (lastStep >= 0) {
        const auto noted = events->restartAfter(lastStep, unixSeconds());
        if (!noted) return noted.error();
    }
    std::unique_ptr<Recorder> recorder(new Recorder(run, std::move(*writer), std::move(*events), names));
    const auto read = recorder->readBack();
    if (!read) return read.error();
    return recorder;
}

Result<void> Recorder::readBack() {
    const auto table = io::readMetrics(m_run.metrics());
    if (!table) return table.error();
    std::vector<double> scalars(m_log.names().size());
    for (const auto& block : table->blocks) {
        for (size_t row = 0; row < block->step.size(); ++row) {
            for (size_t i = 0; i < scalars.size(); ++i) scalars[i] = block->scalars[i][row];
            m_log.append(block->step[row], block->epoch[row], block->seconds[row], scalars);
        }
    }
    return {};
}

Result<void> Recorder::addRow(int64_t step, double epoch, double seconds,
                              const std::vector<double>& scalars) {
    m_log.append(step, epoch, seconds, scalars);
    const auto events = m_events.scalars(step, unixSeconds(), names(), scalars);
    const auto row = m_writer.append(step, epoch, seconds, scalars);
    return row ? events : row;
}

Result<void> Recorder::addSheet(const SampleSheet& sheet, const Recipe& recipe, const Host& host) {
    const auto png = generation::encodeSheet(sheet, recipe, host);
    if (!png) return png.error();
    const auto written = generation::writeBytes(m_run.sample(sheet.step), *png);
    if (!written) return written;
    const Image& picture = sheet.sheet;
    return m_events.picture(sheet.step, unixSeconds(), "samples",
                            {picture.width, picture.height, picture.channels, *png});
}

Result<void> Recorder::addText(int64_t step, const std::string& text) {
    return generation::writeBytes(m_run.sampleText(step), std::as_bytes(std::span(text)));
}

Result<void> Recorder::addEdit(const RecordedEdit& edit) {
    return io::appendEdit(m_run.edits(), edit);
}

Result<void> Recorder::flush() {
    const auto rows = m_writer.flush();
    const auto events = m_events.flush();
    return rows ? events : rows;
}

}  // namespace limner::training
