// The live lane: answers what a hand is doing right now. Newest request of each requester wins.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <thread>

#include "core/types/studio.h"

namespace limner::engine {

/// Makes one answer, on the live lane. Exceptions become errors.
using LiveHandler = std::function<Result<LivePicture>(const LiveRequest&)>;

class LiveLane {
public:
    /// @param answered  called on the lane after each answer: wakes the user interface
    LiveLane(LiveHandler handler, std::function<void()> answered);
    ~LiveLane();

    /// Replaces an older request of the same requester that has not been begun.
    void ask(const LiveRequest& request);
    /// The newest answer; its serial is the number of requests that its requester had made up to then.
    std::shared_ptr<const LiveAnswer> answer(RequesterId requester) const;

private:
    struct Pending {
        LiveRequest request;
        uint64_t serial = 0;
    };
    void run(const std::stop_token& stopToken);
    Result<LivePicture> handle(const LiveRequest& request) const;

    LiveHandler m_handler;
    std::function<void()> m_answered;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_asked;
    std::deque<Pending> m_pending;  // at most one per requester, longest waiting first
    std::map<RequesterId, uint64_t> m_serials;
    std::map<RequesterId, std::shared_ptr<const LiveAnswer>> m_answers;
    std::jthread m_thread;
};

}  // namespace limner::engine
