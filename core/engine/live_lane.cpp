#include "core/engine/live_lane.h"

#include <algorithm>
#include <exception>
#include <utility>

namespace limner::engine {

LiveLane::LiveLane(LiveHandler handler, std::function<void()> answered)
    : m_handler(std::move(handler)),
      m_answered(std::move(answered)),
      m_thread([this](const std::stop_token& stopToken) { run(stopToken); }) {}

LiveLane::~LiveLane() = default;

void LiveLane::ask(const LiveRequest& request) {
    {
        const std::scoped_lock lock(m_mutex);
        const uint64_t serial = ++m_serials[request.requester];
        const auto older = std::find_if(m_pending.begin(), m_pending.end(), [&request](const Pending& p) {
            return p.request.requester == request.requester;
        });
        if (older != m_pending.end())
            *older = {request, serial};  // keeps its place in the line
        else
            m_pending.push_back({request, serial});
    }
    m_asked.notify_one();
}

std::shared_ptr<const LiveAnswer> LiveLane::answer(RequesterId requester) const {
    const std::scoped_lock lock(m_mutex);
    const auto found = m_answers.find(requester);
    return found == m_answers.end() ? nullptr : found->second;
}

void LiveLane::run(const std::stop_token& stopToken) {
    while (true) {
        Pending next;
        {
            std::unique_lock lock(m_mutex);
            m_asked.wait(lock, stopToken, [this] { return !m_pending.empty(); });
            if (stopToken.stop_requested()) return;
            next = std::move(m_pending.front());
            m_pending.pop_front();
        }
        auto answer = std::make_shared<LiveAnswer>();
        answer->requester = next.request.requester;
        answer->serial = next.serial;
        answer->picture = handle(next.request);
        {
            const std::scoped_lock lock(m_mutex);
            m_answers[answer->requester] = answer;
        }
        m_answered();
    }
}

Result<LivePicture> LiveLane::handle(const LiveRequest& request) const {
    try {
        return m_handler(request);
    } catch (const std::exception& exception) {
        return Error{.code = ErrorCode::Internal,
                     .message = LIMNER_TR("core", "Something went wrong inside Limner."),
                     .hint = LIMNER_TR("core", "Please report it with the details below."),
                     .details = exception.what()};
    }
}

}  // namespace limner::engine
