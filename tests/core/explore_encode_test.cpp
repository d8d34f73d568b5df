// Pictures of one's own: by an encoder, and by search.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "core/generation/projection.h"
#include "core/generation/target_picture.h"
#include "formula.h"
#include "model_tools.h"
#include "numbers.h"
#include "studio_fixture.h"

namespace limner::testing {
namespace {

using nlohmann::json;
using torch::Tensor;

void expectNumbers(const Tensor& ours, const json& expected, const std::string& what) {
    const Tensor flat = ours.flatten();
    ASSERT_EQ(flat.size(0), static_cast<int64_t>(expected.size())) << what;
    for (int64_t i = 0; i < flat.size(0); ++i)
        EXPECT_NEAR(flat[i].item<double>(), expected[static_cast<size_t>(i)].get<double>(), 1e-5)
            << what << " " << i;
}

// tests/reference/make_numbers.py
TEST(Encode, ThenDecodeEqualsPyTorch) {
    const json cases = test::readNumbers("encode")["cases"];
    ASSERT_EQ(cases.size(), 4u);
    for (const json& one : cases) {
        const std::string name = one["name"].get<std::string>();
        ParamValues values = test::paramValues(one["values"]);
        values["model"] = one["model"].get<std::string>();
        const auto model = test::makeModel(test::modelValues(values));
        ASSERT_TRUE(model.ok()) << name;
        uint64_t stream = 0;
        for (const models::Network& network : (*model)->networks())
            stream = test::fillParameters(*network.module, stream);
        const Tensor pictures = test::formulaBatch(**model, 0, 2).inputs;
        const models::Posterior posterior = (*model)->posterior(pictures);
        expectNumbers(posterior.mean, one["mean"], name + " mean");
        expectNumbers(posterior.logVariance, one["log_variance"], name + " log-variance");
        expectNumbers((*model)->decode((*model)->encode(pictures)).flatten().slice(0, 0, std::nullopt, 29),
                      one["decoded"], name + " decoded");
    }
}

TEST(Projection, OfPicturesThatTheModelMadeLowersTheLossByFourFifths) {
    for (const char* id : {"dcgan", "mlp-gan"}) {
        ParamValues values{{"model", std::string(id)}, {"latent_size", int64_t{16}}};
        if (values["model"] == ParamValue(std::string("dcgan"))) {
            values["g_width"] = int64_t{8};
            values["d_width"] = int64_t{8};
        }
        const auto model = test::makeModel(test::modelValues(values));
        ASSERT_TRUE(model.ok());
        uint64_t stream = 0;  // weights of a size that makes pictures, as training would
        for (const models::Network& network : (*model)->networks())
            stream = test::fillParameters(*network.module, stream);
        for (const bool hasJudge : {true, false}) {
            const Tensor target = (*model)->decode(models::fixedLatents(1, 16, 99));
            generation::Projection projection(**model, target, {.steps = 150}, hasJudge);
            while (!projection.isDone()) ASSERT_TRUE(projection.step().ok());
            EXPECT_LT(projection.atBest().total, 0.2 * projection.atStart().total) << id;
            EXPECT_EQ(projection.atBest().feature > 0, hasJudge);
            const Tensor again = (*model)->decode(projection.latent());
            EXPECT_TRUE(torch::allclose(again, projection.picture(), 0, 1e-5));
        }
        for (const auto& weight : (*model)->networks().front().module->parameters()) {
            EXPECT_FALSE(weight.grad().defined()) << "the search moves points, not weights";
            EXPECT_TRUE(weight.requires_grad());
        }
    }
}

TEST(Projection, OfABrokenModelEndsWithAReason) {
    const auto model = test::makeModel(test::modelValues({{"model", std::string("mlp-gan")}}));
    const Tensor target = (*model)->decode(models::fixedLatents(1, 100, 1));
    {
        const torch::NoGradGuard noGradients;
        for (Tensor& weight : (*model)->networks().front().module->parameters()) weight.fill_(std::nan(""));
    }
    generation::Projection projection(**model, target, {}, true);
    const auto moved = projection.step();
    ASSERT_FALSE(moved.ok());
    EXPECT_EQ(moved.error().code, ErrorCode::NotFinite);
}

TEST(TargetPicture, IsCroppedAndScaledAsInTraining) {
    const PlainHost host;
    Image wide(10, 8, 1);
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 10; ++x) *wide.at(x, y) = static_cast<uint8_t>(25 * x);
    }
    const auto bytes = host.encodePng(wide, {});
    const fs::path file = fs::temp_directory_path() / ("limner-wide-" + std::to_string(::getpid()) + ".png");
    ASSERT_TRUE(
        io::safeReplace(file, std::string_view(reinterpret_cast<const char*>(bytes->data()), bytes->size()))
            .ok());
    const ParamValues training{{"size", int64_t{8}}, {"channels", "grey"}, {"fit", "crop"}};
    const auto at = [&](bool isSigned, int x) {
        const auto target = generation::targetPicture(file, training, {1, 8, isSigned}, host);
        EXPECT_EQ(target->sizes(), (std::vector<int64_t>{1, 1, 8, 8}));
        return (*target)[0][0][3][x].item<double>();
    };
    EXPECT_NEAR(at(false, 0), 25 / 255.0, 1e-6) << "the first column is cut off";
    EXPECT_NEAR(at(false, 7), 200 / 255.0, 1e-6);
    EXPECT_NEAR(at(true, 7), 200 / 127.5 - 1, 1e-6);
    fs::remove(file);
}

