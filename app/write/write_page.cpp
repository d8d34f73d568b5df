#include "write_page.h"

#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QMenu>
#include <QStackedWidget>
#include <QUndoStack>
#include <QVBoxLayout>
#include <algorithm>
#include <iterator>

#include "app/commands.h"
#include "app/core_text.h"
#include "app/notices.h"
#include "app/settings.h"
#include "app/studio_bridge.h"
#include "app/stylize/stylize_values.h"
#include "branch_panel.h"
#include "chat_panel.h"
#include "compare_panel.h"
#include "documents.h"
#include "editor_panel.h"
#include "measure_bar.h"
#include "widgets/branch_tree.h"
#include "widgets/empty_state.h"
#include "widgets/param_form.h"
#include "widgets/text_editor.h"
#include "write_header.h"
#include "write_inspector.h"
#include "write_models.h"
#include "write_session.h"

namespace limner::app {

using widgets::px;

namespace {

constexpr const char* kViews[] = {"editor", "compare", "chat"};

widgets::TextEditor* makeEditor() {
    auto* editor = new widgets::TextEditor;
    editor->setObjectName(QStringLiteral("write.editor"));
    return editor;
}

}  // namespace

WritePage::WritePage(const Shell& shell, QWidget* parent) : Page(parent), m_shell(shell) {
    setObjectName(QStringLiteral("write"));
    auto* editor = makeEditor();
    editor->setPlaceholderText(tr("Begin a sentence, then let the model go on."));
    // The session goes before the editor does: it saves what stands there.
    m_session =
        new WriteSession(shell.bridge, shell.undo, shell.settings.text("project_folder"), *editor, this);
    m_models = new WriteModels(shell, this);
    m_documents = new Documents(shell, *m_session, this);
    setupHeader();
    m_compare = new ComparePanel(shell, *m_session, *m_models);
    m_chat = new ChatPanel(shell, *m_session);
    m_views = new QStackedWidget;
    m_views->addWidget(makeEditorView());
    m_views->addWidget(m_compare);
    m_views->addWidget(m_chat);
    m_empty = new widgets::EmptyState;
    m_empty->setObjectName(QStringLiteral("write.empty"));
    m_empty->setContent(
        tr("Write with a model"),
        tr("There is no model that writes yet. Train a small one on a text of yours: ten minutes "
           "are enough to begin with."),
        tr("Train on a text"), QStringLiteral("train"));
    m_middle = new QStackedWidget;
    m_middle->addWidget(m_views);
    m_middle->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_middle, 1);
    setupInspector();
    tie();
    tieSession();
    showHeader();
}

WritePage::~WritePage() = default;

QWidget* WritePage::makeEditorView() {
    m_body = new QWidget;
    m_branches = new BranchPanel(m_shell.commands, m_shell.notices, *m_session);
    m_branches->setFixedWidth(px(232));
    m_editorPanel = new EditorPanel(m_shell.bridge, *m_session);
    m_measures = new MeasureBar(m_shell.bridge, m_shell.notices, *m_session);
    auto* upper = new QHBoxLayout;
    upper->setSpacing(0);
    upper->addWidget(m_branches);
    upper->addWidget(m_editorPanel, 1);
    auto* column = new QVBoxLayout(m_body);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(upper, 1);
    column->addWidget(m_measures);
    return m_body;
}

void WritePage::setupHeader() {
    m_header = new WriteHeader(m_shell.commands);
    m_header->setMenuFillers([this](QMenu& menu) { m_documents->fill(menu); },
                             [this](QMenu& menu) {
                                 m_models->fill(
                                     menu, m_session->model().key,
                                     [this](const WriteModel& model) { m_session->setModel(model); });
                             });
    connect(m_header, &WriteHeader::viewChosen, this, &WritePage::showView);
}

