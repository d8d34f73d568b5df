#include "shortcut_editor.h"

#include <QAction>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLineEdit>
#include <QTreeWidget>
#include <QVBoxLayout>

#include "app/commands.h"
#include "widgets/button.h"
#include "widgets/label.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

ShortcutEditor::ShortcutEditor(Commands& commands, QWidget* parent) : QWidget(parent), m_commands(commands) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(8));
    setupList();
    setupFoot();
    fill();
    connect(&m_commands, &Commands::shortcutsChanged, this, &ShortcutEditor::fill);
}

void ShortcutEditor::setupList() {
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(QStringLiteral("shortcuts.filter"));
    m_filter->setPlaceholderText(tr("Find a command"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_list = new QTreeWidget(this);
    m_list->setObjectName(QStringLiteral("shortcuts.list"));
    m_list->setAccessibleName(tr("Commands and their keys"));
    m_list->setRootIsDecorated(false);
    m_list->setHeaderLabels({tr("Command"), tr("Where"), tr("Keys")});
    m_list->header()->setStretchLastSection(true);
    m_list->setMinimumHeight(px(280));
    layout()->addWidget(m_filter);
    layout()->addWidget(m_list);
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutEditor::filter);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &ShortcutEditor::showCurrent);
    connect(m_list, &QTreeWidget::itemActivated, this, [this] { m_keys->setFocus(); });
}

void ShortcutEditor::setupFoot() {
    auto* foot = new QHBoxLayout;
    foot->setSpacing(px(8));
    m_keys = new QKeySequenceEdit(this);
    m_keys->setObjectName(QStringLiteral("shortcuts.keys"));
    m_keys->setAccessibleName(tr("New keys"));
    m_keys->setFixedWidth(px(200));
    m_set = new Button(tr("Use these keys"), {}, QStringLiteral("primary"), this);
    m_set->setObjectName(QStringLiteral("shortcuts.set"));
    m_clear = new Button(tr("No keys"), this);
    m_reset = new Button(tr("Standard"), this);
    m_reset->setObjectName(QStringLiteral("shortcuts.reset"));
    m_note = new Label({}, TextRole::Body, Ink::Text3, this);
    m_note->setObjectName(QStringLiteral("shortcuts.note"));
    m_note->setWordWrap(true);
    foot->addWidget(m_keys);
    foot->addWidget(m_set);
    foot->addWidget(m_clear);
    foot->addWidget(m_reset);
    foot->addStretch();
    static_cast<QVBoxLayout*>(layout())->addLayout(foot);
    layout()->addWidget(m_note);
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &ShortcutEditor::keysTyped);
    connect(m_set, &QPushButton::clicked, this, &ShortcutEditor::apply);
    connect(m_clear, &QPushButton::clicked, this, [this] { m_commands.setShortcut(current(), {}); });
    connect(m_reset, &QPushButton::clicked, this, [this] { m_commands.resetShortcut(current()); });
}

void ShortcutEditor::fill() {
    const QString chosen = current() ? current()->objectName() : QString();
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const QAction* action : m_commands.actions()) {
        auto* item = new QTreeWidgetItem(m_list, {action->text(), m_commands.category(action),
                                                  action->shortcut().toString(QKeySequence::NativeText)});
        item->setData(0, Qt::UserRole, action->objectName());
        if (action->objectName() == chosen || m_list->topLevelItemCount() == 1) m_list->setCurrentItem(item);
    }
    m_list->resizeColumnToContents(0);
    m_list->resizeColumnToContents(1);
    filter(m_filter->text());
    showCurrent();
}

void ShortcutEditor::filter(const QString& text) {
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_list->topLevelItem(i);
        const bool isFound = item->text(0).contains(text, Qt::CaseInsensitive) ||
                             item->text(2).contains(text, Qt::CaseInsensitive);
        item->setHidden(!isFound);
    }
}

QAction* ShortcutEditor::current() const {
    const QTreeWidgetItem* item = m_list->currentItem();
    return item ? m_commands.action(item->data(0, Qt::UserRole).toString()) : nullptr;
}

void ShortcutEditor::choose(const QAction* action) {
    m_filter->clear();
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        if (m_list->topLevelItem(i)->data(0, Qt::UserRole).toString() == action->objectName())
            m_list->setCurrentItem(m_list->topLevelItem(i));
    m_keys->setFocus();
}

void ShortcutEditor::showCurrent() {
    const QAction* action = current();
    const QSignalBlocker quiet(m_keys);
    m_keys->setKeySequence(action ? action->shortcut() : QKeySequence());
    keysTyped();
}

void ShortcutEditor::keysTyped() {
    const QAction* action = current();
    const QKeySequence keys = m_keys->keySequence();
    const QAction* owner = m_commands.conflict(keys, action);
    m_set->setEnabled(action && !keys.isEmpty() && keys != action->shortcut());
    m_clear->setEnabled(action && !action->shortcut().isEmpty());
    m_reset->setEnabled(action && action->shortcut() != Commands::standardShortcut(action));
    m_set->setText(owner ? tr("Take them over") : tr("Use these keys"));
    m_note->setInk(owner ? Ink::Warn : Ink::Text3);
    m_note->setText(owner ? tr("%1 belongs to “%2”, which would have no keys then.")
                                .arg(keys.toString(QKeySequence::NativeText), owner->text())
                          : tr("Choose a command, then press its new keys."));
}

void ShortcutEditor::apply() {
    QAction* action = current();
    const QKeySequence keys = m_keys->keySequence();
    if (!action || keys.isEmpty()) return;
    if (QAction* owner = m_commands.conflict(keys, action)) m_commands.setShortcut(owner, {});
    m_commands.setShortcut(action, keys);
}

}  // namespace limner::app
