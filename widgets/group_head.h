// The heading of a part of the inspector: chevron, name, note. Space, Enter and a click fold; Left folds and
// Right unfolds.
#pragma once

#include <QAbstractButton>

namespace limner::widgets {

class GroupHead : public QAbstractButton {
    Q_OBJECT

public:
    explicit GroupHead(QWidget* parent = nullptr);
    /// At the right end: "live".
    void setNote(const QString& note);
    /// A line above it.
    void setLine(bool line);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString m_note;
    bool m_line = true;
};

}  // namespace limner::widgets
