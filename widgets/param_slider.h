// A slider over the range of a parameter: linear, logarithmic, or growing from the middle.
#pragma once

#include <QWidget>

#include "core/types/param.h"

namespace limner::widgets {

class ParamSlider : public QWidget {
    Q_OBJECT
    Q_PROPERTY(double value READ value WRITE setValue USER true)
    Q_PROPERTY(double minimum READ minimum CONSTANT)
    Q_PROPERTY(double maximum READ maximum CONSTANT)

public:
    explicit ParamSlider(QWidget* parent = nullptr);

    /// Takes range, scale and step. @pre kind is Integer or Real
    void setSpec(const ParamSpec& spec);
    const ParamSpec& spec() const { return m_spec; }
    double value() const { return m_value; }
    double minimum() const { return m_spec.range.low; }
    double maximum() const { return m_spec.range.high; }
    /// Shows without emitting.
    void setValue(double value);
    /// Accent colours: the value is not the default.
    void setChanged(bool changed);
    /// The fill grows from the middle tick. Taken from the range by setSpec.
    void setCentred(bool centred);
    double position() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// final is false while dragging.
    void valueChanged(double value, bool final);
    /// A double click asks for the default.
    void resetRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void change(double value, bool final);
    double positionAt(double x) const;
    double knobX() const;

    ParamSpec m_spec;
    double m_value = 0;
    bool m_changed = false;
    bool m_centred = false;
    bool m_dragging = false;
    bool m_moved = false;  ///< an intermediate value was emitted that waits for its final one
};

}  // namespace limner::widgets
