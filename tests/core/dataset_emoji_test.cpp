// The emoji of the installed font; skipped where it is not installed.
#include <iostream>

#include "dataset_files.h"

namespace limner::datasets {
namespace {

using namespace datasets::testing;
using ::testing::AllOf;
using ::testing::Ge;
using ::testing::HasSubstr;
using ::testing::Le;

class EmojiTest : public ::testing::Test {
protected:
    void SetUp() override {
        const Message missing = findDataset("emoji")->unavailable();
        if (!missing.isEmpty()) GTEST_SKIP() << missing.text();
    }
    PnmHost m_host;
};

TEST_F(EmojiTest, FacesAreAboutAHundredAndFifty) {
    const auto set = testing::load({{"data", "emoji"}, {"emoji_subset", "faces"}}, m_host);
    ASSERT_TRUE(set) << set.error().text();
    std::cout << set->count() << " faces\n";
    EXPECT_THAT(set->count(), AllOf(Ge(130), Le(160)));
    EXPECT_TRUE(set->classNames.empty());
    EXPECT_TRUE(set->skipped.empty());
}

TEST_F(EmojiTest, TheWholeFontHasThousands) {
    const auto set = testing::load({{"data", "emoji"}}, m_host);
    ASSERT_TRUE(set) << set.error().text();
    std::cout << set->count() << " emoji\n";
    EXPECT_THAT(set->count(), AllOf(Ge(3000), Le(6000)));
    EXPECT_EQ(set->pictures.size(1), 3);
}

TEST_F(EmojiTest, TheFirstSmileyIsYellowOnWhite) {
    const auto set =
        testing::load({{"data", "emoji"}, {"emoji_subset", "faces"}, {"size", int64_t{64}}}, m_host);
    ASSERT_TRUE(set);
    // The frowning face U+2639: the forehead is yellow (much red and green, little blue), the corners are
    // white.
    const auto forehead = pixel(set->pictures[0], 32, 12);
    EXPECT_GT(forehead[0], 200);
    EXPECT_GT(forehead[1], 150);
    EXPECT_LT(forehead[2], 120);
    for (const auto& [x, y] : {std::pair{0, 0}, std::pair{63, 0}, std::pair{0, 63}, std::pair{63, 63}}) {
        EXPECT_THAT(pixel(set->pictures[0], x, y), ::testing::ElementsAre(255, 255, 255));
    }
}

TEST_F(EmojiTest, PicturesAreTheSameHoweverManyThreadsRead) {
    const ParamValues values{{"data", "emoji"}, {"emoji_subset", "faces"}};
    const int threads = at::get_num_threads();
    at::set_num_threads(1);
    const auto alone = testing::load(values, m_host);
    at::set_num_threads(4);
    const auto together = testing::load(values, m_host);
    at::set_num_threads(threads);
    ASSERT_TRUE(alone && together);
    EXPECT_TRUE(alone->pictures.equal(together->pictures));
}

TEST(Emoji, AFontWithoutBitmapsIsRefused) {
    const TemporaryFolder data;
    data.write("fonts/truetype/noto/NotoColorEmoji.ttf", "no font at all");
    ::setenv("XDG_DATA_DIRS", data.path().c_str(), 1);
    const auto set = findDataset("emoji")->load({{"emoji_subset", "all"}}, {}, PnmHost{});
    ::unsetenv("XDG_DATA_DIRS");
    ASSERT_FALSE(set);
    EXPECT_EQ(set.error().code, ErrorCode::Unsupported);
    EXPECT_THAT(set.error().text(),
                AllOf(HasSubstr("has no colour bitmaps"), HasSubstr("fonts-noto-color-emoji")));
}

}  // namespace
}  // namespace limner::datasets
