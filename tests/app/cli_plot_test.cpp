#include <gmock/gmock.h>

#include <QGuiApplication>
#include <cmath>

#include "app/cli/plot.h"

namespace limner::cli {
namespace {

using ::testing::ElementsAre;

MetricTable table(int rows) {
    MetricLog log({"loss_d", "d_accuracy_real", "validation_loss", "never"});
    for (int i = 0; i < rows; ++i)
        log.append(i, 0, 0, {i < rows / 2 ? 1.0 : 0.0, 0.9, i % 10 == 0 ? 0.5 : std::nan(""), std::nan("")});
    return *log.table();
}

std::vector<std::string> names(const std::vector<Series>& series) {
    std::vector<std::string> names;
    for (const Series& one : series) names.push_back(one.name);
    return names;
}

/// The mean height, in parts of the picture from the top, of pixels of the first plot colour in some columns.
double meanHeight(const QImage& plot, double from, double to) {
    double sum = 0;
    int count = 0;
    for (int x = static_cast<int>(from * plot.width()); x < static_cast<int>(to * plot.width()); ++x)
        for (int y = plot.height() / 6; y < plot.height(); ++y)
            if (plot.pixelColor(x, y) == QColor(0x2D, 0x83, 0xC6)) sum += y, ++count;
    return count == 0 ? -1 : sum / count / plot.height();
}

TEST(CliPlot, DrawsLossesThatWereMeasuredAndNoAccuracies) {
    EXPECT_THAT(names(plotSeries(table(100), {})), ElementsAre("loss_d", "validation_loss"));
    EXPECT_THAT(names(plotSeries(table(100), {.scalars = {"d_accuracy_real"}})),
                ElementsAre("d_accuracy_real"));
}

TEST(CliPlot, SeriesHaveOnlyTheStepsThatWereMeasured) {
    const auto series = plotSeries(table(100), {.scalars = {"validation_loss"}});
    EXPECT_EQ(series.at(0).steps.size(), 10U);
    EXPECT_EQ(series.at(0).steps.at(9), 90);
}

TEST(CliPlot, TicksAreRoundNumbersInside) {
    EXPECT_THAT(roundTicks(0, 469, 8), ElementsAre(0, 100, 200, 300, 400));
    EXPECT_THAT(roundTicks(-0.02, 0.11, 4), ElementsAre(0, 0.05, 0.1));
}

TEST(CliPlot, ALossThatFallsIsDrawnHighThenLow) {
    const auto series = plotSeries(table(50), {.scalars = {"loss_d"}});
    const QImage plot = drawPlot(series, {.width = 800, .height = 450});
    const double early = meanHeight(plot, 0.15, 0.4);
    const double late = meanHeight(plot, 0.65, 0.9);
    ASSERT_GT(early, 0);
    EXPECT_LT(early, 0.3);
    EXPECT_GT(late, 0.7);
}

}  // namespace
}  // namespace limner::cli

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication fonts(argc, argv);
    ::testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
