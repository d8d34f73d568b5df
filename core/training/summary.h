// The last and the best of each scalar of a run.
#pragma once

#include <map>
#include <string>

#include "core/types/metric_table.h"

namespace limner::training {

/// The last measured value of each scalar. Scalars that were never measured are left out.
std::map<std::string, double> lastValues(const MetricTable& table);

/// The lowest value of each loss, the highest of each accuracy. Learning rates are left out.
std::map<std::string, double> bestValues(const MetricTable& table);

}  // namespace limner::training
