#include "sweep_axis_row.h"

#include <QHBoxLayout>
#include <algorithm>

#include "core_text.h"
#include "widgets/choice_combo.h"
#include "widgets/label.h"
#include "widgets/number_field.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

constexpr double kSeedSpan = 4;

bool isNumber(const ParamSpec& row) {
    return row.kind == ParamKind::Real || row.kind == ParamKind::Integer;
}

}  // namespace

SweepAxisRow::SweepAxisRow(const QString& name, int count, QWidget* parent) : QWidget(parent) {
    m_what = new widgets::ChoiceCombo;
    m_what->setMinimumWidth(px(110));
    m_from = new widgets::NumberField;
    m_to = new widgets::NumberField;
    m_count = new widgets::NumberField;
    m_count->setSpec(
        {.kind = ParamKind::Integer, .standard = int64_t{count}, .range = {1, 12, Scale::Linear, 1}});
    m_count->setValue(count);
    const std::pair<QWidget*, QString> named[] = {{m_what, tr("%1: what changes").arg(name)},
                                                  {m_from, tr("%1: from").arg(name)},
                                                  {m_to, tr("%1: to").arg(name)},
                                                  {m_count, tr("%1: pictures").arg(name)}};
    for (const auto& [widget, text] : named) {
        widget->setAccessibleName(text);
        widget->setToolTip(text);
    }
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(6));
    auto* called = new Label(name, TextRole::Body, Ink::Text2);
    called->setMinimumWidth(px(52));  // so that two rows stand in columns
    row->addWidget(called);
    row->addWidget(m_what);
    row->addWidget(m_from);
    row->addWidget(new Label(QStringLiteral("…"), TextRole::Body, Ink::Text3));
    row->addWidget(m_to);
    row->addWidget(new Label(QStringLiteral("×"), TextRole::Body, Ink::Text3));
    row->addWidget(m_count);
    connect(m_what, &widgets::ChoiceCombo::chosen, this, [this] {
        showRange();
        Q_EMIT changed();
    });
    for (widgets::NumberField* field : {m_from, m_to, m_count})
        connect(field, &widgets::NumberField::valueChanged, this, [this](double, bool isFinal) {
            if (isFinal) Q_EMIT changed();
        });
}

void SweepAxisRow::setRows(std::vector<ParamSpec> rows, const std::string& first) {
    std::erase_if(rows, [](const ParamSpec& row) { return !isNumber(row); });
    const std::string before = toUtf8(m_what->currentId());
    m_rows = std::move(rows);
    std::vector<Choice> choices;
    for (const ParamSpec& row : m_rows) choices.push_back({row.id, row.label, row.help});
    m_what->setChoices(choices);
    const bool isStillThere = std::ranges::find(m_rows, before, &ParamSpec::id) != m_rows.end();
    m_what->setCurrentId(fromUtf8(isStillThere ? before : first));
    if (!isStillThere) showRange();
}

const ParamSpec* SweepAxisRow::chosen() const {
    const auto found = std::ranges::find(m_rows, toUtf8(m_what->currentId()), &ParamSpec::id);
    return found == m_rows.end() ? nullptr : &*found;
}

/// The whole range where it is a short one, else half to twice the standard; neighbours for a seed.
void SweepAxisRow::showRange() {
    const ParamSpec* row = chosen();
    if (row == nullptr) return;
    for (widgets::NumberField* field : {m_from, m_to}) field->setSpec(*row);
    const auto* whole = std::get_if<int64_t>(&row->standard);
    const double standard = whole ? static_cast<double>(*whole) : std::get<double>(row->standard);
    double from = row->range.low, to = row->range.high;
    if (row->id == "seed")
        from = standard, to = standard + kSeedSpan;
    else if (row->range.scale == Scale::Log || to - from > 16)
        from = std::max(from, standard / 2), to = std::min(to, std::max(standard * 2, standard + 1));
    m_from->setValue(from);
    m_to->setValue(to);
}

SweepAxis SweepAxisRow::axis() const {
    const ParamSpec* row = chosen();
    if (row == nullptr) return {};
    return {.id = row->id,
            .from = m_from->value(),
            .to = m_to->value(),
            .count = count(),
            .kind = row->kind,
            .scale = m_from->value() > 0 ? row->range.scale : Scale::Linear};
}

QString SweepAxisRow::title() const {
    const ParamSpec* row = chosen();
    return row ? coreText(row->label) : QString();
}

int SweepAxisRow::count() const {
    return static_cast<int>(m_count->value());
}

}  // namespace limner::app
