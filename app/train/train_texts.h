// Words about a run, made from its values and its table.
#pragma once

#include <QString>

#include "core/types/catalog.h"
#include "core/types/run_store.h"

namespace limner::app {

/// The row of an id among those in force; null if there is none.
const ParamSpec* findRow(const ParamTable& table, const ParamValues& values, std::string_view id);
/// "GAN, convolutional, 28 × 28, seed 7"
QString runDetail(const ParamTable& table, const ParamValues& values);
/// "Learning rate D 2.0e-4 → 4.0e-4"
QString editText(const ParamTable& table, const ParamValues& values, const RecordedEdit& edit);
/// What the person calls a run; without a name of its own, the folder's without its date.
QString runName(const RunInfo& run);
/// "5 min 20 s"
QString durationText(double seconds);
/// The same table with every row fixed: for a run that is over.
ParamTable lockedTable(ParamTable table);

}  // namespace limner::app
