#include "memory_panel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QUuid>
#include <QVBoxLayout>

#include "explore_session.h"
#include "place_menu.h"
#include "place_values.h"
#include "widgets/button.h"
#include "widgets/history_tree.h"
#include "widgets/label.h"
#include "widgets/place_strip.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

widgets::HistoryNode nodeOf(const Visit& visit, PlaceBook& book) {
    const PlaceBook::Entry* entry = book.find(visit.place);
    return {.id = visit.id,
            .parent = visit.parent,
            .thumbnail = entry ? entry->picture : QImage(),
            .text = visit.what,
            .rating = visit.rating,
            .isStarred = visit.isStarred};
}

/// A column with its head; the head's row can take more.
QWidget* makeColumn(QHBoxLayout* head, QWidget* body, int left) {
    auto* area = new QWidget;
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(left, px(8), px(16), px(8));
    column->setSpacing(px(8));
    head->setSpacing(px(8));
    column->addLayout(head);
    column->addWidget(body, 1);
    return area;
}

}  // namespace

MemoryPanel::MemoryPanel(ExploreSession& session, QWidget* parent)
    : Surface(&widgets::Tokens::base, Qt::TopEdge, parent), m_session(session) {
    setObjectName(QStringLiteral("explore.memory"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 1, 0, 0);
    row->setSpacing(0);
    m_side = makeBookmarks();
    row->addWidget(makeHistory(), 3);
    row->addWidget(m_side, 2);
    tie();
}

QWidget* MemoryPanel::makeHistory() {
    m_history = new widgets::HistoryTree;
    m_history->setObjectName(QStringLiteral("explore.history"));
    m_history->setAccessibleName(tr("History"));
    m_count = new Label({}, TextRole::Label, Ink::Text3);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("History"), TextRole::Section));
    head->addWidget(m_count);
    head->addStretch();
    return makeColumn(head, m_history, px(16));
}

QWidget* MemoryPanel::makeBookmarks() {
    m_strip = new widgets::PlaceStrip;
    m_strip->setObjectName(QStringLiteral("explore.bookmarks"));
    m_strip->setAccessibleName(tr("Bookmarks"));
    m_strip->setEmptyText(tr("Places that are worth coming back to."));
    auto* keep =
        new widgets::Button(tr("Keep this place"), QStringLiteral("bookmark"), QStringLiteral("quiet"));
    keep->setObjectName(QStringLiteral("explore.keep"));
    connect(keep, &QPushButton::clicked, this, &MemoryPanel::keepPlace);
    auto* head = new QHBoxLayout;
    head->addWidget(new Label(tr("Bookmarks"), TextRole::Section));
    head->addStretch();
    head->addWidget(keep);
    auto* framed = new Surface(&widgets::Tokens::base, Qt::LeftEdge);
    auto* room = new QVBoxLayout(framed);
    room->setContentsMargins(0, 0, 0, 0);
    room->addWidget(makeColumn(head, m_strip, px(16)));
    return framed;
}

void MemoryPanel::tie() {
    connect(&m_session, &ExploreSession::modelChanged, this, [this] {
        showHistory();
        showBookmarks();
    });
    connect(&m_session, &ExploreSession::visitAdded, this, [this](const Visit& visit) {
        m_history->addNode(nodeOf(visit, m_session.book()));
        showCount();
    });
    connect(&m_session, &ExploreSession::currentVisitChanged, this,
            [this] { m_history->setCurrent(m_session.record().current); });
    connect(&m_session, &ExploreSession::bookmarksChanged, this, &MemoryPanel::showBookmarks);
    connect(&m_session.book(), &PlaceBook::learned, this, &MemoryPanel::learned);
    connect(m_history, &widgets::HistoryTree::activated, &m_session, &ExploreSession::goTo);
    connect(m_history, &widgets::HistoryTree::rated, &m_session, &ExploreSession::rate);
    connect(m_history, &widgets::HistoryTree::starChanged, &m_session, &ExploreSession::star);
    connect(m_history, &widgets::HistoryTree::thumbnailWanted, this, [this](qint64 id) {
        if (const Visit* visit = m_session.record().visit(id)) m_session.book().want(visit->place);
    });
    connect(m_strip, &widgets::PlaceStrip::activated, this, [this](const QString& id) {
        for (const Bookmark& mark : m_session.record().bookmarks)
            if (mark.id == id) return m_session.move(mark.place, mark.name);
    });
    connect(
        m_strip, &widgets::PlaceStrip::renamed, this,
        [this](const QString& id, const QString& name) {
            edit(id, tr("Rename a bookmark"), [&](Bookmark& mark) { mark.name = name; });
        },
        Qt::QueuedConnection);  // once the editor is closed, since the items are made anew
    connect(m_strip, &widgets::PlaceStrip::rated, this, [this](const QString& id, int rating) {
        edit(id, tr("Rate a bookmark"), [&](Bookmark& mark) { mark.rating = rating; });
    });
    connect(m_strip, &widgets::PlaceStrip::removeRequested, this, &MemoryPanel::remove);
    connect(m_history, &widgets::HistoryTree::menuRequested, this, &MemoryPanel::openVisitMenu);
    connect(m_strip, &widgets::PlaceStrip::menuRequested, this, &MemoryPanel::openBookmarkMenu);
}

