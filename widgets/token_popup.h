// What else might have stood at a place in a text. Lies over the editor, not in a window of its own, so that
// a pointer that passes by does not take the keyboard.
#pragma once

#include <QWidget>
#include <vector>

#include "probability_bars.h"

namespace limner::widgets {

class Label;

class TokenPopup : public QWidget {
    Q_OBJECT

public:
    explicit TokenPopup(QWidget* parent);

    struct Content {
        QString instead;  ///< the token that stands there; empty at the end of the text
        std::vector<Likelihood> alternatives;
        double entropyBits = 0;
    };
    void setContent(const Content& content);
    /// Below this rectangle of the parent, or above where there is no room. The keyboard stays where it is;
    /// whoever has it passes 1 to 6 and Escape on while the pointer rests.
    void openAt(const QRect& token);
    /// Of an open pop-up without the keyboard. False for keys that mean something else.
    bool takeForeignKey(const QKeyEvent& event);
    /// With the keyboard: 1 to 6, arrows and Enter choose, Escape closes.
    void openWithKeyboard(const QRect& token);
    bool isOpen() const { return isVisibleTo(parentWidget()); }
    void dismiss();
    ProbabilityBars* bars() const { return m_bars; }

Q_SIGNALS:
    void chosen(int index);
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void place(const QRect& token);
    void setSpaces();
    void showHint();

    Label* m_title = nullptr;
    Label* m_entropy = nullptr;
    ProbabilityBars* m_bars = nullptr;
    Label* m_hint = nullptr;
    Label* m_keys = nullptr;
};

}  // namespace limner::widgets
