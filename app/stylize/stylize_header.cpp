#include "stylize_header.h"

#include <QHBoxLayout>
#include <QMenu>
#include <algorithm>

#include "app/command_button.h"
#include "app/commands.h"
#include "widgets/button.h"
#include "widgets/label.h"

namespace limner::app {

using widgets::Button;
using widgets::px;

StylizeHeader::StylizeHeader(Commands& commands, QWidget* parent)
    : Surface(&widgets::Tokens::base, Qt::BottomEdge, parent), m_commands(commands) {
    setObjectName(QStringLiteral("stylize.header"));
    setFixedHeight(px(48));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(8), 0, px(16), 0);
    row->setSpacing(px(8));
    m_title = new Button(tr("New picture"), {}, QStringLiteral("quiet title"));
    m_title->setObjectName(QStringLiteral("stylize.title"));
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
    row->addStretch();
    setupActions(row);
}

void StylizeHeader::setupActions(QHBoxLayout* row) {
    m_sweep = new Button(tr("Sweep"), QStringLiteral("grid"), {});
    m_sweep->setCheckable(true);
    m_channels = new Button(tr("Channels"), QStringLiteral("eye"), {});
    m_channels->setCheckable(true);
    m_zoom = new Button(tr("Zoom"), QStringLiteral("film"), {});
    m_zoom->setCheckable(true);
    setDream(false);
    m_copy = new Button(tr("Copy"), QStringLiteral("copy"), {});
    m_save = new Button(tr("Save picture"), QStringLiteral("save"), {});
    m_inspector = widgets::makeIconButton(QStringLiteral("settings"), tr("Parameters"));
    const std::pair<Button*, const char*> bound[] = {
        {widgets::makeIconButton(QStringLiteral("undo"), tr("Undo")), "edit.undo"},
        {widgets::makeIconButton(QStringLiteral("redo"), tr("Redo")), "edit.redo"},
        {m_channels, "stylize.channels"},
        {m_zoom, "stylize.zoom"},
        {m_sweep, "stylize.sweep"},
        {m_copy, "stylize.copy"},
        {m_save, "stylize.save"},
        {m_inspector, "view.inspector"}};
    for (const auto& [button, command] : bound) {
        const QString id = QLatin1String(command);
        button->setObjectName(id.startsWith(QLatin1String("stylize.")) ? id + QStringLiteral("Button")
                                                                       : QStringLiteral("stylize.") + id);
        row->addWidget(bindButton(button, m_commands, id));
    }
    m_inspector->hide();
}

void StylizeHeader::setTitle(const QString& title, const QString& detail) {
    m_titleText = title.isEmpty() ? tr("New picture") : title;
    m_detailText = detail;
    m_title->setToolTip(title);
    m_title->setAccessibleName(m_titleText);
    m_detail->setToolTip(detail);
    fitTexts();
}

/// The words share what the buttons leave: first the title, then the detail.
void StylizeHeader::fitTexts() {
    int room = width() - px(8 + 16);
    for (int i = 0; i < layout()->count(); ++i) {
        const QWidget* part = layout()->itemAt(i)->widget();
        if (part == nullptr || part == m_title || part == m_detail || part->isHidden()) continue;
        room -= part->sizeHint().width() + px(8);
    }
    m_title->setText({});
    const int frame = m_title->sizeHint().width() + px(8);
    const int forTitle = std::clamp(room - frame, px(60), px(260));
    m_title->setText(m_title->fontMetrics().elidedText(m_titleText, Qt::ElideMiddle, forTitle));
    room -= m_title->sizeHint().width() + px(16);
    m_detail->setText(m_detail->fontMetrics().elidedText(m_detailText, Qt::ElideRight, std::max(0, room)));
}

void StylizeHeader::resizeEvent(QResizeEvent* event) {
    Surface::resizeEvent(event);
    fitTexts();
}

void StylizeHeader::setSweep(bool isOn) {
    m_sweep->setChecked(isOn);
}

void StylizeHeader::setChannels(bool isOn) {
    m_channels->setChecked(isOn);
}

void StylizeHeader::setZoom(bool isOn) {
    m_zoom->setChecked(isOn);
}

void StylizeHeader::setDream(bool isDream) {
    m_channels->setVisible(isDream);
    m_zoom->setVisible(isDream);
    fitTexts();
}

void StylizeHeader::setCompact(bool isCompact) {
    m_detail->setVisible(!isCompact);
    m_copy->setVisible(!isCompact);
    m_save->setText(isCompact ? QString() : tr("Save picture"));
    m_sweep->setText(isCompact ? QString() : tr("Sweep"));
    m_sweep->setToolTip(tr("Sweep"));
    m_channels->setText(isCompact ? QString() : tr("Channels"));
    m_channels->setToolTip(tr("What each channel likes"));
    m_zoom->setText(isCompact ? QString() : tr("Zoom"));
    m_zoom->setToolTip(tr("A movie that dreams itself into the picture"));
    setFixedHeight(px(isCompact ? 44 : 48));
    fitTexts();
}

void StylizeHeader::setDrawer(bool isDrawer) {
    m_inspector->setVisible(isDrawer);
}

}  // namespace limner::app
