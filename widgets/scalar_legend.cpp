#include "scalar_legend.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include "accessible.h"
#include "focus_ring.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

int entryWidth(const LegendEntry& entry) {
    return px(8) + px(6) + QFontMetrics(widgets::font(TextRole::Number)).horizontalAdvance(entry.label);
}

}  // namespace

ScalarLegend::ScalarLegend(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("lossPlot.legend"));
    setAccessibleName(tr("Lines"));
    setAccessible(*this, QAccessible::ToolBar);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setProperty("ownFocus", true);
}

void ScalarLegend::setEntries(std::vector<LegendEntry> entries) {
    m_entries = std::move(entries);
    m_current = 0;
    layOut();
    updateGeometry();
    update();
}

void ScalarLegend::setShown(const QString& id, bool isShown) {
    for (LegendEntry& entry : m_entries) {
        if (entry.id == id) entry.isShown = isShown;
    }
    update();
}

void ScalarLegend::layOut() {
    const int gap = px(16), more = px(28);
    int needed = 0;
    for (const LegendEntry& entry : m_entries) needed += entryWidth(entry) + gap;
    const bool fits = needed - gap <= width();
    int x = px(4);
    m_rects.assign(m_entries.size(), {});
    m_more = {};
    for (size_t i = 0; i < m_entries.size(); ++i) {
        const QRect rect(x, 0, entryWidth(m_entries[i]), height());
        if (!fits && rect.right() + more > width()) {
            m_more = QRect(x, (height() - more) / 2, more, more);
            break;
        }
        m_rects[i] = rect;
        x = rect.right() + 1 + gap;
    }
}

QRect ScalarLegend::entryRect(int index) const {
    return m_rects[static_cast<size_t>(index)];
}

int ScalarLegend::indexAt(QPoint place) const {
    for (size_t i = 0; i < m_rects.size(); ++i) {
        if (m_rects[i].adjusted(-px(8), 0, px(8), 0).contains(place) && !m_rects[i].isNull())
            return static_cast<int>(i);
    }
    return m_more.contains(place) ? static_cast<int>(m_entries.size()) : -1;
}

void ScalarLegend::toggle(int index) {
    LegendEntry& entry = m_entries[static_cast<size_t>(index)];
    entry.isShown = !entry.isShown;
    m_current = index;
    setAccessibleDescription(entry.isShown ? tr("%1 is shown").arg(entry.label)
                                           : tr("%1 is hidden").arg(entry.label));
    update();
    Q_EMIT toggled(entry.id, entry.isShown);
}

void ScalarLegend::showAlone(int index) {
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (m_entries[i].isShown != (static_cast<int>(i) == index)) toggle(static_cast<int>(i));
    }
    m_current = index;
}

void ScalarLegend::openMenu() {
    QMenu menu(this);
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_rects[i].isNull()) continue;
        QAction* action = menu.addAction(m_entries[i].label);
        action->setCheckable(true);
        action->setChecked(m_entries[i].isShown);
        connect(action, &QAction::triggered, this, [this, i] { toggle(static_cast<int>(i)); });
    }
    menu.exec(mapToGlobal(m_more.bottomLeft()));
}

void ScalarLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (size_t i = 0; i < m_entries.size(); ++i) {
        if (!m_rects[i].isNull()) paintEntry(painter, static_cast<int>(i));
    }
    const int count = static_cast<int>(m_entries.size());
    if (!m_more.isNull()) {
        if (m_hovered == count) fillRounded(painter, m_more, px(6), tokens().hover);
        paint::icon(painter, m_more, QStringLiteral("more"), tokens().text2, 18);
    }
    if (!hasFocus() || !keyboardInUse() || count == 0) return;
    const QRect at = m_current < count && !entryRect(m_current).isNull() ? entryRect(m_current) : m_more;
    const QRectF ring(at.left() - px(4), (height() - px(20)) / 2.0, at.width() + 2 * px(4), px(20));
    paint::roundLine(painter, ring, px(4), tokens().accent, px(2));
}

void ScalarLegend::paintEntry(QPainter& painter, int index) const {
    const LegendEntry& entry = m_entries[static_cast<size_t>(index)];
    const QRectF rect = entryRect(index);
    const QRectF swatch(rect.left(), rect.center().y() - px(4) + 0.5, px(8), px(8));
    if (entry.isShown)
        fillRounded(painter, swatch, px(2), tokens().plot[static_cast<size_t>(entry.colour - 1)]);
    if (!entry.isShown) paint::roundLine(painter, swatch, px(2), tokens().edge, 1.5 * uiScale());
    painter.setFont(widgets::font(TextRole::Number));
    const bool isBright = entry.isShown || index == m_hovered;
    painter.setPen(isBright ? tokens().text : tokens().text3);
    painter.drawText(rect.adjusted(px(14), 0, px(2), 0), Qt::AlignVCenter | Qt::AlignLeft, entry.label);
}

void ScalarLegend::resizeEvent(QResizeEvent*) {
    layOut();
}

bool ScalarLegend::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        layOut();
        updateGeometry();
    }
    return QWidget::event(event);
}

void ScalarLegend::mousePressEvent(QMouseEvent* event) {
    const int index = indexAt(event->position().toPoint());
    if (index < 0) return event->ignore();
    if (index == static_cast<int>(m_entries.size())) return openMenu();
    if (event->modifiers() & Qt::ControlModifier) return showAlone(index);
    toggle(index);
}

void ScalarLegend::mouseMoveEvent(QMouseEvent* event) {
    const int index = indexAt(event->position().toPoint());
    if (index == m_hovered) return;
    m_hovered = index;
    setCursor(index < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void ScalarLegend::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void ScalarLegend::keyPressEvent(QKeyEvent* event) {
    int shown = 0;
    while (shown < static_cast<int>(m_rects.size()) && !entryRect(shown).isNull()) ++shown;
    const int last = m_more.isNull() ? shown - 1 : shown;
    switch (event->key()) {
        case Qt::Key_Left:
            m_current = std::max(0, m_current - 1);
            break;
        case Qt::Key_Right:
            m_current = std::min(last, m_current + 1);
            break;
        case Qt::Key_Home:
            m_current = 0;
            break;
        case Qt::Key_End:
            m_current = last;
            break;
        case Qt::Key_Space:
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (last < 0) return;
            if (m_current == shown) return openMenu();
            if (event->modifiers() & Qt::ControlModifier) return showAlone(m_current);
            return toggle(m_current);
        default:
            return event->ignore();
    }
    update();
}

QSize ScalarLegend::sizeHint() const {
    int width = px(8);
    for (const LegendEntry& entry : m_entries) width += entryWidth(entry) + px(16);
    return {width, px(28)};
}

QSize ScalarLegend::minimumSizeHint() const {
    return {px(80), px(28)};
}

}  // namespace limner::widgets
