#include "attribute_panel.h"

#include <QVBoxLayout>
#include <algorithm>

#include "app/core_text.h"
#include "core/types/attribute.h"
#include "explore_session.h"
#include "place_values.h"
#include "widgets/button.h"
#include "widgets/choice_combo.h"
#include "widgets/theme.h"
#include "widgets/thumb_row.h"

namespace limner::app {

using widgets::px;
using widgets::ThumbRow;

namespace {

/// The ways to a direction, in the order of the menu.
struct Method {
    const char* id;
    const char* name;  ///< context "limner::app::AttributePanel"
    Result<Latent> (*find)(std::span<const Latent> a, std::span<const Latent> b);
};

constexpr Method kMethods[] = {
    {"mean", QT_TRANSLATE_NOOP("limner::app::AttributePanel", "Mean difference"), &meanDifference},
    {"probe", QT_TRANSLATE_NOOP("limner::app::AttributePanel", "Linear probe"), &linearProbe}};

}  // namespace

AttributePanel::AttributePanel(ExploreSession& session, QWidget* parent)
    : QWidget(parent), m_session(session) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    const std::array letters{QStringLiteral("A"), QStringLiteral("B")};
    for (size_t group = 0; group < m_rows.size(); ++group) {
        m_rows[group] = new ThumbRow(letters[group]);
        m_rows[group]->setObjectName(QStringLiteral("explore.group") + letters[group]);
        column->addWidget(m_rows[group]);
    }
    m_rows[0]->setEmptyText(tr("Right click on pictures: in the history, the bookmarks, the seeds."));
    m_rows[1]->setEmptyText(tr("Or drop them here; five of each say more than one."));
    m_method = new widgets::ChoiceCombo;
    m_method->setObjectName(QStringLiteral("explore.method"));
    m_method->setAccessibleName(tr("How the direction is found"));
    m_method->setToolTip(
        tr("Mean difference: from the middle of A to the middle of B.\n"
           "Linear probe: what tells A and B apart, without what differs by chance."));
    m_method->setMinimumWidth(px(60));  // the button beside it needs its words
    m_method->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    std::vector<Choice> choices;
    for (const Method& method : kMethods) choices.push_back({method.id, toUtf8(tr(method.name))});
    m_method->setChoices(choices);
    m_find = new widgets::Button(tr("Find direction"), {}, {});
    m_find->setObjectName(QStringLiteral("explore.findDirection"));
    auto* foot = new QHBoxLayout;
    foot->setSpacing(px(8));
    foot->addWidget(m_method, 1);
    foot->addWidget(m_find);
    column->addSpacing(px(4));
    column->addLayout(foot);
    tie();
    showGroups();
}

void AttributePanel::tie() {
    for (size_t group = 0; group < m_rows.size(); ++group) {
        connect(m_rows[group], &ThumbRow::placeDropped, this, [this, group](const QString& id) {
            const auto place = placeOfId(m_session.record(), id);
            const auto& there = m_session.record().groups[group];
            if (place && std::ranges::find(there, *place) == there.end()) m_session.mark(*place, group);
        });
        connect(m_rows[group], &ThumbRow::removeRequested, this, [this, group](int index) {
            const auto& there = m_session.record().groups[group];
            if (static_cast<size_t>(index) < there.size())
                m_session.mark(ParamValues(there[static_cast<size_t>(index)]), group);
        });
    }
    connect(m_find, &QPushButton::clicked, this, &AttributePanel::find);
    connect(&m_session, &ExploreSession::modelChanged, this, [this] {
        m_isFinding = false;
        showGroups();
    });
    connect(&m_session, &ExploreSession::groupsChanged, this, &AttributePanel::showGroups);
    connect(&m_session.book(), &PlaceBook::learned, this, &AttributePanel::learned);
}

void AttributePanel::showGroups() {
    const Groups& groups = m_session.record().groups;
    for (size_t group = 0; group < groups.size(); ++group) {
        std::vector<ThumbRow::Thumb> thumbs;
        for (const ParamValues& place : groups[group]) {
            const PlaceBook::Entry* entry = m_session.book().find(place);
            thumbs.push_back({placeName(m_session.record(), place), entry ? entry->picture : QImage()});
            if (entry == nullptr && m_session.isOpen()) m_session.book().want(place);
        }
        m_rows[group]->setThumbs(std::move(thumbs));
    }
    m_find->setEnabled(!groups[0].empty() && !groups[1].empty());
}

void AttributePanel::learned(const ParamValues& place) {
    const auto holds = [&](const auto& group) { return std::ranges::find(group, place) != group.end(); };
    if (!std::ranges::any_of(m_session.record().groups, holds)) return;
    showGroups();
    if (m_isFinding) find();
}

QString AttributePanel::freeName() const {
    const auto& known = m_session.record().ownDirections;
    const QString first = tr("A → B");
    QString name = first;
    for (int number = 2; std::ranges::find(known, name, &OwnDirection::name) != known.end(); ++number)
        name = QStringLiteral("%1 %2").arg(first).arg(number);
    return name;
}

void AttributePanel::find() {
    std::array<std::vector<Latent>, 2> latents;
    m_isFinding = true;
    for (size_t group = 0; group < latents.size(); ++group) {
        for (const ParamValues& place : m_session.record().groups[group]) {
            const PlaceBook::Entry* entry = m_session.book().find(place);
            if (entry == nullptr) return m_session.book().want(place);  // `learned` comes back here
            latents[group].push_back(entry->latent);
        }
    }
    m_isFinding = false;
    const auto method = std::ranges::find(kMethods, toUtf8(m_method->currentId()), &Method::id);
    const auto direction = (method == std::end(kMethods) ? kMethods : method)->find(latents[0], latents[1]);
    if (!direction) {
        Q_EMIT refused(coreText(direction.error().message) + QLatin1Char(' ') +
                       coreText(direction.error().hint));
        return;
    }
    auto directions = m_session.record().ownDirections;
    const auto known = std::ranges::find(directions, *direction, &OwnDirection::direction);
    if (known != directions.end()) {  // two sliders of one direction would move as one
        Q_EMIT found(static_cast<size_t>(known - directions.begin()));
        return;
    }
    directions.push_back({.name = freeName(), .direction = *direction});
    m_session.setOwnDirections(std::move(directions), tr("Find direction"));
    Q_EMIT found(m_session.record().ownDirections.size() - 1);
}

}  // namespace limner::app
