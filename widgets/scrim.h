// Dims the whole window by 42 % black behind a palette or a notice. The jobs behind it run on.
#pragma once

#include <QPointer>
#include <QWidget>

namespace limner::widgets {

/// Fills its window, above everything else, and follows its size. Shows one card. A click beside the card and
/// Esc emit `dismissed`.
class Scrim : public QWidget {
    Q_OBJECT

public:
    /// @param host  the window (or a page) to cover
    explicit Scrim(QWidget* host);

    /// The card becomes a child, placed in the middle; `top` pixels from the top where given, else a third
    /// down.
    void setCard(QWidget* card, int top = -1);
    /// Covers the host and remembers who had the focus.
    void cover();
    /// Hides and gives the focus back.
    void uncover();

Q_SIGNALS:
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void place();

    QWidget* m_card = nullptr;
    QPointer<QWidget> m_hadFocus;
    int m_top = -1;
};

}  // namespace limner::widgets
