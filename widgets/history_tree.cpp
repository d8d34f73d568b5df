#include "history_tree.h"

#include <QApplication>
#include <QDrag>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <algorithm>

#include "accessible.h"
#include "history_metrics.h"
#include "place_mime.h"
#include "theme.h"
#include "thumb.h"

namespace limner::widgets {

HistoryTree::HistoryTree(QWidget* parent) : QAbstractScrollArea(parent) {
    setObjectName(QStringLiteral("historyTree"));
    setAccessible(*this, QAccessible::Tree, tr("History"));
    setFocusPolicy(Qt::StrongFocus);
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
}

void HistoryTree::setNodes(std::vector<HistoryNode> nodes) {
    m_nodes.clear();
    m_asked.clear();
    m_lastChild.clear();
    for (HistoryNode& node : nodes) {
        node.thumbnail = fittedThumb(node.thumbnail, history::thumbPixels(devicePixelRatioF()));
        m_nodes.push_back(std::move(node));
    }
    layOut();
    if (indexOf(m_current) < 0) setCurrent(-1);
}

void HistoryTree::addNode(HistoryNode node) {
    node.thumbnail = fittedThumb(node.thumbnail, history::thumbPixels(devicePixelRatioF()));
    m_nodes.push_back(std::move(node));
    layOut();
}

void HistoryTree::setThumbnail(qint64 id, const QImage& picture) {
    const int node = indexOf(id);
    if (node < 0) return;
    m_nodes[static_cast<size_t>(node)].thumbnail =
        fittedThumb(picture, history::thumbPixels(devicePixelRatioF()));
    viewport()->update();
}

void HistoryTree::setRating(qint64 id, int rating) {
    const int node = indexOf(id);
    if (node >= 0) m_nodes[static_cast<size_t>(node)].rating = rating;
    viewport()->update();
}

void HistoryTree::setStarred(qint64 id, bool isStarred) {
    const int node = indexOf(id);
    if (node >= 0) m_nodes[static_cast<size_t>(node)].isStarred = isStarred;
    viewport()->update();
}

/// Lines are given out so that no link crosses a line: below a line come the branches that leave it last.
void HistoryTree::layOut() {
    const int count = nodeCount();
    m_indices.clear();
    m_lines.clear();
    m_places.assign(m_nodes.size(), {});
    std::vector<int> starts;  // the next line to lay is at the back
    std::vector<int> roots;
    for (int i = 0; i < count; ++i) {
        const HistoryNode& node = m_nodes[static_cast<size_t>(i)];
        Place& place = m_places[static_cast<size_t>(i)];
        place.parent = indexOf(node.parent);
        if (place.parent < 0)
            roots.push_back(i);
        else
            m_places[static_cast<size_t>(place.parent)].children.push_back(i);
        m_indices.insert(node.id, i);
    }
    starts.assign(roots.rbegin(), roots.rend());
    while (!starts.empty()) {
        const int start = starts.back();
        starts.pop_back();
        layLine(start, starts);
    }
    updateScrollBars();
    viewport()->update();
}

void HistoryTree::layLine(int start, std::vector<int>& starts) {
    const int parent = m_places[static_cast<size_t>(start)].parent;
    Line line{parent < 0 ? 0 : m_places[static_cast<size_t>(parent)].column + 1};
    for (int node = start; node >= 0;) {
        Place& place = m_places[static_cast<size_t>(node)];
        place.line = lineCount();
        place.column = line.firstColumn + static_cast<int>(line.nodes.size());
        line.nodes.push_back(node);
        const std::vector<int>& children = place.children;
        if (children.size() > 1) starts.insert(starts.end(), children.rbegin(), children.rend() - 1);
        node = children.empty() ? -1 : children.front();
    }
    m_lines.push_back(std::move(line));
}

void HistoryTree::updateScrollBars() {
    int columns = 0;
    for (const Line& line : m_lines) {
        columns = std::max(columns, line.firstColumn + static_cast<int>(line.nodes.size()));
    }
    const QSize whole = history::sizeOf(columns, lineCount()), room = viewport()->size();
    const auto set = [](QScrollBar& bar, int all, int shown, int step) {
        bar.setRange(0, std::max(0, all - shown));
        bar.setPageStep(shown);
        bar.setSingleStep(step);
    };
    set(*horizontalScrollBar(), whole.width(), room.width(), history::columnStride());
    set(*verticalScrollBar(), whole.height(), room.height(), history::lineStride());
}

QRect HistoryTree::rectOf(int node) const {
    const Place& place = m_places[static_cast<size_t>(node)];
    return history::cellRect(place.column, place.line)
        .translated(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
}

QRect HistoryTree::nodeRect(qint64 id) const {
    const int node = indexOf(id);
    return node < 0 ? QRect() : rectOf(node);
}

int HistoryTree::nodeAt(QPoint place) const {
    const QPoint cell =
        history::cellAt(place + QPoint(horizontalScrollBar()->value(), verticalScrollBar()->value()));
    if (cell.y() < 0 || cell.y() >= lineCount()) return -1;
    const Line& line = m_lines[static_cast<size_t>(cell.y())];
    const int along = cell.x() - line.firstColumn;
    if (along < 0 || along >= static_cast<int>(line.nodes.size())) return -1;
    const int node = line.nodes[static_cast<size_t>(along)];
    return rectOf(node).contains(place) ? node : -1;
}

void HistoryTree::setCurrent(qint64 id) {
    const int node = indexOf(id);
    m_current = node < 0 ? -1 : id;
    viewport()->update();
    if (node < 0) return setAccessibleDescription({});
    const Place& place = m_places[static_cast<size_t>(node)];
    if (place.parent >= 0) m_lastChild[place.parent] = node;
    setAccessibleDescription(tr("Place %1 of %2, branch %3. %4")
                                 .arg(node + 1)
                                 .arg(nodeCount())
                                 .arg(place.line + 1)
                                 .arg(m_nodes[static_cast<size_t>(node)].text));
    const QRect cell = history::cellRect(place.column, place.line);
    const auto reveal = [](QScrollBar& bar, int low, int high) {
        if (low < bar.value()) bar.setValue(low);
        if (high > bar.value() + bar.pageStep()) bar.setValue(high - bar.pageStep());
    };
    const int margin = px(16);
    reveal(*horizontalScrollBar(), cell.left() - margin, cell.right() + margin);
    reveal(*verticalScrollBar(), cell.top() - px(4), cell.bottom() + px(4));
}

void HistoryTree::goTo(int node) {
    if (node < 0) return;
    const qint64 id = m_nodes[static_cast<size_t>(node)].id;
    setCurrent(id);
    Q_EMIT activated(id);
}

/// The node in the nearest line above (way −1) or below (1): in the same column, or as near as that line
/// comes.
int HistoryTree::besides(int node, int way) const {
    const Place& place = m_places[static_cast<size_t>(node)];
    const int at = place.line + way;
    if (at < 0 || at >= lineCount()) return -1;
    const Line& line = m_lines[static_cast<size_t>(at)];
    const int last = static_cast<int>(line.nodes.size()) - 1;
    return line.nodes[static_cast<size_t>(std::clamp(place.column - line.firstColumn, 0, last))];
}

int HistoryTree::neighbour(int node, int key) const {
    const Place& place = m_places[static_cast<size_t>(node)];
    const Line& line = m_lines[static_cast<size_t>(place.line)];
    switch (key) {
        case Qt::Key_Left:
            return place.parent;
        case Qt::Key_Right:
            return place.children.empty() ? -1 : m_lastChild.value(node, place.children.front());
        case Qt::Key_Up:
            return besides(node, -1);
        case Qt::Key_Down:
            return besides(node, 1);
        case Qt::Key_Home:
            return line.nodes.front();
        default:
            return line.nodes.back();
    }
}

void HistoryTree::keyPressEvent(QKeyEvent* event) {
    static const QSet<int> kWalks = {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up,
                                     Qt::Key_Down, Qt::Key_Home,  Qt::Key_End};
    const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (m_nodes.empty() || !isPlain) return event->ignore();
    const int node = indexOf(m_current), key = event->key();
    if (kWalks.contains(key)) return goTo(node < 0 ? nodeCount() - 1 : neighbour(node, key));
    if (node < 0) return event->ignore();
    if (key >= Qt::Key_0 && key <= Qt::Key_5) {
        Q_EMIT rated(m_current, key - Qt::Key_0);
    } else if (key == Qt::Key_S) {
        Q_EMIT starChanged(m_current, !m_nodes[static_cast<size_t>(node)].isStarred);
    } else if (key == Qt::Key_Return || key == Qt::Key_Enter) {
        goTo(node);
    } else {
        event->ignore();
    }
}

void HistoryTree::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    m_pressedAt = event->position().toPoint();
    m_pressed = nodeAt(m_pressedAt);
}

void HistoryTree::mouseMoveEvent(QMouseEvent* event) {
    const QPoint place = event->position().toPoint();
    if (m_pressed >= 0 && (place - m_pressedAt).manhattanLength() >= QApplication::startDragDistance()) {
        return startDrag(std::exchange(m_pressed, -1));
    }
    const int node = nodeAt(place);
    if (node == m_hovered) return;
    m_hovered = node;
    viewport()->setCursor(node < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    viewport()->update();
}

/// Only a release on the same picture goes there: a press may become a drag.
void HistoryTree::mouseReleaseEvent(QMouseEvent* event) {
    const int node = std::exchange(m_pressed, -1);
    if (node >= 0 && node == nodeAt(event->position().toPoint())) goTo(node);
}

void HistoryTree::startDrag(int node) {
    const HistoryNode& dragged = m_nodes[static_cast<size_t>(node)];
    auto* drag = new QDrag(this);
    drag->setMimeData(placeMimeData(QStringLiteral("history:%1").arg(dragged.id)));
    if (!dragged.thumbnail.isNull()) drag->setPixmap(QPixmap::fromImage(dragged.thumbnail));
    drag->exec(Qt::CopyAction);
}

/// The tree is wide and low: without a second line to scroll to, the wheel goes along it.
void HistoryTree::wheelEvent(QWheelEvent* event) {
    const bool isSideways = verticalScrollBar()->maximum() == 0 || event->modifiers() & Qt::ShiftModifier;
    QScrollBar* bar = isSideways ? horizontalScrollBar() : verticalScrollBar();
    if (bar->maximum() == 0) return event->ignore();
    const int delta = event->angleDelta().y() != 0 ? event->angleDelta().y() : event->angleDelta().x();
    bar->setValue(bar->value() - delta * bar->singleStep() / 120);
}

void HistoryTree::contextMenuEvent(QContextMenuEvent* event) {
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const int node = isKey ? indexOf(m_current) : nodeAt(event->pos());
    if (node < 0) return event->ignore();
    const QPoint place = isKey ? viewport()->mapToGlobal(rectOf(node).center()) : event->globalPos();
    Q_EMIT menuRequested(m_nodes[static_cast<size_t>(node)].id, place);
}

bool HistoryTree::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave) m_hovered = -1;
    if (event->type() == QEvent::Leave || event->type() == QEvent::PaletteChange) viewport()->update();
    if (event->type() == QEvent::StyleChange) updateScrollBars();
    if (event->type() != QEvent::ToolTip) return QAbstractScrollArea::viewportEvent(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int node = nodeAt(help->pos());
    QToolTip::showText(help->globalPos(), node < 0 ? QString() : m_nodes[static_cast<size_t>(node)].text,
                       this);
    return true;
}

void HistoryTree::resizeEvent(QResizeEvent*) {
    updateScrollBars();
}

QSize HistoryTree::sizeHint() const {
    return {px(620), history::sizeOf(1, 2).height()};
}
QSize HistoryTree::minimumSizeHint() const {
    return {px(120), history::sizeOf(1, 1).height()};
}

}  // namespace limner::widgets
