#include "sweep_panel.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core_text.h"
#include "app/notices.h"
#include "app/recipe_text.h"
#include "app/save_path.h"
#include "app/settings.h"
#include "app/studio_bridge.h"
#include "explore_session.h"
#include "place_values.h"
#include "widgets/button.h"
#include "widgets/choice_combo.h"
#include "widgets/image_convert.h"
#include "widgets/label.h"
#include "widgets/number_field.h"
#include "widgets/sweep_view.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

constexpr QLatin1String kDimension{"dimensions."};

bool isOwn(const SweepAxis& axis) {
    return axis.id.starts_with("attributes.");
}

}  // namespace

SweepPanel::SweepPanel(const Shell& shell, ExploreSession& session, QWidget* parent)
    : QWidget(parent), m_shell(shell), m_session(session) {
    m_axes = new QBoxLayout(QBoxLayout::LeftToRight);
    m_axes->setSpacing(px(8));
    m_x = makeAxis(QStringLiteral("x"), tr("Across"));
    m_axes->addSpacing(px(8));
    m_y = makeAxis(QStringLiteral("y"), tr("Down"));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(16));
    head->addLayout(m_axes);
    head->addStretch();
    auto* save = new widgets::Button(tr("Save with axes"), QStringLiteral("save"), {});
    save->setObjectName(QStringLiteral("explore.saveSweep"));
    head->addWidget(save, 0, Qt::AlignTop);
    m_save = save;
    m_view = new widgets::SweepView;
    m_view->setObjectName(QStringLiteral("explore.sweep"));
    m_view->setAccessibleName(tr("Sweep"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addLayout(head);
    column->addWidget(m_view, 1);
    connect(save, &QPushButton::clicked, this, &SweepPanel::save);
    connect(m_view, &widgets::SweepView::cellActivated, this,
            [this](int x, int y) { Q_EMIT placeChosen(cellValues(m_sweep, x, y)); });
    connect(&session, &ExploreSession::factsChanged, this, &SweepPanel::showChoices);
    connect(&session, &ExploreSession::directionsChanged, this, &SweepPanel::showChoices);
    connect(&session.book(), &PlaceBook::learned, this, &SweepPanel::settled);
    connect(&session.book(), &PlaceBook::missed, this, [this](const ParamValues& place, const Error& error) {
        m_view->setEmptyText(coreText(error.message));
        settled(place);
    });
}

SweepPanel::Axis SweepPanel::makeAxis(const QString& name, const QString& letter) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    m_axes->addLayout(row);
    Axis axis{new widgets::ChoiceCombo, new widgets::NumberField, new widgets::NumberField,
              new widgets::NumberField};
    axis.count->setSpec(
        {.kind = ParamKind::Integer, .standard = int64_t{7}, .range = {.low = 2, .high = 15, .step = 1}});
    axis.count->setValue(7);
    const std::pair<QWidget*, QString> named[] = {{axis.what, tr("%1: what changes").arg(letter)},
                                                  {axis.from, tr("%1: from").arg(letter)},
                                                  {axis.to, tr("%1: to").arg(letter)},
                                                  {axis.count, tr("%1: pictures").arg(letter)}};
    for (const auto& [widget, text] : named) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    }
    axis.what->setObjectName(QStringLiteral("explore.sweep.") + name);
    row->addWidget(new Label(letter, TextRole::Body, Ink::Text2));
    row->addWidget(axis.what);
    row->addWidget(axis.from);
    row->addWidget(new Label(QStringLiteral("…"), TextRole::Body, Ink::Text3));
    row->addWidget(axis.to);
    row->addWidget(new Label(QStringLiteral("×"), TextRole::Body, Ink::Text3));
    row->addWidget(axis.count);
    row->addStretch();
    connect(axis.what, &widgets::ChoiceCombo::chosen, this, [this, axis] {
        standardRange(axis);
        sweep();
    });
    for (widgets::NumberField* field : {axis.from, axis.to, axis.count})
        connect(field, &widgets::NumberField::valueChanged, this, [this](double, bool isFinal) {
            if (isFinal) sweep();
        });
    return axis;
}

QString SweepPanel::titleOf(const std::string& id) const {
    const QString axis = fromUtf8(id);
    if (const auto direction = axisOfChoice(m_session, axis)) return axisName(m_session, *direction);
    if (axis.startsWith(kDimension)) return tr("Dimension %1").arg(axis.mid(kDimension.size()));
    return id == "seed" ? tr("Seed") : tr("Truncation");
}

void SweepPanel::showChoices() {
    if (!m_session.facts()) return;
    std::vector<Choice> choices = axisChoices(m_session);
    std::vector<std::string> ids{"truncation", "seed"};
    for (int i = 1; i <= m_session.facts()->latentSize; ++i)
        ids.push_back(kDimension.latin1() + std::to_string(i));
    for (const std::string& id : ids) choices.push_back({id, toUtf8(titleOf(id))});
    const auto isListed = [&](const std::string& id) {
        return std::ranges::find(choices, id, &Choice::id) != choices.end();
    };
    size_t first = 0;
    for (const Axis& axis : {m_x, m_y}) {
        const QString before = axis.what->currentId();
        axis.what->setChoices(choices);
        const bool isThere = !before.isEmpty() && isListed(toUtf8(before));
        axis.what->setCurrentId(isThere ? before : fromUtf8(choices[std::min(first, choices.size() - 1)].id));
        if (!isThere) standardRange(axis);
        ++first;
    }
    if (isVisible()) sweep();
}

