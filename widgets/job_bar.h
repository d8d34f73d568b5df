// The foot of the window: what runs, how far it is, and the buttons that hold it, for a job of any kind.
#pragma once

#include <QKeySequence>
#include <QString>
#include <QStringList>
#include <QWidget>
#include <optional>
#include <vector>

#include "core/types/job.h"

namespace limner::widgets {

class Button;
class JobReadout;
class QueueChip;

/// In narrow windows parts drop in order of importance: the second half of the line, the title, the rate, the
/// text of "Save now", the line, the time left. Nothing is cut.
class JobBar : public QWidget {
    Q_OBJECT

public:
    explicit JobBar(QWidget* parent = nullptr);

    /// Nothing means idle. `kindLabel` is what the person calls the kind of job ("Train").
    void setJob(const std::optional<JobInfo>& job, const Progress& progress, const QString& kindLabel = {});
    /// The waiting jobs in their order; none hides the chip.
    void setQueue(const std::vector<JobInfo>& waiting);
    /// Shown at the left while nothing runs: "Nothing running" and "Ready on CPU, 2 threads".
    void setIdleText(const QString& text, const QString& detail = {});
    /// Shown at the right while nothing runs: "Every command:" and its keys.
    void setHint(const QString& text, const QKeySequence& keys = {});
    /// False greys "Save now" out, for example while a save is under way.
    void setSaveEnabled(bool isEnabled);
    /// False hides "Save now": the job has nothing to save before it is done.
    void setSaves(bool saves);
    void setCompact(bool isCompact);

    const std::optional<JobInfo>& job() const { return m_job; }
    /// The words and numbers shown now, left to right.
    QStringList shownTexts() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pauseClicked(limner::JobId job);
    void resumeClicked(limner::JobId job);
    void stepClicked(limner::JobId job);
    void stopClicked(limner::JobId job);
    void saveClicked(limner::JobId job);
    void reordered(limner::JobId job, int place);
    void removed(limner::JobId job);
    void jobClicked(limner::JobId job);  ///< on the name: show its workspace

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void setupButtons();
    void updateButtons();
    void updateLook();

    std::optional<JobInfo> m_job;
    JobReadout* m_readout = nullptr;
    Button* m_pause = nullptr;  ///< pause or resume
    Button* m_step = nullptr;
    Button* m_stop = nullptr;
    Button* m_save = nullptr;
    QueueChip* m_queue = nullptr;
    bool m_isSaveEnabled = true;
    bool m_saves = true;
    bool m_isCompact = false;
};

}  // namespace limner::widgets
