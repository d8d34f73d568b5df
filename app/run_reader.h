// Reads runs from disk on one worker thread and hands the results back as signals on the main thread.
#pragma once

#include <QObject>
#include <QThreadPool>
#include <atomic>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "core/types/run_store.h"
#include "core/types/studio.h"

namespace limner::app {

/// All that the run view shows of a run that is not training.
struct RunContents {
    RunInfo info;
    std::shared_ptr<const MetricTable> metrics;  ///< null where there are none
    std::vector<RecordedEdit> edits;
    std::vector<Error> unread;  ///< why a part that is there is left out
};

/// Requests are answered in order, but for sample sheets: while one is being read, only the newest request
/// waits.
class RunReader : public QObject {
    Q_OBJECT

public:
    explicit RunReader(QObject* parent = nullptr);
    /// Waits for the read that is under way.
    ~RunReader() override;

    void setStudio(std::shared_ptr<Studio> studio) { m_studio = std::move(studio); }

    void list();
    void open(const std::string& folder);
    void readSamples(const std::string& folder, int64_t step);
    /// Sheets for the thumbnails of the time line, none of which is dropped.
    void readThumbnails(const std::string& folder, const std::vector<int64_t>& steps);
    void rename(const std::string& folder, const std::string& newName);
    void verify(const std::string& folder);

Q_SIGNALS:
    void listed(const std::vector<limner::RunInfo>& runs);
    void opened(const limner::app::RunContents& contents);
    void openingFailed(const std::string& folder, const limner::Error& error);
    void samplesRead(const std::string& folder, const std::shared_ptr<const limner::SampleSheet>& sheet);
    /// Of a model that writes, in place of a sheet.
    void textRead(const std::string& folder, qint64 step, const QString& text);
    void thumbnailRead(const std::string& folder, const std::shared_ptr<const limner::SampleSheet>& sheet);
    void renamed(const std::string& folder);
    void verified(const std::string& folder, const std::vector<limner::FileCheck>& checks);
    /// A sheet that was asked for by readSamples is not there or damaged.
    void samplesMissing(const std::string& folder, qint64 step, const limner::Error& error);
    void failed(const limner::Error& error);

private:
    /// Runs `work` on the worker, then the function that it returned on the main thread.
    void enqueue(std::function<std::function<void()>(RunStore&)> work);

    std::shared_ptr<Studio> m_studio;
    QThreadPool m_worker;
    std::shared_ptr<std::atomic<uint64_t>> m_newestSheet;
};

}  // namespace limner::app
