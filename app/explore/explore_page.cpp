#include "explore_page.h"

#include <QJsonDocument>
#include <QMenu>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>

#include "app/commands.h"
#include "app/core_text.h"
#include "app/notices.h"
#include "app/settings.h"
#include "app/studio_bridge.h"
#include "app/surface.h"
#include "explore_header.h"
#include "explore_models.h"
#include "explore_outputs.h"
#include "explore_session.h"
#include "film_panel.h"
#include "key_panel.h"
#include "map_panel.h"
#include "memory_panel.h"
#include "own_picture.h"
#include "picture_panel.h"
#include "place_menu.h"
#include "place_panel.h"
#include "place_values.h"
#include "search_view.h"
#include "sweep_panel.h"
#include "widgets/empty_state.h"
#include "widgets/history_tree.h"
#include "widgets/key_track.h"
#include "widgets/latent_map.h"
#include "widgets/picture_canvas.h"
#include "widgets/sample_grid.h"

namespace limner::app {

using widgets::px;

ExplorePage::ExplorePage(const Shell& shell, QWidget* parent)
    : Page(parent),
      m_shell(shell),
      m_session(new ExploreSession(shell.bridge, shell.undo, shell.settings.text("project_folder"), this)),
      m_models(new ExploreModels(shell, *m_session, this)),
      m_outputs(new ExploreOutputs(shell, *m_session, this)),
      m_own(new OwnPicture(shell, *m_session, this)) {
    setObjectName(QStringLiteral("explore"));
    m_header = new ExploreHeader(shell.commands);
    m_header->setMenuFiller([this](QMenu& menu) { m_models->fill(menu); });
    m_empty = new widgets::EmptyState;
    m_empty->setContent(tr("Walk through what a model has learned"),
                        tr("There is no model here yet. Train one; it can be explored while it learns."),
                        tr("Train a model"), QStringLiteral("train"));
    m_views = new QStackedWidget;
    m_views->addWidget(m_empty);
    m_views->addWidget(makeBody());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_views, 1);
    m_panel = new PlacePanel(*m_session);
    m_film = new FilmPanel(*m_session);
    m_panel->setFoot(m_film);
    tie();
}

ExplorePage::~ExplorePage() = default;

QWidget* ExplorePage::makeBody() {
    auto* body = new QWidget;
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_memory = new MemoryPanel(*m_session);
    m_memory->setFixedHeight(px(130));
    m_keys = new KeyPanel(*m_session, m_shell.bridge);
    m_keys->setFixedHeight(px(140));
    column->addWidget(makeCanvas(), 1);
    column->addWidget(m_memory);
    column->addWidget(m_keys);
    return body;
}

QWidget* ExplorePage::makeCanvas() {
    auto* room = new Surface(&widgets::Tokens::canvas);
    auto* whole = new QVBoxLayout(room);
    whole->setContentsMargins(px(20), px(16), px(20), px(16));
    m_canvas = new QStackedWidget;
    m_looking = new QWidget;
    auto* row = new QHBoxLayout(m_looking);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(32));
    m_picture = new PicturePanel(*m_session, m_shell.bridge);
    m_map = new MapPanel(*m_session, m_shell.bridge);
    row->addWidget(m_picture, 7);
    row->addWidget(m_map, 6);
    m_sweep = new SweepPanel(m_shell, *m_session);
    m_canvas->addWidget(m_looking);
    m_canvas->addWidget(m_sweep);
    whole->addWidget(m_canvas);
    return room;
}

