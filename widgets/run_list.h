// The runs of a project: find one, open it, rename it in place, go on with it, throw it away.
#pragma once

#include <QHash>
#include <QImage>
#include <QString>
#include <QWidget>
#include <vector>

#include "core/types/run_store.h"

class QAction;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace limner::widgets {

class Label;
class RunListModel;

/// Keys in the list: Enter opens, F2 renames, Delete asks to delete, Ctrl+R resumes, Ctrl+F filters.
class RunList : public QWidget {
    Q_OBJECT

public:
    explicit RunList(QWidget* parent = nullptr);

    /// Keeps the chosen run and the place in the list. Order as given (newest first).
    void setRuns(std::vector<RunInfo> runs);
    /// The newest sample of one run.
    void setThumbnail(const QString& folder, const QImage& picture);
    /// What the person calls a model or data set, by its id; ids without a label are shown as they are.
    void setLabels(const QHash<QString, QString>& labels);
    /// The run that trains now ("" for none), marked as such; it cannot be resumed or deleted.
    void setRunning(const QString& folder);
    /// How far it is; the runs themselves know their newest checkpoint only.
    void setRunningStep(qint64 step);

    /// "" for none.
    QString currentFolder() const;
    void setCurrentFolder(const QString& folder);
    /// Opens the editor of the chosen run's name.
    void renameCurrent();
    QLineEdit* filterField() const { return m_filter; }
    QListView* listView() const { return m_view; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void openRequested(const QString& folder);
    void renameRequested(const QString& folder, const QString& newName);
    void resumeRequested(const QString& folder);
    void deleteRequested(const QString& folder);
    void revealRequested(const QString& folder);
    void currentChanged(const QString& folder);
    /// A row came into view whose thumbnail is not known; answer with setThumbnail.
    void thumbnailWanted(const QString& folder, qint64 step);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void setupFilter();
    void setupList();
    void setupActions();
    void openMenu(const QPoint& place);
    void updateEmptyText();
    void updateActions();

    RunListModel* m_model = nullptr;
    QSortFilterProxyModel* m_proxy = nullptr;
    QLineEdit* m_filter = nullptr;
    QListView* m_view = nullptr;
    Label* m_count = nullptr;
    Label* m_empty = nullptr;
    QAction* m_open = nullptr;
    QAction* m_rename = nullptr;
    QAction* m_resume = nullptr;
    QAction* m_reveal = nullptr;
    QAction* m_delete = nullptr;
};

}  // namespace limner::widgets
