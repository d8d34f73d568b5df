// Where a number lies on its slider, and how far one key press moves it. Plain arithmetic on a ParamSpec.
#pragma once

#include "core/types/param.h"

namespace limner::widgets {

/// Whether a slider makes sense: a bounded range a hand can aim in.
bool hasSlider(const ParamSpec& spec);

/// Whether the fill grows from zero in the middle of the trough (a range that has both signs).
bool isCentred(const ParamSpec& spec);

/// Position 0..1 of a value; the value is clamped to the range. A log range that begins at 0 keeps its first
/// twentieth for 0 itself.
double positionOf(const ParamSpec& spec, double value);

/// The value at a position 0..1, rounded to what the range distinguishes (whole numbers, `step`, or three
/// significant digits at most).
double valueAt(const ParamSpec& spec, double position);

/// The value after `steps` presses of an arrow key (10 for Shift, 0.1 for Alt), clamped to the range.
double stepped(const ParamSpec& spec, double value, double steps);

double numberOf(const ParamValue& value);
/// In the row's type: int64_t for Integer, double for Real.
ParamValue valueOf(const ParamSpec& spec, double number);

}  // namespace limner::widgets