void WritePage::setupInspector() {
    m_panel = new WriteInspector(m_shell.commands, *m_session);
    auto* form = m_panel->form();
    form->setFoldedGroups(m_shell.settings.text("write_folded").split(QLatin1Char('\n'), Qt::SkipEmptyParts));
    connect(form, &widgets::ParamForm::foldedGroupsChanged, this, [this](const QStringList& names) {
        m_shell.settings.setText("write_folded", names.join(QLatin1Char('\n')));
    });
    connect(form, &widgets::ParamForm::valueChanged, this,
            [this](const QString& id, const ParamValue& value, bool isFinal) {
                const bool isOther = m_views->currentWidget() == m_compare && m_compare->isOtherChosen();
                if (!isFinal) return isOther ? void() : m_session->preview(toUtf8(id), value);
                isOther ? m_compare->setOther(toUtf8(id), value) : m_session->set(toUtf8(id), value);
            });
}

void WritePage::tie() {
    connect(&m_shell.bridge, &StudioBridge::opened, this, [this] {
        m_session->open();
        m_models->refresh();
    });
    connect(m_models, &WriteModels::changed, this, &WritePage::chooseFirstModel);
    connect(m_empty, &widgets::EmptyState::activated, this, &WritePage::trainRequested);
    connect(m_editorPanel, &EditorPanel::readingChanged, this, [this] {
        m_panel->setReading(m_editorPanel->reading());
        m_measures->setReading(m_editorPanel->reading());
    });
    const auto fail = [this](const Error& error) {
        m_shell.notices.showError(tr("The model cannot write"), error);
    };
    connect(m_session, &WriteSession::failed, this, fail);
    connect(m_compare, &ComparePanel::failed, this, fail);
    connect(m_chat, &ChatPanel::failed, this, fail);
    connect(m_editorPanel, &EditorPanel::failed, this,
            [this](const Error& error) { m_shell.notices.warn(coreText(error.message)); });
    connect(m_compare, &ComparePanel::chosenChanged, this, &WritePage::showForm);
    connect(m_compare, &ComparePanel::writingChanged, this, &WritePage::stateChanged);
    connect(m_chat, &ChatPanel::writingChanged, this, &WritePage::stateChanged);
    auto& editor = m_session->editor();
    connect(&editor, &widgets::TextEditor::undoRequested, &m_shell.undo, &QUndoStack::undo);
    connect(&editor, &widgets::TextEditor::redoRequested, &m_shell.undo, &QUndoStack::redo);
    connect(&editor, &widgets::TextEditor::saveRequested, m_documents, &Documents::save);
    connect(&editor, &widgets::TextEditor::stopRequested, this, &WritePage::stop);
}

void WritePage::tieSession() {
    connect(m_session, &WriteSession::opened, this, [this] {
        m_editorPanel->setSurpriseShown(m_session->record().showsSurprise);
        showView(m_session->record().view);
    });
    connect(m_session, &WriteSession::valuesChanged, this, &WritePage::showForm);
    for (auto changed : {&WriteSession::modelChanged, &WriteSession::documentChanged,
                         &WriteSession::writingChanged, &WriteSession::factsChanged})
        connect(m_session, changed, this, [this] {
            showHeader();
            showEmptiness();
            Q_EMIT stateChanged();
        });
    connect(m_session, &WriteSession::branchesChanged, this, &WritePage::stateChanged);
    connect(m_session, &WriteSession::notSaved, this, [this](const QString& file) {
        m_shell.notices.warn(tr("%1 cannot be written: this text is not kept.").arg(file));
    });
}

QWidget* WritePage::inspector() {
    return m_panel;
}

QList<QWidget*> WritePage::areas() {
    if (m_middle->currentWidget() == m_empty) return {m_header, m_empty};
    if (m_views->currentWidget() == m_compare) return {m_header, m_compare};
    if (m_views->currentWidget() == m_chat) return {m_header, m_chat->line()};
    QList<QWidget*> all{m_header};
    if (!m_branches->isHidden() && !m_branches->tree()->isHidden()) all << m_branches->tree();
    return all << &m_session->editor() << m_measures;
}

