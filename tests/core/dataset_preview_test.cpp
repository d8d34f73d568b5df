// What the train form shows of a data set before training.
#include "core/datasets/preview.h"

#include <set>

#include "dataset_files.h"

namespace limner::datasets {
namespace {

using namespace datasets::testing;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Pair;

/// Remembers how often it was asked to decode.
class CountingHost : public PnmHost {
public:
    Result<Image> decode(std::span<const std::byte> file) const override {
        ++decoded;
        return PnmHost::decode(file);
    }
    mutable int decoded = 0;
};

class PreviewTest : public ::testing::Test {
protected:
    ParamValues values() const {
        return {{"data", "folder"},
                {"data_folder", m_folder.path().string()},
                {"size", int64_t{8}},
                {"model", "dcgan"},  // other rows of the train form do no harm
                {"batch_size", int64_t{64}}};
    }
    void addClass(const std::string& name, int count, int red) const {
        for (int i = 0; i < count; ++i) {
            m_folder.write(name + "/" + std::to_string(1000 + i) + ".png", colourPicture(2, 2, red, i, 0));
        }
    }
    TemporaryFolder m_folder;
    CountingHost m_host;
};

TEST_F(PreviewTest, ShowsThirtyTwoAndCountsAll) {
    addClass("apples", 200, 10);
    addClass("pears", 40, 20);
    const auto preview = previewData(values(), m_host);
    ASSERT_TRUE(preview) << preview.error().text();
    EXPECT_THAT(preview->numbers, ElementsAre(Pair("pictures", 240), Pair("apples", 200), Pair("pears", 40)));
    EXPECT_EQ(m_host.decoded, 32) << "only what is shown is decoded";
    EXPECT_EQ(preview->sheet.count, 32);
    EXPECT_EQ(preview->sheet.columns, 8);
    EXPECT_EQ(preview->sheet.tileWidth, 8);
    EXPECT_EQ(preview->sheet.sheet.width, 64);
    EXPECT_EQ(preview->sheet.sheet.height, 32);
    std::set<int> shades;
    int apples = 0;
    for (int i = 0; i < 32; ++i) {
        const Image tile = preview->sheet.tile(i);
        apples += tile.at(3, 3)[0] == 10 ? 1 : 0;
        if (tile.at(3, 3)[0] == 10) shades.insert(tile.at(3, 3)[1]);
    }
    EXPECT_EQ(apples, 16) << "each class gets its share, however many it has";
    EXPECT_EQ(shades.size(), 16u) << "no picture twice";
    EXPECT_GT(*shades.rbegin(), 180) << "spread to the end";
}

TEST_F(PreviewTest, ASmallSetIsShownWhole) {
    addClass("a", 2, 10);
    addClass("b", 1, 20);
    const auto preview = previewData(values(), m_host);
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->sheet.count, 3);
    EXPECT_EQ(preview->sheet.columns, 3);
    EXPECT_EQ(preview->sheet.sheet.width, 24);
}

TEST_F(PreviewTest, BrokenPicturesArePassedOver) {
    m_folder.write("a.png", "words");
    m_folder.write("b.png", colourPicture(1, 1, 77, 0, 0));
    const auto preview = previewData(values(), m_host);
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->sheet.count, 1);
    EXPECT_EQ(preview->sheet.tile(0).at(0, 0)[0], 77);
}

TEST_F(PreviewTest, OnlyBrokenPicturesAreAnError) {
    m_folder.write("a.png", "words");
    const auto preview = previewData(values(), m_host);
    ASSERT_FALSE(preview);
    EXPECT_EQ(preview.error().code, ErrorCode::NotFound);
    EXPECT_THAT(preview.error().text(), HasSubstr("There is no picture that could be read"));
}

TEST_F(PreviewTest, GreyStaysOneChannel) {
    addClass("a", 3, 100);
    auto grey = values();
    grey["channels"] = "grey";
    const auto preview = previewData(grey, m_host);
    ASSERT_TRUE(preview);
    EXPECT_EQ(preview->sheet.sheet.channels, 1);
}

TEST_F(PreviewTest, ErrorsComeFromTheSameChecksAsTraining) {
    EXPECT_EQ(previewData({{"data", "folder"}}, m_host).error().code, ErrorCode::InvalidArgument);
    EXPECT_EQ(previewData({{"data", "no-such"}}, m_host).error().code, ErrorCode::InvalidArgument);
    auto broken = values();
    EXPECT_THAT(previewData(broken, m_host).error().text(), HasSubstr("There are no pictures in “"));
    broken["size"] = int64_t{100000};
    EXPECT_EQ(previewData(broken, m_host).error().code, ErrorCode::InvalidArgument);
}

TEST_F(PreviewTest, FashionMnistIsTheStandard) {
    if (!findDataset("fashion-mnist")->unavailable().isEmpty())
        GTEST_SKIP() << "dataset-fashion-mnist is missing";
    const auto preview = previewData({}, m_host);
    ASSERT_TRUE(preview);
    EXPECT_THAT(preview->numbers.front(), Pair("pictures", 70000));
    EXPECT_EQ(preview->numbers.size(), 11u);
    EXPECT_THAT(preview->numbers.at(1), Pair("T-shirt/top", 7000));
}

}  // namespace
}  // namespace limner::datasets