class EncodeTest : public OutputTest {
protected:
    /// A picture of the run's own making, as a file.
    fs::path picture() {
        const fs::path file = folder / "own.png";
        EXPECT_EQ(make("sample", {{"count", int64_t{1}}, {"seed", int64_t{4}}, {"out", file.string()}}),
                  JobState::Finished);
        return file;
    }
    json written() const { return json::parse(bytesOf(folder / "z.json")); }
    Error liveRefusal(const ParamValues& values) {
        const auto answer = answerTo({.requester = 1, .what = "encode", .values = values});
        EXPECT_FALSE(answer.ok());
        return answer.ok() ? Error{} : answer.error();
    }
};

TEST_F(EncodeTest, TheJobFindsThePointOfAPictureThatAGanMade) {
    const std::string image = picture().string();
    const auto id = studio->start({.schema = 1,
                                   .kind = "encode",
                                   .values = {{"run", (folder / "run").string()},
                                              {"image", image},
                                              {"steps", int64_t{150}},
                                              {"out", (folder / "z.json").string()}},
                                   .origin = {}});
    ASSERT_TRUE(id.ok()) << id.error().text();
    ASSERT_TRUE(waitUntilOver(*id));
    EXPECT_EQ(info(*id).state, JobState::Finished);
    const json result = written();
    EXPECT_EQ(result["latent"].size(), 100u);
    EXPECT_EQ(result["model_hash"], io::readNewestCheckpoint({folder / "run"})->model.sha256);
    EXPECT_EQ(result["recipe"]["values"]["image"], image);
    EXPECT_LT(result["loss"].get<double>(), 0.2 * result["loss_start"].get<double>());
    ParamValues again{
        {"run", (folder / "run").string()}, {"image", image}, {"out", (folder / "z.json").string()}};
    EXPECT_TRUE(studio->start({.kind = "encode", .values = again}).ok()) << "made by Limner";
    std::ofstream(folder / "mine.json") << "{}";
    again["out"] = (folder / "mine.json").string();
    EXPECT_FALSE(studio->start({.kind = "encode", .values = again}).ok());
    const auto snapshot = studio->latest(*id);
    ASSERT_NE(snapshot->samples, nullptr);
    EXPECT_EQ(snapshot->samples->count, 2) << "the picture beside the best";
    EXPECT_EQ(snapshot->metrics->rowCount(), 150u);
    const auto decoded = answerTo({.requester = 1,
                                   .what = "decode",
                                   .values = {{"run", (folder / "run").string()},
                                              {"count", int64_t{1}},
                                              {"point", snapshot->values.at("point")}}});
    ASSERT_TRUE(decoded.ok()) << decoded.error().text();
    EXPECT_EQ(decoded->sheet.sheet, snapshot->samples->tile(1));
}

