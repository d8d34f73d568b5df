#include "start_panel.h"

#include <QVBoxLayout>

#include "app/command_button.h"
#include "stylize_session.h"
#include "widgets/button.h"
#include "widgets/label.h"

namespace limner::app {

using widgets::Button;
using widgets::px;

StartPanel::StartPanel(const Commands& commands, StylizeSession& session, QWidget* parent)
    : QWidget(parent), m_session(session) {
    m_keep = new Button(tr("Keep best"), QStringLiteral("stop"), {});
    m_keep->setObjectName(QStringLiteral("stylize.keepButton"));
    m_keep->setToolTip(tr("Stop here and keep the best picture so far"));
    m_goOn = new Button(tr("Go on"), QStringLiteral("arrow-right"), {});
    m_goOn->setObjectName(QStringLiteral("stylize.goOnButton"));
    m_goOn->setToolTip(tr("Go on from the shown result with these settings"));
    m_start = new Button(tr("Stylize"), QStringLiteral("play"), QStringLiteral("primary"));
    m_start->setObjectName(QStringLiteral("stylize.startButton"));
    bindButton(m_keep, commands, QStringLiteral("stylize.keepBest"));
    bindButton(m_goOn, commands, QStringLiteral("stylize.goOn"));
    bindButton(m_start, commands, QStringLiteral("stylize.start"));
    m_waiting = new widgets::Label({}, widgets::TextRole::Label, widgets::Ink::Text3);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(8));
    buttons->addWidget(m_keep, 1);
    buttons->addWidget(m_goOn, 1);
    buttons->addWidget(m_start, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    column->addWidget(m_waiting);
    column->addLayout(buttons);
    connect(&session, &StylizeSession::shownChanged, this, &StartPanel::showState);
    connect(&session, &StylizeSession::resultsChanged, this, &StartPanel::showState);
    showState();
}

void StartPanel::showState() {
    const bool isBusy = m_session.isBusy();
    const StylizeResult* shown = m_session.shown();
    m_keep->setVisible(isBusy);
    m_goOn->setVisible(!isBusy && shown != nullptr && !shown->file.isEmpty());
    m_start->setText(isBusy ? tr("Queue another") : tr("Stylize"));
    m_start->setIconName(isBusy ? QStringLiteral("plus") : QStringLiteral("play"));
    const int waiting = m_session.waiting();
    m_waiting->setText(tr("%n waiting", nullptr, waiting));
    m_waiting->setVisible(waiting > 0);
}

}  // namespace limner::app
