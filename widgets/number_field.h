// A number that can be typed, stepped with the arrow keys, and dragged sideways.
#pragma once

#include <QLineEdit>
#include <optional>

#include "core/types/param.h"

namespace limner::widgets {

/// Click types, Enter applies, Esc restores, Up and Down one step, Shift ten, Alt a tenth. "2e-4" and
/// "1/5000" are read. What is out of range is refused: the field turns red, `refused` says why, the old value
/// stays.
class NumberField : public QLineEdit {
    Q_OBJECT
    Q_PROPERTY(double value READ value WRITE setValue USER true)

public:
    explicit NumberField(QWidget* parent = nullptr);

    /// Takes range, unit and zero text. @pre kind is Integer or Real
    void setSpec(const ParamSpec& spec);
    const ParamSpec& spec() const { return m_spec; }

    double value() const { return m_value; }
    /// Shows a value without emitting; while a person types it waits until they are done.
    void setValue(double value);

    /// There is no value: shows a dash, until one is typed or set. The first arrow key takes the value that
    /// was.
    void setNone();
    bool isNone() const { return m_none; }

    /// The value's place in its range, drawn as a 2-pixel bar along the lower edge (compact forms); none by
    /// default.
    void setBar(bool shown);
    void setChanged(bool changed);
    bool isRefused() const { return m_refused; }

    /// Width at which the longest text of this range is not cut.
    int wantedWidth() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// final is false while dragging, true when the hand lets go, on Enter and on each arrow key.
    void valueChanged(double value, bool final);
    /// One sentence about what was typed; empty when it is right again.
    void refused(const QString& sentence);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    QString typedText() const;
    QString shownText() const;
    /// False if the text was refused.
    bool applyTyped();
    void restore();
    void refuse(const QString& sentence);
    void stepBy(double steps);
    void scrubTo(double x, Qt::KeyboardModifiers modifiers);
    void change(double value, bool final);
    void applyLook();

    ParamSpec m_spec;
    double m_value = 0;
    std::optional<double> m_pressX;  ///< where the mouse went down, while it is down and nothing is typed
    double m_pressValue = 0;
    bool m_dragging = false;
    bool m_refused = false;
    bool m_bar = false;
    bool m_none = false;
    bool m_changed = false;
};

/// The sentence for a refused text: "12 is above the range, 1e-6 to 1."
QString refusalText(const ParamSpec& spec, const QString& typed);

}  // namespace limner::widgets
