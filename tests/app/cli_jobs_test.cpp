// limner-cli from the command line to the exit code, with a studio that the test drives in place of a core.
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <nlohmann/json.hpp>
#include <sstream>

#include "app/cli/commands.h"
#include "app/cli/progress_view.h"
#include "app/cli/weights_header.h"
#include "fake_studio.h"

namespace limner::cli {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

/// Each time limner-cli looks at its job, the test takes its next turn.
class Turns : public StopRequests {
public:
    std::vector<std::function<void()>> turns;
    bool isStopAsked = false;

    bool isAsked() const override { return isStopAsked; }
    void waitFor(std::chrono::milliseconds) override {
        ASSERT_LT(m_next, turns.size()) << "limner-cli waits for more than the test has";
        turns[m_next++]();
    }

private:
    size_t m_next = 0;
};

class NoPictures : public Host {
public:
    Result<PictureInfo> probe(std::span<const std::byte>) const override { return Error{}; }
    Result<Image> decode(std::span<const std::byte>) const override { return Error{}; }
    Result<std::vector<std::byte>> encodePng(const Image&, const TextFields&) const override {
        return Error{};
    }
    TextFields textFields(std::span<const std::byte>) const override { return {}; }
    void wake() override {}
};

class Cli : public ::testing::Test {
protected:
    ExitCode run(std::vector<const char*> words) {
        words.insert(words.begin(), "limner-cli");
        const auto line = readCommandLine(static_cast<int>(words.size()), words.data());
        if (!line) return terminal.fail(line.error());
        terminal.isJson = line->isJson;
        Context context{studio, host, terminal, turns};
        return runCommand(*line, context);
    }

    std::vector<nlohmann::json> jsonLines() const {
        std::vector<nlohmann::json> lines;
        std::istringstream stream(out.str());
        for (std::string text; std::getline(stream, text);) lines.push_back(nlohmann::json::parse(text));
        return lines;
    }