void SweepPanel::standardRange(const Axis& axis) {
    const std::string id = toUtf8(axis.what->currentId());
    const bool isSeed = id == "seed", isTruncation = id == "truncation";
    ParamSpec spec{.kind = isSeed ? ParamKind::Integer : ParamKind::Real,
                   .standard = isSeed ? ParamValue(int64_t{1}) : ParamValue(0.0),
                   .range = {.low = isSeed || isTruncation ? 0.0 : -10.0,
                             .high = isSeed         ? 4'294'967'295.0
                                     : isTruncation ? 2.0
                                                    : 10.0,
                             .step = isSeed ? 1 : 0.1}};
    for (widgets::NumberField* field : {axis.from, axis.to}) field->setSpec(spec);
    const auto direction = axisOfChoice(m_session, axis.what->currentId());
    const double reach = reachOf(direction.value_or(MapAxis{}));
    axis.from->setValue(isSeed ? 1 : isTruncation ? 0 : -reach);
    axis.to->setValue(isSeed ? axis.count->value() : isTruncation ? 1.5 : reach);
}

SweepAxis SweepPanel::axisOf(const Axis& axis) const {
    const std::string id = toUtf8(axis.what->currentId());
    return {.id = id,
            .from = axis.from->value(),
            .to = axis.to->value(),
            .count = static_cast<int>(axis.count->value()),
            .kind = id == "seed" ? ParamKind::Integer : ParamKind::Real};
}

void SweepPanel::sweep() {
    if (!m_session.isOpen() || !m_session.facts()) return;
    m_sweep = {m_session.place(), axisOf(m_x), axisOf(m_y)};
    if (isOwn(m_sweep.x) || isOwn(m_sweep.y))
        m_sweep.base = withNumbered(std::move(m_sweep.base), m_session.record().ownDirections);
    if (m_sweep.x.id == "seed" || m_sweep.y.id == "seed") m_sweep.base.erase("point");
    const auto shown = [this](const SweepAxis& axis) {
        widgets::SweepAxis labels{titleOf(axis.id), {}};
        for (int i = 0; i < axis.count; ++i) labels.values << fromUtf8(axisText(axis, i));
        return labels;
    };
    m_view->setEmptyText(tr("The pictures of the sweep are being made."));
    m_view->setSheet(nullptr);
    m_view->setAxes(shown(m_sweep.x), shown(m_sweep.y));
    m_cells.clear();
    for (int row = 0; row < m_sweep.y.count; ++row)
        for (int column = 0; column < m_sweep.x.count; ++column)
            m_cells.push_back(cellValues(m_sweep, column, row));
    m_missing = static_cast<size_t>(std::ranges::count_if(
        m_cells, [this](const ParamValues& place) { return m_session.book().find(place) == nullptr; }));
    if (m_missing == 0) return show();
    for (const ParamValues& place : std::vector(m_cells))
        if (!m_session.book().find(place)) m_session.book().want(place);
}

void SweepPanel::settled(const ParamValues& place) {
    if (m_missing == 0 || std::ranges::find(m_cells, place) == m_cells.end()) return;
    if (--m_missing % static_cast<size_t>(m_sweep.x.count) == 0) show();
}

void SweepPanel::show() {
    SampleSheet sheet;
    sheet.columns = m_sweep.x.count;
    for (size_t cell = 0; cell < m_cells.size(); ++cell) {
        const PlaceBook::Entry* entry = m_session.book().find(m_cells[cell]);
        if (entry == nullptr) continue;
        const Image tile = widgets::fromQImage(entry->picture);
        if (sheet.sheet.isEmpty()) {
            sheet.tileWidth = tile.width;
            sheet.tileHeight = tile.height;
            sheet.sheet = Image(m_sweep.x.count * tile.width, m_sweep.y.count * tile.height, tile.channels);
        }
        sheet.count = static_cast<int>(cell) + 1;
        sheet.setTile(static_cast<int>(cell), tile);
    }
    if (sheet.count > 0) m_view->setSheet(std::make_shared<const SampleSheet>(std::move(sheet)));
}

void SweepPanel::save() {
    const QString folder = m_shell.settings.text("project_folder") + QStringLiteral("/outputs");
    const QString path = askSavePath({.title = tr("Save the sweep"),
                                      .file = folder + QStringLiteral("/sweep.png"),
                                      .suffix = QStringLiteral("png")});
    if (path.isEmpty()) return;
    const QJsonObject base = valuesJson(joined(m_session.model().values, m_sweep.base));
    Recipe recipe{.kind = "sweep",
                  .values = {{"of", "sample"},
                             {"base", QJsonDocument(base).toJson(QJsonDocument::Compact).toStdString()},
                             {"out", toUtf8(path)},
                             {"overwrite", true}}};  // the dialog has asked
    for (const auto& [name, axis] : {std::pair{std::string("x"), m_sweep.x}, {std::string("y"), m_sweep.y}}) {
        recipe.values[name] = axis.id;
        recipe.values[name + "_title"] = toUtf8(titleOf(axis.id));
        recipe.values[name + "_from"] = axis.from;
        recipe.values[name + "_to"] = axis.to;
        recipe.values[name + "_count"] = int64_t{axis.count};
    }
    const Result<JobId> job = m_shell.bridge.start(recipe);
    if (job)
        Q_EMIT saving(*job);
    else
        m_shell.notices.showError(tr("The sweep cannot be saved"), job.error());
}

/// One beside the other where there is room, else one below the other.
void SweepPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    int wanted = m_save->sizeHint().width() + px(48);
    for (int i = 0; i < m_axes->count(); ++i)
        if (const QLayout* axis = m_axes->itemAt(i)->layout()) wanted += axis->sizeHint().width();
    m_axes->setDirection(wanted <= width() ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void SweepPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    sweep();
}

}  // namespace limner::app
