#include "number_field.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyleOptionFrame>
#include <QWheelEvent>
#include <cmath>
#include <limits>

#include "core/types/param_text.h"
#include "core_text.h"
#include "number_scale.h"
#include "paint.h"
#include "tabular.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr double kDragStart = 3;  ///< pixels before a press becomes a drag
constexpr double kPixelsPerStep = 4;
constexpr QChar kDash{0x2013};

double stepsFor(Qt::KeyboardModifiers modifiers) {
    if (modifiers & Qt::ShiftModifier) return 10;
    if (modifiers & Qt::AltModifier) return 0.1;
    return 1;
}

QString limitText(const ParamSpec& spec, double limit) {
    return QString::fromStdString(
        formatValue({}, spec.kind == ParamKind::Integer ? valueOf(spec, limit) : limit));
}

}  // namespace

QString refusalText(const ParamSpec& spec, const QString& typed) {
    ParamSpec unbounded = spec;
    unbounded.range.low = -std::numeric_limits<double>::max();
    unbounded.range.high = std::numeric_limits<double>::max();
    const auto number = parseValue(unbounded, typed.toStdString());
    if (!number) {
        const auto refused = parseValue(spec, typed.toStdString());
        return refused ? QString()
                       : coreText(refused.error().message) + u' ' + coreText(refused.error().hint);
    }
    const bool above = numberOf(*number) > spec.range.high;
    //: %1 is the number typed, %2 and %3 the limits.
    const QString pattern =
        above ? QCoreApplication::translate("limner::widgets", "%1 is above the range, %2 to %3.")
              : QCoreApplication::translate("limner::widgets", "%1 is below the range, %2 to %3.");
    return pattern.arg(typed.trimmed(), limitText(spec, spec.range.low), limitText(spec, spec.range.high));
}

NumberField::NumberField(QWidget* parent) : QLineEdit(parent) {
    setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCursor(Qt::SizeHorCursor);
    connect(this, &QLineEdit::textEdited, this, [this] { refuse({}); });
    applyLook();
}

void NumberField::setSpec(const ParamSpec& spec) {
    m_spec = spec;
    restore();
}

void NumberField::setValue(double value) {
    m_value = value;
    m_none = false;
    if (!(hasFocus() && isModified())) restore();
    updateGeometry();
}

void NumberField::setNone() {
    m_none = true;
    if (!(hasFocus() && isModified())) restore();
    updateGeometry();
}

void NumberField::setBar(bool shown) {
    m_bar = shown;
    update();
}

void NumberField::setChanged(bool changed) {
    m_changed = changed;
    update();
}

QString NumberField::typedText() const {
    return m_none ? QString() : valueText(m_spec, valueOf(m_spec, m_value));
}
QString NumberField::shownText() const {
    return m_none ? QString(kDash) : valueTextWithUnit(m_spec, valueOf(m_spec, m_value));
}

int NumberField::wantedWidth() const {
    const int text = qCeil(tabularWidth(QFontMetricsF(font()), shownText())) + 2 * px(6) + px(2);
    return std::max(px(68), text);
}

QSize NumberField::sizeHint() const {
    return {wantedWidth(), px(24)};
}

void NumberField::paintEvent(QPaintEvent* event) {
    const Tokens& t = tokens();
    if (hasFocus()) {
        QLineEdit::paintEvent(event);
    } else {
        QPainter painter(this);
        QStyleOptionFrame option;
        initStyleOption(&option);
        style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
        painter.setFont(font());
        painter.setPen(isEnabled() && !m_none ? t.text : t.text3);
        drawTabular(painter, rect().adjusted(px(6), 0, -px(6), 0), Qt::AlignRight | Qt::AlignVCenter,
                    shownText());
    }
    if (!m_bar || !hasSlider(m_spec)) return;
    QPainter painter(this);
    const double thick = px(2);
    const double length = (width() - 2 * px(1)) * positionOf(m_spec, m_value);
    painter.fillRect(QRectF(px(1), height() - px(1) - thick, length, thick), m_changed ? t.accent : t.edge);
}