void WritePage::entered() {
    m_wasEntered = true;
    m_models->refresh();
    if (m_views->currentWidget() == m_body) m_session->editor().setFocus(Qt::OtherFocusReason);
}

void WritePage::setCompaction(const Compaction& compaction) {
    m_header->setCompact(compaction.isRailNarrow);
    m_header->setNarrow(compaction.isInspectorNarrow);
    m_header->setDrawer(compaction.isInspectorDrawer);
    m_measures->setCompact(compaction.isRailNarrow || compaction.isLow);
    m_panel->setCompact(compaction.isInspectorNarrow);
    if (compaction.isInspectorNarrow == m_isBranchesDrawer) return;
    m_isBranchesDrawer = compaction.isInspectorNarrow;
    auto* row = static_cast<QHBoxLayout*>(m_body->layout()->itemAt(0)->layout());
    if (m_isBranchesDrawer)
        row->removeWidget(m_branches);
    else
        row->insertWidget(0, m_branches);
    m_branches->setVisible(!m_isBranchesDrawer);
    placeDrawer();
}

/// Where there is no room beside the text, the branches lie over it.
void WritePage::placeDrawer() {
    if (!m_isBranchesDrawer) return;
    m_branches->setFixedWidth(px(232));
    m_branches->setGeometry(0, 0, px(232), m_body->height() - m_measures->height());
    m_branches->raise();
}

void WritePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    QMetaObject::invokeMethod(this, &WritePage::placeDrawer, Qt::QueuedConnection);
}

/// The form shows what the chosen column of side by side writes with, else what the editor does.
void WritePage::showForm() {
    if (!m_session->isOpen()) return;
    auto* form = m_panel->form();
    const bool isOther = m_views->currentWidget() == m_compare && m_compare->isOtherChosen();
    const ParamValues& values = isOther ? m_compare->otherValues() : m_session->values();
    const ParamTable table = writeFormTable(m_session->table(), values);
    m_panel->setTitle(isOther ? tr("Right column") : tr("Generate"));
    if (form->table().empty()) return form->setTable(table, writingSettings(values));
    const ParamValues shown = form->complete();
    for (const ParamSpec* row : activeRows(table, values)) {
        const ParamValue value = effectiveValue(table, values, row->id);
        const auto known = shown.find(row->id);
        if (known == shown.end() || known->second != value) form->setValue(fromUtf8(row->id), value);
    }
}

void WritePage::showHeader() {
    const DocumentFile& file = m_session->file();
    const QString name = file.path.isEmpty() ? QString() : QFileInfo(file.path).fileName();
    const QString state = file.path.isEmpty() ? m_session->isEmpty() ? QString() : tr("kept in the project")
                          : m_session->isSaved() ? tr("saved")
                                                 : tr("not saved");
    m_header->setDocument(name, state);
    m_header->setModel(m_session->model().title, m_session->model().summary);
    m_header->setSurprise(m_session->record().showsSurprise);
    m_header->setWriting(m_session->isWriting());
}

void WritePage::showEmptiness() {
    const bool isEmpty = m_models->isEmpty() && !m_session->hasModel() && m_session->isEmpty();
    m_middle->setCurrentWidget(isEmpty ? static_cast<QWidget*>(m_empty) : m_views);
}

/// The one of last time, as long as it is there, wherever that is today; else the first. Before the page is
/// looked at no model is read.
void WritePage::chooseFirstModel() {
    if (!m_wasEntered || !m_session->isOpen() || !m_models->isKnown()) return;
    const auto all = m_models->all();
    const WriteModel& last = m_session->model();
    if (const auto known = m_models->find(last.key))
        m_session->settleModel(*known);
    else if (m_session->hasModel() && QFileInfo::exists(fromUtf8(textOf(last.values, "run"))))
        m_session->settleModel(last);
    else if (!all.empty())
        m_session->setModel(all.front());
    showEmptiness();
    Q_EMIT stateChanged();
}

bool WritePage::canWrite() const {
    return m_session->isOpen() && m_session->hasModel();
}

