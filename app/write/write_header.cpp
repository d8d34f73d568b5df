#include "write_header.h"

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

WriteHeader::WriteHeader(Commands& commands, QWidget* parent)
    : Surface(&widgets::Tokens::base, Qt::BottomEdge, parent), m_commands(commands) {
    setObjectName(QStringLiteral("write.header"));
    setFixedHeight(px(48));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(8), 0, px(16), 0);
    row->setSpacing(px(8));
    setupTitle(row);
    row->addStretch();
    m_views = new widgets::Segment;
    m_views->setObjectName(QStringLiteral("write.view"));
    m_views->setAccessibleName(tr("How to write"));
    setViews();
    connect(m_views, &widgets::Segment::chosen, this, &WriteHeader::viewChosen);
    row->addWidget(m_views);
    setupActions(row);
}

void WriteHeader::setViews() {
    const int current = std::max(0, m_views->current());
    const auto item = [this](const char* id, const QString& label, const char* icon) {
        return widgets::Segment::Item{QLatin1String(id), m_isNarrow ? QString() : label, QLatin1String(icon),
                                      label};
    };
    m_views->setItems({item("editor", tr("Editor"), "write"), item("compare", tr("Side by side"), "compare"),
                       item("chat", tr("Chat"), "chat")});
    m_views->setCurrent(current);
}

Button* WriteHeader::makeMenuButton(const char* name, const QString& text, const QString& role, Fill& fill) {
    auto* button = new Button(text, {}, role);
    button->setObjectName(QLatin1String(name));
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto* menu = new QMenu(this);
    button->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [menu, &fill] {
        menu->clear();
        if (fill) fill(*menu);
    });
    return button;
}

void WriteHeader::setupTitle(QHBoxLayout* row) {
    m_title = makeMenuButton("write.title", tr("Untitled"), QStringLiteral("quiet title"), m_fillDocument);
    m_state = new widgets::Label({}, widgets::TextRole::Label, widgets::Ink::Text3);
    m_state->setObjectName(QStringLiteral("write.state"));
    m_model = makeMenuButton("write.model", tr("Choose a model"), {}, m_fillModels);
    row->addWidget(m_title);
    row->addWidget(m_state);
    row->addSpacing(px(4));
    row->addWidget(m_model);
}

void WriteHeader::setupActions(QHBoxLayout* row) {
    m_surprise = new Button(tr("Probability"), QStringLiteral("eye"), {});
    m_surprise->setCheckable(true);
    m_branches = widgets::makeIconButton(QStringLiteral("branch"), tr("Branches"));
    m_inspector = widgets::makeIconButton(QStringLiteral("settings"), tr("Parameters"));
    m_go = new Button(tr("Continue"), QStringLiteral("play"), QStringLiteral("primary"));
    m_stop = new Button(tr("Stop"), QStringLiteral("stop"), {});
    const std::pair<Button*, const char*> bound[] = {
        {m_surprise, "write.probability"},
        {m_branches, "write.branches"},
        {widgets::makeIconButton(QStringLiteral("undo"), tr("Undo")), "edit.undo"},
        {widgets::makeIconButton(QStringLiteral("redo"), tr("Redo")), "edit.redo"},
        {m_inspector, "view.inspector"}};
    for (const auto& [button, command] : bound) {
        const QString id = QLatin1String(command);
        button->setObjectName(id.startsWith(QLatin1String("write.")) ? id + QStringLiteral("Button")
                                                                     : QStringLiteral("write.") + id);
        row->addWidget(bindButton(button, m_commands, id));
    }
    m_go->setObjectName(QStringLiteral("write.header.go"));
    m_stop->setObjectName(QStringLiteral("write.header.stop"));
    row->addWidget(bindButton(m_go, m_commands, QStringLiteral("write.continue")));
    row->addWidget(bindButton(m_stop, m_commands, QStringLiteral("write.stop")));
    for (QWidget* hidden : {m_inspector, m_go, m_stop}) hidden->hide();
    m_branches->hide();
}

void WriteHeader::setMenuFillers(Fill document, Fill models) {
    m_fillDocument = std::move(document);
    m_fillModels = std::move(models);
}

void WriteHeader::setDocument(const QString& name, const QString& state) {
    m_name = name;
    m_state->setText(state);
    showTitles();
}

void WriteHeader::setModel(const QString& title, const QString& summary) {
    m_modelTitle = title;
    m_model->setToolTip(summary);
    showTitles();
}

void WriteHeader::showTitles() {
    const QString name = m_name.isEmpty() ? tr("Untitled") : m_name;
    m_title->setText(fontMetrics().elidedText(name, Qt::ElideMiddle,
                                              px(m_isNarrow    ? 96
                                                 : m_isCompact ? 150
                                                               : 220)));
    m_title->setAccessibleName(tr("Text: %1").arg(name));
    const QString model = m_modelTitle.isEmpty() ? tr("Choose a model") : m_modelTitle;
    const QString named = tr("Model: %1").arg(model);
    m_model->setText(fontMetrics().elidedText(m_isCompact || m_modelTitle.isEmpty() ? model : named,
                                              Qt::ElideRight,
                                              px(m_isNarrow    ? 96
                                                 : m_isCompact ? 150
                                                               : 240)));
    m_model->setAccessibleName(named);
}

void WriteHeader::setView(const QString& id) {
    m_views->setCurrentId(id);
    showButtons();
}

void WriteHeader::setSurprise(bool isShown) {
    m_surprise->setChecked(isShown);
}

void WriteHeader::setCompact(bool isCompact) {
    m_isCompact = isCompact;
    m_state->setVisible(!isCompact);
    m_surprise->setText(isCompact ? QString() : tr("Probability"));
    m_surprise->setToolTip(tr("Probability"));
    setFixedHeight(px(isCompact ? 44 : 48));
    showTitles();
}

void WriteHeader::setNarrow(bool isNarrow) {
    m_isNarrow = isNarrow;
    m_branches->setVisible(isNarrow);
    setViews();
    showTitles();
}

void WriteHeader::setDrawer(bool isDrawer) {
    m_inspector->setVisible(isDrawer);
    m_isDrawer = isDrawer;
    showButtons();
}

void WriteHeader::setWriting(bool isWriting) {
    m_isWriting = isWriting;
    showButtons();
}

/// Where the inspector is away, so are its buttons; side by side and chat have their own.
void WriteHeader::showButtons() {
    const bool isWanted = m_isDrawer && m_views->current() == 0;
    m_go->setVisible(isWanted && !m_isWriting);
    m_stop->setVisible(isWanted && m_isWriting);
}

}  // namespace limner::app
