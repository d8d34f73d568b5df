// What a sweep is about, read from the values of its recipe.
#pragma once

#include "core/internal/kinds.h"
#include "core/types/host.h"
#include "core/types/sweep.h"

namespace limner::generation {

struct SweepPlan {
    const KindEntry* kind = nullptr;  ///< what each cell is
    Sweep sweep = {};
};

/// The JSON text of the base: given as such, or as the path of a file that holds it or of a PNG that carries
/// its recipe. Without a host a PNG stays the path that it is.
/// Errors: NotFound, Damaged, Mismatch.
Result<std::string> baseText(const std::string& given, const Host* host);

/// @param values  complete, of `sweepTable`, "base" as JSON text
/// Errors: InvalidArgument (no such kind, values that do not fit it, and those of sweepAxis), Damaged.
Result<SweepPlan> sweepPlanOf(const ParamValues& values);

/// "Truncation", "Direction 3"; empty where there is no axis.
Message axisTitle(const SweepPlan& plan, const SweepAxis& axis);

/// What a sweep is called while it waits: "garments: Smile × Truncation". Axes have the titles that the
/// values give them, else those of their parameters. @param values  of `sweepTable`, "base" perhaps still a
/// path
std::string sweepTitle(const ParamValues& values);

}  // namespace limner::generation
