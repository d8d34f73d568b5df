#include "place_menu.h"

#include <QMenu>
#include <algorithm>

#include "explore_session.h"

namespace limner::app {

void addMarks(QMenu& menu, ExploreSession& session, const ParamValues& place) {
    const std::array<QString, 2> words{ExploreSession::tr("Mark as A"), ExploreSession::tr("Mark as B")};
    for (size_t group = 0; group < words.size(); ++group) {
        QAction* action =
            menu.addAction(words[group], &session, [&session, place, group] { session.mark(place, group); });
        action->setCheckable(true);
        const auto& marked = session.record().groups[group];
        action->setChecked(std::ranges::find(marked, place) != marked.end());
    }
}

}  // namespace limner::app
