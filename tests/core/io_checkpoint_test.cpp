// Checkpoints are whole or absent, and a damaged one is refused with an offer.
#include <gmock/gmock.h>
#include "core/internal/torch.h"

#include "core/internal/checkpoint.h"
#include "core/io/sha256.h"
#include "full_disk.h"
#include "io_files.h"

namespace limner::io {
namespace {

using test::bytesOf;
using test::namesIn;
using test::TemporaryFolder;
using test::writeBytes;
using testing::ElementsAre;
using testing::HasSubstr;

Result<void> save(const RunFolder& run, int64_t step, float weight) {
    TrainingState state;
    state.step = step;
    state.jobRandomState = "random";
    return writeCheckpoint(run, state, {{"generator.weight", torch::full({2, 2}, weight)}},
                           {{"adam.step", torch::tensor(step)}});
}

void flipBit(const fs::path& file) {
    std::string bytes = bytesOf(file);
    bytes.back() = static_cast<char>(bytes.back() ^ 1);
    writeBytes(file, bytes);
}

TEST(Checkpoint, ReadsBackWithItsHashes) {
    const TemporaryFolder folder;
    const RunFolder run{folder.path()};
    const auto saved = save(run, 500, 0.5F);
    ASSERT_TRUE(saved.ok()) << saved.error().text();
    EXPECT_THAT(namesIn(run.checkpoint(500)),
                ElementsAre("model.safetensors", "optimizer.safetensors", "state.json"));
    EXPECT_THAT(namesIn(run.checkpoints()), ElementsAre("000500"));
    const auto read = readNewestCheckpoint(run);
    ASSERT_TRUE(read.ok()) << read.error().text();
    EXPECT_EQ(read->state.step, 500);
    EXPECT_EQ(read->state.jobRandomState, "random");
    EXPECT_TRUE(read->model.tensors.at("generator.weight").equal(torch::full({2, 2}, 0.5F)));
    EXPECT_EQ(read->optimizer.tensors.at("adam.step").item<int64_t>(), 500);
    EXPECT_EQ(read->model.sha256, *sha256OfFile(run.checkpoint(500) / "model.safetensors"));
    EXPECT_EQ(read->state.hashes.at("model.safetensors"), read->model.sha256);
}

TEST(Checkpoint, SavingAStepAgainReplacesIt) {
    const TemporaryFolder folder;
    const RunFolder run{folder.path()};
    ASSERT_TRUE(save(run, 7, 1).ok());
    ASSERT_TRUE(save(run, 7, 2).ok());
    EXPECT_EQ(readCheckpoint(run, 7)->model.tensors.at("generator.weight")[0][0].item<float>(), 2);
    EXPECT_THAT(namesIn(run.checkpoints()), ElementsAre("000007"));
}

TEST(Checkpoint, FlippedBitIsRefusedByNameAndTheNewestGoodOneIsOffered) {
    for (const char* part : {"model.safetensors", "optimizer.safetensors"}) {
        const TemporaryFolder folder;
        const RunFolder run{folder.path()};
        for (const int64_t step : {100, 200, 300}) ASSERT_TRUE(save(run, step, 1).ok());
        flipBit(run.checkpoint(200) / part);
        flipBit(run.checkpoint(300) / part);
        const auto read = readNewestCheckpoint(run);
        ASSERT_FALSE(read.ok());
        EXPECT_EQ(read.error().code, ErrorCode::Damaged);
        EXPECT_THAT(read.error().message.text(), HasSubstr((run.checkpoint(300) / part).string()));
        EXPECT_EQ(read.error().hint.text(), "The newest good checkpoint is the one at step 100.");
        EXPECT_TRUE(readCheckpoint(run, 100).ok());
    }
}

TEST(Checkpoint, TruncatedOrMissingPartIsRefused) {
    const TemporaryFolder folder;
    const RunFolder run{folder.path()};
    ASSERT_TRUE(save(run, 100, 1).ok());
    const fs::path model = run.checkpoint(100) / "model.safetensors";
    fs::resize_file(model, fs::file_size(model) / 2);
    EXPECT_EQ(readNewestCheckpoint(run).error().code, ErrorCode::Damaged);
    EXPECT_THAT(readNewestCheckpoint(run).error().hint.text(), HasSubstr("No other checkpoint"));
    fs::remove(model);
    EXPECT_EQ(readNewestCheckpoint(run).error().code, ErrorCode::NotFound);
    writeBytes(run.checkpoint(100) / "state.json", "{}");
    EXPECT_THAT(readNewestCheckpoint(run).error().message.text(), HasSubstr("state.json"));
    EXPECT_EQ(readCheckpoint(run, 999).error().code, ErrorCode::NotFound);
    EXPECT_EQ(readNewestCheckpoint(RunFolder{folder / "none"}).error().code, ErrorCode::NotFound);
}

TEST(Checkpoint, TheNewestOneIsNotPassedOverWhenItsStateIsGone) {
    const TemporaryFolder folder;
    const RunFolder run{folder.path()};
    for (const int64_t step : {100, 200}) ASSERT_TRUE(save(run, step, 1).ok());
    fs::remove(run.checkpoint(200) / "state.json");
    const auto read = readNewestCheckpoint(run);
    ASSERT_FALSE(read.ok());
    EXPECT_THAT(read.error().message.text(), HasSubstr("000200/state.json"));
    EXPECT_EQ(read.error().hint.text(), "The newest good checkpoint is the one at step 100.");
}

TEST(Checkpoint, FailureLeavesTheOldOneAndNoHalfOne) {
    const TemporaryFolder folder;
    const RunFolder run{folder.path()};
    ASSERT_TRUE(save(run, 100, 1).ok());
    // The second file cannot be written: complex numbers are not part of the format.
    const auto result =
        writeCheckpoint(run, TrainingState{.step = 100, .values = {}}, {{"w", torch::zeros({4})}},
                        {{"w", torch::zeros({4}, at::kComplexFloat)}});
    EXPECT_EQ(result.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(namesIn(run.checkpoints()), ElementsAre("000100"));
    EXPECT_TRUE(readCheckpoint(run, 100).ok());
}

TEST(Checkpoint, FullDiskLeavesTheOldOneAndNoHalfOne) {
    const TemporaryFolder folder;
    const RunFolder run{folder.path()};
    ASSERT_TRUE(save(run, 100, 1).ok());
    const auto result = [&] {
        const test::FullDisk full(4096);
        return writeCheckpoint(run, TrainingState{.step = 200}, {{"w", torch::zeros({4096})}}, {});
    }();
    ASSERT_FALSE(result.ok());
    EXPECT_EQ(result.error().code, ErrorCode::NoSpace);
    EXPECT_THAT(namesIn(run.checkpoints()), ElementsAre("000100"));
    EXPECT_TRUE(readNewestCheckpoint(run).ok());
}

TEST(Checkpoint, LeftoversOfACrashAreNeverListedAndAreRemoved) {
    const TemporaryFolder folder;
    const RunFolder run{folder.path()};
    ASSERT_TRUE(save(run, 100, 1).ok());
    fs::copy(run.checkpoint(100), run.checkpoints() / ".000200.part");
    EXPECT_THAT(run.checkpointSteps(), ElementsAre(100));
    ASSERT_TRUE(save(run, 300, 1).ok());
    EXPECT_THAT(namesIn(run.checkpoints()), ElementsAre("000100", "000300"));
}

TEST(Checkpoint, PruningKeepsTheLastOnesAndTheBest) {
    const TemporaryFolder folder;
    const RunFolder run{folder.path()};
    for (const int64_t step : {1, 2, 3, 4, 5}) ASSERT_TRUE(save(run, step, 1).ok());
    ASSERT_TRUE(pruneCheckpoints(run, 2, 1).ok());
    EXPECT_THAT(run.checkpointSteps(), ElementsAre(1, 4, 5));
    ASSERT_TRUE(pruneCheckpoints(run, 2, std::nullopt).ok());
    EXPECT_THAT(namesIn(run.checkpoints()), ElementsAre("000004", "000005"));
}

TEST(Checkpoint, PruningNeverDeletesTheNewestGoodOne) {
    const TemporaryFolder folder;
    const RunFolder run{folder.path()};
    for (const int64_t step : {1, 2, 3, 4}) ASSERT_TRUE(save(run, step, 1).ok());
    for (const int64_t step : {3, 4}) flipBit(run.checkpoint(step) / "model.safetensors");
    ASSERT_TRUE(pruneCheckpoints(run, 1, std::nullopt).ok());
    EXPECT_THAT(run.checkpointSteps(), ElementsAre(2, 4));
}

}  // namespace
}  // namespace limner::io
