// What might come at one place in a text, most likely first: a word, a bar and a percentage each.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace limner::widgets {

struct Likelihood {
    QString text;  ///< of the token; spaces at its ends are not shown
    double probability = 0;
    friend bool operator==(const Likelihood&, const Likelihood&) = default;
};

/// Click, Enter or a number choose; Up and Down move. Without the keyboard nothing is marked.
class ProbabilityBars : public QWidget {
    Q_OBJECT

public:
    explicit ProbabilityBars(QWidget* parent = nullptr);

    void setRows(std::vector<Likelihood> rows);
    const std::vector<Likelihood>& rows() const { return m_rows; }
    /// The one that stands in the text, drawn in the accent; −1 for none.
    void setChosen(int index);
    /// Where the keyboard is.
    void setCurrent(int index);
    int current() const { return m_current; }
    /// At 100 %.
    void setRowHeight(int height);
    /// Space at both sides of each row, at 100 %.
    void setInset(int left, int right);
    /// Passes keys on from a widget that has the keyboard. False if it is none of this widget's.
    bool takeKey(QKeyEvent& event);
    /// The same for 1 to 9 alone.
    bool takeNumber(const QKeyEvent& event);

    /// Of one row, in this widget; its width shows the share of the most likely.
    QRect barRect(int index) const;
    QRect rowRect(int index) const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void activated(int index);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int rowAt(const QPoint& place) const;
    int wordWidth() const;
    int percentWidth() const;
    void paintRow(QPainter& painter, int index) const;

    std::vector<Likelihood> m_rows;
    int m_chosen = -1, m_current = -1, m_hovered = -1;
    int m_rowHeight = 24, m_left = 0, m_right = 0;
};

/// "31 %"; "<1 %" for what is not nothing.
QString percentText(double probability);

}  // namespace limner::widgets
