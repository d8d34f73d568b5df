#include "run_header.h"

#include <QHBoxLayout>
#include <QMenu>

#include "app/commands.h"
#include "widgets/button.h"
#include "widgets/chip.h"
#include "widgets/label.h"
#include "widgets/pipeline_bar.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::StageState;
using widgets::TextRole;

RunHeader::RunHeader(Commands& commands, QWidget* parent)
    : Surface(&widgets::Tokens::base, Qt::BottomEdge, parent), m_commands(commands) {
    setObjectName(QStringLiteral("train.header"));
    setFixedHeight(px(48));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(8), 0, px(16), 0);
    row->setSpacing(px(8));
    setupTitle(row);
    row->addStretch();
    m_pipeline = new widgets::PipelineBar;
    m_pipeline->setObjectName(QStringLiteral("train.pipeline"));
    row->addWidget(m_pipeline);
    row->addStretch();
    setupActions(row);
}

void RunHeader::setupTitle(QHBoxLayout* row) {
    m_title = new Button({}, {}, QStringLiteral("quiet title"));
    m_title->setObjectName(QStringLiteral("train.title"));
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_menu = new QMenu(this);
    for (const char* id : {"run.write", "run.rename", "run.reveal", "run.branch", "run.delete"})
        m_menu->addAction(m_commands.action(QString::fromLatin1(id)));
    m_menu->insertSeparator(m_menu->actions().last());
    m_detail = new Label({}, TextRole::Label, Ink::Text3);
    m_state = new widgets::Chip;
    m_state->hide();
    row->addWidget(m_title);
    row->addWidget(m_detail);
    row->addWidget(m_state);
}

void RunHeader::setupActions(QHBoxLayout* row) {
    m_undo = widgets::makeIconButton(QStringLiteral("undo"), tr("Undo"));
    m_resume = new Button(tr("Resume"), QStringLiteral("play"), QStringLiteral("primary"));
    m_branch = new Button(tr("Branch"), QStringLiteral("branch"), {});
    m_branch->setToolTip(tr("A new run that starts from these weights"));
    m_write = new Button(tr("Write with it"), QStringLiteral("write"), {});
    m_write->setToolTip(tr("Opens the newest weights of this run in Write"));
    m_new = new Button(tr("New run"), QStringLiteral("plus"), {});
    bindButton(m_undo, QStringLiteral("edit.undo"));
    bindButton(m_resume, QStringLiteral("run.resume"));
    bindButton(m_write, QStringLiteral("run.write"));
    bindButton(m_branch, QStringLiteral("run.branch"));
    bindButton(m_new, QStringLiteral("run.new"));
    m_start = new Button(tr("Start training"), QStringLiteral("play"), QStringLiteral("primary"));
    m_inspector = widgets::makeIconButton(QStringLiteral("settings"), tr("Parameters"));
    bindButton(m_start, QStringLiteral("run.start"));
    bindButton(m_inspector, QStringLiteral("view.inspector"));
    for (Button* button : {m_undo, m_resume, m_write, m_branch, m_new, m_start, m_inspector})
        row->addWidget(button);
    m_start->hide();
    m_inspector->hide();
    m_resume->hide();
    m_write->hide();
    const QAction* undo = m_commands.action(QStringLiteral("edit.undo"));
    connect(undo, &QAction::changed, m_undo, [this, undo] {
        m_undo->setEnabled(undo->isEnabled());
        m_undo->setToolTip(undo->text());
    });
}

void RunHeader::bindButton(Button* button, const QString& commandId) {
    button->setObjectName(QStringLiteral("train.") + commandId);
    connect(button, &QPushButton::clicked, m_commands.action(commandId), &QAction::trigger);
}

void RunHeader::setRun(const QString& name, const QString& detail) {
    m_title->setText(name);
    m_title->setAccessibleName(tr("Run: %1").arg(name));
    m_detail->setText(detail);
    fit();
}

void RunHeader::setStage(Stage stage) {
    const auto at = [stage](Stage of) {
        return stage == of ? StageState::Now : stage > of ? StageState::Done : StageState::ToDo;
    };
    m_pipeline->setStages({{QStringLiteral("data"), tr("Data"), at(Stage::Data)},
                           {QStringLiteral("prepare"), tr("Prepare"), at(Stage::Prepare)},
                           {QStringLiteral("train"), tr("Train"), at(Stage::Train)},
                           {QStringLiteral("evaluate"), tr("Evaluate"), StageState::ToDo, false},
                           {QStringLiteral("publish"), tr("Publish"), StageState::ToDo, false}});
}

void RunHeader::setState(const QString& text, bool isError) {
    m_state->setText(text);
    m_state->setLook(isError ? widgets::Chip::Look::Error : widgets::Chip::Look::Plain);
    m_state->setVisible(!text.isEmpty());
    fit();
}

void RunHeader::setActions(bool canResume, bool canBranch, bool hasMenu) {
    m_resume->setVisible(canResume);
    m_branch->setVisible(canBranch);
    m_title->setMenu(hasMenu ? m_menu : nullptr);
    m_new->setVisible(hasMenu);
    m_isNewRun = !hasMenu;
    m_start->setVisible(m_isNewRun && m_isDrawer);
    fit();
}

void RunHeader::setCanWrite(bool canWrite) {
    m_write->setVisible(canWrite);
    fit();
}

void RunHeader::setCompact(bool isCompact) {
    m_isCompact = isCompact;
    m_branch->setText(isCompact ? QString() : tr("Branch"));
    m_write->setText(isCompact ? QString() : tr("Write with it"));
    m_new->setText(isCompact ? QString() : tr("New run"));
    setFixedHeight(px(isCompact ? 44 : 48));
    fit();
}

void RunHeader::setDrawer(bool isDrawer) {
    m_isDrawer = isDrawer;
    m_inspector->setVisible(isDrawer);
    m_start->setVisible(m_isNewRun && m_isDrawer);
    fit();
}

/// What a narrow header leaves out: first the detail, then the names of the other stages.
void RunHeader::fit() {
    m_detail->setVisible(!m_isCompact && !m_detail->text().isEmpty());
    m_pipeline->setCompact(m_isCompact);
    if (layout()->sizeHint().width() <= width()) return;
    m_detail->hide();
    if (layout()->sizeHint().width() > width()) m_pipeline->setCompact(true);
}

void RunHeader::resizeEvent(QResizeEvent* event) {
    Surface::resizeEvent(event);
    fit();
}

}  // namespace limner::app
