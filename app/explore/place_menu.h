// What can be done with any place that has a picture, for the menus of a right click.
#pragma once

#include "core/types/param.h"

class QMenu;

namespace limner::app {

class ExploreSession;

/// "Mark as A" and "Mark as B", ticked where the place is in that group.
void addMarks(QMenu& menu, ExploreSession& session, const ParamValues& place);

}  // namespace limner::app
