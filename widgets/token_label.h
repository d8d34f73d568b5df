// A token as it can be shown by itself: spaces and line ends are invisible otherwise.
#pragma once

#include <QString>

namespace limner::widgets {

/// "river" for " river", "↵" for a line end, "␣" for a space alone.
QString tokenLabel(const QString& token);

}  // namespace limner::widgets
