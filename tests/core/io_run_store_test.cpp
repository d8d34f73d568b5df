// The runs of a project: listed, opened, checked and renamed, whatever lies beside them.
#include <gmock/gmock.h>
#include "core/internal/torch.h"

#include <map>

#include "core/internal/checkpoint.h"
#include "core/io/recipe_text.h"
#include "core/io/run_store.h"
#include "io_files.h"

namespace limner::io {
namespace {

using test::bytesOf;
using test::TemporaryFolder;
using test::writeBytes;
using testing::ElementsAre;
using testing::HasSubstr;

/// Knows the pictures that it was given, by their bytes.
class FakeHost : public Host {
public:
    std::map<std::string, std::pair<Image, TextFields>> pictures;

    Result<PictureInfo> probe(std::span<const std::byte>) const override { return unknown(); }
    Result<Image> decode(std::span<const std::byte> file) const override {
        const auto found = find(file);
        if (found == pictures.end()) return unknown();
        return found->second.first;
    }
    Result<std::vector<std::byte>> encodePng(const Image&, const TextFields&) const override {
        return unknown();
    }
    TextFields textFields(std::span<const std::byte> file) const override {
        const auto found = find(file);
        return found == pictures.end() ? TextFields{} : found->second.second;
    }
    void wake() override {}

private:
    static Error unknown() { return {.code = ErrorCode::Damaged, .message = "no such picture"}; }
    std::map<std::string, std::pair<Image, TextFields>>::const_iterator find(
        std::span<const std::byte> file) const {
        return pictures.find(std::string(reinterpret_cast<const char*>(file.data()), file.size()));
    }
};

class RunStoreTest : public testing::Test {
protected:
    RunStoreTest() {
        SampleSheet sheet;
        sheet.columns = 2;
        sheet.count = 2;
        sheet.tileWidth = sheet.tileHeight = 4;
        m_host.pictures["a sheet"] = {Image(8, 4, 3), {sheetField(sheet)}};
        m_host.pictures["a photo"] = {Image(8, 4, 3), {}};
    }

    RunFolder makeRun(const std::string& name) {
        const RunFolder run{m_folder.path() / "runs" / name};
        fs::create_directories(run.samples());
        EXPECT_TRUE(
            writeRecipe(run.recipe(), {.kind = "train", .values = {{"epochs", int64_t{3}}}, .origin = {}})
                .ok());
        return run;
    }

    /// A run with metrics, an edit, a sample sheet and checkpoints at 100 and 200; the better one is the
    /// first.
    RunFolder makeTrainedRun(const std::string& name) {
        const RunFolder run = makeRun(name);
        writeBytes(run.metrics(), "step,epoch,seconds,loss\n100,1,2,0.5\n200,2,4,0.25\n");
        writeBytes(run.sample(200), "a sheet");
        EXPECT_TRUE(appendEdit(run.edits(), {150, "learning_rate", 0.1, 0.2}).ok());
        for (const int64_t step : {100, 200}) {
            const TrainingState state{
                .step = step, .seconds = static_cast<double>(step), .bestScore = 0.5, .bestStep = 100};
            EXPECT_TRUE(
                writeCheckpoint(run, state, {{"w", torch::ones({2})}}, {{"m", torch::ones({2})}}).ok());
        }
        return run;
    }

    std::vector<std::string> listedNames() const {
        std::vector<std::string> names;
        for (const RunInfo& run : m_store.list()) names.push_back(run.name);
        return names;
    }

    std::vector<std::string> badFiles(const RunFolder& run) const {
        std::vector<std::string> bad;
        const auto checks = m_store.verify(run.root.string());
        EXPECT_TRUE(checks.ok());
        for (const FileCheck& check : *checks) {
            if (!check.isGood) bad.push_back(check.path);
            EXPECT_EQ(check.isGood, check.error.message.isEmpty()) << check.path;
        }
        return bad;
    }

