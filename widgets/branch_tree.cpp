#include "branch_tree.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainterPath>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>
#include <map>

#include "accessible.h"
#include "focus_ring.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kBranchLine = 48;
constexpr int kFirstPoint = 24;
constexpr int kBranchIndent = 20;
constexpr int kLeastWords = 96;  ///< room for words beside the deepest point

}  // namespace

BranchTree::BranchTree(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("branchTree"));
    setAccessible(*this, QAccessible::Tree, tr("Branches"));
    setFocusPolicy(Qt::StrongFocus);
    setProperty("ownFocus", true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
}

void BranchTree::setItems(std::vector<BranchItem> items) {
    layOut(std::move(items));
    m_hovered = -1;
    m_cursor = std::min(m_cursor, count() - 1);
    markPath();
    updateScrollBar();
    viewport()->update();
}

/// Each item is followed by its children, so that a link never crosses a point. An only child stays below its
/// parent; several step to the right, but for those of a beginning.
void BranchTree::layOut(std::vector<BranchItem> items) {
    std::map<qint64, std::vector<size_t>> children;
    std::map<qint64, bool> isKnown;
    for (size_t i = 0; i < items.size(); ++i) {
        const bool hasParent = isKnown.contains(items[i].parent);
        children[hasParent ? items[i].parent : -1].push_back(i);
        isKnown[items[i].id] = true;
    }
    m_lines.clear();
    struct Place {
        size_t item;
        int parent;
        int depth;
    };
    std::vector<Place> left;
    const auto pushChildren = [&](qint64 id, int line, int depth) {
        const auto& all = children[id];
        for (auto child = all.rbegin(); child != all.rend(); ++child) left.push_back({*child, line, depth});
    };
    pushChildren(-1, -1, 0);
    while (!left.empty()) {
        const Place place = left.back();
        left.pop_back();
        BranchItem& item = items[place.item];
        const qint64 id = item.id;
        const int line = count();
        m_lines.push_back({std::move(item), place.parent, place.depth});
        const bool steps = children[id].size() > 1 && place.parent >= 0;
        pushChildren(id, line, place.depth + (steps ? 1 : 0));
    }
}

void BranchTree::setCurrent(qint64 id) {
    m_current = id;
    m_cursor = lineOf(id);
    markPath();
    if (m_cursor >= 0) reveal(m_cursor);
    const QString said = m_cursor < 0 ? QString() : m_lines[static_cast<size_t>(m_cursor)].item.title;
    setAccessibleDescription(tr("%1 of %2: %3").arg(m_cursor + 1).arg(count()).arg(said));
    viewport()->update();
}

void BranchTree::markPath() {
    for (Line& line : m_lines) line.isOnPath = false;
    for (int line = lineOf(m_current); line >= 0; line = m_lines[static_cast<size_t>(line)].parent)
        m_lines[static_cast<size_t>(line)].isOnPath = true;
}

int BranchTree::lineOf(qint64 id) const {
    const auto found = std::ranges::find_if(m_lines, [id](const Line& line) { return line.item.id == id; });
    return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
}

QRect BranchTree::lineRect(int line) const {
    return {0, line * px(kBranchLine) - verticalScrollBar()->value(), viewport()->width(), px(kBranchLine)};
}

QRect BranchTree::itemRect(qint64 id) const {
    const int line = lineOf(id);
    return line < 0 ? QRect() : lineRect(line);
}

/// Deep trees step less, so that words keep their room.
double BranchTree::indent() const {
    int deepest = 0;
    for (const Line& line : m_lines) deepest = std::max(deepest, line.depth);
    const int room = viewport()->width() - px(kFirstPoint) - px(14) - px(kLeastWords);
    const double step = px(kBranchIndent);
    return deepest == 0 ? step : std::clamp(double(room) / deepest, 0.0, step);
}

QPointF BranchTree::pointOf(int line) const {
    const QRect rect = lineRect(line);
    return {px(kFirstPoint) + indent() * m_lines[static_cast<size_t>(line)].depth,
            rect.top() + px(16.0) + 0.5};
}

