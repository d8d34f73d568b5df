// Axes around a sheet of pictures, as a person sees them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QGuiApplication>
#include <QImage>

#include "app/host/qt_host.h"

namespace limner {
namespace {

/// 4 × 2 black tiles of 40 × 40 pixels.
SampleSheet blackSheet() {
    return {.columns = 4, .count = 8, .tileWidth = 40, .tileHeight = 40, .sheet = Image(160, 80, 1)};
}

AxisLabels axisOf(const Message& title, int count) {
    AxisLabels axis{.title = title};
    for (int i = 0; i < count; ++i) axis.ticks.push_back(std::to_string(i - 1));
    return axis;
}

Image drawn(const SampleSheet& sheet, const AxisLabels& x, const AxisLabels& y) {
    const auto picture = QtHost().withAxes(sheet, x, y);
    EXPECT_TRUE(picture.ok());
    return picture.ok() ? *picture : Image();
}

struct Box {
    int left = 1 << 20, top = 1 << 20, right = -1, bottom = -1;
};

/// Around all pixels that pass.
template <typename Passes>
Box boxOf(const Image& picture, Passes passes) {
    Box box;
    for (int y = 0; y < picture.height; ++y)
        for (int x = 0; x < picture.width; ++x) {
            if (!passes(picture.at(x, y), x, y)) continue;
            box = {std::min(box.left, x), std::min(box.top, y), std::max(box.right, x),
                   std::max(box.bottom, y)};
        }
    return box;
}

/// The sheet is black through and through; no letter is that wide.
Box sheetIn(const Image& picture) {
    const auto isBlack = [&](int x, int y) {
        const bool isInside = x >= 0 && y >= 0 && x < picture.width && y < picture.height;
        return isInside && *picture.at(x, y) == 0;
    };
    return boxOf(picture, [&](const uint8_t*, int x, int y) {
        if (x + 20 >= picture.width || y + 20 >= picture.height)
            return isBlack(x, y) && isBlack(x - 20, y - 20);
        return isBlack(x, y) && isBlack(x + 20, y) && isBlack(x + 10, y + 20);
    });
}

int inkCount(const Image& picture, int left, int top, int right, int bottom) {
    int count = 0;
    for (int y = std::max(top, 0); y < std::min(bottom, picture.height); ++y)
        for (int x = std::max(left, 0); x < std::min(right, picture.width); ++x)
            count += *picture.at(x, y) < 200;
    return count;
}

TEST(SheetAxes, TicksStandBelowTheirColumnsAndBesideTheirRows) {
    const Image picture = drawn(blackSheet(), axisOf("Truncation", 4), axisOf({"Direction %1", {"2"}}, 2));
    const Box sheet = sheetIn(picture);
    ASSERT_GT(sheet.left, 20) << "room for the titles";
    const int top = sheet.top;
    const int bottom = top + 80;
    for (int column = 0; column < 4; ++column) {
        const int middle = sheet.left + column * 40 + 20;
        EXPECT_GT(inkCount(picture, middle - 8, bottom + 2, middle + 8, bottom + 22), 3) << column;
    }
    for (int row = 0; row < 2; ++row) {
        const int middle = top + row * 40 + 20;
        EXPECT_GT(inkCount(picture, sheet.left - 20, middle - 8, sheet.left - 2, middle + 8), 3) << row;
    }
    EXPECT_GT(inkCount(picture, sheet.left, bottom + 22, sheet.left + 160, picture.height), 40) << "a title";
}

TEST(SheetAxes, NothingIsCutOffAtTheEdge) {
    AxisLabels x = axisOf({"A name that is much longer than the sheet is wide, and longer still"}, 4);
    x.ticks = {"-0.0001234", "1e-300", "4294967295", "0.5"};
    const Image picture = drawn(blackSheet(), x, axisOf("Seed", 2));
    EXPECT_EQ(inkCount(picture, 0, 0, picture.width, 2), 0);
    EXPECT_EQ(inkCount(picture, 0, picture.height - 2, picture.width, picture.height), 0);
    EXPECT_EQ(inkCount(picture, 0, 0, 2, picture.height), 0);
    EXPECT_EQ(inkCount(picture, picture.width - 2, 0, picture.width, picture.height), 0);
}

TEST(SheetAxes, OneAxisNeedsNoRoomForTheOther) {
    const Image both = drawn(blackSheet(), axisOf("Seed", 4), axisOf("Truncation", 2));
    const Image one = drawn(blackSheet(), axisOf("Seed", 4), {});
    EXPECT_LT(one.width, both.width);
    EXPECT_EQ(one.height, both.height);
}

TEST(SheetAxes, AnEmptySheetIsRefused) {
    EXPECT_FALSE(QtHost().withAxes({}, {}, {}).ok());
}

}  // namespace
}  // namespace limner

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
