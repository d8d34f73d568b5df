// The core as a window or a command line sees it: through the Studio alone.
#include <fstream>

#include "studio_fixture.h"

namespace limner::testing {
namespace {

TEST_F(StudioTest, TrainsARunOfTheProjectToItsEnd) {
    const auto id = studio->start(recipe({{"name", "first try"}}));
    ASSERT_TRUE(id.ok()) << id.error().text();
    ASSERT_TRUE(waitUntilOver(*id));
    EXPECT_EQ(info(*id).state, JobState::Finished);
    const fs::path run = info(*id).folder;
    EXPECT_EQ(run.parent_path(), folder / "runs");
    EXPECT_TRUE(fs::exists(run / "summary.json"));
    const auto snapshot = studio->latest(*id);
    ASSERT_NE(snapshot, nullptr);
    EXPECT_EQ(snapshot->step, 5);
    EXPECT_EQ(snapshot->metrics->rowCount(), 5u);
    EXPECT_EQ(snapshot->samples->count, 64);
    const auto runs = studio->runs().list();
    ASSERT_EQ(runs.size(), 1u);
    EXPECT_EQ(runs[0].state, RunState::Finished);
}

TEST_F(StudioTest, TheCatalogNamesEveryKindAndEveryRowHasALabelAndHelp) {
    EXPECT_NE(studio->catalog().kind("encode"), nullptr);
    for (const KindInfo& kind : studio->catalog().kinds) {
        EXPECT_FALSE(kind.help.empty());
        for (const ParamSpec* row : activeRows(kind.params, {})) {
            EXPECT_FALSE(row->label.empty()) << row->id;
            EXPECT_FALSE(row->group.empty()) << row->id;
            EXPECT_TRUE(row->help.ends_with('.')) << row->id;
        }
        EXPECT_TRUE(completeValues(kind.params, {}).ok() || kind.id == "train") << kind.id;
    }
}

TEST_F(StudioTest, TheCatalogSaysWhatCanBeSavedBeforeItIsDone) {
    const Catalog& catalog = studio->catalog();
    EXPECT_TRUE(catalog.kind("train")->savesOnTheWay);
    EXPECT_TRUE(catalog.kind("stylize")->savesOnTheWay);
    for (const char* kind : {"render", "sample", "sweep", "encode", "export"})
        EXPECT_FALSE(catalog.kind(kind)->savesOnTheWay) << kind;
}

TEST_F(StudioTest, EveryModelHasAWorkingSetOfStandards) {
    const KindInfo& train = *studio->catalog().kind("train");
    for (const Choice& model : choicesOf(train.params, "model")) {
        const std::string fitting = model.domain == "text" ? "text" : "idx";
        const auto values = completeValues(train.params, {{"data", fitting}, {"model", model.id}});
        EXPECT_TRUE(values.ok()) << model.id;
    }
}

TEST_F(StudioTest, WrongWordsAreNamedWithTheNearestOne) {
    EXPECT_NE(startError(recipe({{"batchsize", int64_t{8}}})).text().find("batch_size"), std::string::npos);
    EXPECT_NE(startError({.schema = 1, .kind = "trian", .values = {}, .origin = {}}).text().find("train"),
              std::string::npos);
    Recipe large = recipe();
    large.values["batch_size"] = int64_t{100'000};
    EXPECT_NE(startError(large).text().find("4096"), std::string::npos) << startError(large).text();
    EXPECT_EQ(startError({.schema = 99, .kind = "train", .values = {}, .origin = {}}).code,
              ErrorCode::Mismatch);
}

TEST_F(StudioTest, EditsAreCheckedBeforeTheyReachTheJob) {
    const auto id = studio->start(recipe({{"steps", int64_t{1'000'000}}}));
    ASSERT_TRUE(id.ok());
    ASSERT_TRUE(waitFor([&] { return studio->latest(*id) != nullptr; }));
    EXPECT_FALSE(studio->edit(*id, {"batch_size", int64_t{16}}).ok());
    EXPECT_FALSE(studio->edit(*id, {"learning_rate_d", 50.0}).ok());
    EXPECT_FALSE(studio->edit(*id, {"learning_rat_d", 0.1}).ok());
    EXPECT_FALSE(studio->edit(JobId{77}, {"ema", 0.9}).ok());
    ASSERT_TRUE(studio->edit(*id, {"ema", 0.9}).ok());
    EXPECT_TRUE(waitFor([&] { return studio->latest(*id)->values.at("ema") == ParamValue(0.9); }));
    studio->stop(*id);
    ASSERT_TRUE(waitUntilOver(*id));
    const auto edits = studio->runs().edits(info(*id).folder);
    ASSERT_TRUE(edits.ok());
    ASSERT_EQ(edits->size(), 1u);
    EXPECT_EQ(edits->front().id, "ema");
}

TEST_F(StudioTest, AStoppedRunIsResumedByAnotherProgram) {
    auto id = studio->start(recipe({{"steps", int64_t{1'000'000}}}));
    ASSERT_TRUE(id.ok());
    ASSERT_TRUE(waitFor([&] { return studio->latest(*id) != nullptr; }));
    studio->stop(*id);
    ASSERT_TRUE(waitUntilOver(*id));
    const std::string run = info(*id).folder;
    const int64_t stoppedAt = studio->latest(*id)->step;
    studio = nullptr;
    studio = makeStudio(host, StudioOptions{folder.string(), "cpu", 1});
    id = studio->start(
        {.schema = 1, .kind = "train", .values = {{"resume", run}, {"steps", stoppedAt + 3}}, .origin = {}});
    ASSERT_TRUE(id.ok()) << id.error().text();
    ASSERT_TRUE(waitUntilOver(*id));
    EXPECT_EQ(info(*id).state, JobState::Finished);
    EXPECT_EQ(info(*id).folder, run);
    EXPECT_EQ(studio->latest(*id)->step, stoppedAt + 3);
}

TEST_F(StudioTest, WritingBetweenTwoStepsChangesNothingOfATraining) {
    std::ofstream text(folder / "words.txt");
    for (int i = 0; i < 60; ++i) text << "the cat sat on the mat and the dog lay by the log. ";
    text.close();
    const auto values = [this](const char* out) {
        return Recipe{.schema = kRecipeSchema,
                      .kind = "train",
                      .values = {{"model", "gpt"},
                                 {"preset", "tiny"},
                                 {"dropout", 0.2},
                                 {"data", "text"},
                                 {"text_path", (folder / "words.txt").string()},
                                 {"batch_size", int64_t{8}},
                                 {"steps", int64_t{60}},
                                 {"out", (folder / out).string()}},
                      .origin = {}};
    };
    const auto whole = studio->start(values("whole"));
    ASSERT_TRUE(whole.ok()) << whole.error().text();
    ASSERT_TRUE(waitUntilOver(*whole));

    const auto training = studio->start(values("broken"));
    ASSERT_TRUE(training.ok());
    ASSERT_TRUE(waitFor([&] { return info(*training).state == JobState::Running; }));
    studio->pause(*training);
    ASSERT_TRUE(waitFor([&] { return info(*training).state == JobState::Paused; }));
    ASSERT_LT(studio->latest(*training)->step, 60);
    studio->save(*training);
    const auto writing = studio->start(
        {.schema = 1, .kind = "write", .values = {{"run", info(*training).folder}}, .origin = {}});
    ASSERT_TRUE(writing.ok()) << writing.error().text();
    ASSERT_TRUE(waitUntilOver(*writing)) << "it goes between, although the training holds the lane";
    EXPECT_EQ(info(*writing).state, JobState::Finished);
    studio->resume(*training);
    ASSERT_TRUE(waitUntilOver(*training));
    const auto weights = [this](const char* out) {
        return io::readFile(folder / out / "checkpoints/000060/model.safetensors", 1 << 28).value();
    };
    EXPECT_EQ(weights("broken"), weights("whole"));
}

TEST_F(StudioTest, AFailureIsLoggedWithItsRecipe) {
    const auto id = studio->start(recipe({{"data_folder", (folder / "nowhere").string()}}));
    ASSERT_TRUE(id.ok()) << id.error().text();
    ASSERT_TRUE(waitUntilOver(*id));
    EXPECT_EQ(info(*id).state, JobState::Failed);
    EXPECT_FALSE(fs::exists(folder / "runs")) << "a run that cannot begin leaves nothing behind";
    ASSERT_TRUE(waitFor([&] { return fs::exists(folder / "limner.log"); }));
}

TEST_F(StudioTest, DecodesPointsWithTheNewestWeightsOfAJob) {
    const auto id = studio->start(recipe());
    ASSERT_TRUE(id.ok());
    ASSERT_TRUE(waitUntilOver(*id));
    const auto ask = [&](Latent latent) {
        const auto before = studio->answer(3);
        studio->ask(
            {.requester = 3, .what = "decode", .job = *id, .values = {}, .latents = {std::move(latent)}});
        EXPECT_TRUE(waitFor([&] { return studio->answer(3) != before; }));
        return studio->answer(3)->picture;
    };
    const auto wrong = ask({1, 2, 3});
    ASSERT_FALSE(wrong.ok());
    EXPECT_EQ(wrong.error().message.text(), "A point of this model has 100 numbers; 3 were given.");

    const torch::Tensor grid = models::fixedLatents(64, 100, 1);
    const auto tile = ask({grid[5].const_data_ptr<float>(), grid[5].const_data_ptr<float>() + 100});
    ASSERT_TRUE(tile.ok()) << tile.error().text();
    EXPECT_EQ(tile->sheet.sheet, studio->latest(*id)->samples->tile(5));
}

TEST_F(StudioTest, ShowsADataSetBeforeTraining) {
    studio->ask({.requester = 1,
                 .what = "preview-data",
                 .job = JobId::None,
                 .values = {{"data", "idx"}, {"data_folder", data.string()}},
                 .latents = {}});
    ASSERT_TRUE(waitFor([&] { return studio->answer(1) != nullptr; }));
    const auto& picture = studio->answer(1)->picture;
    ASSERT_TRUE(picture.ok()) << picture.error().text();
    EXPECT_GT(picture->sheet.count, 0);
}

TEST_F(OutputTest, TheSameSeedMakesTheSameSheetAndCarriesItsRecipe) {
    const ParamValues values{{"count", int64_t{5}}, {"columns", int64_t{3}}, {"seed", int64_t{9}}};
    for (const char* name : {"a.png", "b.png"}) {
        ParamValues one = values;
        one["out"] = (folder / name).string();
        ASSERT_EQ(make("sample", one), JobState::Finished);
    }
    const std::string a = bytesOf(folder / "a.png");
    const std::string b = bytesOf(folder / "b.png");
    const auto picture = host.decode(std::as_bytes(std::span(a)));
    EXPECT_EQ(*picture, *host.decode(std::as_bytes(std::span(b))));
    EXPECT_EQ(picture->width, 3 * 28);
    EXPECT_EQ(picture->height, 2 * 28);
    const auto recipe = io::recipeFromJson(host.textFields(std::as_bytes(std::span(a)))[0].second);
    ASSERT_TRUE(recipe.ok());
    EXPECT_EQ(recipe->kind, "sample");
    EXPECT_EQ(recipe->origin.modelHash, io::readNewestCheckpoint({folder / "run"})->model.sha256);
}

TEST_F(OutputTest, AnArrayForNumPyHoldsNumbersFromZeroToOne) {
    ASSERT_EQ(make("sample", {{"count", int64_t{3}}, {"out", (folder / "samples.npy").string()}}),
              JobState::Finished);
    const std::string file = bytesOf(folder / "samples.npy");
    EXPECT_EQ(file.substr(1, 5), "NUMPY");
    const size_t header = 10 + static_cast<uint8_t>(file[8]) + 256 * static_cast<uint8_t>(file[9]);
    EXPECT_EQ(header % 64, 0u);
    EXPECT_NE(file.find("'shape': (3,1,28,28,)"), std::string::npos);
    ASSERT_EQ(file.size(), header + 3 * 28 * 28 * 4);
    float value = 0;
    for (size_t at = header; at < file.size(); at += 4) {
        std::memcpy(&value, file.data() + at, 4);
        ASSERT_TRUE(value >= 0 && value <= 1);
    }
}

TEST_F(OutputTest, AFolderHoldsOnePictureEach) {
    ASSERT_EQ(make("sample", {{"count", int64_t{3}}, {"out", (folder / "pictures").string()}}),
              JobState::Finished);
    EXPECT_TRUE(fs::exists(folder / "pictures" / "00002.png"));
    EXPECT_FALSE(fs::exists(folder / "pictures" / "00003.png"));
}

TEST_F(OutputTest, ExportedWeightsHavePyTorchsNamesAndTheAverageOfTheDecoder) {
    for (const char* weights : {"raw", "ema"}) {
        const fs::path file = folder / (std::string(weights) + ".safetensors");
        ASSERT_EQ(make("export", {{"weights", weights}, {"out", file.string()}}), JobState::Finished);
    }
    const auto raw = io::readTensorFile(folder / "raw.safetensors");
    const auto averaged = io::readTensorFile(folder / "ema.safetensors");
    const auto checkpoint = io::readNewestCheckpoint({folder / "run"});
    ASSERT_TRUE(raw.ok() && averaged.ok() && checkpoint.ok());
    EXPECT_EQ(raw->metadata.at("format"), "pt");
    ASSERT_EQ(raw->tensors.size(), checkpoint->model.tensors.size());
    for (const auto& [name, tensor] : checkpoint->model.tensors) {
        EXPECT_TRUE(torch::equal(raw->tensors.at(name), tensor)) << name;
        const bool isDecoder = name.starts_with("generator.");
        EXPECT_EQ(torch::equal(averaged->tensors.at(name), tensor), !isDecoder) << name;
    }
}

TEST_F(OutputTest, NothingThatIsThereIsOverwrittenByPictures) {
    const auto refusal = [this](const char* kind, const fs::path& out) {
        const ParamValues values{{"run", (folder / "run").string()}, {"out", out.string()}};
        const auto id = studio->start({.schema = 1, .kind = kind, .values = values, .origin = {}});
        EXPECT_FALSE(id.ok()) << out;
        return id ? std::string() : id.error().text();
    };
    fs::create_directories(folder / "mine");
    std::ofstream(folder / "mine" / "00000.png") << "precious";
    EXPECT_EQ(refusal("sample", folder / "mine"),
              "The folder " + (folder / "mine").string() +
                  " is not empty. Choose a new or an empty folder; nothing is overwritten.");
    EXPECT_EQ(bytesOf(folder / "mine" / "00000.png"), "precious");
    std::ofstream(folder / "file") << "precious";
    for (const char* out : {"file", "sheet.jpg", "run/samples/000000.png"}) refusal("sample", folder / out);
    const fs::path weights = io::CheckpointFolder{io::RunFolder{folder / "run"}.checkpoint(
                                                      io::RunFolder{folder / "run"}.checkpointSteps().back())}
                                 .model();
    const std::string before = bytesOf(weights);
    for (const fs::path& out : {weights, folder / "mine"}) refusal("export", out);
    EXPECT_EQ(bytesOf(weights), before);
    EXPECT_EQ(make("sample", {{"count", int64_t{2}}, {"out", (folder / "a.b/").string()}}),
              JobState::Finished);
    EXPECT_TRUE(fs::exists(folder / "a.b" / "00001.png"));
    EXPECT_EQ(make("sample", {{"count", int64_t{2}}, {"out", (folder / "SHEET.PNG").string()}}),
              JobState::Finished);
    EXPECT_TRUE(fs::is_regular_file(folder / "SHEET.PNG"));
}

TEST_F(OutputTest, OnlyItsOwnFilesAreMadeAgainWithoutAWord) {
    const std::string film = R"({"schema": 1, "seconds": 0.3, "rate": 10, "keys": [
        {"at": 0, "place": {"seed": 3}}, {"at": 0.2, "place": {"seed": 4}}]})";
    const std::tuple<const char*, const char*, ParamValues> kinds[] = {
        {"sample", "sheet.png", {}},
        {"export", "w.safetensors", {}},
        {"interpolate", "strip.png", {}},
        {"sweep", "grid.png", {{"x", "truncation"}, {"x_from", 0.5}, {"x_to", 1.0}, {"x_count", int64_t{2}}}},
        {"render", "film.gif", {{"timeline", film}}},
        {"render", "film.mp4", {{"timeline", film}}},
        {"render", "film.webm", {{"timeline", film}}},
        {"render", "film.webp", {{"timeline", film}}},
        {"render", "one.png", {{"timeline", film}, {"frame", int64_t{1}}}}};
    for (const auto& [kind, name, more] : kinds) {
        SCOPED_TRACE(name);
        const fs::path mine = folder / name, foreign = folder / (std::string("foreign-") + name);
        ParamValues values = more;
        values["out"] = mine.string();
        ASSERT_EQ(make(kind, values), JobState::Finished);
        EXPECT_EQ(make(kind, values), JobState::Finished) << "made again";
        std::ofstream(foreign) << "precious";
        values["out"] = foreign.string();
        values["run"] = (folder / "run").string();
        const auto refused = studio->start({.schema = 1, .kind = kind, .values = values, .origin = {}});
        ASSERT_FALSE(refused.ok());
        EXPECT_NE(refused.error().text().find("--overwrite"), std::string::npos);
        EXPECT_EQ(bytesOf(foreign), "precious");
        values["overwrite"] = true;
        EXPECT_EQ(make(kind, values), JobState::Finished);
        EXPECT_NE(bytesOf(foreign), "precious");
    }
    const ParamValues array{{"run", (folder / "run").string()}, {"out", (folder / "a.npy").string()}};
    ASSERT_EQ(make("sample", {{"out", (folder / "a.npy").string()}}), JobState::Finished);
    EXPECT_FALSE(studio->start({.schema = 1, .kind = "sample", .values = array, .origin = {}}).ok())
        << "an array does not say who made it";
}

TEST_F(OutputTest, ACheckpointWithoutItsRunIsRefused) {
    const auto id =
        studio->start({.schema = 1, .kind = "train", .values = {{"checkpoint", int64_t{5}}}, .origin = {}});
    ASSERT_FALSE(id.ok());
    EXPECT_EQ(id.error().code, ErrorCode::InvalidArgument);
}

TEST_F(OutputTest, AMissingRunIsOneClearSentence) {
    const auto id = studio->start(
        {.schema = 1, .kind = "sample", .values = {{"run", (folder / "gone").string()}}, .origin = {}});
    ASSERT_TRUE(id.ok());
    ASSERT_TRUE(waitUntilOver(*id));
    EXPECT_EQ(info(*id).state, JobState::Failed);
}

}  // namespace
}  // namespace limner::testing
