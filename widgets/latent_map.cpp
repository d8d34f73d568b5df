#include "latent_map.h"

#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QLocale>
#include <QMouseEvent>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "place_mime.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr double kKeyStep = 0.02;
constexpr double kFiner = 0.1;
constexpr double kKnobReach = 12;

QPointF nearestOnSegment(QPointF p, QPointF a, QPointF b) {
    const QPointF way = b - a;
    const double t = QPointF::dotProduct(p - a, way) / QPointF::dotProduct(way, way);
    return a + std::clamp(t, 0.0, 1.0) * way;
}

QPointF nearestInTriangle(QPointF p) {
    if (p.y() <= 1 && std::abs(p.x() - 0.5) <= p.y() / 2) return p;
    const QPointF top(0.5, 0), left(0, 1), right(1, 1);
    QPointF best = top;
    for (const auto& [a, b] : {std::pair(top, left), std::pair(top, right), std::pair(left, right)}) {
        const QPointF candidate = nearestOnSegment(p, a, b);
        if (QLineF(candidate, p).length() < QLineF(best, p).length()) best = candidate;
    }
    return best;
}

}  // namespace

LatentMap::LatentMap(QWidget* parent) : QWidget(parent), m_empty(tr("The map appears here.")) {
    setObjectName(QStringLiteral("latentMap"));
    setAccessible(*this, QAccessible::Graphic, tr("Map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(true);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void LatentMap::setSheet(std::shared_ptr<const SampleSheet> sheet) {
    const int side = sheet ? sheet->columns : 0;
    const bool isSquare = side >= 2 && sheet->count == side * side && !sheet->sheet.isEmpty();
    m_sheet = isSquare ? std::move(sheet) : nullptr;
    m_side = isSquare ? side : 0;
    m_tiles = {};
    update();
}

void LatentMap::setEmptyText(const QString& text) {
    m_empty = text;
    update();
}

void LatentMap::setShape(Shape shape) {
    if (shape == m_shape) return;
    m_shape = shape;
    m_corners.clear();
    setPoint(m_point);
    update();
}

void LatentMap::setCorners(std::vector<Corner> corners) {
    const size_t wanted = m_shape == Shape::Triangle ? 3 : 4;
    m_corners = corners.size() == wanted ? std::move(corners) : std::vector<Corner>();
    m_hovered = m_target = -1;
    update();
}

void LatentMap::setPath(Path path) {
    m_path = std::move(path);
    update();
}

QPointF LatentMap::inside(QPointF point) const {
    if (!std::isfinite(point.x()) || !std::isfinite(point.y())) return m_point;
    if (m_shape == Shape::Triangle) return nearestInTriangle(point);
    return {std::clamp(point.x(), 0.0, 1.0), std::clamp(point.y(), 0.0, 1.0)};
}

void LatentMap::setPoint(QPointF point) {
    point = inside(point);
    if (point == m_point) return;
    m_point = point;
    const QLocale locale;
    setAccessibleDescription(
        tr("%1 across, %2 down")
            .arg(locale.toString(m_point.x(), 'f', 3), locale.toString(m_point.y(), 'f', 3)));
    update();
}

void LatentMap::setAway(bool isAway) {
    if (isAway == m_isAway) return;
    m_isAway = isAway;
    update();
}

void LatentMap::moveTo(QPointF point, bool final) {
    const QPointF before = m_point;
    setPoint(point);
    const bool isNew = m_point != before;
    if (m_grip && isNew) m_grip->hasMoved = true;
    if (isNew || final) Q_EMIT pointMoved(m_point, final);
}

void LatentMap::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    m_grip = Grip{m_point, m_point, event->position()};
    const bool isOnKnob = QLineF(event->position(), positionOf(m_point)).length() <= px(kKnobReach);
    if (isOnKnob || event->modifiers() & (Qt::ShiftModifier | Qt::AltModifier)) return;
    m_grip->free = pointAt(event->position());
    moveTo(m_grip->free, false);
}

void LatentMap::mouseMoveEvent(QMouseEvent* event) {
    if (m_grip) return drag(event->position(), event->modifiers());
    setHovered(cornerAt(event->position()));
}

void LatentMap::drag(QPointF position, Qt::KeyboardModifiers modifiers) {
    const double finer = modifiers & Qt::ShiftModifier ? kFiner : 1;
    m_grip->free += (pointAt(position) - pointAt(m_grip->position)) * finer;
    m_grip->position = position;
    QPointF target = m_grip->free;
    if (modifiers & Qt::AltModifier) {
        const QPointF gone = target - m_grip->start;
        if (std::abs(gone.x()) >= std::abs(gone.y()))
            target.setY(m_grip->start.y());
        else
            target.setX(m_grip->start.x());
    }
    moveTo(target, false);
}

void LatentMap::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_grip || event->button() != Qt::LeftButton) return;
    const bool hasMoved = m_grip->hasMoved;
    m_grip.reset();
    if (hasMoved) Q_EMIT pointMoved(m_point, true);
}

