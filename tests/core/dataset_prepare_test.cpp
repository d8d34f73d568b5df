// What one picture becomes; the expected values are worked out by hand.
#include "core/datasets/prepare.h"

#include "core/datasets/load.h"
#include "core/datasets/memory.h"
#include "dataset_files.h"

namespace limner::datasets {
namespace {

using namespace datasets::testing;
using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using Fit = Preparation::Fit;

Image picture(int width, int height, int channels, std::initializer_list<int> bytes) {
    Image image(width, height, channels);
    std::copy(bytes.begin(), bytes.end(), image.bytes.begin());
    return image;
}

std::vector<int> prepared(const Image& image, const Preparation& preparation) {
    std::vector<uint8_t> planes(
        static_cast<size_t>(preparation.channels * preparation.size * preparation.size));
    prepare(image, preparation, planes.data());
    return {planes.begin(), planes.end()};
}

TEST(Prepare, ChannelsBecomePlanes) {
    const Image image = picture(2, 2, 3, {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12});
    EXPECT_THAT(prepared(image, {.size = 2, .channels = 3}),
                ElementsAre(1, 4, 7, 10, 2, 5, 8, 11, 3, 6, 9, 12));
}

TEST(Prepare, GreyIsTheLumaOfBt601) {
    // 0.299 · 255 = 76.2, 0.587 · 255 = 149.7, 0.114 · 255 = 29.1
    const Image image = picture(2, 2, 3, {255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255});
    EXPECT_THAT(prepared(image, {.size = 2, .channels = 1}), ElementsAre(76, 150, 29, 255));
}

TEST(Prepare, GreyBecomesColourByRepeating) {
    EXPECT_THAT(prepared(picture(1, 1, 1, {77}), {.size = 1, .channels = 3}), ElementsAre(77, 77, 77));
}

TEST(Prepare, TransparencyIsFlattenedOnWhite) {
    const Image image = picture(2, 2, 4, {0, 0, 0, 255, 0, 0, 0, 0, 100, 100, 100, 51, 255, 255, 255, 0});
    // 100 · 0.2 + 255 · 0.8 = 224
    EXPECT_THAT(prepared(image, {.size = 2, .channels = 1}), ElementsAre(0, 255, 224, 255));
}

TEST(Prepare, ShrinkingAverages) {
    const Image image = picture(4, 2, 1, {0, 100, 200, 200, 100, 200, 0, 0});
    EXPECT_THAT(prepared(image, {.size = 1, .channels = 1, .fit = Fit::Stretch}), ElementsAre(100));
    const Image square = picture(2, 2, 1, {0, 10, 20, 50});
    EXPECT_THAT(prepared(square, {.size = 1, .channels = 1}), ElementsAre(20));
}

TEST(Prepare, CropKeepsTheCentralSquare) {
    const Image wide = picture(4, 2, 1, {1, 2, 3, 4, 5, 6, 7, 8});
    EXPECT_THAT(prepared(wide, {.size = 2, .channels = 1, .fit = Fit::Crop}), ElementsAre(2, 3, 6, 7));
}

TEST(Prepare, PadKeepsTheWholePictureOnWhite) {
    const Image wide = picture(4, 2, 1, {1, 2, 3, 4, 5, 6, 7, 8});
    EXPECT_THAT(prepared(wide, {.size = 4, .channels = 1, .fit = Fit::Pad}),
                ElementsAre(255, 255, 255, 255, 1, 2, 3, 4, 5, 6, 7, 8, 255, 255, 255, 255));
}

TEST(Prepare, AThinPictureIsPaddedWithoutAHugeSquare) {
    const Image thin(1'000'000, 1, 1);  // a square of that side would be a terabyte
    const auto square = prepared(thin, {.size = 9, .channels = 1, .fit = Fit::Pad});
    EXPECT_EQ(square[4 * 9], 0) << "a black line in the middle";
    EXPECT_EQ(std::count(square.begin(), square.end(), 255), 72);
}

TEST(Prepare, StretchShrinksOneAxisAndGrowsTheOther) {
    const Image image = picture(4, 1, 1, {0, 100, 200, 100});
    EXPECT_THAT(prepared(image, {.size = 2, .channels = 1, .fit = Fit::Stretch}),
                ElementsAre(50, 150, 50, 150));
}

TEST(Prepare, OnePixelGrowsToOneColour) {
    EXPECT_THAT(prepared(picture(1, 1, 1, {123}), {.size = 64, .channels = 1}), Each(123));
}

TEST(Prepare, ValuesOfTheFormBecomeAPreparation) {
    const auto values =
        completeValues(preparationRows(), {{"size", int64_t{64}}, {"channels", "rgb"}, {"fit", "pad"}});
    ASSERT_TRUE(values);
    const Preparation preparation = preparationOf(*values);
    EXPECT_EQ(preparation.size, 64);
    EXPECT_EQ(preparation.channels, 3);
    EXPECT_EQ(preparation.fit, Fit::Pad);
}

TEST(Prepare, EverySetBringsValuesThatItsTableAccepts) {
    ParamTable table = preparationRows();
    table.insert(table.begin(), dataRow());
    for (const DatasetEntry& entry : datasetRegistry()) {
        if (!entry.unavailable().isEmpty()) continue;
        const auto values = completeValues(table, {{"data", entry.id}});
        ASSERT_TRUE(values) << entry.id << ": " << values.error().text();
        for (const ParamSpec* row : activeRows(table, *values)) {
            EXPECT_FALSE(row->label.empty() || row->help.empty() || row->group.empty()) << row->id;
        }
    }
    EXPECT_EQ(effectiveValue(table, {}, "data"), ParamValue("fashion-mnist"));
    EXPECT_EQ(effectiveValue(table, {{"data", "cifar"}}, "channels"), ParamValue("rgb"));
}

/// More pictures than any machine holds; reading one would be a mistake.
class EndlessSource : public PictureSource {
public:
    EndlessSource() : PictureSource({.labels = std::vector<int64_t>(1'000'000, 0)}) {}
    Result<Image> read(int64_t) const override { throw std::logic_error("asked for a picture"); }
};

TEST(Memory, ASetThatDoesNotFitIsRefusedBeforeItIsRead) {
    const auto set = loadAll(EndlessSource(), {.size = 100'000, .channels = 3});
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::OutOfMemory);
    EXPECT_THAT(set.error().text(), HasSubstr("The pictures need 30000000.0 GB of memory"));
}

TEST(Memory, TheSentenceNamesBothNumbers) {
    const auto refused = checkMemory(12.3e9, 8'100'000'000);
    ASSERT_FALSE(refused);
    EXPECT_THAT(refused.error().text(), AllOf(HasSubstr("need 12.3 GB of memory, but only 8.1 GB are free"),
                                              HasSubstr("Choose a smaller size")));
    EXPECT_TRUE(checkMemory(8.1e9, 8'100'000'000));
    EXPECT_TRUE(checkMemory(1e30, std::nullopt)) << "nothing is known, so nothing is refused";
    EXPECT_GT(availableMemory().value_or(0), 1'000'000u);
}

}  // namespace
}  // namespace limner::datasets
