// The words and the bar of the job bar. Shows as much as fits, the least important parts going first.
#pragma once

#include <QColor>
#include <QKeySequence>
#include <QStringList>
#include <QWidget>
#include <optional>
#include <vector>

#include "core/types/job.h"

namespace limner::widgets {

class JobReadout : public QWidget {
    Q_OBJECT

public:
    explicit JobReadout(QWidget* parent = nullptr);

    void setJob(const std::optional<JobInfo>& job, const Progress& progress, const QString& kindLabel);
    void setIdle(const QString& text, const QString& detail);
    void setHint(const QString& text, const QKeySequence& keys);

    /// What is written now, left to right, the bar left out.
    QStringList shownTexts() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void nameClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Part {
        enum class What { Icon, Text, Bar, Key } what = What::Text;
        QString text;
        QColor colour;
        bool isStrong = false;
        bool isRight = false;
        int width = 0;  ///< of a bar; texts are measured
    };
    using Parts = std::vector<Part>;

    Parts idleParts() const;
    /// @param level  0 shows everything; each higher one a little less
    Parts jobParts(int level) const;
    Parts fittingParts() const;
    int widthOf(const Part& part) const;
    int widthOf(const Parts& parts) const;
    void paintPart(QPainter& painter, const Part& part, const QRectF& rect) const;
    void paintBar(QPainter& painter, const QRectF& rect) const;
    QColor stateColour() const;

    std::optional<JobInfo> m_job;
    Progress m_progress;
    QString m_kind;
    QString m_idleText, m_idleDetail;
    QString m_hintText;
    QKeySequence m_hintKeys;
    QRectF m_nameRect;
};

}  // namespace limner::widgets
