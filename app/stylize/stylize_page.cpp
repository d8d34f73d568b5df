#include "stylize_page.h"

#include <QApplication>
#include <QFileInfo>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>
#include <algorithm>

#include "app/core_text.h"
#include "app/networks/network_choices.h"
#include "app/notices.h"
#include "app/recipe_text.h"
#include "app/settings.h"
#include "app/studio_bridge.h"
#include "app/train/parameter_panel.h"
#include "app/train/train_texts.h"
#include "canvas_panel.h"
#include "channel_panel.h"
#include "input_panel.h"
#include "live_preview.h"
#include "result_panel.h"
#include "start_panel.h"
#include "stylize_header.h"
#include "stylize_outputs.h"
#include "stylize_session.h"
#include "stylize_sweep.h"
#include "widgets/compare_view.h"
#include "widgets/empty_state.h"
#include "widgets/mask_canvas.h"
#include "widgets/param_form.h"
#include "widgets/result_strip.h"
#include "zoom_panel.h"

namespace limner::app {

StylizePage::StylizePage(const Shell& shell, QWidget* parent)
    : Page(parent),
      m_shell(shell),
      m_session(new StylizeSession(shell.bridge, shell.undo, shell.settings.text("project_folder"), this)),
      m_outputs(new StylizeOutputs(shell, *m_session, this)),
      m_preview(new LivePreview(shell, *m_session, this)),
      m_offers(new NetworkOffers(shell.bridge, this)) {
    setObjectName(QStringLiteral("stylize"));
    m_header = new StylizeHeader(shell.commands);
    m_inputs = new InputPanel(shell, *m_session);
    m_canvas = new CanvasPanel(shell, *m_session, *m_inputs);
    m_sweep = new StylizeSweep(shell, *m_session);
    m_channels = new ChannelPanel(shell, *m_session);
    m_zoom = new ZoomPanel(shell, *m_session);
    for (QWidget* extra :
         {static_cast<QWidget*>(m_sweep), static_cast<QWidget*>(m_channels), static_cast<QWidget*>(m_zoom)})
        m_canvas->addExtra(extra);
    m_results = new ResultPanel(*m_session);
    auto* middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_canvas, 1);
    middle->addWidget(m_results);
    auto* body = new QHBoxLayout;
    body->setSpacing(0);
    body->addWidget(m_inputs);
    body->addLayout(middle, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(body, 1);
    setupPanel();
    tie();
    showHeader();
}

StylizePage::~StylizePage() = default;

void StylizePage::setupPanel() {
    m_panel = new ParameterPanel;
    m_panel->setObjectName(QStringLiteral("stylize.inspector"));
    m_panel->form()->setObjectName(QStringLiteral("stylize.form"));
    m_panel->setFoot(new StartPanel(m_shell.commands, *m_session));
    auto* form = m_panel->form();
    form->setFoldedGroups(
        m_shell.settings.text("stylize_folded").split(QLatin1Char('\n'), Qt::SkipEmptyParts));
    connect(form, &widgets::ParamForm::foldedGroupsChanged, this, [this](const QStringList& names) {
        m_shell.settings.setText("stylize_folded", names.join(QLatin1Char('\n')));
    });
    connect(form, &widgets::ParamForm::valueChanged, this,
            [this](const QString& id, const ParamValue& value, bool isFinal) {
                if (isFinal) m_session->set(toUtf8(id), value);
                m_preview->show(toUtf8(id), value);
            });
    connect(m_preview, &LivePreview::painted, m_canvas, &CanvasPanel::showPreview);
    connect(m_preview, &LivePreview::ended, m_canvas, &CanvasPanel::showResult);
}

void StylizePage::tie() {
    connect(&m_shell.bridge, &StudioBridge::opened, m_session, &StylizeSession::open);
    connect(m_session, &StylizeSession::valuesChanged, this, &StylizePage::showForm);
    connect(m_offers, &NetworkOffers::changed, this, [this] {
        const ParamSpec* method = findRow(m_session->table(), m_session->values(), "method");
        if (method != nullptr) m_inputs->setMethods(methodsWith(*method, m_offers->offer()));
        m_formKey.clear();
        showForm();
    });
    for (auto changed :
         {&StylizeSession::valuesChanged, &StylizeSession::resultsChanged, &StylizeSession::shownChanged})
        connect(m_session, changed, this, [this] {
            showHeader();
            Q_EMIT stateChanged();
        });
    connect(m_session, &StylizeSession::failed, this,
            [this](const Error& error) { m_shell.notices.showError(tr("That did not work"), error); });
    connect(m_session, &StylizeSession::notSaved, this, [this](const QString& file) {
        m_shell.notices.warn(tr("%1 cannot be written: this history is not kept.").arg(file));
    });
    connect(m_inputs, &InputPanel::learnRequested, this, &StylizePage::learnRequested);
    connect(m_canvas->empty(), &widgets::EmptyState::activated, this, &StylizePage::trySamples);
    connect(m_canvas->compare(), &widgets::PictureCanvas::copyRequested, m_outputs, &StylizeOutputs::copy);
    connect(m_canvas->compare(), &widgets::PictureCanvas::dragRequested, this,
            [this] { m_outputs->dragOut(0, m_canvas->compare()); });
    connect(m_results, &ResultPanel::dragRequested, this,
            [this](qint64 id) { m_outputs->dragOut(id, m_results->strip()); });
    connect(m_results, &ResultPanel::saveRequested, m_outputs, &StylizeOutputs::save);
    connect(m_results, &ResultPanel::folderRequested, m_outputs, &StylizeOutputs::showFolder);
    connect(m_results, &ResultPanel::goOnRequested, this,
            [this](qint64 id) { startOrSay(m_session->goOn(id)); });
    connect(m_sweep, &StylizeSweep::cellTaken, this, [this] { showExtra(nullptr); });
    connect(m_channels, &ChannelPanel::closeRequested, this, [this] { showExtra(nullptr); });
    connect(m_zoom, &ZoomPanel::closeRequested, this, [this] { showExtra(nullptr); });
    m_header->setMenuFiller([this](QMenu& menu) {
        m_inputs->fillContentMenu(menu);
        m_inputs->fillStyleMenu(*menu.addMenu(tr("Add a style")),
                                static_cast<int>(m_session->styles().size()));
    });
}

QWidget* StylizePage::inspector() {
    return m_panel;
}

QList<QWidget*> StylizePage::areas() {
    return {m_header, m_inputs, m_canvas, m_results->strip()};
}

void StylizePage::setCompaction(const Compaction& compaction) {
    m_header->setCompact(compaction.isRailNarrow);
    m_header->setDrawer(compaction.isInspectorDrawer);
    m_inputs->setCompact(compaction.isInspectorNarrow || compaction.isLow);
    m_canvas->setCompact(compaction.isRailNarrow);
    m_results->setLow(compaction.isLow);
    m_panel->setCompact(compaction.isInspectorNarrow);
    m_sweep->setCompact(compaction.isInspectorNarrow);
    m_channels->setCompact(compaction.isInspectorNarrow);
    m_zoom->setCompact(compaction.isRailNarrow);
}

ParamTable StylizePage::tableForForm() const {
    ParamTable rows = formTable(m_session->table(), m_session->values());
    return m_offers->hasRead() ? withNetworks(std::move(rows), m_offers->offer(), m_session->values())
                               : std::move(rows);
}

std::string StylizePage::formKey() const {
    return toUtf8(m_session->method()) + featuresOf() + (m_session->content().isEmpty() ? "" : "+content");
}

/// The rows change with the method, the feature network and whether there is a content, and with a network
/// that they do not offer yet.
bool StylizePage::isFormCurrent() const {
    const ParamTable& rows = m_panel->form()->table();
    if (rows.empty() || m_formKey != formKey()) return false;
    for (const char* id : {"network", "features_file"}) {
        const ParamSpec* row = findRow(rows, m_session->values(), id);
        const std::string value = toUtf8(textOr(m_session->values(), id));
        const bool isOffered = row == nullptr || row->kind != ParamKind::Choice || value.empty() ||
                               std::ranges::find(row->choices, value, &Choice::id) != row->choices.end();
        if (!isOffered) return false;
    }
    return true;
}

std::string StylizePage::featuresOf() const {
    const ParamSpec* row = findRow(m_session->table(), m_session->values(), "features");
    return row == nullptr ? std::string() : std::get<std::string>(m_session->value("features"));
}

/// Otherwise only values do.
void StylizePage::showForm() {
    if (!m_session->isOpen()) return;
    const bool isOfDream = m_canvas->extra() == m_channels || m_canvas->extra() == m_zoom;
    if (isOfDream && !ChannelPanel::canShow(*m_session)) showExtra(nullptr);
    auto* form = m_panel->form();
    if (!isFormCurrent()) {
        const bool hadFocus = form->isAncestorOf(QApplication::focusWidget());
        m_formKey = formKey();
        form->setTable(tableForForm(), m_session->values());
        if (hadFocus) form->showRow(QStringLiteral("features"));
        const ParamSpec* row = findRow(m_session->table(), m_session->values(), "method");
        for (const Choice& choice : row ? row->choices : std::vector<Choice>{})
            if (fromUtf8(choice.id) == m_session->method()) m_panel->setTitle(coreText(choice.label));
        return;
    }
    const ParamValues shown = form->complete();
    for (const ParamSpec* row : activeRows(m_session->table(), m_session->values())) {
        const auto known = shown.find(row->id);  // setting a value touches every row: only where it differs
        const ParamValue value = m_session->value(row->id);
        if (known != shown.end() && known->second != value) form->setValue(fromUtf8(row->id), value);
    }
}

void StylizePage::showHeader() {
    const StylizeResult* shown = m_session->shown();
    const bool isSaved = shown != nullptr && !shown->file.isEmpty();
    const QString detail = isBusy()  ? tr("growing")
                           : isSaved ? tr("kept as %1").arg(QFileInfo(shown->file).fileName())
                                     : QString();
    m_header->setTitle(titleOf(m_session->values()), detail);
    m_header->setSweep(m_canvas->extra() == m_sweep);
    m_header->setDream(ChannelPanel::canShow(*m_session));
    m_header->setChannels(m_canvas->extra() == m_channels);
    m_header->setZoom(m_canvas->extra() == m_zoom);
}

bool StylizePage::hasPicture() const {
    const StylizeResult* shown = m_session->shown();
    return shown != nullptr && !shown->picture.isNull();
}

bool StylizePage::isBusy() const {
    return m_session->isBusy();
}

bool StylizePage::canStart() const {
    return m_session->isOpen();
}

bool StylizePage::canGoOn() const {
    return m_session->isOpen() && !isBusy() && m_session->shown() != nullptr &&
           !m_session->shown()->file.isEmpty();
}

void StylizePage::startOrSay(Result<JobId> job) {
    if (!job) return m_shell.notices.showError(tr("The picture cannot be made"), job.error());
    showExtra(nullptr);
    if (m_canvas->isMasking()) m_canvas->setMasking(false);
}

void StylizePage::start() {
    startOrSay(m_session->start());
}

void StylizePage::keepBest() {
    m_session->keepBest();
}

void StylizePage::goOn() {
    if (canGoOn()) startOrSay(m_session->goOn(m_session->shown()->id));
}

void StylizePage::trySamples() {
    m_inputs->trySamples();
    if (!m_session->content().isEmpty()) start();
}

void StylizePage::bring(const QStringList& files) {
    m_inputs->bring(files);
}

bool StylizePage::made(const Recipe& recipe) {
    return recipe.kind == "stylize" || recipe.kind == "zoom" ||
           (recipe.kind == "sweep" && textOr(recipe.values, "of") == QLatin1String("stylize"));
}

void StylizePage::takeRecipe(const Recipe& recipe) {
    ParamValues values = recipe.values;
    if (recipe.kind == "sweep") {
        const QJsonObject base = QJsonDocument::fromJson(textOr(recipe.values, "base").toUtf8()).object();
        values = valuesOfJson(base, "stylize", m_shell.bridge.catalog());
    }
    if (recipe.kind == "zoom") {
        m_zoom->take(values);
        values["method"] = std::string("dream");
        values = activeValues(m_session->table(), values);
    }
    m_session->takeRecipe(withFoundNetworks(std::move(values), m_offers->offer(), recipe.origin.modelHash));
    const QString content = m_session->content();
    m_shell.notices.tell(
        !content.isEmpty() && !QFileInfo::exists(content)
            ? tr("These are its settings, but %1 is not there any more.").arg(QFileInfo(content).fileName())
            : tr("These are the settings that made the picture."));
}

void StylizePage::findParameter() {
    m_panel->startSearch();
}

void StylizePage::save() {
    m_outputs->save();
}

void StylizePage::copy() {
    m_outputs->copy();
}

void StylizePage::paste() {
    m_inputs->paste();
}

void StylizePage::openContent() {
    m_inputs->openContent();
}

void StylizePage::addStyle() {
    m_inputs->openStyle(std::min(static_cast<int>(m_session->styles().size()), kMostStyles - 1));
}

void StylizePage::toggleMask() {
    m_canvas->setMasking(!m_canvas->isMasking());
    showHeader();
}

void StylizePage::showExtra(QWidget* extra) {
    if (m_canvas->extra() == extra) return;
    m_canvas->showExtra(extra);
    showHeader();
}

void StylizePage::toggleSweep() {
    showExtra(m_canvas->extra() == m_sweep ? nullptr : m_sweep);
}

void StylizePage::toggleOfDream(QWidget* extra) {
    if (!ChannelPanel::canShow(*m_session))
        return m_shell.notices.tell(tr("This belongs to DeepDream: choose that method first."));
    showExtra(m_canvas->extra() == extra ? nullptr : extra);
}

void StylizePage::toggleChannels() {
    toggleOfDream(m_channels);
}

void StylizePage::toggleZoom() {
    toggleOfDream(m_zoom);
}

void StylizePage::nextView() {
    m_canvas->cycleMode();
}

/// O works wherever the keyboard is on the page.
void StylizePage::keyPressEvent(QKeyEvent* event) {
    const bool isHold = event->key() == Qt::Key_O && event->modifiers() == Qt::NoModifier;
    if (!isHold) return Page::keyPressEvent(event);
    m_canvas->compare()->setOriginalShown(true);
}

void StylizePage::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_O || event->isAutoRepeat()) return Page::keyReleaseEvent(event);
    m_canvas->compare()->setOriginalShown(false);
}

}  // namespace limner::app