    TemporaryFolder m_folder;
    FakeHost m_host;
    DiskRunStore m_store{m_host, m_folder.path()};
};

TEST_F(RunStoreTest, ProjectThatIsNotThereHasNoRuns) {
    EXPECT_TRUE(DiskRunStore(m_host, "/none").list().empty());
}

TEST_F(RunStoreTest, ListsNewestFirstAndLeavesOutWhatIsNoRun) {
    makeRun("20261122-1403-b");
    makeRun("20261122-1405-a");
    makeRun("20251231-2359-c");
    fs::create_directories(m_folder / "runs" / "holiday pictures");
    writeBytes(m_folder / "runs" / "a file", "");
    EXPECT_THAT(listedNames(), ElementsAre("20261122-1405-a", "20261122-1403-b", "20251231-2359-c"));
}

TEST_F(RunStoreTest, DamagedRunIsListedAsFailedAndDoesNotHideTheOthers) {
    makeRun("20261122-1403-good");
    writeBytes(makeRun("20261122-1404-bad").recipe(), "{\"schema\":1,");
    fs::create_directories(m_folder / "runs" / "20261122-1405-worse" / "recipe.json");
    const auto runs = m_store.list();
    ASSERT_EQ(runs.size(), 3U);
    EXPECT_EQ(runs[0].state, RunState::Failed);
    EXPECT_EQ(runs[1].name, "20261122-1404-bad");
    EXPECT_EQ(runs[1].state, RunState::Failed);
    EXPECT_EQ(runs[2].state, RunState::Fresh);
    const auto opened = m_store.open(runs[1].folder);
    EXPECT_EQ(opened.error().code, ErrorCode::Damaged);
    EXPECT_THAT(opened.error().message.text(), HasSubstr("recipe.json"));
}

TEST_F(RunStoreTest, HundredsOfRunsAreListed) {
    for (int i = 0; i < 300; ++i) {
        const fs::path folder = m_folder.path() / "runs" / ("run-" + std::to_string(i));
        fs::create_directories(folder);
        writeBytes(folder / "recipe.json",
                   i % 7 == 0 ? "rubbish" : toJson({.kind = "train", .values = {}, .origin = {}}));
    }
    EXPECT_EQ(m_store.list().size(), 300U);
}

TEST_F(RunStoreTest, OpenSaysHowFarTheRunCame) {
    const RunFolder run = makeTrainedRun("20261122-1403-vae");
    const auto info = m_store.open(run.root.string() + "/");
    ASSERT_TRUE(info.ok()) << info.error().text();
    EXPECT_EQ(info->name, "20261122-1403-vae");
    EXPECT_EQ(info->state, RunState::Unfinished);
    EXPECT_EQ(info->step, 200);
    EXPECT_EQ(info->seconds, 200);
    EXPECT_EQ(info->best, 100);
    EXPECT_THAT(info->checkpoints, ElementsAre(100, 200));
    EXPECT_THAT(info->samples, ElementsAre(200));
    EXPECT_EQ(info->recipe.values.at("epochs"), ParamValue{int64_t{3}});

    ASSERT_TRUE(writeSummary(run.summary(), {.state = "finished", .steps = 300, .seconds = 12}).ok());
    EXPECT_EQ(m_store.open(run.root.string())->state, RunState::Finished);
    EXPECT_EQ(m_store.open(run.root.string())->step, 300);
    ASSERT_TRUE(writeSummary(run.summary(), {.state = "finished", .steps = 100}).ok());
    EXPECT_EQ(m_store.open(run.root.string())->state, RunState::Unfinished)
        << "the run went on after its summary";
}

TEST_F(RunStoreTest, OpenOfAFolderThatIsNoRunIsNotFound) {
    EXPECT_EQ(m_store.open(m_folder.path().string()).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_store.verify(m_folder.path().string()).error().code, ErrorCode::NotFound);
    EXPECT_EQ(m_store.rename("/none", "x").error().code, ErrorCode::NotFound);
}

TEST_F(RunStoreTest, ReadsMetricsEditsAndSamples) {
    const std::string folder = makeTrainedRun("a").root.string();
    EXPECT_EQ(m_store.metrics(folder)->rowCount(), 2U);
    EXPECT_EQ(m_store.edits(folder)->at(0).step, 150);
    const auto sheet = m_store.samples(folder, 200);
    ASSERT_TRUE(sheet.ok()) << sheet.error().text();
    EXPECT_EQ(sheet->step, 200);
    EXPECT_EQ(sheet->columns, 2);
    EXPECT_EQ(m_store.samples(folder, 300).error().code, ErrorCode::NotFound);
}

TEST_F(RunStoreTest, RenameKeepsFolderAndRecipe) {
    const RunFolder run = makeRun("20261122-1403-vae");
    const std::string recipe = bytesOf(run.recipe());
    ASSERT_TRUE(m_store.rename(run.root.string(), "  Röcke & Schuhe ").ok());
    EXPECT_THAT(listedNames(), ElementsAre("Röcke & Schuhe"));
    EXPECT_EQ(bytesOf(run.recipe()), recipe);
    for (const std::string& name : {std::string(" "), std::string("a\nb"), std::string(201, 'x')}) {
        const auto renamed = m_store.rename(run.root.string(), name);
        ASSERT_FALSE(renamed.ok());
        EXPECT_EQ(renamed.error().code, ErrorCode::InvalidArgument);
    }
    writeBytes(run.label(), "rubbish");
    EXPECT_THAT(listedNames(), ElementsAre("20261122-1403-vae"));
}

TEST_F(RunStoreTest, VerifyOfAGoodRunNamesEveryFile) {
    const RunFolder run = makeTrainedRun("a");
    const auto checks = m_store.verify(run.root.string());
    ASSERT_TRUE(checks.ok());
    std::vector<std::string> paths;
    for (const FileCheck& check : *checks) paths.push_back(check.path);
    EXPECT_THAT(paths, ElementsAre("recipe.json", "metrics.csv", "edits.jsonl", "samples/000200.png",
                                   "checkpoints/000100/state.json", "checkpoints/000100/model.safetensors",
                                   "checkpoints/000100/optimizer.safetensors",
                                   "checkpoints/000200/state.json", "checkpoints/000200/model.safetensors",
                                   "checkpoints/000200/optimizer.safetensors"));
    EXPECT_TRUE(badFiles(run).empty());
}

TEST_F(RunStoreTest, VerifyFindsEachKindOfDamage) {
    const std::pair<const char*, const char*> rows[] = {
        {"recipe.json", "{}"},
        {"metrics.csv", "step,epoch,seconds,loss\nx\n"},
        {"edits.jsonl", "x\n"},
        {"summary.json", "{"},
        {"run.json", "[]"},
        {"samples/000200.png", "not a picture"},
        {"samples/000200.png", "a photo"},
        {"checkpoints/000100/state.json", "{}"},
        {"checkpoints/000200/model.safetensors", ""},
        {"checkpoints/000200/optimizer.safetensors", "x"},
    };
    for (const auto& [path, bytes] : rows) {
        const RunFolder run = makeTrainedRun("a");
        writeBytes(run.root / path, bytes);
        EXPECT_THAT(badFiles(run), ElementsAre(path));
        fs::remove_all(run.root);
    }
}

TEST_F(RunStoreTest, VerifyFindsAFlippedDigitAndAMissingRowOfMetrics) {
    const RunFolder run = makeTrainedRun("a");
    const std::string header = "step,epoch,seconds,loss\n";
    auto writer = MetricsWriter::open(run.metrics(), {"loss"}, 200);
    ASSERT_TRUE(writer.ok());
    const TrainingState state{.step = 300, .metrics = writer->written()};
    ASSERT_TRUE(writeCheckpoint(run, state, {{"w", torch::ones({2})}}, {{"m", torch::ones({2})}}).ok());
    EXPECT_TRUE(badFiles(run).empty());
    writeBytes(run.metrics(), header + "100,1,2,0.5\n200,2,4,0.25\n310,3,6,0.1\n");
    EXPECT_TRUE(badFiles(run).empty()) << "rows since then are those of a run that goes on";
    for (const char* rows : {"100,1,2,0.5\n200,2,4,0.26\n", "100,1,2,0.5\n", "100,1,2,0.5\n200,2,4,0.2"}) {
        writeBytes(run.metrics(), header + rows);
        EXPECT_THAT(badFiles(run), ElementsAre("metrics.csv")) << rows;
    }
}

TEST_F(RunStoreTest, VerifyFindsWhatIsMissing) {
    for (const char* path : {"recipe.json", "metrics.csv", "checkpoints/000100/state.json",
                             "checkpoints/000200/model.safetensors"}) {
        const RunFolder run = makeTrainedRun("a");
        fs::remove(run.root / path);
        EXPECT_THAT(badFiles(run), ElementsAre(path));
        fs::remove_all(run.root);
    }
}

}  // namespace
}  // namespace limner::io
