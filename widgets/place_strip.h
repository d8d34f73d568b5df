// Bookmarks: named small pictures in a row, to go to, rename, rate, remove and drag.
#pragma once

#include <QImage>
#include <QString>
#include <QWidget>
#include <vector>

class QListView;

namespace limner::widgets {

class Label;
class PlaceModel;

struct PlaceItem {
    QString id;
    QString name;
    QImage thumbnail = {};
    int rating = 0;  ///< 0 to 5
};

/// Click or Enter goes there, F2 or a double click on the name renames, Delete asks to remove, 0 to 5 rate,
/// arrows move, typing finds a name. An item can be dragged out (see place_mime.h).
class PlaceStrip : public QWidget {
    Q_OBJECT

public:
    explicit PlaceStrip(QWidget* parent = nullptr);

    /// Keeps the current item if it is still there.
    void setPlaces(std::vector<PlaceItem> places);
    const std::vector<PlaceItem>& places() const;
    void setThumbnail(const QString& id, const QImage& picture);
    /// Shown while there are no places.
    void setEmptyText(const QString& text);
    /// Empty for none.
    QString currentId() const;
    QListView* view() const { return m_view; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public Q_SLOTS:
    void startRename(const QString& id);

Q_SIGNALS:
    void activated(const QString& id);
    /// The strip goes on showing the old name and rating until the places are set again.
    void renamed(const QString& id, const QString& name);
    void rated(const QString& id, int rating);
    void removeRequested(const QString& id);
    void menuRequested(const QString& id, const QPoint& globalPlace);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void setupView();
    bool handleKey(const QKeyEvent& key);
    QString idAt(const QModelIndex& index) const;

    PlaceModel* m_model = nullptr;
    QListView* m_view = nullptr;
    Label* m_empty = nullptr;
};

}  // namespace limner::widgets
