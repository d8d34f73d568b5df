// Words to choose one of, side by side, wrapping where the room ends.
#pragma once

#include <QStringList>
#include <QWidget>

namespace limner::widgets {

/// A click on the chosen one takes the choice back. Arrows move, Space and Enter choose.
class TagChips : public QWidget {
    Q_OBJECT

public:
    explicit TagChips(QWidget* parent = nullptr);

    void setTags(const QStringList& tags);
    const QStringList& tags() const { return m_tags; }
    /// Empty for none. Does not emit.
    void setCurrent(const QString& tag);
    QString current() const { return m_current; }
    QRect tagRect(int index) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(const QString& tag);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QList<QRect> place(int width) const;
    int tagAt(const QPoint& place) const;
    void toggle(int index);

    QStringList m_tags;
    QString m_current;
    int m_cursor = 0, m_hovered = -1;
};

}  // namespace limner::widgets
