// The commands that match a query, best first, for the list of the palette.
#pragma once

#include <QAbstractListModel>
#include <QAction>
#include <QList>
#include <QPointer>
#include <vector>

#include "fuzzy.h"

namespace limner::widgets {

class CommandModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setActions(const QList<QAction*>& actions);
    void search(const QString& query);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    int total() const { return static_cast<int>(m_actions.size()); }

    /// Null if the action is gone by now.
    QAction* action(int row) const;
    /// The action's text without mnemonics.
    QString text(int row) const;
    const FuzzyMatch& match(int row) const;

private:
    struct Found {
        QPointer<QAction> action;
        FuzzyMatch match;
    };
    std::vector<QPointer<QAction>> m_actions;
    std::vector<Found> m_found;
};

/// "&Save now…" → "Save now…"
QString plainText(const QAction& action);

}  // namespace limner::widgets
