#include "param_form.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>
#include <map>
#include <set>

#include "core/types/param_text.h"
#include "param_group.h"
#include "param_row.h"

namespace limner::widgets {

struct ParamForm::State {
    std::shared_ptr<const ParamTable> table = std::make_shared<ParamTable>();
    ParamValues values;  ///< what differs from standard, also of rows that are not in force now
    std::vector<const ParamSpec*> active;
    std::map<std::string, ParamRow*> rows;
    std::vector<ParamGroup*> groups;
    std::set<std::string> folded;
    std::set<std::string> none;  ///< rows that show a dash
    QString filter;
    QString runsFolder;
    int shownCount = 0;
};

namespace {

bool isLive(const std::vector<ParamRow*>& rows) {
    return std::any_of(rows.begin(), rows.end(),
                       [](const ParamRow* row) { return row->spec().editableWhileRunning; });
}

/// Removes a widget that may still be on the call stack (its own signal caused the removal).
void retire(QWidget* widget) {
    widget->hide();
    widget->setParent(nullptr);
    widget->deleteLater();
}

}  // namespace

ParamForm::ParamForm(QWidget* parent) : QWidget(parent), m_state(std::make_unique<State>()) {
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch(1);
    setObjectName(QStringLiteral("paramForm"));
    setAccessibleName(tr("Parameters"));
}

ParamForm::~ParamForm() = default;

void ParamForm::setTable(const ParamTable& table, const ParamValues& given) {
    for (const auto& [id, row] : m_state->rows) retire(row);
    for (ParamGroup* group : m_state->groups) retire(group);
    m_state->rows.clear();
    m_state->groups.clear();
    m_state->active.clear();
    m_state->table = std::make_shared<const ParamTable>(table);
    m_state->values = given;
    rebuild();
}

const ParamTable& ParamForm::table() const {
    return *m_state->table;
}

ParamRow* ParamForm::row(const QString& id) const {
    const auto found = m_state->rows.find(id.toStdString());
    return found == m_state->rows.end() ? nullptr : found->second;
}

ParamRow* ParamForm::makeRow(const ParamSpec& spec) {
    auto* made = new ParamRow(m_state->table, spec, this);
    made->setCompact(m_compact);
    made->setRunsFolder(m_state->runsFolder);
    connect(made, &ParamRow::valueChanged, this,
            [this](const QString& id, const ParamValue& value, bool final) { take(id, value, final); });
    connect(made, &ParamRow::resetRequested, this, [this](const QString& id) {
        take(id, standardValue(*m_state->table, m_state->values, id.toStdString()), true);
    });
    connect(made, &ParamRow::helpRequested, this, &ParamForm::helpRequested);
    return made;
}

ParamGroup* ParamForm::groupOf(const std::string& name) {
    for (ParamGroup* group : m_state->groups)
        if (group->name() == name) return group;
    auto* made = new ParamGroup(name, this);
    made->setFolded(m_state->folded.contains(name));
    connect(made, &ParamGroup::foldedChanged, this, [this, name](bool folded) {
        if (folded)
            m_state->folded.insert(name);
        else
            m_state->folded.erase(name);
        refreshRows();
        Q_EMIT foldedGroupsChanged(foldedGroups());
    });
    m_state->groups.push_back(made);
    return made;
}

void ParamForm::rebuild() {
    const std::vector<const ParamSpec*> active = activeRows(*m_state->table, m_state->values);
    if (active != m_state->active) {
        m_state->active = active;
        std::map<std::string, ParamRow*> old;
        old.swap(m_state->rows);
        std::vector<std::string> order;
        std::map<std::string, std::vector<ParamRow*>> members;
        for (const ParamSpec* spec : active) {
            const auto kept = old.find(spec->id);
            ParamRow* row = nullptr;
            if (kept != old.end() && &kept->second->spec() == spec) {
                row = kept->second;
                old.erase(kept);
            } else {
                row = makeRow(*spec);
            }
            m_state->rows[spec->id] = row;
            if (members[spec->group].empty()) order.push_back(spec->group);
            members[spec->group].push_back(row);
        }
        if (m_running)
            std::ranges::stable_partition(order, [&](const auto& name) { return isLive(members[name]); });
        arrange(order, members);
        for (const auto& [id, row] : old) retire(row);
        applyFilter();
    }
    refreshRows();
}

void ParamForm::arrange(const std::vector<std::string>& order,
                        const std::map<std::string, std::vector<ParamRow*>>& members) {
    std::vector<ParamGroup*> arranged;
    for (const std::string& name : order) {
        ParamGroup* group = groupOf(name);
        group->setRows(members.at(name));
        group->setFirst(arranged.empty());
        m_layout->removeWidget(group);
        m_layout->insertWidget(static_cast<int>(arranged.size()), group);
        arranged.push_back(group);
    }
    for (ParamGroup* group : m_state->groups)
        if (std::find(arranged.begin(), arranged.end(), group) == arranged.end()) retire(group);
    m_state->groups = arranged;
    QWidget* before = nullptr;
    for (const ParamGroup* group : arranged)
        for (QWidget* stop : group->tabStops()) {
            if (before != nullptr) setTabOrder(before, stop);
            before = stop;
        }
}

void ParamForm::refreshRows() {
    for (const auto& [id, row] : m_state->rows) {
        row->setValue(effectiveValue(*m_state->table, m_state->values, id),
                      standardValue(*m_state->table, m_state->values, id));
        if (m_state->none.contains(id)) row->setNone();
        const bool live = row->spec().editableWhileRunning;
        row->setMark(!m_running ? ParamRow::Mark::None
                     : live     ? ParamRow::Mark::Live
                                : ParamRow::Mark::Locked);
    }
    for (ParamGroup* group : m_state->groups) group->setNote(noteOf(*group));
    const int count = changedCount();
    if (count == m_state->shownCount) return;
    m_state->shownCount = count;
    Q_EMIT changedCountChanged(count);
}

QString ParamForm::noteOf(const ParamGroup& group) const {
    const auto& rows = group.rows();
    if (group.isFolded()) {
        const auto changed =
            std::count_if(rows.begin(), rows.end(), [](const ParamRow* r) { return r->isChanged(); });
        return changed == 0 ? QString() : tr("%n changed", nullptr, static_cast<int>(changed));
    }
    if (!m_running) return {};
    const auto live = std::count_if(rows.begin(), rows.end(),
                                    [](const ParamRow* r) { return r->spec().editableWhileRunning; });
    if (live == 0) return tr("set before start");
    return live == static_cast<std::ptrdiff_t>(rows.size()) ? tr("live") : QString();
}

void ParamForm::take(const QString& id, const ParamValue& value, bool final) {
    keep(id.toStdString(), value);
    rebuild();
    Q_EMIT valueChanged(id, value, final);
}

void ParamForm::keep(const std::string& id, const ParamValue& value) {
    m_state->none.erase(id);
    const bool inForce = m_state->rows.contains(id);
    if (inForce && standardValue(*m_state->table, m_state->values, id) == value)
        m_state->values.erase(id);
    else
        m_state->values.insert_or_assign(id, value);
}

void ParamForm::setRunning(bool running) {
    if (running == m_running) return;
    m_running = running;
    m_state->active.clear();  // what may change now comes first while running
    rebuild();
}

void ParamForm::setValue(const QString& id, const ParamValue& value) {
    ParamValue typed = value;
    if (const ParamRow* shown = row(id)) {
        auto checked = checkValue(shown->spec(), value);
        if (checked) typed = *checked;
        const bool isShown = typed == this->value(id) && !m_state->none.contains(id.toStdString());
        if (isShown) return;  // a drag elsewhere says it again and again
    }
    keep(id.toStdString(), typed);
    rebuild();
}

void ParamForm::setNone(const QString& id) {
    m_state->values.erase(id.toStdString());
    m_state->none.insert(id.toStdString());
    rebuild();
}

ParamValue ParamForm::value(const QString& id) const {
    const ParamRow* shown = row(id);
    return shown == nullptr ? ParamValue{}
                            : effectiveValue(*m_state->table, m_state->values, id.toStdString());
}

ParamValues ParamForm::given() const {
    ParamValues result;
    for (const ParamSpec* spec : m_state->active) {
        const auto found = m_state->values.find(spec->id);
        if (found == m_state->values.end()) continue;
        if (found->second != standardValue(*m_state->table, m_state->values, spec->id)) result.insert(*found);
    }
    return result;
}

ParamValues ParamForm::complete() const {
    ParamValues result;
    for (const ParamSpec* spec : m_state->active)
        result[spec->id] = effectiveValue(*m_state->table, m_state->values, spec->id);
    return result;
}

int ParamForm::changedCount() const {
    return static_cast<int>(given().size());
}

void ParamForm::setFilter(const QString& text) {
    m_state->filter = text.trimmed();
    applyFilter();
}

void ParamForm::applyFilter() {
    bool first = true;
    for (ParamGroup* group : m_state->groups) {
        const bool found = group->applyFilter(m_state->filter);
        group->setVisible(found);
        if (found) group->setFirst(std::exchange(first, false));
    }
}

void ParamForm::setCompact(bool compact) {
    if (compact == m_compact) return;
    m_compact = compact;
    for (const auto& [id, row] : m_state->rows) row->setCompact(compact);
}

void ParamForm::resetAll() {
    const ParamValues changed = given();
    for (const auto& [id, value] : changed) m_state->values.erase(id);
    rebuild();
    for (const auto& [id, value] : changed) {
        if (!m_state->rows.contains(id)) continue;
        Q_EMIT valueChanged(QString::fromStdString(id), effectiveValue(*m_state->table, m_state->values, id),
                            true);
    }
}

bool ParamForm::showRow(const QString& id) {
    ParamRow* shown = row(id);
    if (shown == nullptr) return false;
    setFilter({});
    for (ParamGroup* group : m_state->groups)
        if (group->name() == shown->spec().group && group->isFolded()) {
            group->setFolded(false);
            Q_EMIT group->foldedChanged(false);
        }
    for (QWidget* above = parentWidget(); above != nullptr; above = above->parentWidget())
        if (auto* area = qobject_cast<QScrollArea*>(above)) area->ensureWidgetVisible(shown);
    shown->giveFocus();
    return true;
}

void ParamForm::setRowError(const QString& id, const QString& sentence) {
    if (ParamRow* shown = row(id)) shown->setError(sentence);
}

void ParamForm::setRunsFolder(const QString& folder) {
    m_state->runsFolder = folder;
    for (const auto& [id, row] : m_state->rows) row->setRunsFolder(folder);
}

QStringList ParamForm::foldedGroups() const {
    QStringList names;
    for (const std::string& name : m_state->folded) names.append(QString::fromStdString(name));
    return names;
}

void ParamForm::setFoldedGroups(const QStringList& names) {
    m_state->folded.clear();
    for (const QString& name : names) m_state->folded.insert(name.toStdString());
    for (ParamGroup* group : m_state->groups) group->setFolded(m_state->folded.contains(group->name()));
    refreshRows();
}

void ParamForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange) return;
    // Labels are read when a row is made: make all rows again.
    setTable(*std::exchange(m_state->table, std::make_shared<const ParamTable>()), m_state->values);
}

}  // namespace limner::widgets