void ExplorePage::tie() {
    connect(&m_shell.bridge, &StudioBridge::opened, this, &ExplorePage::catalogOpened);
    connect(m_header, &ExploreHeader::viewChosen, this, &ExplorePage::showView);
    connect(m_empty, &widgets::EmptyState::activated, this, &ExplorePage::trainRequested);
    connect(m_models, &ExploreModels::changed, this, [this] {
        if (m_wasEntered && !m_session->isOpen() && m_models->isKnown()) m_models->openFirst();
    });
    connect(m_models, &ExploreModels::recipeOpened, this, &ExplorePage::takeRecipe);
    connect(m_session, &ExploreSession::modelChanged, this, [this] {
        m_views->setCurrentIndex(1);
        showHeader();
        Q_EMIT modelChanged();
    });
    connect(m_session, &ExploreSession::factsChanged, this, &ExplorePage::showHeader);
    connect(m_session, &ExploreSession::failed, this, [this](const Error& error) {
        m_shell.notices.showError(tr("This model cannot be explored"), error);
    });
    connect(m_session, &ExploreSession::notSaved, this, [this](const QString& file) {
        m_shell.notices.warn(tr("%1 cannot be written: this walk is not kept.").arg(file));
    });
    connect(m_picture, &PicturePanel::pictureShown, this, [this] { showView(QStringLiteral("picture")); });
    connect(m_picture->canvas(), &widgets::PictureCanvas::copyRequested, m_outputs, &ExploreOutputs::copy);
    connect(m_picture->canvas(), &widgets::PictureCanvas::dragRequested, this,
            [this] { m_outputs->dragOut(m_picture->canvas()); });
    m_picture->setSmooth(m_shell.settings.flag("explore_smooth"));
    connect(m_picture, &PicturePanel::smoothChosen, this,
            [this](bool isSmooth) { m_shell.settings.set("explore_smooth", isSmooth); });
    connect(m_picture->canvas(), &widgets::PictureCanvas::menuRequested, this, &ExplorePage::openPictureMenu);
    connect(m_panel, &PlacePanel::pictureFileChosen, m_own, &OwnPicture::bring);
    tieSearch();
    connect(m_panel, &PlacePanel::refused, &m_shell.notices, &Notices::tell);
    connect(m_keys, &KeyPanel::refused, &m_shell.notices, &Notices::tell);
    connect(m_film, &FilmPanel::renderRequested, this,
            [this](const QString& suffix) { m_outputs->render(m_film->values(), suffix); });
    connect(m_sweep, &SweepPanel::saving, this,
            [this](JobId job) { m_outputs->tellWhenSaved(job, tr("The sweep is saved: %1")); });
    connect(m_sweep, &SweepPanel::placeChosen, this, [this](const ParamValues& place) {
        showView(QStringLiteral("picture"));
        m_session->move(place, tr("Sweep"));
    });
}

void ExplorePage::tieSearch() {
    SearchView* view = m_picture->search();
    connect(m_own, &OwnPicture::searchBegan, this, [this, view] {
        const auto current = m_shell.bridge.current();
        const bool isWaiting = current && current->kind != "encode";
        view->begin(isWaiting ? tr("Waits until %1 is done or paused").arg(fromUtf8(current->title))
                              : tr("The search for your picture begins"));
        showView(QStringLiteral("picture"));
        m_picture->showSearch();
    });
    connect(m_own, &OwnPicture::searchMoved, view, [view](const std::shared_ptr<const Snapshot>& snapshot) {
        if (snapshot) view->setSnapshot(*snapshot);
    });
    connect(m_own, &OwnPicture::searchEnded, this, [this] {
        if (!m_picture->showsSeeds()) m_picture->showPicture();
    });
    connect(view, &SearchView::keepRequested, m_own, &OwnPicture::keepBest);
    connect(view, &SearchView::cancelRequested, m_own, &OwnPicture::cancel);
    // Whoever moves wants to see where to; the search goes on.
    connect(m_session, &ExploreSession::placeChanged, this, [this] {
        if (m_own->isSearching() && !m_picture->showsSeeds()) m_picture->showPicture();
    });
}

void ExplorePage::openPictureMenu(const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const char* id : {"explore.copy", "explore.save", "explore.keep", "explore.key"})
        menu->addAction(m_shell.commands.action(QLatin1String(id)));
    menu->addSeparator();
    addMarks(*menu, *m_session, m_session->shownPlace());
    menu->popup(place);
}

void ExplorePage::catalogOpened() {
    const Catalog& catalog = m_shell.bridge.catalog();
    if (const KindInfo* sample = catalog.kind("sample")) m_panel->setTable(sample->params);
    if (const KindInfo* render = catalog.kind("render")) m_film->setTable(render->params);
    if (m_wasEntered) m_models->refresh();
}

