// The small files of a run: recipe, metrics, edits, state, summary, and the names of its parts.
#include <gmock/gmock.h>

#include <cctype>
#include <set>
#include <thread>

#include <cmath>
#include <limits>

#include "core/io/run_folder.h"
#include "core/io/run_lock.h"
#include "full_disk.h"
#include "io_files.h"

namespace limner::io {
namespace {

using test::bytesOf;
using test::TemporaryFolder;
using test::writeBytes;
using testing::ElementsAre;
using testing::HasSubstr;

const double kNone = std::numeric_limits<double>::quiet_NaN();

Recipe someRecipe() {
    return {.kind = "train",
            .values = {{"flip", true},
                       {"steps", int64_t{9007199254740993}},
                       {"learning_rate", 0.1 + 0.2},
                       {"ema", 2.0},
                       {"name", std::string("Ärger, \"quoted\"\n")}},
            .origin = {.programVersion = "0.1.0", .modelHash = "ab12", .parent = "runs/earlier"}};
}

TEST(RecipeJson, ReadsBackEveryTypeAndBit) {
    const auto recipe = recipeFromJson(toJson(someRecipe()));
    ASSERT_TRUE(recipe.ok()) << recipe.error().text();
    EXPECT_EQ(*recipe, someRecipe());
    EXPECT_TRUE(std::holds_alternative<double>(recipe->values.at("ema")));
}

TEST(RecipeJson, KeysKeepTheirOrder) {
    EXPECT_EQ(
        toJson({.kind = "sample", .values = {{"b", 1.5}, {"a", int64_t{2}}}, .origin = {}}),
        "{\n  \"schema\": 1,\n  \"kind\": \"sample\",\n  \"values\": {\n    \"a\": 2,\n    \"b\": 1.5\n  },\n"
        "  \"origin\": {\n    \"program_version\": \"\",\n    \"model_hash\": \"\",\n    \"parent\": \"\"\n"
        "  }\n}\n");
}

TEST(RecipeJson, OriginMayBeMissing) {
    EXPECT_EQ(recipeFromJson(R"({"schema":1,"kind":"train","values":{}})")->kind, "train");
}

TEST(RecipeJson, RubbishIsRefusedWithTheNameOfTheField) {
    const std::pair<const char*, const char*> rows[] = {
        {"", "valid JSON"},
        {"[1]", "JSON object"},
        {R"({"kind":"train","values":{}})", "schema"},
        {R"({"schema":"1","kind":"train","values":{}})", "schema"},
        {R"({"schema":1,"values":{}})", "kind"},
        {R"({"schema":1,"kind":"train","values":[]})", "values"},
        {R"({"schema":1,"kind":"train","values":{"size":null}})", "size"},
        {R"({"schema":1,"kind":"train","values":{"size":18446744073709551615}})", "size"},
        {R"({"schema":1,"kind":"train","values":{},"origin":7})", "origin"},
        {"{\"schema\":1,\"kind\":\"\xff\",\"values\":{}}", "valid JSON"},
    };
    for (const auto& [json, word] : rows) {
        const auto recipe = recipeFromJson(json);
        ASSERT_FALSE(recipe.ok()) << json;
        EXPECT_EQ(recipe.error().code, ErrorCode::Damaged) << json;
        EXPECT_THAT(recipe.error().message.text(), HasSubstr(word)) << json;
    }
}

TEST(RecipeJson, NewerSchemaIsAMismatchThatAsksForAnUpdate) {
    const auto recipe = recipeFromJson(R"({"schema":2,"kind":[],"values":0})");
    EXPECT_EQ(recipe.error().code, ErrorCode::Mismatch);
    EXPECT_THAT(recipe.error().hint.text(), HasSubstr("Update"));
}

TEST(Metrics, ReadBackToTheSameBits) {
    const TemporaryFolder folder;
    const fs::path file = folder / "metrics.csv";
    auto writer = MetricsWriter::open(file, {"loss_d", "odd, \"name\""}, 0);
    ASSERT_TRUE(writer.ok());
    ASSERT_TRUE(writer->append(1, 0.1, 2.5, {1.0 / 3, kNone}).ok());
    ASSERT_TRUE(writer->append(2, 0.2, 5, {-1e-300, 7}).ok());
    ASSERT_TRUE(writer->flush().ok());
    EXPECT_EQ(bytesOf(file),
              "step,epoch,seconds,loss_d,\"odd, \"\"name\"\"\"\n"
              "1,0.1,2.5,0.3333333333333333,\n2,0.2,5,-1e-300,7\n");
    const auto table = readMetrics(file);
    ASSERT_TRUE(table.ok()) << table.error().text();
    EXPECT_THAT(table->names, ElementsAre("loss_d", "odd, \"name\""));
    ASSERT_EQ(table->rowCount(), 2U);
    const MetricBlock& block = *table->blocks.front();
    EXPECT_THAT(block.step, ElementsAre(1, 2));
    EXPECT_THAT(block.scalars[0], ElementsAre(1.0 / 3, -1e-300));
    EXPECT_TRUE(std::isnan(block.scalars[1][0]));
    EXPECT_EQ(block.scalars[1][1], 7);
}

TEST(Metrics, GoingOnRemovesTheRowsAfterTheCheckpoint) {
    const TemporaryFolder folder;
    const fs::path file = folder / "metrics.csv";
    writeBytes(file, "step,epoch,seconds,loss\n1,0,0,0.25\n2,0,0,0.5\n3,0,0,0.75\n4,0,0");
    auto writer = MetricsWriter::open(file, {"loss"}, 2);
    ASSERT_TRUE(writer.ok()) << writer.error().text();
    ASSERT_TRUE(writer->append(3, 1, 2, {9}).ok());
    ASSERT_TRUE(writer->flush().ok());
    EXPECT_EQ(bytesOf(file), "step,epoch,seconds,loss\n1,0,0,0.25\n2,0,0,0.5\n3,1,2,9\n");
}

TEST(Metrics, OtherColumnsAreRefusedUnlessNoRowIsKept) {
    const TemporaryFolder folder;
    const fs::path file = folder / "metrics.csv";
    const std::string old = "step,epoch,seconds,loss\n1,0,0,0.25\n";
    writeBytes(file, old);
    EXPECT_EQ(MetricsWriter::open(file, {"loss_d"}, 1).error().code, ErrorCode::Mismatch);
    EXPECT_EQ(bytesOf(file), old);
    EXPECT_TRUE(MetricsWriter::open(file, {"loss_d"}, 0).ok());
    EXPECT_EQ(bytesOf(file), "step,epoch,seconds,loss_d\n");
}

TEST(Metrics, RowsThatDidNotFitOnTheDiskAreWrittenLater) {
    const TemporaryFolder folder;
    const fs::path file = folder / "metrics.csv";
    auto writer = MetricsWriter::open(file, {"loss"}, 0);
    {
        const test::FullDisk full(30);
        ASSERT_TRUE(writer->append(1, 0.5, 1, {0.25}).ok());
        EXPECT_EQ(writer->flush().error().code, ErrorCode::NoSpace);
        EXPECT_EQ(bytesOf(file), "step,epoch,seconds,loss\n");
        ASSERT_TRUE(writer->append(2, 1, 2, {0.125}).ok());
    }
    ASSERT_TRUE(writer->flush().ok());
    EXPECT_EQ(bytesOf(file), "step,epoch,seconds,loss\n1,0.5,1,0.25\n2,1,2,0.125\n");
}

TEST(Metrics, WhatACheckpointSawIsToldFromWhatWasCutOrFlipped) {
    const TemporaryFolder folder;
    const fs::path file = folder / "metrics.csv";
    const std::string seen = "step,epoch,seconds,loss\n1,0,0,0.25\n2,0,0,0.5\n";
    writeBytes(file, seen + "3,0,0,0.75\n");
    auto writer = MetricsWriter::open(file, {"loss"}, 1);  // goes on from the first row
    ASSERT_TRUE(writer.ok() && writer->append(2, 0, 0, {0.5}) && writer->flush());
    const MetricsStart start = writer->written();
    EXPECT_EQ(start.bytes, static_cast<int64_t>(seen.size()));
    EXPECT_EQ(start.sha256, *sha256OfFile(file));

    ASSERT_TRUE(writer->append(3, 0, 0, {9}) && writer->flush());
    EXPECT_TRUE(checkMetrics(file, start).ok()) << "rows behind it do not count";
    EXPECT_NE(writer->written(), start);

    writeBytes(file, "step,epoch,seconds,loss\n1,0,0,0.25\n2,0,0,0.6\n");
    EXPECT_EQ(checkMetrics(file, start).error().code, ErrorCode::Damaged);
    writeBytes(file, "step,epoch,seconds,loss\n1,0,0,0.25\n");
    EXPECT_EQ(checkMetrics(file, start).error().code, ErrorCode::Damaged);
    fs::remove(file);
    EXPECT_EQ(checkMetrics(file, start).error().code, ErrorCode::NotFound);
}

TEST(Metrics, LastLineThatWasCutOffIsLeftOut) {
    const TemporaryFolder folder;
    writeBytes(folder / "m", "step,epoch,seconds,loss\r\n1,0,0,0.25\r\n2,0,0,0.7");
    EXPECT_EQ(readMetrics(folder / "m")->rowCount(), 1U);
}

TEST(Metrics, DamagedLineIsNamed) {
    const TemporaryFolder folder;
    const std::string header = "step,epoch,seconds,loss\n";
    for (const char* line : {"x,0,0,1\n", "2,0,0\n", "2,0,0,1,1\n", "2,0,0,1x\n", "\n", "2,,0,1\n"}) {
        writeBytes(folder / "m", header + "1,0,0,1\n" + line);
        const auto table = readMetrics(folder / "m");
        ASSERT_FALSE(table.ok()) << line;
        EXPECT_EQ(table.error().code, ErrorCode::Damaged);
        EXPECT_THAT(table.error().message.text(), HasSubstr("Line 3 ")) << line;
    }
    for (const char* text : {"", "a,b,c\n", "step,epoch\n", "step,epoch,seconds,\"x\n"}) {
        writeBytes(folder / "m", text);
        EXPECT_THAT(readMetrics(folder / "m").error().message.text(), HasSubstr("Line 1 ")) << text;
        EXPECT_THAT(readMetrics(folder / "m").error().hint.text(), HasSubstr("move it away"));
    }
    EXPECT_EQ(readMetrics(folder / "none").error().code, ErrorCode::NotFound);
}

TEST(Edits, ReadBackInOrderAndCanBeCutAtAStep) {
    const TemporaryFolder folder;
    const fs::path file = folder / "edits.jsonl";
    EXPECT_TRUE(readEdits(file)->empty());
    ASSERT_TRUE(appendEdit(file, {5, "learning_rate", 0.1, 2.0}).ok());
    ASSERT_TRUE(appendEdit(file, {9, "keep_last", int64_t{3}, int64_t{4}}).ok());
    EXPECT_EQ(bytesOf(file),
              "{\"step\":5,\"id\":\"learning_rate\",\"old\":0.1,\"new\":2.0}\n"
              "{\"step\":9,\"id\":\"keep_last\",\"old\":3,\"new\":4}\n");
    writeBytes(file, bytesOf(file) + "{\"step\":1");
    const auto edits = readEdits(file);
    ASSERT_EQ(edits->size(), 2U);
    EXPECT_EQ(edits->at(0).newValue, ParamValue{2.0});
    EXPECT_EQ(edits->at(1).step, 9);
    ASSERT_TRUE(removeEditsAfter(file, 5).ok());
    EXPECT_EQ(readEdits(file)->size(), 1U);
}

TEST(Edits, DamagedLineIsNamed) {
    const TemporaryFolder folder;
    const std::string good = "{\"step\":5,\"id\":\"a\",\"old\":1,\"new\":2}\n";
    for (const char* line : {"hello\n", "{}\n", "{\"step\":5,\"id\":\"a\",\"old\":1,\"new\":null}\n"}) {
        writeBytes(folder / "e", good + line + good);
        const auto edits = readEdits(folder / "e");
        ASSERT_FALSE(edits.ok()) << line;
        EXPECT_THAT(edits.error().message.text(), HasSubstr("Line 2 ")) << line;
    }
}

TEST(State, ReadsBackEveryField) {
    const TemporaryFolder folder;
    const TrainingState state{.step = 500,
                              .epoch = 3,
                              .batchInEpoch = 17,
                              .seconds = 0.1 + 0.2,
                              .jobRandomState = std::string("\0\xff\x80z", 4),
                              .processRandomState = "abc",
                              .values = someRecipe().values,
                              .bestScore = -1e-17,
                              .bestStep = 400,
                              .stepsWithoutGain = 2,
                              .metrics = MetricsStart{123, "f00d"},
                              .hashes = {{"model.safetensors", "00ff"}}};
    ASSERT_TRUE(writeState(folder / "state.json", state).ok());
    const auto read = readState(folder / "state.json");
    ASSERT_TRUE(read.ok()) << read.error().text();
    EXPECT_EQ(*read, state);
    ASSERT_TRUE(writeState(folder / "state.json", TrainingState{}).ok());
    EXPECT_EQ(*readState(folder / "state.json"), TrainingState{});
}

TEST(State, DamageIsNamed) {
    const TemporaryFolder folder;
    ASSERT_TRUE(
        writeState(folder / "state.json", {.jobRandomState = "a", .processRandomState = {}, .values = {}})
            .ok());
    const std::string good = bytesOf(folder / "state.json");
    std::string bad = good;
    bad.replace(bad.find("\"61\""), 4, "\"6x\"");
    writeBytes(folder / "state.json", bad);
    const auto read = readState(folder / "state.json");
    EXPECT_EQ(read.error().code, ErrorCode::Damaged);
    EXPECT_THAT(read.error().message.text(), HasSubstr("job_random_state"));
    for (size_t length = 0; length + 2 < good.size(); length += 7) {
        writeBytes(folder / "state.json", good.substr(0, length));
        EXPECT_EQ(readState(folder / "state.json").error().code, ErrorCode::Damaged) << length;
    }
}

TEST(State, EveryFlippedBitIsNoticed) {
    const TemporaryFolder folder;
    ASSERT_TRUE(
        writeState(
            folder / "state.json",
            {.step = 3, .jobRandomState = "a", .processRandomState = {}, .values = {{"seed", int64_t{7}}}})
            .ok());
    const std::string good = bytesOf(folder / "state.json");
    for (size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        writeBytes(folder / "state.json", bad);
        const auto read = readState(folder / "state.json");
        EXPECT_TRUE(!read || std::isspace(static_cast<unsigned char>(good[at])) != 0) << at << bad;
    }
}

TEST(Summary, ReadsBackAndNumbersThatAreNotFiniteBecomeNaN) {
    const TemporaryFolder folder;
    const RunSummary summary{.state = "finished",
                             .reason = "epochs done",
                             .steps = 4690,
                             .epochs = 10,
                             .seconds = 61.25,
                             .unitsPerSecond = 9796.1,
                             .threads = 2,
                             .device = "cpu",
                             .programVersion = "0.1.0",
                             .torchVersion = "2.13.0",
                             .last = {{"loss", 240.5}, {"kl", kNone}},
                             .best = {{"loss", 239.0}},
                             .test = {{"test_negative_elbo", 244.25}},
                             .scoredWeights = "raw",
                             .notScored = "why not"};
    ASSERT_TRUE(writeSummary(folder / "s", summary).ok());
    const auto read = readSummary(folder / "s");
    ASSERT_TRUE(read.ok()) << read.error().text();
    EXPECT_EQ(read->reason, "epochs done");
    EXPECT_EQ(read->unitsPerSecond, 9796.1);
    EXPECT_EQ(read->threads, 2);
    EXPECT_EQ(read->test, summary.test);
    EXPECT_EQ(read->scoredWeights, "raw");
    EXPECT_EQ(read->notScored, "why not");
    EXPECT_TRUE(std::isnan(read->last.at("kl")));
    EXPECT_THAT(bytesOf(folder / "s"), HasSubstr("\"kl\": null"));
}

TEST(RunFolder, StepsAreReadFromWholePartsOnly) {
    const TemporaryFolder folder;
    const RunFolder run{folder.path()};
    EXPECT_TRUE(run.checkpointSteps().empty());
    EXPECT_EQ(run.sample(500), run.root / "samples" / "000500.png");
    EXPECT_EQ(run.checkpoint(12345678), run.root / "checkpoints" / "12345678");
    fs::create_directories(run.samples());
    for (const char* name :
         {"000500.png", "1234567.png", "000002.png", "x.png", "5.png", "000003.md", ".000009.png"})
        writeBytes(run.samples() / name, "");
    EXPECT_THAT(run.sampleSteps(), ElementsAre(2, 500, 1234567));
    for (const char* name : {"000100", "000200", ".000300.part", "other"})
        fs::create_directories(run.checkpoints() / name);
    for (const char* name : {"000200", ".000300.part"})
        writeBytes(run.checkpoints() / name / "state.json", "{}");
    EXPECT_THAT(run.checkpointSteps(), ElementsAre(200));
}

TEST(RunFolderName, IsReadWithoutItsTime) {
    EXPECT_EQ(titleOf("/runs/20261122-1403-dcgan-fashion-mnist/"), "dcgan-fashion-mnist");
    EXPECT_EQ(titleOf("/runs/garments"), "garments");
    EXPECT_EQ(titleOf("/models/emoji-faces.safetensors"), "emoji-faces");
    EXPECT_EQ(titleOf("20261122-1403-"), "20261122-1403-");
}

TEST(RunFolder, NewFoldersAreNamedAfterTimeAndNameAndNeverCollide) {
    const TemporaryFolder folder;
    const fs::path first = makeRunFolder(folder.path(), "DCGAN, Fashion/MNIST!")->root;
    EXPECT_EQ(first.parent_path(), folder / "runs");
    EXPECT_THAT(first.filename().string(), testing::MatchesRegex("20......-....-dcgan-fashion-mnist"));
    EXPECT_NE(first, makeRunFolder(folder.path(), "DCGAN, Fashion/MNIST!")->root);
    EXPECT_THAT(makeRunFolder(folder.path(), "../..")->root.filename().string(), testing::EndsWith("-run"));
}

TEST(RunFolder, RunsThatBeginInTheSameMomentGetFoldersOfTheirOwn) {
    const TemporaryFolder folder;
    constexpr size_t kRuns = 16;
    std::vector<fs::path> made(kRuns);
    {
        std::vector<std::jthread> programs;
        for (fs::path& one : made)
            programs.emplace_back([&] { one = makeRunFolder(folder.path(), "same")->root; });
    }
    EXPECT_EQ(std::set<fs::path>(made.begin(), made.end()).size(), kRuns);
    for (const fs::path& one : made) EXPECT_TRUE(fs::is_directory(one));
}

TEST(RunFolder, LongNamesAreCutBetweenCharacters) {
    const TemporaryFolder folder;
    std::string name;
    for (int i = 0; i < 300; ++i) name += "ü";
    const auto made = makeRunFolder(folder.path(), "a" + name);
    ASSERT_TRUE(made.ok()) << made.error().text();
    EXPECT_EQ(made->root.filename().string(),
              made->root.filename().string().substr(0, 14) + "a" + name.substr(0, 198));
}

TEST(RunLock, IsHeldByOneAtATime) {
    const TemporaryFolder folder;
    {
        const auto mine = RunLock::take(folder.path());
        ASSERT_TRUE(mine.ok());
        EXPECT_EQ(RunLock::take(folder.path()).error().code, ErrorCode::NotWritable);
    }
    EXPECT_TRUE(RunLock::take(folder.path()).ok());
    EXPECT_TRUE(fs::is_empty(folder.path()));
    EXPECT_EQ(RunLock::take(folder / "none").error().code, ErrorCode::NotFound);
}

}  // namespace
}  // namespace limner::io
