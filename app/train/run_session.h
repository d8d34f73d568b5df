// The run on the Train page: a job that is followed or a run read from disk, and which of its steps is looked
// at.
#pragma once

#include <QObject>
#include <map>
#include <memory>
#include <optional>

#include "app/run_reader.h"
#include "core/types/studio.h"

namespace limner::app {

class StudioBridge;

class RunSession : public QObject {
    Q_OBJECT

public:
    using Sheet = std::shared_ptr<const SampleSheet>;

    RunSession(StudioBridge& bridge, RunReader& reader, QObject* parent);

    /// @param given  its values, shown until its first snapshot
    void followJob(JobId job, const ParamValues& given = {});
    /// A run of the disk; the job that trains it now, if there is one.
    void openFolder(const std::string& folder);
    void close();

    bool isOpen() const { return m_job != JobId::None || !m_folder.empty(); }
    JobId job() const { return m_job; }
    /// Nothing for a run read from disk.
    std::optional<JobInfo> jobInfo() const;
    bool isTraining() const;  ///< waiting, running or paused
    const std::string& folder() const { return m_folder; }
    const RunInfo& info() const { return m_info; }
    QString title() const;
    const ParamValues& values() const { return m_values; }
    int64_t liveStep() const { return m_liveStep; }
    const std::shared_ptr<const MetricTable>& metrics() const { return m_metrics; }
    const std::vector<RecordedEdit>& edits() const { return m_edits; }

    /// Steps with a sample sheet on disk, rising.
    const std::vector<int64_t>& sampleSteps() const { return m_info.samples; }

    /// Which step is looked at; nothing means the newest.
    std::optional<int64_t> position() const { return m_position; }
    void scrubTo(int64_t step);
    void goLive();
    /// Averaged (EMA) or raw weights of the newest samples.
    void setShowsAverage(bool showsAverage);
    bool showsAverage() const { return m_showsAverage; }
    bool hasRaw() const { return m_liveRaw != nullptr; }
    /// The sheet of the step that is looked at; the last one shown until it has been read.
    const Sheet& sheet() const { return m_shown; }

    /// What a model that writes wrote at the step that is looked at; null for others.
    const std::shared_ptr<const Writing>& writing() const { return m_writing; }
    int64_t writingStep() const { return m_writingStep.value_or(m_liveStep); }

    /// Asks for sheets of evenly spaced steps; thumbnailArrived follows for each that is not known yet.
    void wantSheets(size_t count);
    const std::map<int64_t, Sheet>& knownSheets() const { return m_known; }

Q_SIGNALS:
    void openingFailed(const limner::Error& error);  ///< of a run of the disk
    void runChanged();  ///< another run, or another name, state or folder of this one
    void valuesChanged();
    void metricsChanged();
    void writingChanged();
    void sheetChanged();
    void positionChanged();
    void marksChanged();  ///< checkpoints and sample steps
    void editsChanged();
    void sheetsChanged();  ///< another sheet is known

private:
    void reset();
    void takeSnapshot(JobId job);
    void takeEvent(const Event& event);
    void takeSampled(int64_t step);
    void takeContents(const RunContents& contents);
    void takeSheet(const std::string& folder, const Sheet& sheet);
    void takeText(const std::string& folder, qint64 step, const QString& text);
    void showLiveWriting();
    void jobsChanged();
    void showNewest();
    void show(const Sheet& sheet);
    void keepSheet(const Sheet& sheet);
    /// Whether the sheet of this step is one of those kept for the time line.
    bool isThumbnail(int64_t step) const;
    /// The sheet nearest to a step; nothing while the run has none.
    std::optional<int64_t> nearestSample(int64_t step) const;

    StudioBridge& m_bridge;
    RunReader& m_reader;
    JobId m_job = JobId::None;
    std::string m_folder;
    RunInfo m_info;
    ParamValues m_values;
    int64_t m_liveStep = 0;
    std::shared_ptr<const MetricTable> m_metrics;
    std::vector<RecordedEdit> m_edits;
    std::shared_ptr<const Writing> m_writing, m_liveWriting;
    std::optional<int64_t> m_writingStep;  ///< of a text that was read from the disk
    Sheet m_live, m_liveRaw, m_shown;
    std::map<int64_t, Sheet> m_known;  ///< every m_stride-th sheet of the run
    size_t m_stride = 1;
    std::optional<int64_t> m_position;
    std::optional<int64_t> m_sheetWanted;  ///< the sample step that belongs to the position
    bool m_showsAverage = true;
    bool m_wasTraining = false;
};

}  // namespace limner::app
