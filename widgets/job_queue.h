// The jobs that wait: a chip with their number, and a list in which they change places or go.
#pragma once

#include <QFrame>
#include <QListWidget>
#include <vector>

#include "chip.h"
#include "core/types/job.h"

namespace limner::widgets {

/// Rows are dragged; Alt+Up and Alt+Down move one, Delete removes it.
class QueueList : public QListWidget {
    Q_OBJECT

public:
    explicit QueueList(QWidget* parent = nullptr);
    /// Keeps the chosen row; does nothing while the rows are the same, so that a drag is not disturbed.
    void setJobs(const std::vector<JobInfo>& jobs);

    QSize sizeHint() const override;

Q_SIGNALS:
    void reordered(limner::JobId job, int place);
    void removed(limner::JobId job);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void move(int from, int to);
};

class QueueChip : public Chip {
    Q_OBJECT

public:
    explicit QueueChip(QWidget* parent = nullptr);
    void setJobs(const std::vector<JobInfo>& jobs);
    void setCompact(bool isCompact);
    QueueList* list() const { return m_list; }
    void openList();

Q_SIGNALS:
    void reordered(limner::JobId job, int place);
    void removed(limner::JobId job);

private:
    void updateText();

    QFrame* m_popup = nullptr;
    QueueList* m_list = nullptr;
    size_t m_count = 0;
    bool m_isCompact = false;
};

}  // namespace limner::widgets
