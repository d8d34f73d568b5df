// Both lanes and the event queue behind one door. Knows nothing of what the jobs do.
#pragma once

#include <functional>
#include <mutex>
#include <vector>

#include "core/engine/live_lane.h"
#include "core/engine/work_lane.h"

namespace limner::engine {

struct EngineHooks {
    LiveHandler live;                    ///< answers live requests, on the live lane
    std::function<void()> wake = [] {};  ///< an answer or an event is there; any thread
    std::function<void(const Event&)> observe = [](const Event&) {
    };  ///< each event as it happens; any thread
};

class Engine {
public:
    explicit Engine(EngineHooks hooks);

    WorkLane& work() { return m_work; }
    const WorkLane& work() const { return m_work; }
    LiveLane& live() { return m_live; }
    const LiveLane& live() const { return m_live; }

    /// Events since the last call, oldest first.
    std::vector<Event> drainEvents();

private:
    void keep(Event event);

    EngineHooks m_hooks;
    std::mutex m_mutex;  // guards the events
    std::vector<Event> m_events;
    LiveLane m_live;
    WorkLane m_work;  // last: its jobs may still speak to all of the above while they end
};

}  // namespace limner::engine
