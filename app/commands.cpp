#include "commands.h"

#include <QCoreApplication>
#include <algorithm>
#include <stdexcept>

#include "settings.h"
#include "widgets/icon.h"

namespace limner::app {
namespace {

const CommandRow& rowOf(const QString& id) {
    const auto& rows = commandTable();
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&id](const CommandRow& row) { return id == QLatin1String(row.id); });
    if (found == rows.end()) throw std::logic_error("no command called " + id.toStdString());
    return *found;
}

QString translated(const char* text) {
    return QCoreApplication::translate("commands", text);
}

}  // namespace

Commands::Commands(Settings& settings, QObject* parent) : QObject(parent), m_settings(settings) {
    for (const CommandRow& row : commandTable()) {
        auto* action = new QAction(translated(row.text), this);
        const QString id = QString::fromLatin1(row.id);
        action->setObjectName(id);
        action->setShortcut(QKeySequence(settings.shortcut(id).value_or(QString::fromLatin1(row.shortcut)),
                                         QKeySequence::PortableText));
        action->setIcon(widgets::icon(QString::fromLatin1(row.icon)));
        action->setProperty("where", translated(row.category));
        m_byId[id] = action;
        m_inOrder.push_back(action);
    }
}

QAction* Commands::action(const QString& id) const {
    const auto found = m_byId.find(id);
    if (found == m_byId.end()) throw std::logic_error("no command called " + id.toStdString());
    return found->second;
}

QString Commands::category(const QAction* action) const {
    return translated(rowOf(action->objectName()).category);
}

QAction* Commands::conflict(const QKeySequence& keys, const QAction* except) const {
    if (keys.isEmpty()) return nullptr;
    const auto hasKeys = [&](const QAction* a) { return a != except && a->shortcut() == keys; };
    const auto found = std::find_if(m_inOrder.begin(), m_inOrder.end(), hasKeys);
    return found == m_inOrder.end() ? nullptr : *found;
}

void Commands::setShortcut(QAction* action, const QKeySequence& keys) {
    action->setShortcut(keys);
    const bool isStandard = keys == standardShortcut(action);
    const QString text = keys.toString(QKeySequence::PortableText);
    m_settings.setShortcut(action->objectName(), isStandard ? std::nullopt : std::optional(text));
    Q_EMIT shortcutsChanged();
}

void Commands::resetShortcut(QAction* action) {
    setShortcut(action, standardShortcut(action));
}

QKeySequence Commands::standardShortcut(const QAction* action) {
    return QKeySequence(QString::fromLatin1(rowOf(action->objectName()).shortcut),
                        QKeySequence::PortableText);
}

}  // namespace limner::app
