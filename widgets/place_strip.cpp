#include "place_strip.h"

#include <QKeyEvent>
#include <QListView>
#include <QMouseEvent>
#include <QVBoxLayout>

#include "label.h"
#include "place_items.h"
#include "theme.h"

namespace limner::widgets {

PlaceStrip::PlaceStrip(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("placeStrip"));
    setAccessibleName(tr("Bookmarks"));
    m_empty = new Label(tr("Bookmarks appear here."), TextRole::Body, Ink::Text2, this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setupView();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_empty);
    column->addWidget(m_view, 1);
    setPlaces({});
}

void PlaceStrip::setupView() {
    m_model = new PlaceModel(this);
    m_view = new QListView(this);
    m_view->setObjectName(QStringLiteral("placeStrip.view"));
    m_view->setAccessibleName(tr("Bookmarks"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new PlaceDelegate(m_view));
    m_view->setFlow(QListView::LeftToRight);
    m_view->setWrapping(true);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setUniformItemSizes(true);
    m_view->setMouseTracking(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_view->setDragEnabled(true);
    m_view->setDragDropMode(QAbstractItemView::DragOnly);
    m_view->setDefaultDropAction(Qt::CopyAction);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    setFocusProxy(m_view);
    connect(m_view, &QListView::clicked, this, [this](const QModelIndex& at) { Q_EMIT activated(idAt(at)); });
    connect(m_model, &PlaceModel::renamed, this, &PlaceStrip::renamed);
    connect(m_view, &QListView::customContextMenuRequested, this, [this](const QPoint& place) {
        const QString id = idAt(m_view->indexAt(place));
        if (!id.isEmpty()) Q_EMIT menuRequested(id, m_view->viewport()->mapToGlobal(place));
    });
}

void PlaceStrip::setPlaces(std::vector<PlaceItem> places) {
    const QString current = currentId();
    m_model->setPlaces(std::move(places));
    const int row = m_model->rowOf(current);
    if (row >= 0) m_view->setCurrentIndex(m_model->index(row));
    const bool isEmpty = m_model->rowCount() == 0;
    m_empty->setVisible(isEmpty);
    m_view->setVisible(!isEmpty);
}

const std::vector<PlaceItem>& PlaceStrip::places() const {
    return m_model->places();
}

void PlaceStrip::setThumbnail(const QString& id, const QImage& picture) {
    m_model->setThumbnail(id, picture);
}

void PlaceStrip::setEmptyText(const QString& text) {
    m_empty->setText(text);
}

QString PlaceStrip::idAt(const QModelIndex& index) const {
    return index.data(PlaceModel::IdRole).toString();
}

QString PlaceStrip::currentId() const {
    return idAt(m_view->currentIndex());
}

void PlaceStrip::startRename(const QString& id) {
    const int row = m_model->rowOf(id);
    if (row < 0) return;
    m_view->setCurrentIndex(m_model->index(row));
    m_view->edit(m_model->index(row));
}

bool PlaceStrip::handleKey(const QKeyEvent& key) {
    const QString id = currentId();
    const bool isPlain = !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (id.isEmpty() || !isPlain) return false;
    if (key.key() >= Qt::Key_0 && key.key() <= Qt::Key_5) {
        Q_EMIT rated(id, key.key() - Qt::Key_0);
    } else if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        Q_EMIT activated(id);
    } else if (key.key() == Qt::Key_Delete || key.key() == Qt::Key_Backspace) {
        Q_EMIT removeRequested(id);
    } else {
        return false;
    }
    return true;
}

bool PlaceStrip::eventFilter(QObject* object, QEvent* event) {
    if (object == m_view && event->type() == QEvent::KeyPress) {
        if (handleKey(*static_cast<QKeyEvent*>(event))) return true;
    }
    if (object == m_view->viewport() && event->type() == QEvent::MouseButtonDblClick) {
        const QPoint place = static_cast<QMouseEvent*>(event)->position().toPoint();
        const QModelIndex at = m_view->indexAt(place);
        if (at.isValid() && PlaceDelegate::nameRect(m_view->visualRect(at)).contains(place)) {
            m_view->edit(at);
            return true;
        }
    }
    return QWidget::eventFilter(object, event);
}

QSize PlaceStrip::sizeHint() const {
    return {px(368), px(80)};
}
QSize PlaceStrip::minimumSizeHint() const {
    return {px(80), px(80)};
}

}  // namespace limner::widgets
