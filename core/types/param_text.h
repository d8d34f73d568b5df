// One parameter value as a person types and reads it, checked against its row.
#pragma once

#include <string>
#include <string_view>

#include "param.h"

namespace limner {

/// Checks one value against its row; returns it in the row's type.
Result<ParamValue> checkValue(const ParamSpec& spec, const ParamValue& value);

/// Reads what a person typed: "2e-4", "1/5000", "on", "off" (zeroText), a choice by id or label.
Result<ParamValue> parseValue(const ParamSpec& spec, std::string_view typed);

/// Writes a value as the form, the command line and the recipe text show it, without the unit.
std::string formatValue(const ParamSpec& spec, const ParamValue& value);

/// The range in words: "1 to 4096", "0.0 to 1.0", "classic, batch-norm or wide". Empty for free text.
std::string rangeText(const ParamSpec& spec);

}  // namespace limner
