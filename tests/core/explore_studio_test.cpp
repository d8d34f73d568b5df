// Explore as a window sees it: models opened by what a recipe says, places decoded, and where models are
// found.
#include <gmock/gmock.h>

#include <atomic>

#include "core/internal/model_library.h"
#include "core/internal/model_maker.h"
#include "core/internal/trained_model.h"
#include "core/io/recipe_text.h"
#include "studio_fixture.h"

namespace limner::testing {
namespace {

class ExploreTest : public OutputTest {
protected:
    ParamValues named(const fs::path& model, ParamValues more = {}) const {
        more["run"] = model.string();
        return more;
    }
    Result<LivePicture> decode(ParamValues values) {
        return answerTo({.requester = 1, .what = "decode", .values = std::move(values)});
    }
    std::string refusal(ParamValues values) {
        const auto answer = decode(std::move(values));
        return answer ? std::string() : answer.error().text();
    }
    fs::path exported(ParamValues values = {}) {
        const fs::path file = folder / "models" / "tiny.safetensors";
        values["out"] = file.string();
        EXPECT_EQ(make("export", std::move(values)), JobState::Finished);
        return file;
    }
    /// Writes the file again with other metadata and tensors.
    fs::path changed(const fs::path& file,
                     const std::function<void(std::map<std::string, std::string>&,
                                              std::map<std::string, torch::Tensor>&)>& change) const {
        auto content = io::readTensorFile(file).value();
        change(content.metadata, content.tensors);
        const fs::path copy = folder / "changed.safetensors";
        const io::NamedTensors tensors(content.tensors.begin(), content.tensors.end());
        EXPECT_TRUE(io::writeTensorFile(copy, tensors, content.metadata).ok());
        return copy;
    }
};

TEST_F(ExploreTest, ARunAndItsExportedFileMakeTheSamePicture) {
    const auto fromRun = decode(named(folder / "run", {{"count", int64_t{4}}, {"seed", int64_t{3}}}));
    ASSERT_TRUE(fromRun.ok()) << fromRun.error().text();
    EXPECT_EQ(fromRun->sheet.count, 4);
    EXPECT_EQ(fromRun->latents.size(), 4u);
    EXPECT_EQ(fromRun->sheet.step, 5);
    for (const bool isBare : {false, true}) {
        const fs::path file = exported({{"decoder_only", isBare}});
        const auto fromFile = decode(named(file, {{"count", int64_t{4}}, {"seed", int64_t{3}}}));
        ASSERT_TRUE(fromFile.ok()) << fromFile.error().text();
        EXPECT_EQ(fromFile->sheet.sheet, fromRun->sheet.sheet);
        EXPECT_EQ(fromFile->sheet.step, 5);
    }
}

TEST_F(ExploreTest, ATileOfManySeedsIsThePictureOfItsSeed) {
    const auto grid =
        decode(named(folder / "run", {{"count", int64_t{3}}, {"count_up", true}, {"seed", int64_t{9}}}));
    const auto one = decode(named(folder / "run", {{"count", int64_t{1}}, {"seed", int64_t{11}}}));
    ASSERT_TRUE(grid.ok() && one.ok());
    EXPECT_EQ(grid->latents[2], one->latents[0]);
    const Image tile = grid->sheet.tile(2);
    for (size_t i = 0; i < tile.bytes.size(); ++i)
        ASSERT_NEAR(tile.bytes[i], one->sheet.sheet.bytes[i], 1) << "byte " << i;
}

TEST_F(ExploreTest, DescribesAModelWithItsDirections) {
    const auto answer = answerTo({.requester = 1, .what = "describe", .values = named(folder / "run")});
    ASSERT_TRUE(answer.ok()) << answer.error().text();
    const ModelFacts& facts = *answer->facts;
    EXPECT_EQ(facts.title, "run");
    EXPECT_EQ(facts.modelHash, io::readNewestCheckpoint({folder / "run"})->model.sha256);
    EXPECT_EQ(facts.latentSize, 100);
    EXPECT_EQ(facts.size, 28);
    EXPECT_FALSE(facts.encodes);
    EXPECT_EQ(facts.directions.size(), 10u);
    EXPECT_THAT(refusal(named(folder / "run", {{"directions", std::string("12:1")}})),
                ::testing::HasSubstr("The range is 1 to 10."));
}

TEST_F(ExploreTest, TheNewestCheckpointIsOpenedAgainOnceThereIsANewerOne) {
    EXPECT_EQ(decode(named(folder / "run"))->sheet.step, 5);
    const auto id = studio->start({.schema = 1,
                                   .kind = "train",
                                   .values = {{"resume", (folder / "run").string()}, {"steps", int64_t{7}}},
                                   .origin = {}});
    ASSERT_TRUE(id.ok()) << id.error().text();
    ASSERT_TRUE(waitUntilOver(*id));
    EXPECT_EQ(decode(named(folder / "run"))->sheet.step, 7);
    EXPECT_EQ(decode(named(folder / "run", {{"checkpoint", int64_t{5}}}))->sheet.step, 5);
    const auto ofJob = answerTo({.requester = 1, .what = "describe", .job = *id, .values = {}});
    ASSERT_TRUE(ofJob.ok()) << ofJob.error().text();
    EXPECT_EQ(ofJob->facts->directions.size(), 10u);
}

TEST_F(ExploreTest, WhatCannotBeOpenedIsOneClearSentence) {
    const fs::path file = exported();
    using ::testing::HasSubstr;
    EXPECT_THAT(refusal({}), HasSubstr("No run was given."));
    EXPECT_THAT(refusal(named(folder / "nowhere")), HasSubstr("nowhere"));
    EXPECT_THAT(refusal(named(folder / "run", {{"checkpoint", int64_t{77}}})), HasSubstr("77"));
    EXPECT_THAT(refusal(named(file, {{"checkpoint", int64_t{77}}})), HasSubstr("step 5, not of step 77"));
    EXPECT_THAT(refusal(named(file, {{"weights", std::string("raw")}})), HasSubstr("averaged weights only"));
    EXPECT_THAT(refusal(named(changed(file, [](auto& texts, auto&) { texts.erase("limner:training"); }))),
                HasSubstr("does not say how its model was trained"));
    EXPECT_THAT(refusal(named(changed(file,
                                      [](auto&, auto& tensors) {
                                          tensors["generator.main.0.weight"] = torch::zeros({3, 3});
                                      }))),
                HasSubstr("generator.main.0.weight is 3×3 there"));
    EXPECT_THAT(
        refusal(named(changed(file, [](auto&, auto& tensors) { tensors.erase("generator.main.0.bias"); }))),
        HasSubstr("generator.main.0.bias is missing"));
    const auto withRecipe = [&](const std::string& before, const std::string& after) {
        return named(changed(file, [&](auto& texts, auto&) {
            std::string& recipe = texts["limner:training"];
            recipe.replace(recipe.find(before), before.size(), after);
        }));
    };
    EXPECT_THAT(refusal(withRecipe("\"latent_size\": 100", "\"latent_size\": 1000000000000")),
                HasSubstr("in a way that this Limner does not know"));
    EXPECT_THAT(refusal(withRecipe("\"mlp-gan\"", "\"from-the-future\"")), HasSubstr("newer version"));
    fs::resize_file(file, fs::file_size(file) - 100);
    EXPECT_THAT(refusal(named(file)), HasSubstr("damaged"));
}

TEST_F(ExploreTest, WithoutTheFileOfItsAveragesARunOffersItsRawWeights) {
    const fs::path file = exported({{"weights", std::string("raw")}});
    fs::resize_file(io::CheckpointFolder{io::RunFolder{folder / "run"}.checkpoint(5)}.optimizer(), 100);
    using ::testing::HasSubstr;
    EXPECT_THAT(refusal(named(folder / "run")),
                ::testing::AllOf(HasSubstr("optimizer.safetensors"), HasSubstr("Choose raw weights")));
    const auto raw = decode(named(folder / "run", {{"weights", std::string("raw")}}));
    ASSERT_TRUE(raw.ok()) << raw.error().text();
    EXPECT_EQ(raw->sheet.sheet, decode(named(file))->sheet.sheet);
}

TEST_F(ExploreTest, AModelOfNumbersThatAreNotFiniteIsSaidToBeBroken) {
    const fs::path file = changed(
        exported(), [](auto&, auto& tensors) { tensors["generator.main.2.bias"].fill_(std::nan("")); });
    EXPECT_THAT(refusal(named(file)), ::testing::HasSubstr("not finite"));
    const auto facts = answerTo({.requester = 1, .what = "describe", .values = named(file)});
    ASSERT_TRUE(facts.ok());
    EXPECT_EQ(facts->facts->latentSize, 100);
}

TEST_F(ExploreTest, APictureIsMadeAgainFromTheRecipeInside) {
    const fs::path first = folder / "first.png";
    ASSERT_EQ(make("sample", {{"count", int64_t{1}},
                              {"seed", int64_t{41207}},
                              {"truncation", 0.8},
                              {"directions", std::string("1:-1.2,4:0.9")},
                              {"dimensions", std::string("7:0.5")},
                              {"out", first.string()}}),
              JobState::Finished);
    const std::string bytes = bytesOf(first);
    auto recipe = io::recipeFromFields(host.textFields(std::as_bytes(std::span(bytes))), first);
    ASSERT_TRUE(recipe.ok()) << recipe.error().text();
    EXPECT_EQ(recipe->origin.modelHash, io::readNewestCheckpoint({folder / "run"})->model.sha256);
    fs::remove(first);
    const auto id = studio->start(*recipe);
    ASSERT_TRUE(id.ok()) << id.error().text();
    ASSERT_TRUE(waitUntilOver(*id));
    EXPECT_EQ(bytesOf(first), bytes);
}

TEST_F(ExploreTest, TheLibraryListsModelsWithTheirTitlesAndFindsWeightsByTheirHash) {
    const fs::path file =
        exported({{"title", std::string("Garments")}, {"summary", std::string("Makes clothes.")}});
    std::ofstream(folder / "models" / "no-model.safetensors") << "nothing";
    studio = makeStudio(host, {.projectFolder = folder.string(),
                               .device = "cpu",
                               .threads = 1,
                               .modelsFolder = (folder / "models").string()});
    const auto models = studio->library().list();
    ASSERT_EQ(models.size(), 1u);
    EXPECT_EQ(models[0].id, "tiny");
    EXPECT_EQ(models[0].title.text(), "Garments");
    EXPECT_EQ(models[0].summary.text(), "Makes clothes.");
    EXPECT_EQ(models[0].modelHash, io::readTensorFile(file)->sha256);
    EXPECT_EQ(studio->library().find(models[0].modelHash)->run, file.string());

    const auto id = studio->start(recipe());
    ASSERT_TRUE(id.ok());
    ASSERT_TRUE(waitUntilOver(*id));
    const fs::path run = info(*id).folder;
    const auto found = studio->library().find(io::readNewestCheckpoint({run})->model.sha256);
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->run, run.string());
    EXPECT_EQ(found->checkpoint, 5);
    EXPECT_FALSE(studio->library().find("").has_value());
    EXPECT_FALSE(studio->library().find(std::string(64, '0')).has_value());
}

TEST_F(StudioTest, TheModelsThatShipAreFoundBesideTheProgramAndWork) {
    std::vector<std::string> shipped, listed;
    for (const auto& file : fs::directory_iterator(LIMNER_SHIPPED_MODELS)) {
        if (file.path().extension() == ".safetensors") shipped.push_back(file.path().stem().string());
    }
    for (const LibraryModel& model : studio->library().list()) {
        listed.push_back(model.id);
        EXPECT_FALSE(model.summary.isEmpty()) << model.id;
        const LiveRequest picture{
            .requester = 1, .what = "decode", .values = {{"run", model.file}, {"count", int64_t{1}}}};
        const LiveRequest reading{
            .requester = 1, .what = "read", .values = {{"run", model.file}, {"prompt", std::string("And")}}};
        const auto answer = answerTo(model.domain == "text" ? reading : picture);
        EXPECT_TRUE(answer.ok()) << model.id << ": " << answer.error().text();
    }
    EXPECT_THAT(listed, ::testing::UnorderedElementsAreArray(shipped));
}

class BuildingModels : public TrainingFixture {
protected:
    ParamValues values(const char* out) const {
        return {{"data", "idx"},        {"data_folder", data.string()},
                {"model", "mlp-gan"},   {"preset", "batch-norm"},
                {"dropout", 0.5},       {"batch_size", int64_t{8}},
                {"steps", int64_t{40}}, {"out", (folder / out).string()}};
    }
    std::map<std::string, torch::Tensor> trained(const char* out) const {
        Session session(folder);
        EXPECT_TRUE(session.start(values(out)).ok());
        session.runToEnd();
        return io::readNewestCheckpoint({folder / out})->model.tensors;
    }
};

// Layers draw their first weights from the generator that dropout draws from.
TEST_F(BuildingModels, LeavesATrainingWithDropoutAsItIsToTheBit) {
    const auto alone = trained("alone");
    std::atomic<bool> isOver = false;
    std::atomic<int> opened = 0;
    std::thread explorer([&] {
        training::prepareLane(1);
        const ParamValues named{
            {"run", (folder / "alone").string()}, {"checkpoint", int64_t{0}}, {"weights", "auto"}};
        while (!isOver) opened += generation::loadTrained(named).ok() ? 1 : 0;
    });
    const auto disturbed = trained("disturbed");
    isOver = true;
    explorer.join();
    EXPECT_GT(opened, 0);
    for (const auto& [name, tensor] : alone) EXPECT_TRUE(tensor.equal(disturbed.at(name))) << name;
}

TEST_F(BuildingModels, DrawsNothing) {
    const auto complete = completeValues(training::trainTable(), values("run"));
    ASSERT_TRUE(complete.ok());
    const std::string before = training::stateOf(training::processGenerator(torch::kCPU));
    const auto twin = training::makeTwin(*complete);
    ASSERT_TRUE(twin.ok());
    EXPECT_EQ(training::stateOf(training::processGenerator(torch::kCPU)), before);
    const torch::Tensor first = (*twin)->networks().front().module->parameters().front();
    EXPECT_EQ(first.abs().max().item<double>(), 0);
    at::Generator own = training::makeGenerator(torch::kCPU, 1);
    const auto drawn = training::makeModel(*complete, own);
    ASSERT_TRUE(drawn.ok());
    EXPECT_GT((*drawn)->networks().front().module->parameters().front().abs().max().item<double>(), 0);
}

}  // namespace
}  // namespace limner::testing