void ExplorePage::entered() {
    m_wasEntered = true;
    m_models->refresh();
    if (m_session->isOpen()) m_session->lookBack();
}

bool ExplorePage::hasModel() const {
    return m_session->isOpen();
}

QWidget* ExplorePage::inspector() {
    return m_panel;
}

QList<QWidget*> ExplorePage::areas() {
    if (!hasModel()) return {m_header, m_empty};
    return {m_header, m_picture->canvas(), m_map->map(), m_memory->history(), m_keys->track()};
}

void ExplorePage::setCompaction(const Compaction& compaction) {
    m_header->setCompact(compaction.isRailNarrow);
    m_header->setDrawer(compaction.isInspectorDrawer);
    m_panel->setCompact(compaction.isInspectorNarrow);
    m_map->setVisible(!compaction.isInspectorNarrow);
    m_memory->setBookmarksShown(!compaction.isInspectorDrawer);
    m_memory->setVisible(!compaction.isLow);
}

void ExplorePage::showView(const QString& id) {
    m_header->setView(id);
    const bool isSweep = id == QLatin1String("sweep");
    m_canvas->setCurrentWidget(isSweep ? static_cast<QWidget*>(m_sweep) : m_looking);
    if (id == QLatin1String("seeds"))
        m_picture->showSeeds();
    else
        m_picture->showPicture();
}

void ExplorePage::showHeader() {
    const auto& facts = m_session->facts();
    QString detail;
    if (facts) {
        const QString size = QStringLiteral("%1 × %1").arg(facts->size);
        detail = tr("step %1, %2, %3 dimensions")
                     .arg(QLocale().toString(facts->step), size)
                     .arg(facts->latentSize);
    }
    m_header->setModel(m_session->model().title, detail);
}

/// A picture comes back to its place, a frame to its film and its moment.
void ExplorePage::takeRecipe(const Recipe& recipe) {
    const auto text = recipe.values.find("timeline");
    if (text != recipe.values.end()) {
        const auto json = QByteArray::fromStdString(std::get<std::string>(text->second));
        m_session->setTimeline(timelineOfJson(QJsonDocument::fromJson(json).object()), tr("Open a film"));
        const auto frame = recipe.values.find("frame");
        const int64_t number = frame == recipe.values.end() ? 0 : std::get<int64_t>(frame->second);
        if (number > 0)  // they count from 1; 0 means all
            m_keys->showMoment(frameSecond(m_session->record().timeline, number - 1));
        return;
    }
    ParamValues place;
    for (const char* id : {"seed", "truncation", "point", "directions", "dimensions", "attributes"})
        if (const auto value = recipe.values.find(id); value != recipe.values.end())
            place[id] = value->second;
    auto directions = m_session->record().ownDirections;
    auto unknown = unknownDirections(place, directions);
    if (unknown.empty()) return m_session->move(place, tr("Open a picture"));
    for (Latent& direction : unknown)
        directions.push_back({.name = tr("From a picture"), .direction = std::move(direction)});
    m_shell.undo.beginMacro(tr("Open a picture"));
    m_session->setOwnDirections(std::move(directions), tr("Open a picture"));
    m_session->move(place, tr("Open a picture"));
    m_shell.undo.endMacro();
}

void ExplorePage::copy() {
    m_outputs->copy();
}

void ExplorePage::save() {
    if (m_picture->showsSeeds() && m_picture->seeds()->sheet())
        m_outputs->saveSeeds(*m_picture->seeds()->sheet(), m_picture->firstSeed());
    else
        m_outputs->save();
}

void ExplorePage::paste() {
    m_own->paste();
}

void ExplorePage::mark(size_t group) {
    m_session->mark(m_session->shownPlace(), group);
}

void ExplorePage::bring(const QString& file) {
    m_own->bring(file);
}

void ExplorePage::dice() {
    m_panel->dice();
}

void ExplorePage::addKey() {
    m_keys->addKey();
}

void ExplorePage::keepPlace() {
    m_memory->keepPlace();
}

void ExplorePage::playOrPause() {
    m_keys->playOrPause();
}

}  // namespace limner::app