QPoint BranchTree::itemPoint(qint64 id) const {
    const int line = lineOf(id);
    return line < 0 ? QPoint() : pointOf(line).toPoint();
}

int BranchTree::lineAt(const QPoint& place) const {
    const int line = (place.y() + verticalScrollBar()->value()) / px(kBranchLine);
    return line >= 0 && line < count() ? line : -1;
}

void BranchTree::updateScrollBar() {
    const int whole = count() * px(kBranchLine) + px(8);
    verticalScrollBar()->setRange(0, std::max(0, whole - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setSingleStep(px(kBranchLine));
}

void BranchTree::reveal(int line) {
    const int top = line * px(kBranchLine), bottom = top + px(kBranchLine);
    QScrollBar& bar = *verticalScrollBar();
    if (top < bar.value()) bar.setValue(top);
    if (bottom > bar.value() + bar.pageStep()) bar.setValue(bottom - bar.pageStep());
}

void BranchTree::moveTo(int line) {
    if (line < 0 || line >= count()) return;
    m_cursor = line;
    reveal(line);
    setAccessibleDescription(m_lines[static_cast<size_t>(line)].item.title);
    viewport()->update();
}

void BranchTree::keyPressEvent(QKeyEvent* event) {
    if (m_cursor < 0 && count() > 0) m_cursor = 0;
    if (m_cursor < 0 || (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)))
        return event->ignore();
    const Line& line = m_lines[static_cast<size_t>(m_cursor)];
    const qint64 id = line.item.id;
    const auto firstChild = [this] {
        const auto found = std::ranges::find(m_lines, m_cursor, &Line::parent);
        return found == m_lines.end() ? -1 : static_cast<int>(found - m_lines.begin());
    };
    switch (event->key()) {
        case Qt::Key_Up:
            return moveTo(m_cursor - 1);
        case Qt::Key_Down:
            return moveTo(m_cursor + 1);
        case Qt::Key_Left:
            return moveTo(line.parent);
        case Qt::Key_Right:
            return moveTo(firstChild());
        case Qt::Key_Home:
            return moveTo(0);
        case Qt::Key_End:
            return moveTo(count() - 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            return Q_EMIT activated(id);
        case Qt::Key_B:
            return Q_EMIT keepToggled(id);
        case Qt::Key_Delete:
            return Q_EMIT removeRequested(id);
        default:
            event->ignore();
    }
}

void BranchTree::focusInEvent(QFocusEvent* event) {
    QAbstractScrollArea::focusInEvent(event);
    if (m_cursor < 0) m_cursor = std::max(lineOf(m_current), count() > 0 ? 0 : -1);
    viewport()->update();
}

void BranchTree::mousePressEvent(QMouseEvent* event) {
    event->setAccepted(event->button() == Qt::LeftButton);
}

void BranchTree::mouseMoveEvent(QMouseEvent* event) {
    const int line = lineAt(event->position().toPoint());
    if (line == m_hovered) return;
    m_hovered = line;
    viewport()->setCursor(line < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
}

void BranchTree::mouseReleaseEvent(QMouseEvent* event) {
    const int line = lineAt(event->position().toPoint());
    if (line < 0 || event->button() != Qt::LeftButton) return;
    moveTo(line);
    Q_EMIT activated(m_lines[static_cast<size_t>(line)].item.id);
}

void BranchTree::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int line = byKey ? m_cursor : lineAt(event->pos());
    if (line < 0) return;
    const QPoint place = byKey ? viewport()->mapToGlobal(lineRect(line).center()) : event->globalPos();
    Q_EMIT menuRequested(m_lines[static_cast<size_t>(line)].item.id, place);
}

bool BranchTree::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const int line = lineAt(help->pos());
        if (line < 0) return true;
        const BranchItem& item = m_lines[static_cast<size_t>(line)].item;
        QToolTip::showText(help->globalPos(), item.title + u'\n' + item.detail, viewport());
        return true;
    }
    if (event->type() == QEvent::Leave) {
        m_hovered = -1;
        viewport()->update();
    }
    return QAbstractScrollArea::viewportEvent(event);
}

