// The Train page's form: of a new run, of a run that trains (edits go to the job), of a run that is over
// (locked).
#include <QFileDialog>
#include <algorithm>

#include "app/core_text.h"
#include "app/explore/undo_step.h"
#include "app/networks/network_choices.h"
#include "app/notices.h"
#include "app/settings.h"
#include "app/studio_bridge.h"
#include "app/value_edit.h"
#include "history_strip.h"
#include "new_run_view.h"
#include "parameter_panel.h"
#include "run_session.h"
#include "sample_panel.h"
#include "train_page.h"
#include "train_texts.h"
#include "widgets/loss_plot.h"
#include "widgets/param_form.h"

namespace limner::app {
namespace {

/// Choosing a text chooses a model that learns texts, and the other way: what does not go with the row that
/// was just chosen gives way to the first that does.
ParamValues inOneDomain(const ParamTable& table, const ParamValues& values, const std::string& chosen) {
    const auto domainOfRow = [&](const ParamValues& all, const char* id) {
        const ParamSpec* row = findRow(table, all, id);
        if (row == nullptr) return std::string();
        const std::string option = std::get<std::string>(effectiveValue(table, all, id));
        const auto found = std::ranges::find(row->choices, option, &Choice::id);
        return found == row->choices.end() ? std::string() : found->domain;
    };
    const bool isChoice = chosen == "data" || chosen == "model";
    const std::string domain = isChoice ? domainOfRow(values, chosen.c_str()) : std::string();
    const char* other = chosen == "data" ? "model" : "data";
    if (domain.empty() || domainOfRow(values, other).empty() || domainOfRow(values, other) == domain)
        return values;
    ParamValues fitting = withoutOtherDomains(table, values, chosen);
    if (domainOfRow(fitting, other) == domain) return fitting;
    const auto& choices = choicesOf(table, other);
    const auto first = std::ranges::find_if(choices, [&](const Choice& choice) {
        return choice.domain == domain && choice.unavailable.isEmpty();
    });
    if (first != choices.end()) fitting[other] = first->id;
    return fitting;
}

}  // namespace

void TrainPage::showNewRunOn(const ParamValues& chosen) {
    showNewRun(inOneDomain(m_shell.bridge.trainTable(), chosen, "data"));
}

TrainPage::FormMode TrainPage::wantedMode() const {
    if (showsNewRun()) return FormMode::Draft;
    return m_session->isTraining() ? FormMode::Running : FormMode::Over;
}

ParamTable TrainPage::formTable(const ParamValues& values) const {
    const ParamTable& table = m_shell.bridge.trainTable();
    return m_offers->hasRead() ? withNetworks(table, m_offers->offer(), values) : table;
}

void TrainPage::showForm() {
    if (!m_shell.bridge.isOpen()) return;
    const FormMode mode = wantedMode();
    const bool isSame =
        mode == m_formMode && m_session->job() == m_formJob && m_session->folder() == m_formFolder;
    if (isSame) return;
    m_formMode = mode;
    m_formJob = m_session->job();
    m_formFolder = m_session->folder();
    auto* form = m_panel->form();
    const bool isDraft = mode == FormMode::Draft;
    const ParamValues& values = isDraft ? m_draft : m_session->values();
    ParamTable table = formTable(values);
    form->setTable(mode == FormMode::Over ? lockedTable(std::move(table)) : std::move(table), values);
    form->setRunning(!isDraft);
    form->setRunsFolder(m_shell.settings.text("project_folder") + QStringLiteral("/runs"));
    m_formKnown = form->complete();
    m_panel->setTitle(isDraft ? tr("New run") : tr("Parameters"));
    m_panel->setFoot(isDraft ? m_startFoot : nullptr);
    if (isDraft) m_newRun->setValues(form->complete());
}

void TrainPage::showRunValues() {
    if (m_formMode != FormMode::Running && m_formMode != FormMode::Over) return;
    if (showsNewRun()) return;
    auto* form = m_panel->form();
    const ParamValues shown = form->complete();
    for (const auto& [id, value] : m_session->values()) {
        const auto known = shown.find(id);  // setting a value touches every row: only where it differs
        if (known == shown.end() || known->second != value) form->setValue(fromUtf8(id), value);
    }
    m_formKnown = m_panel->form()->complete();
    showHeader();
}

QString TrainPage::labelOf(const QString& id) const {
    const ParamSpec* row = findRow(m_shell.bridge.trainTable(), m_panel->form()->complete(), toUtf8(id));
    return row ? coreText(row->label) : id;
}

void TrainPage::formEdited(const QString& id, const ParamValue& value, bool final) {
    if (!final) return;  // a drag is one edit, when the hand lets go
    if (m_formMode == FormMode::Draft)
        editDraft(id, value);
    else if (m_formMode == FormMode::Running)
        editRunning(id, value);
}

void TrainPage::editDraft(const QString& id, const ParamValue& value) {
    const auto known = m_formKnown.find(toUtf8(id));
    const ParamValue before = known == m_formKnown.end() ? value : known->second;
    if (before == value) {
        draftChanged();
        return;
    }
    ParamValues next = m_draft;
    next[toUtf8(id)] = value;
    if (const ParamValues fitting = inOneDomain(m_shell.bridge.trainTable(), next, toUtf8(id));
        fitting != next) {
        m_shell.undo.push(new UndoStep(
            labelOf(id), this, [this, old = m_draft] { putDraft(old); },
            [this, fitting] { putDraft(fitting); }));
        return;
    }
    pushValueEdit(m_shell.undo, {id, labelOf(id), before, value},
                  [this, id](const ParamValue& v) { setDraftValue(id, v); });
}

void TrainPage::putDraft(const ParamValues& values) {
    m_draft = values;
    if (m_formMode != FormMode::Draft) return;
    m_panel->form()->setTable(formTable(values), values);
    draftChanged();
}

void TrainPage::setDraftValue(const QString& id, const ParamValue& value) {
    if (m_formMode != FormMode::Draft) {
        m_draft[toUtf8(id)] = value;
        return;
    }
    m_panel->form()->setValue(id, value);
    draftChanged();
    if (id == QLatin1String("features")) putDraft(m_draft);  // which has weights of its own to offer
}

void TrainPage::draftChanged() {
    m_formKnown = m_panel->form()->complete();
    m_draft = m_panel->form()->given();
    m_newRun->setValues(m_formKnown);
}

void TrainPage::editRunning(const QString& id, const ParamValue& value) {
    const auto known = m_formKnown.find(toUtf8(id));
    const ParamValue before = known == m_formKnown.end() ? value : known->second;
    const JobId job = m_session->job();
    const auto apply = [this, job, id](const ParamValue& v) {
        const auto info = m_shell.bridge.job(job);
        if (!info || isOver(info->state)) return;  // a run that is over keeps its history
        const Result<void> done = m_shell.bridge.studio()->edit(job, {toUtf8(id), v});
        if (job != m_session->job()) return;
        m_panel->form()->setRowError(id, done ? QString() : coreText(done.error().message));
        if (!done) return;
        m_panel->form()->setValue(id, v);
        m_formKnown = m_panel->form()->complete();
    };
    pushValueEdit(m_shell.undo, {id, labelOf(id), before, value}, apply);
}

void TrainPage::choosePath(const QString& id) {
    const ParamSpec* row = findRow(m_shell.bridge.trainTable(), m_panel->form()->complete(), toUtf8(id));
    const bool isFile = row != nullptr && row->kind == ParamKind::File;
    auto* dialog = new QFileDialog(this, isFile ? tr("Text to learn from") : tr("Folder to learn from"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(isFile ? QFileDialog::ExistingFile : QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly, !isFile);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, id](const QString& path) { editDraft(id, toUtf8(path)); });
    dialog->open();
}

void TrainPage::exportPlot(const QString& suffix) {
    const bool isPdf = suffix == QLatin1String("pdf"), isCsv = suffix == QLatin1String("csv");
    m_history->exportPlot(isCsv   ? widgets::PlotFormat::Csv
                          : isPdf ? widgets::PlotFormat::Pdf
                                  : widgets::PlotFormat::Png);
}

void TrainPage::toggleLog() {
    m_history->plot()->setLogarithmic(!m_history->plot()->isLogarithmic());
}
void TrainPage::fitPlot() {
    m_history->plot()->fit();
}
void TrainPage::toggleAverage() {
    m_samples->toggleAverage();
}
void TrainPage::findParameter() {
    m_panel->startSearch();
}

}  // namespace limner::app
