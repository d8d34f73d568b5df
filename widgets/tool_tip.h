// The text of tool tips: name, sentence, range and default, key.
#pragma once

#include <QString>

#include "core/types/param.h"

namespace limner::widgets {

/// Rich text: the name bold, then the sentence, then the key. Any part may be empty.
QString toolTipText(const QString& name, const QString& sentence, const QString& key = {});

/// "Learning rate D: how fast … 1e-6 to 1, default 2e-4. F1", translated.
QString paramToolTip(const ParamSpec& spec, const ParamValue& standard);

}  // namespace limner::widgets
