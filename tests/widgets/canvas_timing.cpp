// Prints how long the canvas widgets take for what they do thirty times a second. Times only; nothing is
// asserted. Usage: canvas_timing [ROWS]
#include <QApplication>
#include <QElapsedTimer>
#include <algorithm>
#include <cstdio>
#include <functional>
#include <random>

#include "canvas_fixture.h"
#include "widgets/direction_list.h"
#include "widgets/history_tree.h"
#include "widgets/key_track.h"
#include "widgets/latent_map.h"
#include "widgets/loss_plot.h"
#include "widgets/picture_canvas.h"
#include "widgets/plot_canvas.h"
#include "widgets/sample_grid.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

struct Times {
    double median, longest;
};

Times measure(int turns, const std::function<void()>& work) {
    std::vector<double> ms;
    for (int turn = 0; turn < turns; ++turn) {
        QElapsedTimer timer;
        timer.start();
        work();
        ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(ms.begin(), ms.end());
    return {ms[ms.size() / 2], ms.back()};
}

void print(const char* what, Times times) {
    std::printf("%-64s median %6.2f ms, longest %6.2f ms\n", what, times.median, times.longest);
}

void measurePlot(int rows) {
    MetricLog log({"loss_d", "loss_g", "d_accuracy_real", "d_accuracy_fake", "a", "b", "c", "d"});
    std::mt19937 random(1);
    std::normal_distribution<double> noise(0, 0.2);
    int64_t step = 0;
    const auto addRows = [&](int count) {
        for (int i = 0; i < count; ++i, ++step) {
            std::vector<double> values;
            for (int k = 0; k < 8; ++k) values.push_back(1 + 0.3 * k + noise(random));
            log.append(step, 0, 0, values);
        }
    };
    addRows(rows);
    LossPlot plot;
    plot.resize(1056, 240);
    plot.show();
    plot.setTable(log.table());
    plot.setShownScalars(
        {QStringLiteral("loss_d"), QStringLiteral("loss_g"), QStringLiteral("a"), QStringLiteral("b")});
    plot.canvas()->flush();
    std::printf("%d rows, 8 scalars, 4 of them shown with their ghosts, %d pixels wide\n", rows,
                plot.canvas()->width());
    const auto update = [&] {
        addRows(10);
        plot.setTable(log.table());
        plot.canvas()->flush();
    };
    print("ten new rows taken up and all painted", measure(60, update));
    const auto cursor = [&, at = 0]() mutable { plot.setCursorStep(at = (at + 977) % rows); };
    print("cursor moved", measure(60, cursor));
    plot.setRange(rows * 0.4, rows * 0.45);
    plot.canvas()->flush();
    print("painted, a twentieth of the run in view", measure(30, [&] { plot.canvas()->flush(); }));
    plot.fit();
    const auto smooth = [&, weight = 0.5]() mutable {
        plot.setSmoothing(weight = weight < 0.9 ? weight + 0.01 : 0.5);
        plot.canvas()->flush();
    };
    print("smoothing changed and all painted", measure(30, smooth));
}

void measureGrid(int side, int channels) {
    std::vector<Image> tiles(64, Image(side, side, channels));
    SampleGrid grid;
    grid.resize(600, 600);
    grid.show();
    QImage target(600, 600, QImage::Format_RGB32);
    const auto newSheet = [&] {
        grid.setSheet(fixture::sheetOf(tiles, 8, 0));
        grid.render(&target);
    };
    const Times all = measure(60, newSheet);
    const Times again = measure(60, [&] { grid.render(&target); });
    std::printf("64 tiles of %d × %d, %d channel(s)\n", side, side, channels);
    print("new sheet made and painted", all);
    print("painted again", again);
}

/// What a hand on the page Explore sets in motion.
void measureExplore() {
    QImage target(936, 512, QImage::Format_RGB32);
    LatentMap map;
    map.resize(440, 440);
    map.setSheet(fixture::sheetOf(std::vector<Image>(49, Image(64, 64, 3)), 7, 0));
    map.show();
    map.render(&target);
    std::printf("Explore\n");
    const auto move = [&, at = 0.0]() mutable {
        map.setPoint({at = at < 1 ? at + 0.01 : 0, 0.5});
        map.render(&target);
    };
    print("point moved on a map of 49 tiles, painted", measure(200, move));
    HistoryTree tree;
    tree.resize(620, 88);
    std::vector<HistoryNode> nodes;
    const QImage thumb(64, 64, QImage::Format_RGB32);
    for (qint64 i = 0; i < 10000; ++i) nodes.push_back({i, i % 50 == 49 ? i / 2 : i - 1, thumb});
    tree.setNodes(nodes);
    tree.show();
    const auto walk = [&, at = 5000]() mutable {
        tree.setCurrent(at += 7);
        tree.render(&target);
    };
    print("gone to another of 10,000 places, painted", measure(200, walk));
    const auto grow = [&, id = qint64{10000}]() mutable { tree.addNode({id++, id - 2, thumb}); };
    print("one place added to them", measure(60, grow));
    KeyTrack track;
    track.resize(936, 96);
    track.setFilm(std::vector<QImage>(25, thumb));
    track.show();
    const auto scrub = [&, at = 0.0]() mutable {
        track.setSecond(at = at < 10 ? at + 0.033 : 0);
        track.render(&target);
    };
    print("playhead moved, painted", measure(200, scrub));
    for (const auto scaling : {PictureView::Scaling::Crisp, PictureView::Scaling::Smooth}) {
        PictureCanvas canvas;
        canvas.resize(512, 512);
        canvas.setScaling(scaling);
        const auto picture = [&] {
            canvas.setPicture(thumb.copy());
            canvas.render(&target);
        };
        print(scaling == PictureView::Scaling::Crisp ? "another picture of 64 × 64 at 512, crisp"
                                                     : "the same, smooth",
              measure(100, picture));
    }
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    applyTheme(app, Tone::Dark, 1.0);
    measurePlot(argc > 1 ? std::atoi(argv[1]) : 100000);
    measureGrid(28, 1);
    measureGrid(64, 3);
    measureExplore();
    return 0;
}
