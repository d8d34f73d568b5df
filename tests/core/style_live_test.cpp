// What the live lane answers for Stylize, on weights by formula.
#include <gtest/gtest.h>

#include "core/internal/feature_network.h"
#include "core/internal/live_style.h"
#include "core/style/fast_layout.h"
#include "core/style/feature_architecture.h"
#include "style_fixture.h"
#include "style_weights.h"

namespace limner::testing {
namespace {

using style::LiveStyle;

class LiveStyleTest : public StyleTest {
protected:
    LiveStyleTest() : session(folder) {
        fs::create_directories(folder / "models");
        write("models/net.safetensors",
              test::formulaWeights(expectedTensors(*style::findFeatureArchitecture("squeezenet1_1"))), {});
        write("models/wave-12345678.safetensors",
              test::formulaWeights(expectedTensors(style::fastLayouts().front())),
              {{"limner:kind", "fast-style"}});
    }
    void write(const std::string& name, const io::NamedTensors& tensors,
               const std::map<std::string, std::string>& metadata) const {
        EXPECT_TRUE(io::writeTensorFile(folder / name, tensors, metadata));
    }
    Image channel(LiveStyle& live, int64_t number, const std::string& layer = "fire2") {
        auto answer = live.channel({{"layer", layer}, {"channel", number}}, session.context);
        EXPECT_TRUE(answer) << (answer ? "" : answer.error().text());
        return answer ? answer->sheet.sheet : Image();
    }
    Image fast(LiveStyle& live, double strength) {
        auto answer = live.fast({{"content", (folder / "content.png").string()}, {"strength", strength}},
                                session.context);
        EXPECT_TRUE(answer) << (answer ? "" : answer.error().text());
        return answer ? answer->sheet.sheet : Image();
    }
    std::vector<fs::path> cacheFiles() const {
        std::vector<fs::path> files;
        std::error_code none;
        for (const auto& entry : fs::recursive_directory_iterator(folder / "cache", none))
            if (entry.is_regular_file()) files.push_back(entry.path());
        return files;
    }
    double answerTo(const Image& picture, int64_t number) const {
        const auto network = style::FeatureNetwork::load(folder / "models/net.safetensors");
        torch::Tensor pixels = torch::empty({1, 3, picture.height, picture.width});
        for (int y = 0; y < picture.height; ++y)
            for (int x = 0; x < picture.width; ++x)
                for (int c = 0; c < 3; ++c) pixels[0][c][y][x] = picture.at(x, y)[c] / 255.0;
        return network->features(pixels, {"fire2"}).front().select(1, number).mean().item<double>();
    }

    Session session;
};

TEST_F(LiveStyleTest, AChannelLikesItsPictureMoreThanThatOfAnother) {
    LiveStyle live;
    const Image third = channel(live, 3), ninth = channel(live, 9);
    ASSERT_EQ(third.width, style::kChannelSide);
    ASSERT_EQ(third.channels, 3);
    EXPECT_GT(answerTo(third, 3), 1.2 * answerTo(ninth, 3));
    EXPECT_GT(answerTo(ninth, 9), 1.2 * answerTo(third, 9));
}

TEST_F(LiveStyleTest, AThumbnailIsMadeOnceForEachNetworkAndMadeAnewWhereItsFileIsDamaged) {
    const Image first = channel(*std::make_unique<LiveStyle>(), 3);
    const auto files = cacheFiles();
    ASSERT_EQ(files.size(), 1U);
    // What is on the disk is what is shown.
    ASSERT_TRUE(io::safeReplace(files.front(), textOfBytes(*host.encodePng(wavyPicture(64, 64, 9), {}))));
    EXPECT_EQ(channel(*std::make_unique<LiveStyle>(), 3).bytes, wavyPicture(64, 64, 9).bytes);
    ASSERT_TRUE(io::safeReplace(files.front(), std::string_view("no picture")));
    EXPECT_EQ(channel(*std::make_unique<LiveStyle>(), 3).bytes, first.bytes);
    // Other weights have other thumbnails.
    auto tensors = test::formulaWeights(expectedTensors(*style::findFeatureArchitecture("squeezenet1_1")));
    for (auto& [name, tensor] : tensors) tensor = -tensor;
    write("models/net.safetensors", tensors, {});
    EXPECT_NE(channel(*std::make_unique<LiveStyle>(), 3).bytes, first.bytes);
    EXPECT_EQ(cacheFiles().size(), 2U);
}

TEST_F(LiveStyleTest, APreviewIsWhatTheJobMakesAtThisSize) {
    LiveStyle live;
    for (const double strength : {0.3, 1.0, 0.0}) {
        ASSERT_EQ(run({{"method", std::string("fast")},
                       {"content", (folder / "content.png").string()},
                       {"strength", strength},
                       {"size", int64_t{style::kPreviewSide}},
                       {"out", (folder / "out.png").string()}}),
                  "");
        EXPECT_EQ(fast(live, strength).bytes, pictureIn(folder / "out.png").bytes) << strength;
    }
}

TEST_F(LiveStyleTest, APreviewFollowsItsContent) {
    LiveStyle live;
    const Image before = fast(live, 0.5);
    put("content.png", wavyPicture(64, 48, 11));
    fs::last_write_time(folder / "content.png",
                        fs::last_write_time(folder / "content.png") + std::chrono::seconds(2));
    EXPECT_NE(fast(live, 0.5).bytes, before.bytes);
}

TEST_F(LiveStyleTest, WithoutANetworkOrAContentThePreviewSaysWhatIsMissing) {
    LiveStyle live;
    EXPECT_FALSE(live.fast({}, session.context));
    fs::remove(folder / "models/wave-12345678.safetensors");
    LiveStyle other;
    EXPECT_FALSE(other.fast({{"content", (folder / "content.png").string()}}, session.context));
}

}  // namespace
}  // namespace limner::testing
