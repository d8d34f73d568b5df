// Progress in words: the same ones in the job bar, the window title and the list of runs.
#pragma once

#include <QString>
#include <QStringList>

#include "core/types/job.h"

namespace limner::widgets {

/// "48.7 %"; empty while the total is unknown.
QString percentText(const Progress& progress);
/// "8,214 of 16,860 steps", short "8,214 / 16,860"; without a total "8,214 steps".
QString doneText(const Progress& progress);
QString doneTextShort(const Progress& progress);
/// "5.6 steps/s"; below one a second "12 s/step"; empty while unknown.
QString rateText(const Progress& progress);
/// "44 s", "25 min 44 s", "2 h 5 min", "3 d 4 h". @pre seconds >= 0
QString durationText(double seconds);
/// "25 min 44 s left"; empty while unknown.
QString timeLeftText(const Progress& progress);

struct StateLook {
    QString iconName;
    QString word;  ///< "Paused"
};
StateLook stateLook(JobState state);

}  // namespace limner::widgets
