#include "direction_panel.h"

#include <QApplication>
#include <QMenu>
#include <QVBoxLayout>

#include "explore_session.h"
#include "place_values.h"
#include "widgets/button.h"
#include "widgets/direction_list.h"
#include "widgets/label.h"

namespace limner::app {

using widgets::DirectionList;
using widgets::px;

namespace {
constexpr int kRowsInSight = 8;  ///< without scrolling in the list; what lies below is to be found too
}

DirectionPanel::DirectionPanel(ExploreSession& session, QWidget* parent)
    : QWidget(parent), m_session(session) {
    m_shares = new widgets::Label({}, widgets::TextRole::Label, widgets::Ink::Text3);
    m_directions = new DirectionList;
    m_directions->setObjectName(QStringLiteral("explore.directions"));
    m_directions->setAccessibleName(tr("Directions"));
    m_directions->setRowsWanted(kRowsInSight);
    m_dimensions = new DirectionList;
    m_dimensions->setObjectName(QStringLiteral("explore.dimensions"));
    m_dimensions->setAccessibleName(tr("Dimensions"));
    m_dimensions->setFilterShown(true);
    m_dimensions->setRenamable(false);
    m_dimensions->hide();
    m_allButton = new widgets::Button({}, QStringLiteral("search"), QStringLiteral("quiet"));
    m_allButton->setObjectName(QStringLiteral("explore.allDimensions"));
    m_allButton->setCheckable(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addWidget(m_directions);
    column->addWidget(m_allButton, 0, Qt::AlignLeft);
    column->addWidget(m_dimensions);
    tie();
}

void DirectionPanel::tie() {
    connect(m_allButton, &QPushButton::toggled, this, [this](bool isOn) {
        m_dimensions->setVisible(isOn);
        showPlace();
    });
    connect(m_directions, &DirectionList::valueChanged, this, &DirectionPanel::moved);
    connect(m_dimensions, &DirectionList::valueChanged, this, &DirectionPanel::dimensionMoved);
    connect(m_directions, &DirectionList::lockChanged, this, &DirectionPanel::lock);
    // Once the editor is closed, since the rows are made anew.
    connect(m_directions, &DirectionList::renamed, this, &DirectionPanel::rename, Qt::QueuedConnection);
    connect(m_directions, &DirectionList::menuRequested, this, &DirectionPanel::openMenu);
    connect(&m_session, &ExploreSession::modelChanged, this, &DirectionPanel::showRows);
    connect(&m_session, &ExploreSession::factsChanged, this, &DirectionPanel::showRows);
    connect(&m_session, &ExploreSession::directionsChanged, this, &DirectionPanel::showRows);
    connect(&m_session, &ExploreSession::placeChanged, this, &DirectionPanel::showPlace);
}

std::optional<size_t> DirectionPanel::ownOf(int row) const {
    const auto index = static_cast<size_t>(row);
    return index < m_session.record().ownDirections.size() ? std::optional(index) : std::nullopt;
}

int DirectionPanel::numberOf(int row) const {
    return row + 1 - static_cast<int>(m_session.record().ownDirections.size());
}

void DirectionPanel::showRows() {
    const auto& facts = m_session.facts();
    std::vector<widgets::DirectionRow> rows, raw;
    for (const OwnDirection& own : m_session.record().ownDirections)
        if (facts) rows.push_back({.name = own.name, .isLocked = own.isLocked});
    for (int i = 0; facts && i < static_cast<int>(facts->directions.size()); ++i) {
        rows.push_back({.name = directionName(m_session, i + 1),
                        .share = facts->directions[static_cast<size_t>(i)].share,
                        .isLocked = m_session.record().lockedDirections.contains(i + 1)});
    }
    for (int i = 0; facts && i < facts->latentSize; ++i)
        raw.push_back({.name = tr("Dimension %1").arg(i + 1)});
    if (QWidget* focused = QApplication::focusWidget(); focused != nullptr && isAncestorOf(focused))
        focused->clearFocus();  // a row with the keyboard may be about to go
    m_directions->setRows(std::move(rows));
    m_dimensions->setRows(std::move(raw));
    m_allButton->setText(tr("All %n dimensions…", nullptr, facts ? facts->latentSize : 0));
    m_allButton->setEnabled(facts != nullptr);
    m_shares->setText(facts && facts->encodes ? tr("share of KL") : tr("share of variance"));
    showPlace();
}

void DirectionPanel::showPlace() {
    const ParamValues& place = m_session.place();
    std::vector<double> along, raw;
    for (int row = 0; row < static_cast<int>(m_directions->rows().size()); ++row) {
        const auto own = ownOf(row);
        along.push_back(own ? distanceAlong(place, m_session.record().ownDirections[*own].direction)
                            : offsetOf(place, "directions", numberOf(row)));
    }
    m_directions->setValues(along);
    if (!m_dimensions->isVisible()) return;
    for (int row = 0; row < static_cast<int>(m_dimensions->rows().size()); ++row)
        raw.push_back(offsetOf(place, "dimensions", row + 1));
    m_dimensions->setValues(raw);
}

void DirectionPanel::moved(int row, double value, bool isFinal) {
    if (const auto own = ownOf(row)) {
        const OwnDirection& direction = m_session.record().ownDirections[*own];
        return go(withDistance(m_session.place(), direction.direction, value), direction.name, isFinal);
    }
    const int number = numberOf(row);
    go(withOffset(m_session.place(), "directions", number, value), directionName(m_session, number), isFinal);
}

void DirectionPanel::dimensionMoved(int row, double value, bool isFinal) {
    go(withOffset(m_session.place(), "dimensions", row + 1, value), tr("Dimension %1").arg(row + 1), isFinal);
}

void DirectionPanel::go(const ParamValues& place, const QString& what, bool isFinal) {
    if (isFinal)
        m_session.move(place, what);
    else
        m_session.drag(place);
}

void DirectionPanel::lock(int row, bool isLocked) {
    const auto own = ownOf(row);
    if (!own) return m_session.lockDirection(numberOf(row), isLocked);
    auto directions = m_session.record().ownDirections;
    directions[*own].isLocked = isLocked;
    m_session.setOwnDirections(std::move(directions), tr("Lock a direction"));
}

void DirectionPanel::rename(int row, const QString& name) {
    const auto own = ownOf(row);
    if (!own) return m_session.nameDirection(numberOf(row), name);
    auto directions = m_session.record().ownDirections;
    directions[*own].name = name;
    m_session.setOwnDirections(std::move(directions), tr("Rename a direction"));
}

void DirectionPanel::startRename(size_t own) {
    m_directions->startRename(static_cast<int>(own));
}

void DirectionPanel::openMenu(int row, const QPoint& place) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Rename"), m_directions, [this, row] { m_directions->startRename(row); });
    if (const auto own = ownOf(row))
        menu->addAction(tr("Remove this direction"), this, [this, own = *own] { remove(own); });
    menu->popup(place);
}

/// The place stays where it is without it.
void DirectionPanel::remove(size_t own) {
    auto directions = m_session.record().ownDirections;
    if (own >= directions.size()) return;
    const OwnDirection gone = directions[own];
    directions.erase(directions.begin() + static_cast<std::ptrdiff_t>(own));
    m_session.move(withDistance(m_session.place(), gone.direction, 0), tr("Reset %1").arg(gone.name));
    m_session.setOwnDirections(std::move(directions), tr("Remove %1").arg(gone.name));
}

void DirectionPanel::reset() {
    if (!m_session.isOpen()) return;
    ParamValues place = m_session.place();
    for (const char* id : {"directions", "dimensions", "attributes"}) place.erase(id);
    for (const auto& [id, value] : lockedValues(m_session)) place[id] = value;
    m_session.move(place, tr("Reset directions"));
}

}  // namespace limner::app
