// One recipe over ranges of two of its parameters: which values each cell of the grid has.
#pragma once

#include <string>
#include <string_view>

#include "param.h"

namespace limner {

/// One axis of the grid. Its parameter is a numeric row of a kind's table, or one distance among offsets:
/// "directions.3", "dimensions.12", or "attributes.2" for the second direction in the base's own list.
struct SweepAxis {
    std::string id = {};  ///< empty: no such axis, one cell
    double from = 0;
    double to = 1;
    int count = 1;                     ///< cells, >= 1
    ParamKind kind = ParamKind::Real;  ///< Integer: values are rounded
    Scale scale = Scale::Linear;       ///< Log: equal ratios between neighbours
};

struct Sweep {
    ParamValues base = {};  ///< the values of the recipe, before the axes are put in
    SweepAxis x = {};       ///< columns, from the left
    SweepAxis y = {};       ///< rows, from the top
};

/// The value at one cell along an axis: `from` at 0, `to` at count - 1. @pre 0 <= index < count
double axisValue(const SweepAxis& axis, int index);
/// The same as a person reads it.
std::string axisText(const SweepAxis& axis, int index);

/// The values of one cell. Pure. @pre the axes come from `sweepAxis`, the lists of the base can be read
ParamValues cellValues(const Sweep& sweep, int column, int row);

/// An axis over a parameter of a table. `values` say which rows are in force.
/// Errors: InvalidArgument (no such parameter with the nearest, one that is no number, a direction that the
/// list of the values does not have, a limit outside of its range, no cells or too many).
Result<SweepAxis> sweepAxis(const ParamTable& table, const ParamValues& values, const std::string& id,
                            double from, double to, int count);

}  // namespace limner
