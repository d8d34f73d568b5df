#include "picture_panel.h"

#include <QMenu>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <cmath>

#include "app/core_text.h"
#include "app/studio_bridge.h"
#include "explore_session.h"
#include "place_menu.h"
#include "search_view.h"
#include "widgets/button.h"
#include "widgets/core_text.h"
#include "widgets/label.h"
#include "widgets/picture_canvas.h"
#include "widgets/sample_grid.h"
#include "widgets/theme.h"

namespace limner::app {

namespace {
constexpr int64_t kSeeds = 48;
}

PicturePanel::PicturePanel(ExploreSession& session, StudioBridge& bridge, QWidget* parent)
    : QWidget(parent), m_session(session), m_bridge(bridge), m_requester(StudioBridge::newRequester()) {
    m_seeds = new widgets::SampleGrid;
    m_seeds->setObjectName(QStringLiteral("explore.seeds"));
    m_seeds->setAccessibleName(tr("Seeds"));
    m_seeds->setFlowing(true);
    m_seeds->setAlignment(Qt::AlignCenter);
    m_views = new QStackedWidget;
    m_views->addWidget(makeCanvas());
    m_views->addWidget(m_seeds);
    m_search = new SearchView;
    m_views->addWidget(m_search);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_views);
    tie();
}

QWidget* PicturePanel::makeCanvas() {
    m_canvas = new widgets::PictureCanvas;
    m_canvas->setObjectName(QStringLiteral("explore.canvas"));
    m_canvas->setAccessibleName(tr("Picture"));
    m_canvas->setEmptyText(tr("The model is being opened."));
    m_facts = new widgets::Label({}, widgets::TextRole::Label, widgets::Ink::Text3);
    m_smooth = new widgets::Button(tr("Smooth"), {}, QStringLiteral("quiet"));
    m_smooth->setObjectName(QStringLiteral("explore.smooth"));
    m_smooth->setToolTip(tr("Smooth between the pixels, or crisp squares"));
    m_smooth->setCheckable(true);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_facts);
    foot->addStretch();
    foot->addWidget(m_smooth);
    auto* area = new QWidget;
    auto* column = new QVBoxLayout(area);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(widgets::px(4));
    column->addWidget(m_canvas, 1);
    column->addLayout(foot);
    connect(m_smooth, &QPushButton::toggled, this, [this](bool isOn) {
        setSmooth(isOn);
        Q_EMIT smoothChosen(isOn);
    });
    connect(m_canvas, &widgets::PictureView::zoomChanged, this, &PicturePanel::showFacts);
    return area;
}

void PicturePanel::setSmooth(bool isSmooth) {
    m_smooth->setChecked(isSmooth);
    m_canvas->setScaling(isSmooth ? widgets::PictureView::Scaling::Smooth
                                  : widgets::PictureView::Scaling::Crisp);
}

void PicturePanel::showFacts() {
    const QSize size = m_session.picture().size();
    if (size.isEmpty()) return m_facts->clear();
    const QString shown = tr("%1 × %2 px, shown at %3 %")
                              .arg(size.width())
                              .arg(size.height())
                              .arg(std::lround(m_canvas->zoom() * 100));
    m_facts->setText(m_session.isLooking() ? tr("A moment of the film; any move leads back") : shown);
}

void PicturePanel::tie() {
    connect(&m_session, &ExploreSession::modelChanged, this, [this] {
        m_canvas->setPicture({});
        m_canvas->setErrorText({});
        if (showsSeeds()) askSeeds();
    });
    connect(&m_session, &ExploreSession::pictureChanged, this, [this] {
        m_canvas->setErrorText({});
        m_canvas->setPicture(m_session.picture());
        showFacts();
    });
    connect(&m_session, &ExploreSession::pictureFailed, this,
            [this](const Error& error) { m_canvas->setErrorText(coreText(error.message)); });
    connect(m_seeds, &widgets::SampleGrid::tileSelected, this, &PicturePanel::chooseSeed);
    connect(m_seeds, &widgets::SampleGrid::menuRequested, this, [this](int tile, const QPoint& place) {
        auto* menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addAction(tr("Show this picture"), this, [this, tile] { chooseSeed(tile); });
        menu->addSeparator();
        addMarks(*menu, m_session, placeOfTile(tile));
        menu->popup(place);
    });
    connect(
        &m_bridge, &StudioBridge::answered, this,
        [this](RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer) {
            if (requester != m_requester) return;
            m_seeds->setEmptyText(answer->picture ? QString() : coreText(answer->picture.error().message));
            if (!answer->picture) return m_seeds->setSheet(nullptr);
            m_seeds->setSheet(std::make_shared<const SampleSheet>(answer->picture->sheet));
        });
}

bool PicturePanel::showsSeeds() const {
    return m_views->currentWidget() == m_seeds;
}

void PicturePanel::showPicture() {
    m_views->setCurrentIndex(0);
}

void PicturePanel::showSearch() {
    m_views->setCurrentWidget(m_search);
}

void PicturePanel::showSeeds() {
    m_views->setCurrentWidget(m_seeds);
    askSeeds();
}

void PicturePanel::askSeeds() {
    if (!m_session.isOpen() || !m_bridge.isOpen()) return;
    ParamValues place = m_session.place();
    place.erase("point");
    const auto seed = place.find("seed");
    m_firstSeed = seed == place.end() ? 1 : std::get<int64_t>(seed->second);
    place["seed"] = m_firstSeed;
    ParamValues values = joined(m_session.model().values, place);
    values["count"] = kSeeds;
    values["count_up"] = true;
    m_seeds->selectTile(-1);
    m_bridge.ask(
        {.requester = m_requester, .what = "decode", .job = m_session.model().job, .values = values});
}

ParamValues PicturePanel::placeOfTile(int tile) const {
    ParamValues place = m_session.place();
    place.erase("point");
    place["seed"] = m_firstSeed + tile;
    return place;
}

void PicturePanel::chooseSeed(int tile) {
    const ParamValues place = placeOfTile(tile);
    showPicture();
    m_session.move(place, tr("Seed"));
    Q_EMIT pictureShown();
}

}  // namespace limner::app
