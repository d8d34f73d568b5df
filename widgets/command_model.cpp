#include "command_model.h"

#include <algorithm>

namespace limner::widgets {
namespace {

/// Letters beyond the text belong to place and keywords: they find the command, but are not marked in its
/// name.
FuzzyMatch withinText(FuzzyMatch match, qsizetype length) {
    std::erase_if(match.letters, [length](qsizetype letter) { return letter >= length; });
    return match;
}

}  // namespace

QString plainText(const QAction& action) {
    QString text = action.text();
    text.replace(QStringLiteral("&&"), QStringLiteral("\x01"));
    text.remove(u'&');
    return text.replace(u'\x01', u'&');
}

void CommandModel::setActions(const QList<QAction*>& actions) {
    m_actions.clear();
    for (QAction* action : actions)
        if (action != nullptr && !action->isSeparator() && action->isEnabled() && action->isVisible() &&
            !action->text().isEmpty())
            m_actions.emplace_back(action);
    search({});
}

void CommandModel::search(const QString& query) {
    beginResetModel();
    m_found.clear();
    for (const auto& action : m_actions) {
        if (action == nullptr) continue;
        const QString text = plainText(*action);
        auto match = fuzzyMatch(query, text);
        if (!match) {
            const QString more = text + u' ' + action->property("where").toString() + u' ' +
                                 action->property("keywords").toString();
            match = fuzzyMatch(query, more);
            if (match) match->score /= 2;
        }
        if (match) m_found.push_back({action, withinText(*match, text.size())});
    }
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const Found& a, const Found& b) { return a.match.score > b.match.score; });
    endResetModel();
}

int CommandModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_found.size());
}

QVariant CommandModel::data(const QModelIndex& index, int role) const {
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) return {};
    const QAction* shown = action(index.row());
    if (shown == nullptr) return {};
    const QString shortcut = shown->shortcut().toString(QKeySequence::NativeText);
    const bool spoken = role == Qt::AccessibleTextRole && !shortcut.isEmpty();
    return spoken ? text(index.row()) + QStringLiteral(", ") + shortcut : text(index.row());
}

QAction* CommandModel::action(int row) const {
    return row < 0 || row >= rowCount() ? nullptr : m_found[static_cast<size_t>(row)].action.data();
}

QString CommandModel::text(int row) const {
    const QAction* shown = action(row);
    return shown == nullptr ? QString() : plainText(*shown);
}

const FuzzyMatch& CommandModel::match(int row) const {
    return m_found[static_cast<size_t>(row)].match;
}

}  // namespace limner::widgets
