#include "explore_header.h"

#include <QHBoxLayout>
#include <QMenu>

#include "app/command_button.h"
#include "app/commands.h"
#include "widgets/button.h"
#include "widgets/label.h"
#include "widgets/segment.h"

namespace limner::app {

using widgets::Button;
using widgets::px;

ExploreHeader::ExploreHeader(Commands& commands, QWidget* parent)
    : Surface(&widgets::Tokens::base, Qt::BottomEdge, parent), m_commands(commands) {
    setObjectName(QStringLiteral("explore.header"));
    setFixedHeight(px(48));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(8), 0, px(16), 0);
    row->setSpacing(px(8));
    setupTitle(row);
    row->addStretch();
    m_views = new widgets::Segment;
    m_views->setObjectName(QStringLiteral("explore.view"));
    m_views->setAccessibleName(tr("What is shown"));
    m_views->setItems({{QStringLiteral("picture"), tr("Picture"), QStringLiteral("picture")},
                       {QStringLiteral("seeds"), tr("Seeds"), QStringLiteral("grid")},
                       {QStringLiteral("sweep"), tr("Sweep"), QStringLiteral("compare")}});
    m_views->setCurrent(0);
    connect(m_views, &widgets::Segment::chosen, this, &ExploreHeader::viewChosen);
    row->addWidget(m_views);
    row->addStretch();
    setupActions(row);
}

void ExploreHeader::setupTitle(QHBoxLayout* row) {
    m_title = new Button(tr("Choose a model"), {}, QStringLiteral("quiet title"));
    m_title->setObjectName(QStringLiteral("explore.title"));
    m_title->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_menu = new QMenu(this);
    m_title->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        m_menu->clear();
        if (m_fill) m_fill(*m_menu);
    });
    m_detail = new widgets::Label({}, widgets::TextRole::Label, widgets::Ink::Text3);
    row->addWidget(m_title);
    row->addWidget(m_detail);
}

void ExploreHeader::setupActions(QHBoxLayout* row) {
    m_copy = new Button(tr("Copy"), QStringLiteral("copy"), {});
    m_save = new Button(tr("Save picture"), QStringLiteral("save"), {});
    m_inspector = widgets::makeIconButton(QStringLiteral("settings"), tr("Latent"));
    const std::pair<Button*, const char*> buttons[] = {
        {widgets::makeIconButton(QStringLiteral("undo"), tr("Undo")), "edit.undo"},
        {widgets::makeIconButton(QStringLiteral("redo"), tr("Redo")), "edit.redo"},
        {m_copy, "explore.copy"},
        {m_save, "explore.save"},
        {m_inspector, "view.inspector"}};
    for (const auto& [button, command] : buttons) {
        const QString id = QLatin1String(command);
        button->setObjectName(QStringLiteral("explore.") + id);
        row->addWidget(bindButton(button, m_commands, id));
    }
    m_inspector->hide();
}

void ExploreHeader::setModel(const QString& name, const QString& detail) {
    m_title->setText(name);
    m_title->setAccessibleName(tr("Model: %1").arg(name));
    m_detail->setText(detail);
}

void ExploreHeader::setView(const QString& id) {
    m_views->setCurrentId(id);
}

void ExploreHeader::setCompact(bool isCompact) {
    m_detail->setVisible(!isCompact);
    m_copy->setVisible(!isCompact);
    m_save->setText(isCompact ? QString() : tr("Save picture"));
    setFixedHeight(px(isCompact ? 44 : 48));
}

void ExploreHeader::setDrawer(bool isDrawer) {
    m_inspector->setVisible(isDrawer);
}

}  // namespace limner::app