void BranchTree::resizeEvent(QResizeEvent* event) {
    QAbstractScrollArea::resizeEvent(event);
    updateScrollBar();
}

void BranchTree::changeEvent(QEvent* event) {
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange) updateScrollBar();
}

void BranchTree::paintEvent(QPaintEvent*) {
    QPainter painter(viewport());
    for (int line = 0; line < count(); ++line)
        if (lineRect(line).intersects(viewport()->rect())) paintLine(painter, line);
    paintLinks(painter);
}

/// From a parent straight down, then with a round corner to a child that stands further right.
void BranchTree::paintLinks(QPainter& painter) const {
    const PainterScope scope(painter);
    const double bend = px(6);
    for (const bool isPath : {false, true}) {  // the path last: it lies over the others
        for (int i = 0; i < count(); ++i) {
            const Line& line = m_lines[static_cast<size_t>(i)];
            if (line.parent < 0 || line.isOnPath != isPath) continue;
            const QPointF from = pointOf(line.parent), to = pointOf(i);
            const QColor colour = !isPath                     ? tokens().edge
                                  : line.item.id == m_current ? tokens().accent
                                                              : tokens().text2;
            painter.setPen(QPen(colour, 1.5 * uiScale()));
            painter.setBrush(Qt::NoBrush);
            QPainterPath path(from + QPointF(0, px(4)));
            if (from.x() == to.x()) {
                path.lineTo(to - QPointF(0, px(4)));
            } else {
                path.lineTo(from.x(), to.y() - bend);
                path.quadTo(from.x(), to.y(), from.x() + std::min(bend, to.x() - from.x()), to.y());
                path.lineTo(to - QPointF(px(4), 0));
            }
            painter.drawPath(path);
        }
    }
    for (int i = 0; i < count(); ++i) {
        const Line& line = m_lines[static_cast<size_t>(i)];
        const bool isHere = line.item.id == m_current;
        const Tokens& t = tokens();
        painter.setPen(QPen(isHere ? t.accent : line.isOnPath ? t.text2 : t.edge, 1.5 * uiScale()));
        painter.setBrush(isHere ? t.accent : line.isOnPath ? t.text2 : t.base);
        const double radius = px(isHere ? 5 : 4);
        painter.drawEllipse(pointOf(i), radius, radius);
    }
}

void BranchTree::paintLine(QPainter& painter, int index) const {
    const Line& line = m_lines[static_cast<size_t>(index)];
    const Tokens& t = tokens();
    const bool isHere = line.item.id == m_current;
    const QRect row = lineRect(index).adjusted(px(4), 0, -px(4), -px(2));
    if (index == m_hovered) fillRounded(painter, row, px(4), t.panel);
    if (index == m_cursor && hasFocus() && keyboardInUse())
        fillRounded(painter, row.adjusted(1, 1, -1, -1), px(4), {}, t.accent, px(2));
    const int left = static_cast<int>(pointOf(index).x()) + px(14);
    const int right = viewport()->width() - px(10) - (line.item.isKept ? px(18) : 0);
    const QRect title(left, row.top() + px(6), right - left, px(20));
    painter.setFont(widgets::font(isHere ? TextRole::Section : TextRole::Number));
    painter.setPen(line.isOnPath ? t.text : t.text2);
    painter.drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(line.item.title, Qt::ElideRight, title.width()));
    painter.setFont(widgets::font(TextRole::Label));
    painter.setPen(t.text3);
    const QRect detail(left, title.bottom() + 1, right - left, px(16));
    painter.drawText(detail, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(line.item.detail, Qt::ElideRight, detail.width()));
    if (line.item.isKept)
        drawIcon(painter, QRect(right, title.top(), px(18), title.height()), QStringLiteral("bookmark"),
                 t.accent, px(14));
}

QSize BranchTree::sizeHint() const {
    return {px(232), px(400)};
}

QSize BranchTree::minimumSizeHint() const {
    return {px(160), px(96)};
}

}  // namespace limner::widgets
