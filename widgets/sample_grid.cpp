#include "sample_grid.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "image_convert.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kMargin = 3;  ///< room for the frame of a chosen tile at the rim

int rowsOf(const SampleSheet& sheet, int columns) {
    return (sheet.count + columns - 1) / columns;
}

int gapAt(double ratio) {
    return std::max(1, static_cast<int>(std::lround(px(1) * ratio)));
}

/// A whole multiple if that wastes at most a quarter of the room, else as given.
double crispScale(double scale) {
    const double whole = std::floor(scale);
    return whole >= 1 && whole >= 0.75 * scale ? whole : scale;
}

/// Where a block of `size` lies in `room`.
int aligned(int room, int size, bool atStart, bool atEnd) {
    if (atStart) return 0;
    return atEnd ? room - size : (room - size) / 2;
}

}  // namespace

SampleGrid::SampleGrid(QWidget* parent) : QWidget(parent), m_emptyText(tr("No samples yet")) {
    setObjectName(QStringLiteral("sampleGrid"));
    setAccessibleName(tr("Samples"));
    setAccessible(*this, QAccessible::Table);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void SampleGrid::setSheet(std::shared_ptr<const SampleSheet> sheet) {
    if (sheet == m_sheet) return;
    m_sheet = std::move(sheet);
    if (m_sheet && (m_sheet->count <= 0 || m_sheet->columns <= 0)) m_sheet = nullptr;
    layOut();
    if (m_selected >= (m_sheet ? m_sheet->count : 0)) selectTile(-1);
    update();
}

void SampleGrid::setEmptyText(const QString& text) {
    m_emptyText = text;
    update();
}

void SampleGrid::setAlignment(Qt::Alignment alignment) {
    m_alignment = alignment;
    layOut();
    update();
}

void SampleGrid::selectTile(int index) {
    if (!m_sheet || index >= m_sheet->count) index = -1;
    index = std::max(index, -1);
    if (index == m_selected) return;
    m_selected = index;
    setAccessibleDescription(index < 0 ? QString()
                                       : tr("Sample %1 of %2").arg(index + 1).arg(m_sheet->count));
    update();
    if (index < 0) Q_EMIT tileCleared();
    if (index >= 0) Q_EMIT tileSelected(index);
}

void SampleGrid::setFlowing(bool isFlowing) {
    m_isFlowing = isFlowing;
    layOut();
    update();
}

/// Device pixels for tiles and gaps in a widget of this size.
QSize SampleGrid::roomIn(QSize size) const {
    const int margins = 2 * static_cast<int>(std::lround(px(kMargin) * devicePixelRatioF()));
    return QSize(size * devicePixelRatioF()) - QSize(margins, margins);
}

double SampleGrid::fittingScale(QSize room, int columns) const {
    const int rows = rowsOf(*m_sheet, columns), gap = gapAt(devicePixelRatioF());
    const double across = double(room.width() - (columns - 1) * gap) / (columns * m_sheet->tileWidth);
    const double down = double(room.height() - (rows - 1) * gap) / (rows * m_sheet->tileHeight);
    return crispScale(std::min(across, down));
}

SampleGrid::Flow SampleGrid::flowIn(QSize size) const {
    Flow best;
    if (!m_sheet) return best;
    const auto emptyCells = [this](int columns) {
        return rowsOf(*m_sheet, columns) * columns - m_sheet->count;
    };
    for (int columns = 1; columns <= m_sheet->count; ++columns) {
        const double scale = fittingScale(roomIn(size), columns);
        const bool isFuller = scale == best.scale && emptyCells(columns) < emptyCells(best.columns);
        if (best.columns == 0 || scale > best.scale || isFuller) best = {columns, scale};
    }
    return best;
}

void SampleGrid::layOut() {
    m_laidOut = size();
    m_rendered = {};
    m_scale = 0;
    m_tile = {};
    if (!m_sheet) return;
    const double ratio = devicePixelRatioF();
    const int margin = static_cast<int>(std::lround(px(kMargin) * ratio));
    const QSize room = roomIn(size());
    m_gap = gapAt(ratio);
    m_columns = m_isFlowing ? flowIn(size()).columns : m_sheet->columns;
    const int rows = rowsOf(*m_sheet, m_columns);
    const double fitting = fittingScale(room, m_columns);
    if (fitting <= 0) return;
    m_scale = fitting;
    m_tile = QSize(std::max(1, static_cast<int>(m_sheet->tileWidth * m_scale)),
                   std::max(1, static_cast<int>(m_sheet->tileHeight * m_scale)));
    const QSize whole(m_columns * (m_tile.width() + m_gap) - m_gap, rows * (m_tile.height() + m_gap) - m_gap);
    m_origin = QPoint(margin + aligned(room.width(), whole.width(), m_alignment & Qt::AlignLeft,
                                       m_alignment & Qt::AlignRight),
                      margin + aligned(room.height(), whole.height(), m_alignment & Qt::AlignTop,
                                       m_alignment & Qt::AlignBottom));
}

QRect SampleGrid::deviceTile(int index) const {
    const int column = index % m_columns, row = index / m_columns;
    return {QPoint(column * (m_tile.width() + m_gap), row * (m_tile.height() + m_gap)), m_tile};
}

QRectF SampleGrid::tileRect(int index) const {
    if (!m_sheet || m_tile.isEmpty() || index < 0 || index >= m_sheet->count) return {};
    const QRect tile = deviceTile(index).translated(m_origin);
    const double ratio = devicePixelRatioF();
    return {QPointF(tile.topLeft()) / ratio, QSizeF(tile.size()) / ratio};
}

QRect SampleGrid::usedRect() {
    if (m_laidOut != size()) layOut();  // a hidden widget hears of its size only when it is shown
    if (!m_sheet || m_tile.isEmpty()) return {};
    const int last = m_sheet->count - 1;
    const QRectF tiles =
        tileRect(0).united(tileRect(last)).united(tileRect(std::min(m_columns, m_sheet->count) - 1));
    return tiles.toAlignedRect().adjusted(-px(kMargin), -px(kMargin), px(kMargin), px(kMargin));
}

int SampleGrid::tileAt(QPointF place) const {
    if (!m_sheet || m_tile.isEmpty()) return -1;
    const QPointF inside = place * devicePixelRatioF() - m_origin;
    if (inside.x() < 0 || inside.y() < 0) return -1;
    const int column = static_cast<int>(inside.x()) / (m_tile.width() + m_gap);
    const int row = static_cast<int>(inside.y()) / (m_tile.height() + m_gap);
    const int index = row * m_columns + column;
    return column < m_columns && tileRect(index).contains(place) ? index : -1;
}

int SampleGrid::widthForHeight(int height) const {
    if (!m_sheet) return height;
    const int rows = rowsOf(*m_sheet, m_sheet->columns), margins = 2 * px(kMargin), gap = px(1);
    const double ratio = devicePixelRatioF();
    const double fitting = (height - margins - (rows - 1) * gap) * ratio / (rows * m_sheet->tileHeight);
    const double scale = std::max(0.0, crispScale(fitting));
    const double tiles = m_sheet->columns * std::floor(m_sheet->tileWidth * scale) / ratio;
    return static_cast<int>(std::ceil(tiles)) + (m_sheet->columns - 1) * gap + margins;
}

const QImage& SampleGrid::rendered() {
    if (!m_rendered.isNull()) return m_rendered;
    const QRect all = deviceTile(0)
                          .united(deviceTile(m_sheet->count - 1))
                          .united(deviceTile(std::min(m_columns, m_sheet->count) - 1));
    m_rendered = QImage(all.size(), QImage::Format_RGB32);
    m_rendered.fill(tokens().canvas);
    const QImage source = toQImage(m_sheet).convertToFormat(
        m_sheet->sheet.channels == 4 ? QImage::Format_ARGB32_Premultiplied : QImage::Format_RGB32);
    const bool isCrisp = m_scale == std::floor(m_scale);
    QPainter painter(&m_rendered);
    for (int i = 0; i < m_sheet->count; ++i) {
        const QRect from(i % m_sheet->columns * m_sheet->tileWidth,
                         i / m_sheet->columns * m_sheet->tileHeight, m_sheet->tileWidth, m_sheet->tileHeight);
        if (isCrisp) {
            painter.drawImage(deviceTile(i), source, from);
        } else {  // tile by tile, so that neighbours do not bleed into each other
            painter.drawImage(deviceTile(i).topLeft(), source.copy(from).scaled(m_tile, Qt::IgnoreAspectRatio,
                                                                                Qt::SmoothTransformation));
        }
    }
    painter.end();
    m_rendered.setDevicePixelRatio(devicePixelRatioF());
    return m_rendered;
}

void SampleGrid::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), tokens().canvas);
    if (!m_sheet || m_tile.isEmpty()) {
        painter.setPen(tokens().text2);
        painter.setFont(widgets::font(TextRole::Body));
        painter.drawText(rect().adjusted(px(16), 0, -px(16), 0), Qt::AlignCenter | Qt::TextWordWrap,
                         m_emptyText);
        return;
    }
    painter.drawImage(QPointF(m_origin) / devicePixelRatioF(), rendered());
    if (m_hovered >= 0 && m_hovered != m_selected) paint::hoverFrame(painter, tileRect(m_hovered));
    if (m_selected >= 0) paint::pictureFrame(painter, tileRect(m_selected));
}

