// Texts that come from the core in English, in the language of the window.
#pragma once

#include <QString>
#include <string>

#include "core/types/param.h"
#include "core/types/text.h"

namespace limner::widgets {

QString coreText(const std::string& source);
/// The translated sentence with its arguments in place.
QString coreText(const Message& message);

/// A value as a person reads it: the label of a choice, "on", a number with its unit where `withUnit`.
QString valueText(const ParamSpec& spec, const ParamValue& value);
QString valueTextWithUnit(const ParamSpec& spec, const ParamValue& value);

}  // namespace limner::widgets