void MemoryPanel::edit(const QString& id, const QString& what, const std::function<void(Bookmark&)>& change) {
    auto marks = m_session.record().bookmarks;
    for (Bookmark& mark : marks)
        if (mark.id == id) change(mark);
    m_session.setBookmarks(std::move(marks), what);
}

void MemoryPanel::remove(const QString& id) {
    auto marks = m_session.record().bookmarks;
    std::erase_if(marks, [&](const Bookmark& mark) { return mark.id == id; });
    m_session.setBookmarks(std::move(marks), tr("Remove a bookmark"));
}

void MemoryPanel::openVisitMenu(qint64 id, const QPoint& place) {
    const Visit* visit = m_session.record().visit(id);
    if (visit == nullptr) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addMarks(*menu, m_session, visit->place);
    menu->addSeparator();
    menu->addAction(tr("Keep this place"), this, [this, kept = visit->place] { keep(kept); });
    menu->popup(place);
}

void MemoryPanel::openBookmarkMenu(const QString& id, const QPoint& place) {
    const auto marked = placeOfId(m_session.record(), id);
    if (!marked) return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addMarks(*menu, m_session, *marked);
    menu->addSeparator();
    menu->addAction(tr("Rename"), m_strip, [this, id] { m_strip->startRename(id); });
    menu->addAction(tr("Remove"), this, [this, id] { remove(id); });
    menu->popup(place);
}

void MemoryPanel::keepPlace() {
    if (m_session.isOpen()) keep(m_session.shownPlace());
}

void MemoryPanel::keep(const ParamValues& place) {
    auto marks = m_session.record().bookmarks;
    const QString id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    marks.push_back({.id = id, .name = tr("Place %1").arg(marks.size() + 1), .place = place});
    m_session.setBookmarks(std::move(marks), tr("Keep this place"));
    m_strip->startRename(id);
}

void MemoryPanel::showHistory() {
    std::vector<widgets::HistoryNode> nodes;
    for (const Visit& visit : m_session.record().visits) nodes.push_back(nodeOf(visit, m_session.book()));
    m_history->setNodes(std::move(nodes));
    m_history->setCurrent(m_session.record().current);
    showCount();
}

void MemoryPanel::showCount() {
    const QString places = tr("%n places", nullptr, m_history->nodeCount());
    const int lines = m_history->lineCount();
    m_count->setText(lines > 1 ? tr("%1, %2").arg(places, tr("%n branches", nullptr, lines)) : places);
}

void MemoryPanel::showBookmarks() {
    std::vector<widgets::PlaceItem> items;
    for (const Bookmark& mark : m_session.record().bookmarks) {
        const PlaceBook::Entry* entry = m_session.book().find(mark.place);
        items.push_back({mark.id, mark.name, entry ? entry->picture : QImage(), mark.rating});
        if (entry == nullptr) m_session.book().want(mark.place);
    }
    m_strip->setPlaces(std::move(items));
}

void MemoryPanel::learned(const ParamValues& place) {
    const QImage& picture = m_session.book().find(place)->picture;
    for (const Visit& visit : m_session.record().visits)
        if (visit.place == place) m_history->setThumbnail(visit.id, picture);
    for (const Bookmark& mark : m_session.record().bookmarks)
        if (mark.place == place) m_strip->setThumbnail(mark.id, picture);
}

void MemoryPanel::setBookmarksShown(bool areShown) {
    m_side->setVisible(areShown);
}

}  // namespace limner::app
