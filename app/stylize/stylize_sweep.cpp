#include "stylize_sweep.h"

#include <QDateTime>
#include <QDir>
#include <QJsonDocument>
#include <QVBoxLayout>

#include "app/core_text.h"
#include "app/notices.h"
#include "app/recipe_text.h"
#include "app/studio_bridge.h"
#include "app/sweep_axis_row.h"
#include "stylize_session.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/sweep_view.h"

namespace limner::app {

using widgets::px;

StylizeSweep::StylizeSweep(const Shell& shell, StylizeSession& session, QWidget* parent)
    : QWidget(parent), m_shell(shell), m_session(session) {
    m_x = new SweepAxisRow(tr("Across"), 4);
    m_x->setObjectName(QStringLiteral("stylize.sweepX"));
    m_y = new SweepAxisRow(tr("Down"), 3);
    m_y->setObjectName(QStringLiteral("stylize.sweepY"));
    m_count = new widgets::Label({}, widgets::TextRole::Label, widgets::Ink::Text3);
    m_start = new widgets::Button(tr("Make the sweep"), QStringLiteral("grid"), QStringLiteral("primary"));
    m_start->setObjectName(QStringLiteral("stylize.sweepStart"));
    m_view = new widgets::SweepView;
    m_view->setObjectName(QStringLiteral("stylize.sweep.view"));
    m_view->setAccessibleName(tr("Sweep"));
    m_view->setEmptyText(tr("Choose two parameters. Each cell is a picture; a click takes its settings."));
    auto* axes = new QVBoxLayout;
    axes->setSpacing(px(6));
    axes->addWidget(m_x, 0, Qt::AlignLeft);
    axes->addWidget(m_y, 0, Qt::AlignLeft);
    auto* begin = new QHBoxLayout;
    begin->setSpacing(px(12));
    begin->addStretch();
    begin->addWidget(m_count);
    begin->addWidget(m_start);
    m_head = new QHBoxLayout;
    m_head->setSpacing(px(12));
    m_head->addLayout(axes);
    m_head->addLayout(begin, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(12));
    column->addLayout(m_head);
    column->addWidget(m_view, 1);
    tie();
}

void StylizeSweep::setCompact(bool isCompact) {
    m_head->setDirection(isCompact ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void StylizeSweep::tie() {
    connect(&m_session, &StylizeSession::valuesChanged, this, &StylizeSweep::showRows);
    for (SweepAxisRow* axis : {m_x, m_y})
        connect(axis, &SweepAxisRow::changed, this, &StylizeSweep::showCount);
    connect(m_start, &QPushButton::clicked, this, &StylizeSweep::start);
    connect(m_view, &widgets::SweepView::cellActivated, this, &StylizeSweep::takeCell);
    connect(&m_shell.bridge, &StudioBridge::snapshotChanged, this, &StylizeSweep::takeSnapshot);
    connect(&m_shell.bridge, &StudioBridge::eventArrived, this, [this](const Event& event) {
        if (event.job != m_job || m_job == JobId::None || event.kind != EventKind::Saved) return;
        m_shell.notices.tell(tr("The sweep is saved as %1").arg(fromUtf8(event.folder)));
    });
}

void StylizeSweep::showRows() {
    std::vector<ParamSpec> rows;
    for (const ParamSpec* row : activeRows(m_session.table(), m_session.values())) {
        rows.push_back(*row);
        rows.back().standard = m_session.value(row->id);
    }
    m_x->setRows(rows, "strength");
    m_y->setRows(rows, "seed");
    showCount();
}

void StylizeSweep::showCount() {
    m_count->setText(tr("%n pictures", nullptr, m_x->count() * m_y->count()));
    m_start->setEnabled(m_session.isOpen());
}

void StylizeSweep::start() {
    const ParamValues base = settingsOf(activeValues(m_session.table(), m_session.values()));
    const QDir folder(QDir(m_session.projectFolder()).filePath(QStringLiteral("outputs")));
    folder.mkpath(QStringLiteral("."));
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    m_sweep = {base, m_x->axis(), m_y->axis()};
    Recipe recipe{
        .kind = "sweep",
        .values = {{"of", "stylize"},
                   {"base", QJsonDocument(valuesJson(base)).toJson(QJsonDocument::Compact).toStdString()},
                   {"out", toUtf8(folder.filePath(QStringLiteral("sweep-%1.png").arg(stamp)))}}};
    for (const auto& [name, row] : {std::pair{std::string("x"), m_x}, {std::string("y"), m_y}}) {
        const SweepAxis axis = row->axis();
        recipe.values[name] = axis.id;
        recipe.values[name + "_title"] = toUtf8(row->title());
        recipe.values[name + "_from"] = axis.from;
        recipe.values[name + "_to"] = axis.to;
        recipe.values[name + "_count"] = int64_t{axis.count};
    }
    const Result<JobId> job = m_shell.bridge.start(recipe);
    if (!job) return m_shell.notices.showError(tr("The sweep cannot be made"), job.error());
    m_job = *job;
    const auto labels = [](const SweepAxisRow& row, const SweepAxis& axis) {
        widgets::SweepAxis shown{row.title(), {}};
        for (int i = 0; i < axis.count; ++i) shown.values << fromUtf8(axisText(axis, i));
        return shown;
    };
    m_view->setSheet(nullptr);
    m_view->setAxes(labels(*m_x, m_sweep.x), labels(*m_y, m_sweep.y));
    m_view->setEmptyText(tr("The first picture is being made."));
}

void StylizeSweep::takeSnapshot(JobId job) {
    if (job != m_job || m_job == JobId::None) return;
    if (const auto snapshot = m_shell.bridge.latest(job); snapshot && snapshot->samples)
        m_view->setSheet(snapshot->samples);
}

void StylizeSweep::takeCell(int column, int row) {
    if (m_job == JobId::None) return;
    m_session.change(cellValues(m_sweep, column, row), tr("Sweep"));
    Q_EMIT cellTaken();
}

}  // namespace limner::app
