#include "result_panel.h"

#include <QMenu>
#include <QVBoxLayout>

#include "stylize_session.h"
#include "widgets/loss_plot.h"
#include "widgets/result_strip.h"

namespace limner::app {

using widgets::px;

ResultPanel::ResultPanel(StylizeSession& session, QWidget* parent)
    : Surface(&widgets::Tokens::base, Qt::TopEdge, parent), m_session(session) {
    setObjectName(QStringLiteral("stylize.results"));
    m_plot = new widgets::LossPlot;
    m_plot->setObjectName(QStringLiteral("stylize.plot"));
    m_plot->setHeaderShown(false);
    m_plot->setSmoothing(0);
    m_plotRoom = new Surface(&widgets::Tokens::base, Qt::BottomEdge);
    m_plotRoom->setFixedHeight(px(84));
    auto* inside = new QVBoxLayout(m_plotRoom);
    inside->setContentsMargins(px(8), px(4), px(8), px(2));
    inside->addWidget(m_plot);
    m_strip = new widgets::ResultStrip;
    m_strip->setObjectName(QStringLiteral("stylize.history"));
    m_strip->setEmptyText(tr("Results gather here. Each brings back the settings that made it."));
    auto* room = new QVBoxLayout;
    room->setContentsMargins(px(12), px(8), px(12), px(6));
    room->addWidget(m_strip);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 1, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_plotRoom);
    column->addLayout(room);
    m_strip->setFixedHeight(px(104));
    tie();
    showPlot();
}

void ResultPanel::tie() {
    connect(&m_session, &StylizeSession::resultsChanged, this, &ResultPanel::showResults);
    connect(&m_session, &StylizeSession::shownChanged, this, [this] {
        m_strip->setCurrent(m_session.shown() ? m_session.shown()->id : 0);
        showPlot();
    });
    connect(&m_session, &StylizeSession::pictureChanged, this, [this](qint64 id) {
        if (const StylizeResult* result = m_session.result(id)) m_strip->setPicture(id, result->picture);
    });
    connect(m_strip, &widgets::ResultStrip::activated, &m_session, &StylizeSession::show);
    connect(m_strip, &widgets::ResultStrip::removeRequested, &m_session, &StylizeSession::remove);
    connect(m_strip, &widgets::ResultStrip::dragRequested, this, &ResultPanel::dragRequested);
    connect(m_strip, &widgets::ResultStrip::menuRequested, this, &ResultPanel::openMenu);
}

void ResultPanel::showResults() {
    std::vector<widgets::ResultItem> items;
    for (const StylizeResult& result : m_session.results())
        items.push_back({.id = result.id,
                         .caption = result.caption,
                         .picture = result.picture,
                         .isWaiting = m_session.isWaiting(result),
                         .isGrowing = !result.isOver && !m_session.isWaiting(result)});
    m_strip->setResults(std::move(items));
    m_strip->setCurrent(m_session.shown() ? m_session.shown()->id : 0);
}

/// Only of methods that have losses.
void ResultPanel::showPlot() {
    const StylizeResult* shown = m_session.shown();
    const auto metrics = shown ? shown->metrics : nullptr;
    m_plot->setTable(metrics);
    m_plotRoom->setVisible(!m_isLow && metrics && metrics->rowCount() > 1 && !metrics->names.empty());
}

void ResultPanel::setLow(bool isLow) {
    m_isLow = isLow;
    m_strip->setFixedHeight(px(isLow ? 80 : 104));
    showPlot();
}

void ResultPanel::openMenu(qint64 id, const QPoint& place) {
    const StylizeResult* result = m_session.result(id);
    if (result == nullptr) return;
    QMenu menu(this);
    const bool hasFile = !result->file.isEmpty();
    menu.addAction(tr("Show with its settings"), this, [this, id] { m_session.show(id); });
    const auto add = [&](const QString& text, void (ResultPanel::*emitted)(qint64)) {
        menu.addAction(text, this, [this, emitted, id] { (this->*emitted)(id); })->setEnabled(hasFile);
    };
    add(tr("Go on from here"), &ResultPanel::goOnRequested);
    add(tr("Save picture…"), &ResultPanel::saveRequested);
    add(tr("Show in its folder"), &ResultPanel::folderRequested);
    menu.addSeparator();
    menu.addAction(tr("Remove from the history"), this, [this, id] { m_session.remove(id); })
        ->setEnabled(result->isOver);
    menu.exec(place);
}

}  // namespace limner::app