void LatentMap::takeBack() {
    const Grip grip = *m_grip;
    m_grip.reset();
    if (grip.hasMoved) moveTo(grip.start, true);
}

void LatentMap::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) Q_EMIT resetRequested();
}

void LatentMap::leaveEvent(QEvent*) {
    setHovered(-1);
}

void LatentMap::keyPressEvent(QKeyEvent* event) {
    static const std::vector<std::pair<int, QPointF>> kMoves = {
        {Qt::Key_Left, {-1, 0}}, {Qt::Key_Right, {1, 0}}, {Qt::Key_Up, {0, -1}}, {Qt::Key_Down, {0, 1}}};
    const double step = kKeyStep * (event->modifiers() & Qt::ShiftModifier ? kFiner : 1);
    for (const auto& [key, way] : kMoves) {
        if (event->key() == key) return moveTo(m_point + way * step, true);
    }
    if (event->key() == Qt::Key_Escape && m_grip) return takeBack();
    if (event->key() != Qt::Key_Delete && event->key() != Qt::Key_Backspace) return event->ignore();
    Q_EMIT resetRequested();
}

QPointF LatentMap::cornerPoint(int corner) const {
    static const std::vector<QPointF> kSquare = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
    static const std::vector<QPointF> kTriangle = {{0.5, 0}, {0, 1}, {1, 1}};
    return (m_shape == Shape::Triangle ? kTriangle : kSquare)[static_cast<size_t>(corner)];
}

QRectF LatentMap::cornerRect(int corner) const {
    const double edge = cells().edge / devicePixelRatioF();
    const QPointF middle = positionOf(cornerPoint(corner));
    return {middle.x() - edge / 2, middle.y() - edge / 2, edge, edge};
}

int LatentMap::cornerAt(QPointF position) const {
    for (int i = 0; i < static_cast<int>(m_corners.size()); ++i) {
        if (cornerRect(i).contains(position)) return i;
    }
    return -1;
}

int LatentMap::nearestCorner(QPointF position) const {
    int best = -1;
    for (int i = 0; i < static_cast<int>(m_corners.size()); ++i) {
        const auto distance = [&](int k) { return QLineF(position, cornerRect(k).center()).length(); };
        if (best < 0 || distance(i) < distance(best)) best = i;
    }
    return best;
}

void LatentMap::setHovered(int corner) {
    if (corner == m_hovered) return;
    m_hovered = corner;
    update();
    Q_EMIT cornerHovered(corner);
}

void LatentMap::dragEnterEvent(QDragEnterEvent* event) {
    const QMimeData& dragged = *event->mimeData();
    if (m_corners.empty() || (placeIdOf(dragged).isEmpty() && pictureFileOf(dragged).isEmpty())) return;
    event->acceptProposedAction();
}

void LatentMap::dragMoveEvent(QDragMoveEvent* event) {
    m_target = nearestCorner(event->position());
    event->acceptProposedAction();
    update();
}

void LatentMap::dragLeaveEvent(QDragLeaveEvent*) {
    m_target = -1;
    update();
}

void LatentMap::dropEvent(QDropEvent* event) {
    const int corner = nearestCorner(event->position());
    m_target = -1;
    update();
    if (corner < 0) return;
    event->acceptProposedAction();
    const QString id = placeIdOf(*event->mimeData()), file = pictureFileOf(*event->mimeData());
    if (!id.isEmpty())
        Q_EMIT placeDropped(corner, id);
    else if (!file.isEmpty())
        Q_EMIT pictureDropped(corner, file);
}

bool LatentMap::event(QEvent* event) {
    const bool isLook = event->type() == QEvent::StyleChange || event->type() == QEvent::PaletteChange;
    if (isLook) m_tiles = {};
    if (event->type() == QEvent::ToolTip) return showToolTip(*static_cast<QHelpEvent*>(event));
    return QWidget::event(event);
}

bool LatentMap::showToolTip(const QHelpEvent& help) {
    const int corner = cornerAt(help.pos());
    QString text;
    if (corner >= 0) {
        //: %1 is the name of a picture.
        text = tr("%1. Drop another picture or bookmark here to put it in this corner.")
                   .arg(m_corners[static_cast<size_t>(corner)].name);
    }
    QToolTip::showText(help.globalPos(), text, this);
    return true;
}

QSize LatentMap::sizeHint() const {
    return {px(440), px(440)};
}
QSize LatentMap::minimumSizeHint() const {
    return {px(180), px(180)};
}

}  // namespace limner::widgets