    static constexpr JobId kJob{1};
    std::ostringstream out;
    std::ostringstream err;
    Terminal terminal{.out = out, .err = err};
    test::FakeStudio studio;
    NoPictures host;
    Turns turns;
};

TEST_F(Cli, ATrainingThatFinishesSaysWhereItIsAndItsLastScalars) {
    turns.turns = {[&] { studio.publish(kJob, 100); },
                   [&] {
                       studio.publish(kJob, 200);
                       studio.setState(kJob, JobState::Finished);
                   }};
    EXPECT_EQ(run({"train", "--model", "dcgan", "--epochs", "1"}), ExitCode::Ok);
    EXPECT_THAT(out.str(),
                AllOf(HasSubstr("200 steps"), HasSubstr("loss_d 1.38"), HasSubstr("/project/runs/run-1")));
    EXPECT_EQ(err.str(), "");
}

TEST_F(Cli, AStopRequestEndsTheJobAndIsNoFailure) {
    turns.turns = {[&] { studio.publish(kJob, 1); }, [&] { turns.isStopAsked = true; }, [] {}};
    EXPECT_EQ(run({"train"}), ExitCode::Ok);
    EXPECT_THAT(studio.calls(), Contains("stop 1"));
    EXPECT_THAT(out.str(), HasSubstr("Stopped after 1 steps"));
}

TEST_F(Cli, AFailureGoesToTheErrorStreamWithItsHint) {
    turns.turns = {[&] {
        studio.fail(kJob,
                    {.code = ErrorCode::Damaged, .message = "“a” is cut off.", .hint = "Get it again."});
    }};
    EXPECT_EQ(run({"train"}), ExitCode::Failed);
    EXPECT_THAT(err.str(), AllOf(HasSubstr("“a” is cut off."), HasSubstr("Get it again.")));
    EXPECT_THAT(out.str(), Not(HasSubstr("Finished")));
}

TEST_F(Cli, WhatThereIsToSayOfAWritingDoesNotStandBetweenItsWords) {
    studio.addWrite();
    turns.turns = {[&] { studio.publishWriting(kJob, {"The"}, "", 12); },
                   [&] {
                       studio.say({.job = kJob, .kind = EventKind::Warning, .message = "Some are unknown."});
                       EXPECT_EQ(err.str(), "");
                   },
                   [&] {
                       EXPECT_EQ(err.str(), "");
                       studio.publishWriting(kJob, {"The", " river"}, "", 12);
                       studio.setState(kJob, JobState::Finished);
                   }};
    EXPECT_EQ(run({"write", "--run", "x", "--prompt", "a"}), ExitCode::Ok);
    EXPECT_EQ(out.str(), "The river\n");
    EXPECT_THAT(err.str(), AllOf(HasSubstr("Warning: Some are unknown."),
                                 HasSubstr("the first 12 tokens of the prompt found no room")));
}

TEST_F(Cli, AJobThatPausesForAFullDiskEndsWithAFailure) {
    studio.stopsAtOnce = true;
    turns.turns = {[&] {
                       studio.say({.job = kJob,
                                   .kind = EventKind::Failed,
                                   .state = JobState::Paused,
                                   .error = {.code = ErrorCode::NoSpace, .message = "The disk is full."}});
                   },
                   [] {}};
    EXPECT_EQ(run({"train"}), ExitCode::Failed);
    EXPECT_THAT(studio.calls(), Contains("stop 1"));
    EXPECT_THAT(err.str(), HasSubstr("The disk is full."));
}

TEST_F(Cli, AFileThatCouldNotBeWrittenIsNotSaidToBeKept) {
    turns.turns = {[&] {
                       studio.say({.job = kJob,
                                   .kind = EventKind::Failed,
                                   .state = JobState::Paused,
                                   .error = {.code = ErrorCode::NoSpace, .message = "The disk is full."}});
                   },
                   [] {}};
    EXPECT_EQ(run({"train"}), ExitCode::Failed);
    EXPECT_THAT(out.str(), AllOf(Not(HasSubstr("Kept:")), Not(HasSubstr("second signal"))));
}

TEST_F(Cli, TheReasonOfAFailureIsWaitedFor) {
    turns.turns = {[&] { studio.setState(kJob, JobState::Failed); }, [] {}, [] {},
                   [&] {
                       studio.say({.job = kJob,
                                   .kind = EventKind::Failed,
                                   .state = JobState::Failed,
                                   .error = {.code = ErrorCode::Damaged, .message = "“a” is cut off."}});
                   }};
    EXPECT_EQ(run({"train"}), ExitCode::Failed);
    EXPECT_THAT(err.str(), HasSubstr("“a” is cut off."));
}

TEST_F(Cli, EveryCommandHasHelp) {
    for (const char* command : {"train", "list", "info", "verify", "plot"}) {
        out.str("");
        EXPECT_EQ(run({command, "--help"}), ExitCode::Ok) << command;
        EXPECT_THAT(out.str(),
                    AllOf(HasSubstr(std::string("limner-cli ") + command), HasSubstr("--threads COUNT ")));
    }
}

TEST_F(Cli, HelpIsJsonWhereJsonIsAskedFor) {
    const std::vector<std::vector<const char*>> lines{
        {"train", "--help"}, {"plot", "--help"}, {"list", "--help"}, {"info", "--help"}, {"--help"}, {}};
    for (std::vector<const char*> words : lines) {
        out.str("");
        words.push_back("--json");
        EXPECT_EQ(run(words), ExitCode::Ok) << words.front();
        std::istringstream printed(out.str());
        size_t objects = 0;
        for (std::string text; std::getline(printed, text); ++objects) {
            const auto object = nlohmann::json::parse(text, nullptr, false);
            ASSERT_TRUE(object.is_object()) << text;
            EXPECT_TRUE(object.contains("help")) << text;
        }
        const size_t all = studio.catalog().kinds.size() + commandRegistry().size();
        EXPECT_EQ(objects, words.size() > 1 && words.front() != std::string("--help") ? 1 : all)
            << words.front();
    }
    out.str("");
    EXPECT_EQ(run({"train", "--help", "--json"}), ExitCode::Ok);
    const auto train = nlohmann::json::parse(out.str());
    EXPECT_EQ(train["id"], "train");
    EXPECT_THAT(train["parameters"].dump(), HasSubstr("learning_rate"));
}

TEST_F(Cli, ADeviceThatNobodyHasIsAWrongArgumentOfEveryCommand) {
    EXPECT_EQ(run({"list", "models", "--device", "gpu"}), ExitCode::WrongArguments);
    EXPECT_EQ(run({"list", "models", "--device", "cuda:x"}), ExitCode::WrongArguments);
    EXPECT_EQ(run({"list", "models", "--device", "cuda:1"}), ExitCode::Ok);
}

TEST_F(Cli, WrongArgumentsAreExitCodeTwoAndStartNothing) {
    EXPECT_EQ(run({"train", "--epochs", "0"}), ExitCode::WrongArguments);
    EXPECT_EQ(run({"train", "--modle", "vae"}), ExitCode::WrongArguments);
    EXPECT_EQ(run({"trian"}), ExitCode::WrongArguments);
    EXPECT_EQ(run({"list", "modles"}), ExitCode::WrongArguments);
    EXPECT_EQ(run({"list"}), ExitCode::WrongArguments);
    EXPECT_EQ(run({"plot", "--run", "/r"}), ExitCode::WrongArguments);
    EXPECT_TRUE(studio.calls().empty());
    EXPECT_THAT(err.str(), AllOf(HasSubstr("“train”"), HasSubstr("--model"), HasSubstr("models, datasets")));
}

TEST_F(Cli, WhatTheStudioRefusesAsAWrongArgumentIsExitCodeTwo) {
    studio.refuseNextStart({.code = ErrorCode::InvalidArgument, .message = "No."});
    EXPECT_EQ(run({"train"}), ExitCode::WrongArguments);
    studio.refuseNextStart({.code = ErrorCode::NotWritable, .message = "No."});
    EXPECT_EQ(run({"train"}), ExitCode::Failed);
}

TEST_F(Cli, ARunThatGoesOnKeepsItsSettings) {
    studio.fakeRuns().add(test::fakeRun("/project/runs/old", "old", RunState::Unfinished));
    turns.turns = {[&] { studio.setState(kJob, JobState::Finished); }};
    EXPECT_EQ(run({"train", "--resume", "/project/runs/old", "--device", "cpu"}), ExitCode::Ok) << err.str();
    EXPECT_EQ(studio.lastRecipe().values, (ParamValues{{"resume", "/project/runs/old"}}));
}

TEST_F(Cli, ARunThatIsNotThereCannotGoOn) {
    EXPECT_EQ(run({"train", "--resume", "/nowhere"}), ExitCode::Failed);
    EXPECT_THAT(err.str(), HasSubstr("/nowhere"));
}

TEST_F(Cli, JsonIsOneObjectALineFromStartToEnd) {
    turns.turns = {[&] { studio.publish(kJob, 5); }, [&] { studio.setState(kJob, JobState::Finished); }};
    EXPECT_EQ(run({"train", "--json"}), ExitCode::Ok);
    const auto lines = jsonLines();
    EXPECT_EQ(lines.front()["event"], "started");
    EXPECT_EQ(lines.back()["event"], "ended");
    EXPECT_EQ(lines.back()["state"], "finished");
    EXPECT_EQ(lines.back()["steps"], 5);
    EXPECT_NEAR(lines.back()["scalars"]["loss_d"].get<double>(), 1.3995, 1e-9);
}

TEST_F(Cli, JsonErrorsCarryTheStableCode) {
    EXPECT_EQ(run({"train", "--json", "--epochs", "0"}), ExitCode::WrongArguments);
    EXPECT_EQ(jsonLines().back()["error"]["code"], "invalid-argument");
}

TEST_F(Cli, ListsModelsOfTheCatalog) {
    EXPECT_EQ(run({"list", "models"}), ExitCode::Ok);
    EXPECT_THAT(out.str(), AllOf(HasSubstr("dcgan"), HasSubstr("Variational autoencoder")));
}

TEST_F(Cli, ListAsJsonHasTheParametersOfEachModel) {
    EXPECT_EQ(run({"list", "models", "--json"}), ExitCode::Ok);
    EXPECT_EQ(jsonLines().at(0)["id"], "dcgan");
    EXPECT_EQ(jsonLines().at(0)["parameters"][0]["id"], "preset");
}

TEST_F(Cli, PlainLinesDoNotFlood) {
    turns.turns.assign(500, [&, step = int64_t{0}]() mutable { studio.publish(kJob, ++step); });
    turns.turns.push_back([&] { studio.setState(kJob, JobState::Finished); });
    EXPECT_EQ(run({"train"}), ExitCode::Ok);
    const std::string text = out.str();
    EXPECT_LT(std::count(text.begin(), text.end(), '\n'), 12);
}

TEST(CliBar, IsExactlyAsWideAsItMayBe) {
    const Progress progress{.done = 292,
                            .total = 469,
                            .ratePerSecond = 41,
                            .secondsLeft = 4,
                            .unit = "steps",
                            .place = "epoch 0.62 of 1"};
    EXPECT_THAT(barText(progress, 120),
                AllOf(HasSubstr("62 %"), HasSubstr("292 of 469 steps"), HasSubstr("4 s left")));
    for (const int columns : {20, 40, 60, 80, 120})
        EXPECT_LE(displayWidth(barText(progress, columns)), columns);
}

TEST(CliBar, FillsWithTheShareDone) {
    const auto fullCells = [](double done) {
        const std::string bar = barText({.done = done, .total = 100, .unit = "steps"}, 100);
        size_t count = 0;
        for (size_t at = bar.find("█"); at != std::string::npos; at = bar.find("█", at + 1)) ++count;
        return count;
    };
    EXPECT_EQ(fullCells(0), 0U);
    EXPECT_EQ(fullCells(50), 16U);
    EXPECT_EQ(fullCells(100), 32U);
}

TEST(CliText, DurationsReadAsAPersonWouldSayThem) {
    EXPECT_EQ(durationText(7.6), "8 s");
    EXPECT_EQ(durationText(185), "3 min 05 s");
    EXPECT_EQ(durationText(7800), "2 h 10 min");
}

class Weights : public ::testing::Test {
protected:
    std::filesystem::path write(uint64_t length, const std::string& text) {
        const auto file = std::filesystem::path(::testing::TempDir()) / "cli_weights.safetensors";
        std::ofstream stream(file, std::ios::binary);
        for (int i = 0; i < 8; ++i) stream.put(static_cast<char>(length >> (8 * i)));
        stream << text;
        return file;
    }
};

TEST_F(Weights, HeaderNamesTensorsAndMetadata) {
    const std::string text =
        R"({"__metadata__":{"model":"vae"},"a.weight":{"dtype":"F32","shape":[2,3],"data_offsets":[0,24]}})";
    const auto header = readWeightsHeader(write(text.size(), text + std::string(24, '\0')));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->tensors.at(0).name, "a.weight");
    EXPECT_EQ(header->numberCount(), 6);
    EXPECT_EQ(header->metadata.at("model"), "vae");
}

TEST_F(Weights, ALengthBeyondTheFileIsDamage) {
    const auto header = readWeightsHeader(write(uint64_t{1} << 60, "{}"));
    ASSERT_FALSE(header);
    EXPECT_EQ(header.error().code, ErrorCode::Damaged);
}

}  // namespace
}  // namespace limner::cli
