// The runs of a project as rows: what a list shows, filters and renames.
#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QImage>
#include <QSet>
#include <vector>

#include "core/types/run_store.h"

namespace limner::widgets {

class RunListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        FolderRole = Qt::UserRole,
        StateRole,      ///< RunRowState as int
        StateTextRole,  ///< "Finished"
        DetailRole,     ///< "DCGAN 28, Fashion-MNIST"
        NumbersRole,    ///< "8,214 steps, 2 h ago"
        ThumbnailRole,  ///< QImage, null while unknown
        SearchRole,     ///< everything that the filter looks at
    };
    enum class RowState { Fresh, Unfinished, Finished, Failed, Training };

    using QAbstractListModel::QAbstractListModel;

    void setRuns(std::vector<RunInfo> runs);
    void setThumbnail(const QString& folder, const QImage& picture);
    void setLabels(const QHash<QString, QString>& labels);
    void setRunning(const QString& folder);
    void setRunningStep(qint64 step);
    const std::vector<RunInfo>& runs() const { return m_runs; }
    int rowOf(const QString& folder) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    /// Only the name: emits renameRequested and leaves the row as it is until the runs are set again.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

Q_SIGNALS:
    void renameRequested(const QString& folder, const QString& newName);
    void thumbnailWanted(const QString& folder, qint64 step) const;

private:
    QString labelOf(const RunInfo& run, const char* paramId) const;
    RowState stateOf(const RunInfo& run) const;
    int64_t stepOf(const RunInfo& run) const;
    QVariant thumbnail(const RunInfo& run) const;
    QString detail(const RunInfo& run) const;

    std::vector<RunInfo> m_runs;
    QHash<QString, QString> m_labels;
    QHash<QString, QImage> m_thumbnails;
    mutable QSet<QString> m_asked;  ///< folder and step of thumbnails that were asked for
    QString m_running;
    int64_t m_runningStep = 0;
};

/// "just now", "5 min ago", "2 h ago", "3 d ago", else the date.
QString ageText(qint64 unixSeconds, qint64 nowUnixSeconds);

}  // namespace limner::widgets