void SampleGrid::resizeEvent(QResizeEvent*) {
    layOut();
}

bool SampleGrid::event(QEvent* event) {
    switch (event->type()) {
        case QEvent::StyleChange:
        case QEvent::PaletteChange:
            layOut();
            update();
            break;
        case QEvent::ToolTip: {
            const auto* help = static_cast<QHelpEvent*>(event);
            const int tile = tileAt(help->pos());
            QToolTip::showText(help->globalPos(), tile < 0 ? QString() : tr("Sample %1").arg(tile + 1), this);
            return true;
        }
        default:
            break;
    }
    return QWidget::event(event);
}

void SampleGrid::setHovered(int index) {
    if (index == m_hovered) return;
    m_hovered = index;
    update();
    Q_EMIT tileHovered(index);
}

void SampleGrid::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    if (const int tile = tileAt(event->position()); tile >= 0) selectTile(tile);
}

void SampleGrid::mouseMoveEvent(QMouseEvent* event) {
    setHovered(tileAt(event->position()));
}
void SampleGrid::leaveEvent(QEvent*) {
    setHovered(-1);
}

void SampleGrid::mouseDoubleClickEvent(QMouseEvent* event) {
    if (const int tile = tileAt(event->position()); tile >= 0) Q_EMIT tileActivated(tile);
}

