// Bookmarks as the rows of a list, and how one looks.
#pragma once

#include <QAbstractListModel>
#include <QStyledItemDelegate>
#include <vector>

#include "place_strip.h"

namespace limner::widgets {

class PlaceModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole, RatingRole, ThumbnailRole };

    using QAbstractListModel::QAbstractListModel;

    void setPlaces(std::vector<PlaceItem> places);
    const std::vector<PlaceItem>& places() const { return m_places; }
    void setThumbnail(const QString& id, const QImage& picture);
    /// -1 for none.
    int rowOf(const QString& id) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Only the name: emits renamed and leaves the row as it is until the places are set again.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;

Q_SIGNALS:
    void renamed(const QString& id, const QString& name);

private:
    std::vector<PlaceItem> m_places;
};

class PlaceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Where the name stands in a cell.
    static QRect nameRect(const QRect& cell);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;
};

}  // namespace limner::widgets