/// Undo belongs to the text while something is being typed, and to the window once it is in force.
bool NumberField::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && !isModified()) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void NumberField::keyPressEvent(QKeyEvent* event) {
    const double steps = stepsFor(event->modifiers());
    switch (event->key()) {
        case Qt::Key_Up:
            return stepBy(steps);
        case Qt::Key_Down:
            return stepBy(-steps);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (applyTyped()) selectAll();
            return;
        case Qt::Key_Escape:
            if (!isModified() && !m_refused) return event->ignore();
            restore();
            selectAll();
            return;
        default:
            QLineEdit::keyPressEvent(event);
    }
}

bool NumberField::applyTyped() {
    if (!isModified() || (m_none && text().trimmed().isEmpty())) return true;
    const auto parsed = parseValue(m_spec, text().toStdString());
    if (!parsed) {
        refuse(refusalText(m_spec, text()));
        return false;
    }
    const double typed = numberOf(*parsed);
    setModified(false);
    change(typed, true);
    return true;
}

void NumberField::restore() {
    setText(typedText());
    setPlaceholderText(m_none ? QString(kDash) : QString());
    setModified(false);
    refuse({});
    update();
}

void NumberField::refuse(const QString& sentence) {
    const bool refusedNow = !sentence.isEmpty();
    if (!refusedNow && !m_refused) return;
    m_refused = refusedNow;
    setProperty("invalid", refusedNow);
    update();
    Q_EMIT refused(sentence);
}

void NumberField::stepBy(double steps) {
    if (!applyTyped()) return;
    change(m_none ? m_value : stepped(m_spec, m_value, steps), true);
    if (hasFocus()) selectAll();
}

void NumberField::change(double value, bool final) {
    const bool same = value == m_value && !m_none;
    m_value = value;
    m_none = false;
    restore();
    updateGeometry();
    if (!same || (final && m_dragging)) Q_EMIT valueChanged(m_value, final);
}

void NumberField::mousePressEvent(QMouseEvent* event) {
    if (hasFocus() || event->button() != Qt::LeftButton) return QLineEdit::mousePressEvent(event);
    m_pressX = event->position().x();
    m_pressValue = m_value;
}

void NumberField::mouseMoveEvent(QMouseEvent* event) {
    if (!m_pressX) return QLineEdit::mouseMoveEvent(event);
    if (!m_dragging && std::abs(event->position().x() - *m_pressX) < kDragStart) return;
    m_dragging = true;
    scrubTo(event->position().x(), event->modifiers());
}

void NumberField::scrubTo(double x, Qt::KeyboardModifiers modifiers) {
    const double steps = std::trunc((x - *m_pressX) / kPixelsPerStep) * stepsFor(modifiers);
    if (hasSlider(m_spec)) {
        // The whole range is 400 pixels wide, so that small and large ranges feel the same.
        const double share = (x - *m_pressX) / 400 * stepsFor(modifiers);
        return change(valueAt(m_spec, positionOf(m_spec, m_pressValue) + share), false);
    }
    change(stepped(m_spec, m_pressValue, steps), false);
}

void NumberField::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_pressX) return QLineEdit::mouseReleaseEvent(event);
    m_pressX.reset();
    if (m_dragging) {
        change(m_value, true);
        m_dragging = false;
        return;
    }
    setFocus(Qt::MouseFocusReason);
    selectAll();
}

void NumberField::mouseDoubleClickEvent(QMouseEvent* event) {
    if (hasFocus()) return QLineEdit::mouseDoubleClickEvent(event);
    mousePressEvent(event);
}

void NumberField::wheelEvent(QWheelEvent* event) {
    if (!hasFocus()) return event->ignore();
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0) stepBy(notches * stepsFor(event->modifiers()));
    event->accept();
}

void NumberField::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    setCursor(Qt::IBeamCursor);
    selectAll();
}

void NumberField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    setCursor(Qt::SizeHorCursor);
    deselect();
    if (event->reason() == Qt::PopupFocusReason || applyTyped()) return;
    setText(typedText());  // the old value stays; the red line and the sentence say why
    setModified(false);
}

void NumberField::changeEvent(QEvent* event) {
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::StyleChange) applyLook();
}

void NumberField::applyLook() {
    setFont(widgets::font(TextRole::Number));
    updateGeometry();
}

}  // namespace limner::widgets
