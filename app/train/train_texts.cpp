#include "train_texts.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>
#include <algorithm>
#include <cmath>

#include "app/core_text.h"

namespace limner::app {

const ParamSpec* findRow(const ParamTable& table, const ParamValues& values, std::string_view id) {
    const auto rows = activeRows(table, values);
    const auto found =
        std::find_if(rows.begin(), rows.end(), [id](const ParamSpec* row) { return row->id == id; });
    return found == rows.end() ? nullptr : *found;
}

QString runDetail(const ParamTable& table, const ParamValues& values) {
    QStringList parts;
    for (const char* id : {"model", "preset"})
        if (const ParamSpec* row = findRow(table, values, id))
            parts << widgets::valueText(*row, effectiveValue(table, values, id));
    if (const ParamSpec* seed = findRow(table, values, "seed"))
        parts << QCoreApplication::translate("train", "seed %1")
                     .arg(widgets::valueText(*seed, effectiveValue(table, values, "seed")));
    return parts.join(QStringLiteral(", "));
}

QString editText(const ParamTable& table, const ParamValues& values, const RecordedEdit& edit) {
    const ParamSpec* row = findRow(table, values, edit.id);
    if (!row) return fromUtf8(edit.id);
    return QStringLiteral("%1 %2 → %3")
        .arg(coreText(row->label), widgets::valueText(*row, edit.oldValue),
             widgets::valueText(*row, edit.newValue));
}

QString runName(const RunInfo& run) {
    const QString folder = QFileInfo(fromUtf8(run.folder)).fileName();
    const QString given = fromUtf8(run.name);
    if (!given.isEmpty() && given != folder) return given;
    static const QRegularExpression date(QStringLiteral("^\\d{8}-\\d{4}-"));
    return QString(folder).remove(date);
}

QString durationText(double seconds) {
    const auto whole = static_cast<qint64>(std::lround(seconds));
    const auto text = [](const char* pattern) { return QCoreApplication::translate("train", pattern); };
    if (whole < 60) return text(QT_TRANSLATE_NOOP("train", "%1 s")).arg(whole);
    if (whole < 3600) return text(QT_TRANSLATE_NOOP("train", "%1 min %2 s")).arg(whole / 60).arg(whole % 60);
    return text(QT_TRANSLATE_NOOP("train", "%1 h %2 min")).arg(whole / 3600).arg(whole % 3600 / 60);
}

ParamTable lockedTable(ParamTable table) {
    for (ParamSpec& row : table) {
        row.editableWhileRunning = false;
        for (Choice& choice : row.choices) choice.rows = lockedTable(std::move(choice.rows));
    }
    return table;
}

}  // namespace limner::app
