#include "core/engine/engine.h"

#include <utility>

namespace limner::engine {

Engine::Engine(EngineHooks hooks)
    : m_hooks(std::move(hooks)),
      m_live(m_hooks.live, m_hooks.wake),
      m_work([this](Event event) { keep(std::move(event)); }) {}

std::vector<Event> Engine::drainEvents() {
    const std::scoped_lock lock(m_mutex);
    return std::exchange(m_events, {});
}

void Engine::keep(Event event) {
    m_hooks.observe(event);
    {
        const std::scoped_lock lock(m_mutex);
        m_events.push_back(std::move(event));
    }
    m_hooks.wake();
}

}  // namespace limner::engine
