// The ways a segment of a time line can move, in words.
#pragma once

#include <QString>
#include <vector>

#include "core/types/timeline.h"

namespace limner::widgets {

/// In the order of menus.
const std::vector<Ease>& allEases();
/// "Ease out", for menus.
QString easeTitle(Ease ease);
/// "ease out", for the track.
QString easeWord(Ease ease);

}  // namespace limner::widgets
