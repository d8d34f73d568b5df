#include "place_items.h"

#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <algorithm>

#include "focus_ring.h"
#include "paint.h"
#include "place_mime.h"
#include "theme.h"
#include "thumb.h"

namespace limner::widgets {
namespace {

constexpr int kPlaceThumb = 48;
constexpr int kPlaceRim = 4;  ///< room for the frame around a picture
constexpr int kPlaceCell = 68;
constexpr int kPlaceName = 18;

QRect placeThumbRect(const QRect& cell) {
    return {cell.topLeft() + QPoint(px(kPlaceRim), px(kPlaceRim)), QSize(px(kPlaceThumb), px(kPlaceThumb))};
}

}  // namespace

void PlaceModel::setPlaces(std::vector<PlaceItem> places) {
    beginResetModel();
    m_places = std::move(places);
    for (PlaceItem& item : m_places) item.thumbnail = fittedThumb(item.thumbnail, 3 * px(kPlaceThumb));
    endResetModel();
}

void PlaceModel::setThumbnail(const QString& id, const QImage& picture) {
    const int row = rowOf(id);
    if (row < 0) return;
    m_places[static_cast<size_t>(row)].thumbnail = fittedThumb(picture, 3 * px(kPlaceThumb));
    Q_EMIT dataChanged(index(row), index(row), {ThumbnailRole});
}

int PlaceModel::rowOf(const QString& id) const {
    const auto at =
        std::find_if(m_places.begin(), m_places.end(), [&](const auto& item) { return item.id == id; });
    return at == m_places.end() ? -1 : static_cast<int>(at - m_places.begin());
}

int PlaceModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_places.size());
}

QVariant PlaceModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const PlaceItem& item = m_places[static_cast<size_t>(index.row())];
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
        case Qt::ToolTipRole:
            return item.name;
        case Qt::AccessibleTextRole:
            return item.rating > 0 ? tr("%1, rated %2 of 5").arg(item.name).arg(item.rating) : item.name;
        case IdRole:
            return item.id;
        case RatingRole:
            return item.rating;
        case ThumbnailRole:
            return item.thumbnail;
        default:
            return {};
    }
}

bool PlaceModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || !index.isValid() || name.isEmpty()) return false;
    const PlaceItem& item = m_places[static_cast<size_t>(index.row())];
    if (name != item.name) Q_EMIT renamed(item.id, name);
    return false;
}

Qt::ItemFlags PlaceModel::flags(const QModelIndex& index) const {
    if (!index.isValid()) return {};
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable | Qt::ItemIsDragEnabled;
}

QStringList PlaceModel::mimeTypes() const {
    return {QString::fromLatin1(kPlaceMime)};
}

QMimeData* PlaceModel::mimeData(const QModelIndexList& indexes) const {
    return indexes.isEmpty() ? nullptr : placeMimeData(indexes.front().data(IdRole).toString());
}

QRect PlaceDelegate::nameRect(const QRect& cell) {
    const int rim = px(kPlaceRim);
    return {cell.left() + rim, cell.top() + 2 * rim + px(kPlaceThumb), cell.width() - rim, px(kPlaceName)};
}

void PlaceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const QRectF thumb = placeThumbRect(option.rect);
    drawThumb(*painter, thumb, index.data(PlaceModel::ThumbnailRole).value<QImage>());
    drawMarks(*painter, thumb, index.data(PlaceModel::RatingRole).toInt(), false);
    const bool isFocused = option.state & QStyle::State_HasFocus && keyboardInUse();
    if (isFocused)
        paint::pictureFrame(*painter, thumb);
    else if (option.state & QStyle::State_MouseOver)
        paint::hoverFrame(*painter, thumb);
    const QRect name = nameRect(option.rect);
    painter->setFont(widgets::font(TextRole::Label));
    painter->setPen(option.state & QStyle::State_Selected ? tokens().text : tokens().text2);
    painter->drawText(
        name, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, name.width()));
}

QSize PlaceDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {px(kPlaceCell), nameRect(QRect(0, 0, px(kPlaceCell), 0)).bottom() + 1};
}

QWidget* PlaceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&, const QModelIndex&) const {
    auto* editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("placeStrip.nameEditor"));
    editor->setAccessibleName(tr("Name of the bookmark"));
    return editor;
}

/// Wider than its cell: a name is rarely as short as a thumbnail.
void PlaceDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                         const QModelIndex&) const {
    const QRect name = nameRect(option.rect);
    const int width = std::min(px(140), editor->parentWidget()->width());
    const int left = std::clamp(name.left(), 0, editor->parentWidget()->width() - width);
    editor->setGeometry(left, name.center().y() - px(12), width, px(24));
}

}  // namespace limner::widgets
