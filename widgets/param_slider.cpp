#include "param_slider.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "accessible.h"
#include "focus_ring.h"
#include "number_scale.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

double knobSize() {
    return px(12);
}

}  // namespace

ParamSlider::ParamSlider(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setProperty("ownFocus", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessible(*this, QAccessible::Slider);
}

void ParamSlider::setSpec(const ParamSpec& spec) {
    m_spec = spec;
    m_centred = limner::widgets::isCentred(spec);
    update();
}

void ParamSlider::setValue(double value) {
    if (value == m_value) return;
    m_value = value;
    update();
    announceValue(*this);
}

void ParamSlider::setChanged(bool changed) {
    m_changed = changed;
    update();
}

void ParamSlider::setCentred(bool centred) {
    m_centred = centred;
    update();
}

double ParamSlider::position() const {
    return positionOf(m_spec, m_value);
}

QSize ParamSlider::sizeHint() const {
    return {px(80), px(28)};
}
QSize ParamSlider::minimumSizeHint() const {
    return {px(40), px(28)};
}

double ParamSlider::knobX() const {
    return knobSize() / 2 + position() * (width() - knobSize());
}

double ParamSlider::positionAt(double x) const {
    const double length = width() - knobSize();
    return length <= 0 ? 0 : std::clamp((x - knobSize() / 2) / length, 0.0, 1.0);
}

void ParamSlider::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    const double thick = px(2);
    const double middle = height() / 2.0;
    const QColor strong = m_changed && isEnabled() ? t.accent : t.edge;
    const QRectF trough(0, middle - thick / 2, width(), thick);
    fillRounded(painter, trough, thick / 2, t.trough);

    const double zero =
        m_centred ? knobSize() / 2 + positionOf(m_spec, (minimum() + maximum()) / 2) * (width() - knobSize())
                  : 0;
    const double knob = knobX();
    fillRounded(painter, QRectF(std::min(zero, knob), trough.top(), std::abs(knob - zero), thick), 0, strong);
    if (m_centred) painter.fillRect(QRectF(zero - px(1) / 2.0, middle - px(4), px(1), px(8)), t.edge);

    const double radius = knobSize() / 2;
    const QRectF outer(knob - radius, middle - radius, 2 * radius, 2 * radius);
    const double ring = px(2);
    fillRounded(painter, outer, radius, palette().color(QPalette::Window));
    const bool lit = isEnabled() && (underMouse() || m_dragging);
    const QColor fill = m_changed && isEnabled() ? t.accent : lit ? t.text : t.text2;
    fillRounded(painter, outer.adjusted(ring, ring, -ring, -ring), radius, fill);
    if (hasFocus() && keyboardInUse()) {
        const double grow = px(2);
        const QRectF focus = outer.adjusted(-grow, -grow, grow, grow) & QRectF(rect());
        fillRounded(painter, focus, focus.height() / 2, {}, t.accent, px(2));
    }
}

void ParamSlider::change(double value, bool final) {
    const bool same = value == m_value;
    setValue(value);
    if (!same && !final) m_moved = true;
    if (!same || m_moved) Q_EMIT valueChanged(m_value, final);
    if (final) m_moved = false;
}

void ParamSlider::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return QWidget::mousePressEvent(event);
    m_dragging = true;
    m_moved = false;
    // A press on the knob itself must not move it: the value is not on the pixel grid.
    if (std::abs(event->position().x() - knobX()) > knobSize() / 2)
        change(valueAt(m_spec, positionAt(event->position().x())), false);
    update();
}

void ParamSlider::mouseMoveEvent(QMouseEvent* event) {
    if (m_dragging) change(valueAt(m_spec, positionAt(event->position().x())), false);
}

void ParamSlider::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_dragging || event->button() != Qt::LeftButton) return;
    m_dragging = false;
    change(m_value, true);
    update();
}

void ParamSlider::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    m_dragging = false;
    Q_EMIT resetRequested();
}

void ParamSlider::wheelEvent(QWheelEvent* event) {
    if (!hasFocus()) return event->ignore();
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0) change(stepped(m_spec, m_value, notches), true);
    event->accept();
}

void ParamSlider::keyPressEvent(QKeyEvent* event) {
    double steps = 1;
    if (event->modifiers() & Qt::ShiftModifier) steps = 10;
    if (event->modifiers() & Qt::AltModifier) steps = 0.1;
    switch (event->key()) {
        case Qt::Key_Right:
        case Qt::Key_Up:
            return change(stepped(m_spec, m_value, steps), true);
        case Qt::Key_Left:
        case Qt::Key_Down:
            return change(stepped(m_spec, m_value, -steps), true);
        case Qt::Key_PageUp:
            return change(stepped(m_spec, m_value, 10), true);
        case Qt::Key_PageDown:
            return change(stepped(m_spec, m_value, -10), true);
        case Qt::Key_Home:
            return change(m_spec.range.low, true);
        case Qt::Key_End:
            return change(m_spec.range.high, true);
        case Qt::Key_Delete:
        case Qt::Key_Backspace:
            Q_EMIT resetRequested();
            return;
        default:
            QWidget::keyPressEvent(event);
    }
}

}  // namespace limner::widgets
