#include "sweep_panel.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QJsonDocument>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "app/core_text.h"
#include "app/notices.h"
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

constexpr const char* kDirection = "directions.";
constexpr int kMostDirections = 10;

std::optional<int> directionOf(const std::string& id) {
    if (!id.starts_with(kDirection)) return std::nullopt;
    return QString::fromStdString(id.substr(std::string_view(kDirection).size())).toInt();
}

ParamValues withValue(const ParamValues& place, const std::string& id, double value) {
    if (const auto direction = directionOf(id)) return withOffset(place, "directions", *direction, value);
    ParamValues changed = place;
    if (id == "seed") {
        changed[id] = static_cast<int64_t>(std::llround(value));
        changed.erase("point");
    } else {
        changed[id] = value;
    }
    return changed;
}

}  // namespace

SweepPanel::SweepPanel(const Shell& shell, ExploreSession& session, QWidget* parent)
    : QWidget(parent), m_shell(shell), m_session(session) {
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    m_x = makeAxis(QStringLiteral("x"), tr("Across"), head);
    head->addSpacing(px(16));
    m_y = makeAxis(QStringLiteral("y"), tr("Down"), head);
    head->addStretch();
    auto* save = new widgets::Button(tr("Save with axes"), QStringLiteral("save"), {});
    save->setObjectName(QStringLiteral("explore.saveSweep"));
    head->addWidget(save);
    m_view = new widgets::SweepView;
    m_view->setObjectName(QStringLiteral("explore.sweep"));
    m_view->setAccessibleName(tr("Sweep"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addLayout(head);
    column->addWidget(m_view, 1);
    connect(save, &QPushButton::clicked, this, &SweepPanel::save);
    connect(m_view, &widgets::SweepView::cellActivated, this, [this](int x, int y) {
        Q_EMIT placeChosen(cell(static_cast<size_t>(x), static_cast<size_t>(y)));
    });
    connect(&session, &ExploreSession::factsChanged, this, &SweepPanel::showChoices);
    connect(&session, &ExploreSession::directionsChanged, this, &SweepPanel::showChoices);
    connect(&session.book(), &PlaceBook::learned, this, &SweepPanel::learned);
}

SweepPanel::Axis SweepPanel::makeAxis(const QString& name, const QString& letter, QHBoxLayout* row) {
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
    if (const auto direction = directionOf(id)) return directionName(m_session, *direction);
    return id == "seed" ? tr("Seed") : tr("Truncation");
}

void SweepPanel::showChoices() {
    if (!m_session.facts()) return;
    std::vector<std::string> ids;
    const int directions = std::min(kMostDirections, static_cast<int>(m_session.facts()->directions.size()));
    for (int i = 1; i <= directions; ++i) ids.push_back(kDirection + std::to_string(i));
    ids.insert(ids.end(), {"truncation", "seed"});
    std::vector<Choice> choices;
    for (const std::string& id : ids) choices.push_back({id, toUtf8(titleOf(id))});
    size_t first = 0;
    for (const Axis& axis : {m_x, m_y}) {
        const QString before = axis.what->currentId();
        axis.what->setChoices(choices);
        const bool isThere = std::ranges::find(ids, toUtf8(before)) != ids.end() && !before.isEmpty();
        axis.what->setCurrentId(isThere ? before : fromUtf8(ids[std::min(first, ids.size() - 1)]));
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
    axis.from->setValue(isSeed ? 1 : isTruncation ? 0 : -3);
    axis.to->setValue(isSeed ? axis.count->value() : isTruncation ? 1.5 : 3);
}

std::vector<double> SweepPanel::valuesOf(const Axis& axis) const {
    const auto count = static_cast<int>(axis.count->value());
    std::vector<double> values;
    for (int i = 0; i < count; ++i)
        values.push_back(axis.from->value() + (axis.to->value() - axis.from->value()) * i / (count - 1));
    return values;
}

ParamValues SweepPanel::cell(size_t column, size_t row) const {
    const ParamValues across = withValue(m_base, toUtf8(m_x.what->currentId()), m_columns[column]);
    return withValue(across, toUtf8(m_y.what->currentId()), m_rows[row]);
}

void SweepPanel::sweep() {
    if (!m_session.isOpen() || !m_session.facts()) return;
    m_base = m_session.place();
    m_columns = valuesOf(m_x);
    m_rows = valuesOf(m_y);
    const auto texts = [](const std::vector<double>& values) {
        QStringList list;
        for (const double value : values) list << QLocale().toString(value, 'g', 4);
        return list;
    };
    m_view->setSheet(nullptr);
    m_view->setAxes({titleOf(toUtf8(m_x.what->currentId())), texts(m_columns)},
                    {titleOf(toUtf8(m_y.what->currentId())), texts(m_rows)});
    m_cells.clear();
    for (size_t row = 0; row < m_rows.size(); ++row)
        for (size_t column = 0; column < m_columns.size(); ++column) m_cells.push_back(cell(column, row));
    m_missing = static_cast<size_t>(std::ranges::count_if(
        m_cells, [this](const ParamValues& place) { return m_session.book().find(place) == nullptr; }));
    if (m_missing == 0) return show();
    for (const ParamValues& place : std::vector(m_cells))
        if (!m_session.book().find(place)) m_session.book().want(place);
}

void SweepPanel::learned(const ParamValues& place) {
    if (m_missing == 0 || std::ranges::find(m_cells, place) == m_cells.end()) return;
    if (--m_missing % m_columns.size() == 0) show();
}

void SweepPanel::show() {
    const auto columns = static_cast<int>(m_columns.size());
    SampleSheet sheet;
    sheet.columns = columns;
    for (const ParamValues& place : m_cells) {
        const PlaceBook::Entry* entry = m_session.book().find(place);
        if (entry == nullptr) break;  // they come in order
        const Image tile = widgets::fromQImage(entry->picture);
        if (sheet.sheet.isEmpty()) {
            sheet.tileWidth = tile.width;
            sheet.tileHeight = tile.height;
            sheet.sheet =
                Image(columns * tile.width, static_cast<int>(m_rows.size()) * tile.height, tile.channels);
        }
        const int x = sheet.count % columns * tile.width, y = sheet.count / columns * tile.height;
        const auto bytes = static_cast<size_t>(tile.width) * static_cast<size_t>(tile.channels);
        for (int line = 0; line < tile.height; ++line)
            std::copy_n(tile.at(0, line), bytes, sheet.sheet.at(x, y + line));
        ++sheet.count;
    }
    if (sheet.count > 0) m_view->setSheet(std::make_shared<const SampleSheet>(std::move(sheet)));
}

void SweepPanel::save() {
    const QString folder = m_shell.settings.text("project_folder") + QStringLiteral("/outputs");
    const QString path = QFileDialog::getSaveFileName(
        this, tr("Save the sweep"), folder + QStringLiteral("/sweep.png"), QStringLiteral("PNG (*.png)"));
    if (path.isEmpty()) return;
    const QJsonObject base = toJson(joined(m_session.model().values, m_base));
    const Recipe recipe{.kind = "sweep",
                        .values = {{"of", "sample"},
                                   {"base", QJsonDocument(base).toJson(QJsonDocument::Compact).toStdString()},
                                   {"x", toUtf8(m_x.what->currentId())},
                                   {"x_from", m_x.from->value()},
                                   {"x_to", m_x.to->value()},
                                   {"x_count", static_cast<int64_t>(m_x.count->value())},
                                   {"y", toUtf8(m_y.what->currentId())},
                                   {"y_from", m_y.from->value()},
                                   {"y_to", m_y.to->value()},
                                   {"y_count", static_cast<int64_t>(m_y.count->value())},
                                   {"out", toUtf8(path)}}};
    const Result<JobId> job = m_shell.bridge.start(recipe);
    if (!job) m_shell.notices.showError(tr("The sweep cannot be saved"), job.error());
}

void SweepPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    sweep();
}

}  // namespace limner::app