void SampleGrid::keyPressEvent(QKeyEvent* event) {
    if (!m_sheet) return event->ignore();
    const int last = m_sheet->count - 1;
    int target = m_selected;
    switch (event->key()) {
        case Qt::Key_Left:
            target -= 1;
            break;
        case Qt::Key_Right:
            target += 1;
            break;
        case Qt::Key_Up:
            target -= m_columns;
            break;
        case Qt::Key_Down:
            target += m_columns;
            break;
        case Qt::Key_Home:
            target = 0;
            break;
        case Qt::Key_End:
            target = last;
            break;
        case Qt::Key_Escape:
            if (m_selected < 0) return event->ignore();
            return selectTile(-1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (m_selected < 0) return selectTile(0);
            Q_EMIT tileActivated(m_selected);
            return;
        default:
            return event->ignore();
    }
    if (m_selected < 0) return selectTile(event->key() == Qt::Key_End ? last : 0);
    if (target >= 0 && target <= last) selectTile(target);
}

void SampleGrid::contextMenuEvent(QContextMenuEvent* event) {
    const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
    const int tile = isKey ? m_selected : tileAt(event->pos());
    if (tile < 0) return event->ignore();
    const QPoint place = isKey ? mapToGlobal(tileRect(tile).center().toPoint()) : event->globalPos();
    Q_EMIT menuRequested(tile, place);
}

QSize SampleGrid::sizeHint() const {
    return {px(468), px(468)};
}
QSize SampleGrid::minimumSizeHint() const {
    return {px(120), px(120)};
}

}  // namespace limner::widgets
