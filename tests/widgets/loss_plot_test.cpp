// The loss plot: numbers by hand, growth, following, zoom, cursor, legend, export.
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>
#include <cmath>
#include <limits>
#include <set>

#include "canvas_fixture.h"
#include "widgets/loss_plot.h"
#include "widgets/plot_axes.h"
#include "widgets/plot_canvas.h"
#include "widgets/plot_export.h"
#include "widgets/plot_marks.h"
#include "widgets/scalar_legend.h"
#include "widgets/scalar_series.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

std::shared_ptr<const MetricTable> ramp(int rows) {
    MetricLog log({"loss_d", "loss_g"});
    for (int i = 0; i < rows; ++i) log.append(10 * i, i, i, {1.0 + i, 3.0});
    return log.table();
}

const PlotScalar& scalarOf(const LossPlot& plot, const QString& id) {
    for (const PlotScalar& scalar : plot.canvas()->scalars()) {
        if (scalar.id == id) return scalar;
    }
    qFatal("no such scalar");
}

QPoint placeOf(const LossPlot& plot, double step) {
    const PlotCanvas& canvas = *plot.canvas();
    return {static_cast<int>(std::lround(canvas.xAxis->coordToPixel(step))), canvas.axisRect()->center().y()};
}

}  // namespace

class TestLossPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        applyTheme(*qobject_cast<QApplication*>(qApp), Tone::Dark, 1.0);
    }

    // By hand, w = 0.5, values 4, 2, 6: m = 2, 2, 4; 1 - w^n = 0.5, 0.75, 0.875.
    void smoothingEqualsTheHandCalculation() {
        ScalarSeries series;
        series.setSmoothing(0.5);
        for (const double value : {4.0, 2.0, 6.0}) series.append(static_cast<double>(series.size()), value);
        QCOMPARE(series.smoothAt(0), 4.0);
        QCOMPARE(series.smoothAt(1), 2.0 / 0.75);
        QCOMPARE(series.smoothAt(2), 4.0 / 0.875);
        series.setSmoothing(0);
        QCOMPARE(series.smoothAt(2), 6.0);
    }

    void smoothingAsItGrowsEqualsSmoothingAtOnce() {
        ScalarSeries grown, whole;
        grown.setSmoothing(0.93);
        for (int i = 0; i < 500; ++i) {
            grown.append(i, std::sin(i * 0.1));
            whole.append(i, std::sin(i * 0.1));
        }
        whole.setSmoothing(0.93);
        for (size_t i = 0; i < 500; ++i) QCOMPARE(grown.smoothAt(i), whole.smoothAt(i));
    }

    void oneInfinityDoesNotSpoilTheRest() {
        ScalarSeries series;
        series.setSmoothing(0.5);
        series.append(0, 4);
        series.append(1, std::numeric_limits<double>::infinity());
        series.append(2, 2);
        QCOMPARE(series.smoothAt(2), 2.0 / 0.75);
    }

    void rowsWithoutANumberAreLeftOut() {
        ScalarSeries series;
        for (const double value : {kNan, 1.0, kNan, 2.0})
            series.append(static_cast<double>(series.size() * 2), value);
        QCOMPARE(series.size(), size_t{2});
    }

    void thinningKeepsEverySpike() {
        ScalarSeries series;
        for (int i = 0; i < 100000; ++i) series.append(i, i == 51234 ? 99.0 : i == 70001 ? -5.0 : 1.0);
        std::vector<SeriesPoint> points;
        series.thin(ScalarSeries::Line::Raw, {0, 99999, 500}, points);
        QVERIFY(points.size() <= 2000 + 4);
        QVERIFY(std::count(points.begin(), points.end(), SeriesPoint{51234, 99.0}) == 1);
        QVERIFY(std::count(points.begin(), points.end(), SeriesPoint{70001, -5.0}) == 1);
        QCOMPARE(points.front().step, 0.0);
        QCOMPARE(points.back().step, 99999.0);
        QVERIFY(
            std::is_sorted(points.begin(), points.end(), [](auto& a, auto& b) { return a.step < b.step; }));
        // Few points stay as they are, with one neighbour beyond each end.
        series.thin(ScalarSeries::Line::Raw, {100, 110, 500}, points);
        QCOMPARE(points.front().step, 99.0);
        QCOMPARE(points.size(), size_t{13});
    }

    void yRangesAreRoundAndIgnoreOneSpike() {
        Extent lines, ghosts;
        lines.take(0.4), lines.take(2.8);
        ghosts.take(0.3), ghosts.take(60);
        const QCPRange range = yRangeFor(lines, ghosts, false);
        QCOMPARE(range.lower, 0.0);
        QCOMPARE(range.upper, 5.0);
        QCOMPARE(niceStep(8214, 8), 2000.0);
        QCOMPARE(niceStep(4, 4), 1.0);
    }

    void onlyNewRowsAreTakenAndAnotherRunStartsAfresh() {
        LossPlot plot;
        plot.setTable(ramp(5));
        plot.setTable(ramp(3000));  // crosses a block
        QCOMPARE(plot.canvas()->rowCount(), size_t{3000});
        QCOMPARE(scalarOf(plot, QStringLiteral("loss_d")).series.rawAt(2999), 3000.0);
        plot.setTable(ramp(20));  // rolled back: a resumed run
        QCOMPARE(plot.canvas()->rowCount(), size_t{20});
        plot.setTable(fixture::ganTable(1000, 10));
        QCOMPARE(plot.canvas()->scalars().size(), size_t{6});
        plot.setTable(nullptr);
        QCOMPARE(plot.canvas()->rowCount(), size_t{0});
    }

    void linesKeepTheirColoursByConvention() {
        LossPlot plot;
        plot.setTable(fixture::ganTable(1000, 10));
        QCOMPARE(scalarOf(plot, QStringLiteral("loss_d")).line->pen().color(), tokens().plot[0]);
        QCOMPARE(scalarOf(plot, QStringLiteral("loss_g")).line->pen().color(), tokens().plot[1]);
        QCOMPARE(scalarOf(plot, QStringLiteral("loss_d")).ghost->pen().color().alpha(), qRound(0.28 * 255));
        QVERIFY(!plot.shownScalars().contains(QStringLiteral("learning_rate_d")));
        std::set<QString> looks;
        for (const PlotScalar& scalar : plot.canvas()->scalars()) {
            const QPen pen = scalar.line->pen();
            looks.insert(pen.color().name() + QString::number(pen.dashPattern().value(0)));
        }
        QCOMPARE(looks.size(), plot.canvas()->scalars().size());
    }

    void aTrainingOnATextDrawsNoTwoLinesInOneColour() {
        MetricLog log({"loss", "learning_rate", "validation_loss", "validation_perplexity"});
        for (int i = 0; i < 20; ++i) log.append(10 * i, i, i, {2.0, 0.002, 2.1, 8.2});
        LossPlot plot;
        plot.setTable(log.table());
        std::set<QString> colours;
        for (const PlotScalar& scalar : plot.canvas()->scalars())
            colours.insert(scalar.line->pen().color().name());
        QCOMPARE(colours.size(), size_t{4});
        QVERIFY(plot.shownScalars().contains(QStringLiteral("validation_loss")));
        QVERIFY(!plot.shownScalars().contains(QStringLiteral("validation_perplexity")));  // of another scale
    }

    void aDenseSmoothedLineIsTheMeanOfEachColumn() {
        ScalarSeries series;
        for (int i = 0; i < 10000; ++i) series.append(i, i % 2 == 0 ? 0 : 2);
        series.setSmoothing(0.5);
        std::vector<SeriesPoint> points;
        series.thin(ScalarSeries::Line::Smooth, {0, 10000, 100, 0}, points);
        QVERIFY(points.size() >= 100 && points.size() <= 102);
        for (const SeriesPoint& point : points) QVERIFY(std::abs(point.value - 1) < 0.02);
    }

    void linesAreWhereTheNumbersAre() {
        LossPlot plot;
        plot.resize(900, 260);
        plot.setTable(ramp(400));
        plot.setSmoothing(0);
        plot.show();
        plot.canvas()->flush();
        const PlotCanvas& canvas = *plot.canvas();
        const QImage shot = plot.canvas()->grab().toImage();
        const QPointF at(canvas.xAxis->coordToPixel(2000), canvas.yAxis->coordToPixel(201));
        // Smooth edges: nearer to the line's colour than to the background's.
        const QColor there = shot.pixelColor(at.toPoint());
        QVERIFY2(there.blue() > (tokens().plot[0].blue() + tokens().base.blue()) / 2,
                 qPrintable(there.name()));
        QCOMPARE(shot.pixelColor(at.toPoint() - QPoint(0, 20)), tokens().base);
    }

    void theRightEdgeFollowsUntilTheHandMovesIt() {
        LossPlot plot;
        plot.resize(900, 260);
        plot.show();
        plot.setTable(ramp(100));
        QCOMPARE(plot.range().second, 990.0);
        QVERIFY(plot.followsLive());
        plot.setTable(ramp(200));
        QCOMPARE(plot.range(), std::make_pair(0.0, 1990.0));
        plot.setRange(500, 900);
        QVERIFY(!plot.followsLive());
        plot.setTable(ramp(300));
        QCOMPARE(plot.range(), std::make_pair(500.0, 900.0));
        plot.followLive();
        QCOMPARE(plot.range(), std::make_pair(2590.0, 2990.0));
        plot.setTable(ramp(310));  // a window of the same width goes along
        QCOMPARE(plot.range(), std::make_pair(2690.0, 3090.0));
        QTest::mouseDClick(plot.canvas(), Qt::LeftButton, {}, placeOf(plot, 2900));
        QCOMPARE(plot.range(), std::make_pair(0.0, 3090.0));
    }

    void wheelZoomsToThePointerAndDragPans() {
        LossPlot plot;
        plot.resize(900, 260);
        plot.show();
        plot.setTable(ramp(100));
        plot.canvas()->flush();
        QSignalSpy moved(&plot, &LossPlot::rangeChanged);
        const QPointF place = placeOf(plot, 400);
        const double under = plot.canvas()->xAxis->pixelToCoord(place.x());
        QWheelEvent wheel(place, plot.canvas()->mapToGlobal(place), {}, {0, 120}, {}, {}, Qt::NoScrollPhase,
                          false);
        QApplication::sendEvent(plot.canvas(), &wheel);
        QCOMPARE(moved.size(), 1);
        QVERIFY(std::abs(plot.canvas()->xAxis->pixelToCoord(place.x()) - under) < 1e-6);
        QVERIFY(std::abs(plot.range().second - plot.range().first - 0.8 * 990) < 1e-6);
        const double before = plot.range().first;
        QTest::mousePress(plot.canvas(), Qt::LeftButton, {}, place.toPoint());
        QTest::mouseMove(plot.canvas(), place.toPoint() + QPoint(-50, 0));
        QTest::mouseRelease(plot.canvas(), Qt::LeftButton, {}, place.toPoint() + QPoint(-50, 0));
        QVERIFY(plot.range().first > before);
        QVERIFY(plot.range().second <= 990.0);
    }

    void shiftAndDragZoomsToARectangle() {
        LossPlot plot;
        plot.resize(900, 260);
        plot.show();
        plot.setTable(ramp(100));
        plot.canvas()->flush();
        const QPoint from = placeOf(plot, 200), to = placeOf(plot, 400) + QPoint(0, 40);
        QTest::mousePress(plot.canvas(), Qt::LeftButton, Qt::ShiftModifier, from);
        QMouseEvent move(QEvent::MouseMove, to, plot.canvas()->mapToGlobal(QPointF(to)), Qt::LeftButton,
                         Qt::LeftButton, Qt::ShiftModifier);
        QApplication::sendEvent(plot.canvas(), &move);
        QTest::mouseRelease(plot.canvas(), Qt::LeftButton, Qt::ShiftModifier, to);
        QVERIFY(std::abs(plot.range().first - 200) < 4);
        QVERIFY(std::abs(plot.range().second - 400) < 4);
    }

    void theCursorReadsTheNearestRow() {
        LossPlot plot;
        plot.resize(900, 260);
        plot.show();
        plot.setTable(ramp(100));
        plot.setSmoothing(0);
        plot.canvas()->flush();
        QSignalSpy moved(&plot, &LossPlot::cursorMoved);
        QTest::mouseMove(plot.canvas(), placeOf(plot, 402));
        QTRY_COMPARE(moved.size(), 1);
        QCOMPARE(moved[0][0].toLongLong(), 400);
        const auto& values = plot.canvas()->marks().values();
        QCOMPARE(values.size(), size_t{2});
        QCOMPARE(values[0].value, 41.0);
        QCOMPARE(values[1].value, 3.0);
        plot.canvas()->setFocus();
        QTest::keyClick(plot.canvas(), Qt::Key_Right);
        QCOMPARE(moved.back()[0].toLongLong(), 410);
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(plot.canvas(), &leave);
        QCOMPARE(moved.back()[0].toLongLong(), -1);
    }

    void readoutsHaveThreeToFourDigits() {
        QCOMPARE(readout(2.0361), QStringLiteral("2.036"));
        QCOMPARE(readout(244.83), QStringLiteral("244.8"));
        QCOMPARE(readout(12345.6), QStringLiteral("12,346"));
        QCOMPARE(readout(0.0002), QStringLiteral("2.00e-04"));
    }

    void flagsCanBeClicked() {
        LossPlot plot;
        plot.resize(900, 260);
        plot.show();
        plot.setTable(ramp(100));
        plot.setEdits({{300, QStringLiteral("ema"), QStringLiteral("EMA rate 0.99 → 0.999")}});
        plot.canvas()->flush();
        QSignalSpy clicked(&plot, &LossPlot::editClicked);
        const QRectF flag = plot.canvas()->marks().flagRect(0);
        QTest::mouseClick(plot.canvas(), Qt::LeftButton, {}, flag.center().toPoint());
        QCOMPARE(clicked.size(), 1);
        QCOMPARE(clicked[0][0].toString(), QStringLiteral("ema"));
        QCOMPARE(clicked[0][1].toLongLong(), 300);
        plot.setRange(500, 900);
        QVERIFY(plot.canvas()->marks().flagRect(0).isNull());
    }

    void theLegendTogglesByMouseAndKeys() {
        LossPlot plot;
        plot.resize(1000, 260);
        plot.show();
        plot.setTable(ramp(100));
        auto* legend = plot.findChild<ScalarLegend*>();
        QSignalSpy changed(&plot, &LossPlot::shownScalarsChanged);
        QTest::mouseClick(legend, Qt::LeftButton, {}, legend->entryRect(0).center());
        QCOMPARE(plot.shownScalars(), QStringList{QStringLiteral("loss_g")});
        plot.canvas()->flush();
        QVERIFY(!scalarOf(plot, QStringLiteral("loss_d")).line->visible());
        QTest::keyClick(legend, Qt::Key_Space);
        QCOMPARE(plot.shownScalars().size(), 2);
        QTest::keyClick(legend, Qt::Key_Right);
        QTest::keyClick(legend, Qt::Key_Return);
        QCOMPARE(plot.shownScalars(), QStringList{QStringLiteral("loss_d")});
        QCOMPARE(changed.size(), 3);
    }

    void whatDoesNotFitGoesIntoTheLegendsMenu() {
        ScalarLegend legend;
        legend.setEntries({{QStringLiteral("a"), QStringLiteral("Reconstruction"), 1, true},
                           {QStringLiteral("b"), QStringLiteral("KL divergence"), 2, true},
                           {QStringLiteral("c"), QStringLiteral("Validation loss"), 3, true}});
        legend.resize(170, 28);
        legend.show();
        QVERIFY(!legend.entryRect(0).isNull());
        QVERIFY(legend.entryRect(2).isNull());
        legend.resize(600, 28);
        QVERIFY(!legend.entryRect(2).isNull());
    }

    void logScaleTakesOnlyPositiveValues() {
        LossPlot plot;
        MetricLog log({"loss"});
        for (int i = 0; i < 100; ++i) log.append(i, 0, 0, {i == 50 ? -1.0 : std::pow(10.0, -i / 25.0)});
        plot.resize(900, 260);
        plot.setTable(log.table());
        plot.setSmoothing(0);
        plot.setLogarithmic(true);
        plot.canvas()->flush();
        const QCPRange range = plot.canvas()->yAxis->range();
        QVERIFY(range.lower > 0 && range.lower <= 1.1e-4);
        QCOMPARE(range.upper, 1.0);
    }

    void sparseScalarsAreDotsAndNotSmoothed() {
        LossPlot plot;
        MetricLog log({"loss", "validation_loss"});
        for (int i = 0; i < 200; ++i) log.append(i, 0, 0, {1.0, i % 50 == 0 ? i / 50.0 : kNan});
        plot.setTable(log.table());
        plot.canvas()->flush();
        const PlotScalar& scalar = scalarOf(plot, QStringLiteral("validation_loss"));
        QCOMPARE(scalar.line->data()->size(), 4);
        QCOMPARE(scalar.line->data()->at(3)->value, 3.0);
        QVERIFY(!scalar.line->scatterStyle().isNone());
        QVERIFY(!scalar.ghost->visible());
    }

    void csvHoldsAllColumns() {
        MetricLog log({"loss", "validation_loss"});
        log.append(0, 0, 0.5, {1.25, kNan});
        log.append(10, 0.1, 1, {1e-7, 0.1});
        QCOMPARE(
            metricsCsv(*log.table()),
            QByteArray("step,epoch,seconds,loss,validation_loss\r\n0,0,0.5,1.25,\r\n10,0.1,1,1e-07,0.1\r\n"));
    }

    void exportsWriteWholeFilesOrSayWhy() {
        QTemporaryDir folder;
        LossPlot plot;
        plot.resize(600, 240);
        plot.setTable(ramp(100));
        const auto path = [&](const char* name) { return folder.filePath(QLatin1StringView(name)); };
        QVERIFY(plot.exportTo(PlotFormat::Png, path("plot.png")).ok());
        const QImage png(path("plot.png"));
        QCOMPARE(png.width(), 2 * plot.canvas()->width());
        QVERIFY(plot.exportTo(PlotFormat::Pdf, path("plot.pdf")).ok());
        QFile pdf(path("plot.pdf"));
        QVERIFY(pdf.open(QIODevice::ReadOnly));
        QVERIFY(pdf.read(5) == "%PDF-");
        QVERIFY(plot.exportTo(PlotFormat::Csv, path("plot.csv")).ok());
        QFile csv(path("plot.csv"));
        QVERIFY(csv.open(QIODevice::ReadOnly));
        QCOMPARE(csv.readAll().count('\n'), 101);
        const Result<void> refused = plot.exportTo(PlotFormat::Csv, path("missing/plot.csv"));
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::NotWritable);
        QVERIFY(QString::fromStdString(refused.error().text()).contains(QStringLiteral("missing/plot.csv")));
    }
};

QTEST_MAIN(TestLossPlot)
#include "loss_plot_test.moc"
