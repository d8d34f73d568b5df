#include "run_list_model.h"

#include <QDateTime>
#include <QLocale>
#include <algorithm>
#include <utility>

namespace limner::widgets {
namespace {

QString stateText(RunListModel::RowState state) {
    switch (state) {
        case RunListModel::RowState::Fresh:
            return RunListModel::tr("Not started");
        case RunListModel::RowState::Unfinished:
            return RunListModel::tr("Can go on");
        case RunListModel::RowState::Finished:
            return RunListModel::tr("Finished");
        case RunListModel::RowState::Failed:
            return RunListModel::tr("Failed");
        case RunListModel::RowState::Training:
            return RunListModel::tr("Training");
    }
    return {};
}

QString stepsText(int64_t steps) {
    return steps == 1 ? RunListModel::tr("1 step")
                      : RunListModel::tr("%1 steps").arg(QLocale().toString(static_cast<qlonglong>(steps)));
}

}  // namespace

QString ageText(qint64 unixSeconds, qint64 nowUnixSeconds) {
    const qint64 age = nowUnixSeconds - unixSeconds;
    if (age < 60) return RunListModel::tr("just now");
    if (age < 3600) return RunListModel::tr("%1 min ago").arg(age / 60);
    if (age < 86400) return RunListModel::tr("%1 h ago").arg(age / 3600);
    if (age < 14 * 86400) return RunListModel::tr("%1 d ago").arg(age / 86400);
    return QLocale().toString(QDateTime::fromSecsSinceEpoch(unixSeconds).date(), QLocale::ShortFormat);
}

void RunListModel::setRuns(std::vector<RunInfo> runs) {
    bool isSame = runs.size() == m_runs.size();
    for (size_t i = 0; isSame && i < runs.size(); ++i) isSame = runs[i].folder == m_runs[i].folder;
    if (!isSame) beginResetModel();
    m_runs = std::move(runs);
    if (!isSame) endResetModel();
    if (isSame && !m_runs.empty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(m_runs.size()) - 1));
}

void RunListModel::setThumbnail(const QString& folder, const QImage& picture) {
    m_thumbnails.insert(folder, picture);
    if (const int row = rowOf(folder); row >= 0) Q_EMIT dataChanged(index(row), index(row), {ThumbnailRole});
}

void RunListModel::setLabels(const QHash<QString, QString>& labels) {
    m_labels = labels;
    if (!m_runs.empty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(m_runs.size()) - 1));
}

void RunListModel::setRunning(const QString& folder) {
    if (folder != std::exchange(m_running, folder)) m_runningStep = 0;
    if (!m_runs.empty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(m_runs.size()) - 1));
}

void RunListModel::setRunningStep(qint64 step) {
    if (step == std::exchange(m_runningStep, step)) return;
    if (const int row = rowOf(m_running); row >= 0) Q_EMIT dataChanged(index(row), index(row), {NumbersRole});
}

int64_t RunListModel::stepOf(const RunInfo& run) const {
    return stateOf(run) == RowState::Training ? std::max<int64_t>(run.step, m_runningStep) : run.step;
}

int RunListModel::rowOf(const QString& folder) const {
    for (size_t i = 0; i < m_runs.size(); ++i) {
        if (QString::fromStdString(m_runs[i].folder) == folder) return static_cast<int>(i);
    }
    return -1;
}

int RunListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

QString RunListModel::labelOf(const RunInfo& run, const char* paramId) const {
    const auto value = run.recipe.values.find(paramId);
    if (value == run.recipe.values.end() || !std::holds_alternative<std::string>(value->second)) return {};
    const QString id = QString::fromStdString(std::get<std::string>(value->second));
    return m_labels.value(id, id);
}

RunListModel::RowState RunListModel::stateOf(const RunInfo& run) const {
    if (!m_running.isEmpty() && QString::fromStdString(run.folder) == m_running) return RowState::Training;
    switch (run.state) {
        case RunState::Fresh:
            return RowState::Fresh;
        case RunState::Unfinished:
            return RowState::Unfinished;
        case RunState::Finished:
            return RowState::Finished;
        case RunState::Failed:
            return RowState::Failed;
    }
    return RowState::Failed;
}

QString RunListModel::detail(const RunInfo& run) const {
    QStringList words{labelOf(run, "model"), labelOf(run, "data")};
    words.removeAll(QString());
    return words.join(QStringLiteral(", "));
}

QVariant RunListModel::thumbnail(const RunInfo& run) const {
    const QString folder = QString::fromStdString(run.folder);
    const qint64 step = run.samples.empty() ? -1 : run.samples.back();
    const QString key = folder + u'#' + QString::number(step);
    if (step >= 0 && !m_asked.contains(key)) {
        m_asked.insert(key);
        // Later, since a view asks for data while it paints.
        QMetaObject::invokeMethod(
            const_cast<RunListModel*>(this), [this, folder, step] { Q_EMIT thumbnailWanted(folder, step); },
            Qt::QueuedConnection);
    }
    return m_thumbnails.value(folder);
}

QVariant RunListModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const RunInfo& run = m_runs[static_cast<size_t>(index.row())];
    const QString name = QString::fromStdString(run.name);
    switch (role) {
        case Qt::DisplayRole:
        case Qt::EditRole:
            return name;
        case Qt::ToolTipRole:
        case FolderRole:
            return QString::fromStdString(run.folder);
        case StateRole:
            return static_cast<int>(stateOf(run));
        case StateTextRole:
            return stateText(stateOf(run));
        case DetailRole:
            return detail(run);
        case NumbersRole:
            return QStringLiteral("%1, %2").arg(
                stepsText(stepOf(run)), ageText(run.createdUnixSeconds, QDateTime::currentSecsSinceEpoch()));
        case ThumbnailRole:
            return thumbnail(run);
        case SearchRole:
            return QStringLiteral("%1 %2 %3").arg(name, detail(run), stateText(stateOf(run)));
        case Qt::AccessibleTextRole:
            return QStringLiteral("%1, %2, %3, %4")
                .arg(name, stateText(stateOf(run)), detail(run), stepsText(stepOf(run)));
        default:
            return {};
    }
}

bool RunListModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || name.isEmpty() || name == data(index, Qt::DisplayRole).toString())
        return false;
    Q_EMIT renameRequested(data(index, FolderRole).toString(), name);
    return true;
}

Qt::ItemFlags RunListModel::flags(const QModelIndex& index) const {
    return QAbstractListModel::flags(index) | Qt::ItemIsEditable;
}

}  // namespace limner::widgets
