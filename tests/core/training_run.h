// Runs training jobs without lanes, one step at a time, on a small set of pictures.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "core/internal/checkpoint.h"
#include "core/internal/device.h"
#include "core/internal/job_context.h"
#include "core/training/start.h"
#include "core/training/train_table.h"
#include "idx_set.h"
#include "plain_host.h"

namespace limner::testing {

namespace fs = std::filesystem;

/// A folder that is gone after the test.
class TrainingFixture : public ::testing::Test {
protected:
    TrainingFixture() {
        const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
        std::string name = std::string(test->test_suite_name()) + "-" + test->name();
        std::ranges::replace(name, '/', '-');
        folder = fs::temp_directory_path() / ("limner-" + name + "-" + std::to_string(::getpid()));
        fs::remove_all(folder);
        data = writeIdxSet(folder / "data", 43, 12);
    }
    ~TrainingFixture() override { fs::remove_all(folder); }

    fs::path folder;
    fs::path data;
};

/// One "program": what is in memory is gone with it, the files stay.
class Session {
public:
    explicit Session(const fs::path& project)
        : context{.host = host,
                  .project = project,
                  .facts = {.programVersion = "test", .torchVersion = "test", .device = "cpu", .threads = 1},
                  .weights = {},
                  .processTurns = {}} {}

    Result<void> start(const ParamValues& values) {
        const bool isResume = values.contains("resume");
        const auto complete =
            isResume ? Result<ParamValues>(values) : completeValues(training::trainTable(), values);
        if (!complete) return complete.error();
        auto made = training::startTraining(
            {.schema = kRecipeSchema, .kind = "train", .values = *complete, .origin = {}}, context, JobId{1},
            [this](Event event) { events.push_back(event); });
        if (!made) return made.error();
        job = std::move(*made);
        return {};
    }

    /// Steps until the job says something else than "continue", at most `count` times.
    engine::StepOutcome step(int count = 1) {
        engine::StepOutcome outcome;
        for (int i = 0; i < count && outcome.next == engine::StepOutcome::Next::Continue; ++i)
            outcome = job->step();
        return outcome;
    }
    engine::StepOutcome runToEnd() { return step(100'000); }

    PlainHost host;
    JobContext context;
    std::vector<Event> events;
    std::unique_ptr<engine::Job> job;
};

}  // namespace limner::testing
