// The live lane: the newest request of each requester is answered, older ones are dropped.
#include <gtest/gtest.h>

#include <condition_variable>
#include <latch>
#include <set>

#include "core/engine/live_lane.h"

using namespace limner;
using namespace limner::engine;
using namespace std::chrono_literals;

namespace {

/// Counts answers and lets a test wait for one.
class Bell {
public:
    std::function<void()> ring() {
        return [this] {
            const std::scoped_lock lock(m_mutex);
            m_changed.notify_all();
        };
    }
    template <typename Predicate>
    [[nodiscard]] bool waitUntil(Predicate isTrue) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 20s, isTrue);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
};

LiveRequest request(RequesterId requester, float latent) {
    return {.requester = requester, .what = "decode", .values = {}, .latents = {{latent}}};
}

}  // namespace

TEST(LiveLane, AnswersTheNewestRequestAndDropsTheOnesBetween) {
    Bell bell;
    std::latch isBusy(1), mayGoOn(1);
    std::mutex mutex;
    std::vector<float> seen;
    LiveLane lane(
        [&](const LiveRequest& asked) -> Result<LivePicture> {
            if (asked.latents[0][0] == 0) {
                isBusy.count_down();
                mayGoOn.wait();
            }
            const std::scoped_lock lock(mutex);
            seen.push_back(asked.latents[0][0]);
            return LivePicture{};
        },
        bell.ring());
    lane.ask(request(1, 0));
    isBusy.wait();
    for (int i = 1; i <= 100; ++i) lane.ask(request(1, static_cast<float>(i)));
    mayGoOn.count_down();
    ASSERT_TRUE(bell.waitUntil([&] { return lane.answer(1) != nullptr && lane.answer(1)->serial == 101; }));
    const std::scoped_lock lock(mutex);
    EXPECT_EQ(seen, (std::vector<float>{0, 100}));
}

TEST(LiveLane, KeepsRequestersApart) {
    Bell bell;
    LiveLane lane(
        [](const LiveRequest& asked) -> Result<LivePicture> {
            LivePicture picture;
            picture.numbers = {{"latent", asked.latents[0][0]}};
            return picture;
        },
        bell.ring());
    for (RequesterId id = 1; id <= 5; ++id) lane.ask(request(id, static_cast<float>(id)));
    ASSERT_TRUE(bell.waitUntil([&] {
        for (RequesterId id = 1; id <= 5; ++id)
            if (lane.answer(id) == nullptr) return false;
        return true;
    }));
    for (RequesterId id = 1; id <= 5; ++id)
        EXPECT_EQ(lane.answer(id)->picture->numbers[0].second, static_cast<double>(id));
}

TEST(LiveLane, AnExceptionBecomesAnErrorAndTheLaneSurvives) {
    Bell bell;
    LiveLane lane(
        [](const LiveRequest& asked) -> Result<LivePicture> {
            if (asked.latents[0][0] < 0) throw std::runtime_error("no such layer");
            return LivePicture{};
        },
        bell.ring());
    lane.ask(request(1, -1));
    ASSERT_TRUE(bell.waitUntil([&] { return lane.answer(1) != nullptr; }));
    EXPECT_EQ(lane.answer(1)->picture.error().details, "no such layer");
    lane.ask(request(1, 1));
    ASSERT_TRUE(bell.waitUntil([&] { return lane.answer(1)->serial == 2; }));
    EXPECT_TRUE(lane.answer(1)->picture.ok());
}