bool WritePage::isWriting() const {
    return m_session->isWriting() || m_compare->isWriting() || m_chat->isWriting();
}

bool WritePage::canRegenerate() const {
    if (!canWrite()) return false;
    return m_views->currentWidget() == m_chat ? m_chat->canRegenerate() : m_session->canRegenerate();
}

bool WritePage::showsWords() const {
    return m_views->currentWidget() != m_chat;
}

bool WritePage::hasBranches() const {
    return !m_session->record().branches.isEmpty();
}

void WritePage::say(Result<void> done) {
    if (!done) m_shell.notices.showError(tr("The model cannot write"), done.error());
    Q_EMIT stateChanged();
}

void WritePage::writeOn() {
    if (!canWrite()) return;
    if (m_views->currentWidget() == m_compare) return m_compare->writeBoth();
    if (m_views->currentWidget() == m_chat) return m_chat->send();
    m_session->editor().setFocus(Qt::OtherFocusReason);  // whoever writes may type on
    say(m_session->writeOn());
}

void WritePage::regenerate() {
    if (!canRegenerate()) return;
    if (m_views->currentWidget() == m_chat) return m_chat->regenerate();
    say(m_session->regenerate());
}

void WritePage::stop() {
    m_session->stop();
    m_compare->stop();
    m_chat->stop();
}

void WritePage::showAlternatives() {
    showView(QStringLiteral("editor"));
    m_editorPanel->showAlternatives();
}

void WritePage::keepBranch() {
    if (hasBranches()) m_session->toggleKept(m_session->branches().current());
}

void WritePage::toggleSurprise() {
    m_session->change([](WriteRecord& record) { record.showsSurprise = !record.showsSurprise; });
    m_editorPanel->setSurpriseShown(m_session->record().showsSurprise);
    m_compare->choose(m_compare->isOtherChosen());
    showHeader();
}

void WritePage::toggleBranches() {
    m_branches->setVisible(m_branches->isHidden());
    placeDrawer();
    if (!m_branches->isHidden()) m_branches->tree()->setFocus(Qt::ShortcutFocusReason);
}

void WritePage::showView(const QString& id) {
    const auto found =
        std::ranges::find_if(kViews, [&](const char* each) { return id == QLatin1String(each); });
    if (found == std::end(kViews)) return;
    m_views->setCurrentIndex(static_cast<int>(found - std::begin(kViews)));
    m_header->setView(id);
    m_panel->setEditorShown(m_views->currentWidget() == m_body);
    if (m_session->isOpen()) m_session->change([&](WriteRecord& record) { record.view = id; });
    m_compare->choose(m_compare->isOtherChosen());
    showForm();
    Q_EMIT stateChanged();
}

void WritePage::nextView() {
    const int next = (m_views->currentIndex() + 1) % m_views->count();
    showView(QLatin1String(kViews[next]));
}

void WritePage::find() {
    showView(QStringLiteral("editor"));
    m_editorPanel->find(false);
}

void WritePage::copyAll() {
    QApplication::clipboard()->setText(m_session->text());
    m_shell.notices.tell(tr("The text is on the clipboard."));
}

void WritePage::findParameter() {
    m_panel->startSearch();
}

void WritePage::takeRecipe(const Recipe& recipe) {
    showView(QStringLiteral("editor"));
    const QString run = textOr(recipe.values, "run");
    m_session->takeRecipe(recipe.values, run.isEmpty() ? m_session->model() : m_models->ofRun(run));
    m_shell.notices.tell(
        run.isEmpty() || QFileInfo::exists(run)
            ? tr("These are the prompt and the settings of the text.")
            : tr("These are the prompt and the settings, but the model is not there any more."));
}

void WritePage::bring(const QString& file) {
    showView(QStringLiteral("editor"));
    m_documents->open(file);
}

void WritePage::openModel(const QString& run) {
    m_session->setModel(m_models->ofRun(run));
}

}  // namespace limner::app