TEST_F(EncodeTest, ASearchThatIsGivenUpKeepsTheBestSoFar) {
    const ParamValues values{{"run", (folder / "run").string()},
                             {"image", picture().string()},
                             {"steps", int64_t{100'000}},
                             {"out", (folder / "z.json").string()}};
    const auto id = studio->start({.schema = 1, .kind = "encode", .values = values, .origin = {}});
    ASSERT_TRUE(id.ok()) << id.error().text();
    ASSERT_TRUE(waitFor([&] {
        const auto now = studio->latest(*id);
        return now != nullptr && now->step > 10;
    }));
    studio->stop(*id);
    ASSERT_TRUE(waitUntilOver(*id));
    EXPECT_EQ(info(*id).state, JobState::Cancelled);
    EXPECT_LT(written()["loss"].get<double>(), written()["loss_start"].get<double>());
}

TEST_F(EncodeTest, AVaeEncodesAtOnceOnBothLanes) {
    const std::string run = (folder / "vae").string();
    const auto trained = studio->start(recipe({{"model", "vae"}, {"out", run}}));
    ASSERT_TRUE(trained.ok()) << trained.error().text();
    ASSERT_TRUE(waitUntilOver(*trained));
    const std::string image = picture().string();
    const auto live =
        answerTo({.requester = 1, .what = "encode", .values = {{"run", run}, {"image", image}}});
    ASSERT_TRUE(live.ok()) << live.error().text();
    ASSERT_EQ(live->latents.size(), 1u);
    EXPECT_EQ(live->sheet.count, 1);
    const auto again =
        answerTo({.requester = 1, .what = "decode", .values = {{"run", run}}, .latents = live->latents});
    EXPECT_EQ(again->sheet.sheet, live->sheet.sheet);

    const auto id =
        studio->start({.schema = 1,
                       .kind = "encode",
                       .values = {{"run", run}, {"image", image}, {"out", (folder / "z.json").string()}},
                       .origin = {}});
    ASSERT_TRUE(id.ok());
    ASSERT_TRUE(waitUntilOver(*id));
    EXPECT_EQ(written()["latent"].get<std::vector<float>>(), live->latents.front());
    EXPECT_TRUE(written()["loss_start"].is_null());
    const auto ofJob =
        answerTo({.requester = 1, .what = "encode", .job = *trained, .values = {{"image", image}}});
    ASSERT_TRUE(ofJob.ok()) << ofJob.error().text();
    EXPECT_EQ(ofJob->latents, live->latents);
    const auto facts = answerTo({.requester = 1, .what = "describe", .job = *trained, .values = {}});
    ASSERT_TRUE(facts.ok());
    EXPECT_TRUE(facts->facts->encodes);
}

TEST_F(EncodeTest, WhatCannotBeEncodedSaysWhy) {
    const std::string run = (folder / "run").string();
    EXPECT_EQ(liveRefusal({{"run", run}, {"image", picture().string()}}).message.text(),
              "This model has no encoder.");
    const auto start = [&](const fs::path& image) {
        return studio->start({.schema = 1,
                              .kind = "encode",
                              .values = {{"run", run}, {"image", image.string()}},
                              .origin = {}});
    };
    EXPECT_EQ(start("").error().message.text(), "No picture was given.");
    const auto refusal = [&](const fs::path& image) {
        const auto id = start(image);
        EXPECT_TRUE(id.ok());
        std::string reason;
        EXPECT_TRUE(waitFor([&] {
            for (const Event& event : studio->drainEvents()) {
                if (event.job == *id && event.kind == EventKind::Failed) reason = event.error.text();
            }
            return !reason.empty();
        }));
        return reason;
    };
    std::ofstream(folder / "text.png") << "hello";
    EXPECT_THAT(refusal(folder / "text.png"), ::testing::HasSubstr("text.png” is not a picture"));
    EXPECT_THAT(refusal(folder / "nowhere.png"), ::testing::HasSubstr("nowhere.png"));
}

}  // namespace
}  // namespace limner::testing
