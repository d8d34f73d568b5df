#include "job_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

namespace limner::widgets {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("job", text);
}
QString grouped(double number) {
    return QLocale().toString(static_cast<qlonglong>(std::llround(number)));
}

/// Units come from the core in English; the ones we know are translated.
QString unitText(const Progress& progress) {
    static const char* const kUnits[] = {
        QT_TRANSLATE_NOOP("job", "steps"), QT_TRANSLATE_NOOP("job", "frames"),
        QT_TRANSLATE_NOOP("job", "pictures"), QT_TRANSLATE_NOOP("job", "tokens"),
        QT_TRANSLATE_NOOP("job", "iterations")};
    for (const char* unit : kUnits) {
        if (progress.unit == unit) return say(unit);
    }
    return QString::fromStdString(progress.unit);
}

}  // namespace

QString percentText(const Progress& progress) {
    if (progress.total <= 0) return {};
    const double share = std::clamp(progress.done / progress.total, 0.0, 1.0);
    // Rounded down: 100 % is said when it is done and not before.
    return say(QT_TRANSLATE_NOOP("job", "%1 %"))
        .arg(QLocale().toString(std::floor(share * 1000) / 10, 'f', 1));
}

QString doneText(const Progress& progress) {
    if (progress.total <= 0) {
        return say(QT_TRANSLATE_NOOP("job", "%1 %2")).arg(grouped(progress.done), unitText(progress));
    }
    return say(QT_TRANSLATE_NOOP("job", "%1 of %2 %3"))
        .arg(grouped(progress.done), grouped(progress.total), unitText(progress));
}

QString doneTextShort(const Progress& progress) {
    if (progress.total <= 0) return grouped(progress.done);
    return say(QT_TRANSLATE_NOOP("job", "%1 / %2")).arg(grouped(progress.done), grouped(progress.total));
}

QString rateText(const Progress& progress) {
    const double rate = progress.ratePerSecond;
    if (rate <= 0) return {};
    const QString unit = unitText(progress);
    if (rate < 0.1) {
        return say(QT_TRANSLATE_NOOP("job", "%1 s for one")).arg(QLocale().toString(1 / rate, 'f', 0));
    }
    return say(QT_TRANSLATE_NOOP("job", "%1 %2/s"))
        .arg(QLocale().toString(rate, 'f', rate < 100 ? 1 : 0), unit);
}

QString durationText(double seconds) {
    const auto whole = static_cast<qlonglong>(std::llround(seconds));
    const qlonglong days = whole / 86400, hours = whole / 3600 % 24, minutes = whole / 60 % 60;
    if (days > 0) return say(QT_TRANSLATE_NOOP("job", "%1 d %2 h")).arg(days).arg(hours);
    if (hours > 0) return say(QT_TRANSLATE_NOOP("job", "%1 h %2 min")).arg(hours).arg(minutes);
    if (minutes > 0) return say(QT_TRANSLATE_NOOP("job", "%1 min %2 s")).arg(minutes).arg(whole % 60);
    return say(QT_TRANSLATE_NOOP("job", "%1 s")).arg(whole);
}

QString timeLeftText(const Progress& progress) {
    if (progress.secondsLeft < 0) return {};
    return say(QT_TRANSLATE_NOOP("job", "%1 left")).arg(durationText(progress.secondsLeft));
}

StateLook stateLook(JobState state) {
    switch (state) {
        case JobState::Waiting:
            return {QStringLiteral("more"), say(QT_TRANSLATE_NOOP("job", "Waiting"))};
        case JobState::Running:
            return {QStringLiteral("play"), say(QT_TRANSLATE_NOOP("job", "Running"))};
        case JobState::Paused:
            return {QStringLiteral("pause"), say(QT_TRANSLATE_NOOP("job", "Paused"))};
        case JobState::Finished:
            return {QStringLiteral("check"), say(QT_TRANSLATE_NOOP("job", "Finished"))};
        case JobState::Failed:
            return {QStringLiteral("error"), say(QT_TRANSLATE_NOOP("job", "Failed"))};
        case JobState::Cancelled:
            return {QStringLiteral("stop"), say(QT_TRANSLATE_NOOP("job", "Stopped"))};
    }
    return {};
}

}  // namespace limner::widgets
