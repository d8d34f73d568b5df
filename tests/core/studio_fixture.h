// A studio on a small data set, and one with a run that is over.
#pragma once

#include <unistd.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

#include "core/internal/checkpoint.h"
#include "core/io/safe_replace.h"
#include "core/studio.h"
#include "core/types/studio.h"
#include "training_run.h"

namespace limner::testing {

class StudioTest : public TrainingFixture {
protected:
    StudioTest() : studio(makeStudio(host, StudioOptions{folder.string(), "cpu", 1})) {}

    Recipe recipe(const ParamValues& more = {}) const {
        ParamValues values = more;
        values.insert({{"data", "idx"},
                       {"data_folder", data.string()},
                       {"model", "mlp-gan"},
                       {"batch_size", int64_t{8}},
                       {"steps", int64_t{5}},
                       {"log_every", int64_t{1}}});
        return {.schema = kRecipeSchema, .kind = "train", .values = values, .origin = {}};
    }

    /// Waits for a condition, for at most half a minute.
    template <typename Condition>
    bool waitFor(Condition condition) const {
        const auto limit = std::chrono::steady_clock::now() + std::chrono::seconds(30);
        while (!condition()) {
            if (std::chrono::steady_clock::now() > limit) return false;
            std::this_thread::yield();
        }
        return true;
    }
    JobInfo info(JobId id) const {
        for (const JobInfo& one : studio->jobs()) {
            if (one.id == id) return one;
        }
        return {};
    }
    bool waitUntilOver(JobId id) const {
        return waitFor([&] { return isOver(info(id).state); });
    }
    Error startError(const Recipe& bad) const {
        const auto started = studio->start(bad);
        EXPECT_FALSE(started.ok());
        return started.ok() ? Error{} : started.error();
    }

    /// Asks the live lane and waits for the answer.
    Result<LivePicture> answerTo(LiveRequest request) {
        const auto before = studio->answer(request.requester);
        studio->ask(request);
        EXPECT_TRUE(waitFor([&] { return studio->answer(request.requester) != before; }));
        return studio->answer(request.requester)->picture;
    }

    PlainHost host;
    std::unique_ptr<Studio> studio;
};

class OutputTest : public StudioTest {
protected:
    void SetUp() override {
        const auto id = studio->start(recipe({{"ema", 0.9}, {"out", (folder / "run").string()}}));
        ASSERT_TRUE(id.ok());
        ASSERT_TRUE(waitUntilOver(*id));
    }
    JobState make(const std::string& kind, ParamValues values) {
        values["run"] = (folder / "run").string();
        const auto id = studio->start({.schema = 1, .kind = kind, .values = values, .origin = {}});
        EXPECT_TRUE(id.ok());
        EXPECT_TRUE(waitUntilOver(*id));
        return info(*id).state;
    }
    std::string bytesOf(const fs::path& file) const { return io::readFile(file, 1 << 28).value(); }
};

}  // namespace limner::testing
