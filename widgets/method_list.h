// The ways of doing something, one under the other: a name, a line about what each needs, and why one cannot
// be chosen.
#pragma once

#include <QWidget>

#include "core/types/param.h"

namespace limner::widgets {

/// Click chooses; Up and Down go to the next one that can be chosen, Home and End to the first and last. One
/// that is not available says why in its second line and emits unavailableClicked.
class MethodList : public QWidget {
    Q_OBJECT

public:
    explicit MethodList(QWidget* parent = nullptr);

    void setChoices(const std::vector<Choice>& choices);
    const std::vector<Choice>& choices() const { return m_choices; }
    /// Shows without emitting.
    void setCurrentId(const QString& id);
    QString currentId() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    /// In widget coordinates.
    QRect rowRect(int index) const;

Q_SIGNALS:
    void chosen(const QString& id);
    void unavailableClicked(const QString& id);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QString detail(int index) const;
    int rowHeight(int index, int width) const;
    int rowAt(QPoint place) const;
    bool isAvailable(int index) const;
    void choose(int index);
    void paintRow(QPainter& painter, int index) const;

    std::vector<Choice> m_choices;
    int m_current = -1;
    int m_hovered = -1;
};

}  // namespace limner::widgets
