// Writes pictures of the canvas widgets with plausible content, in both themes and several sizes, to look at
// them. Usage: canvas_gallery FOLDER [IDX_IMAGES.gz]
#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <cmath>

#include "canvas_fixture.h"
#include "widgets/data_card.h"
#include "widgets/image_convert.h"
#include "widgets/job_bar.h"
#include "widgets/loss_plot.h"
#include "widgets/pipeline_bar.h"
#include "widgets/run_list.h"
#include "widgets/sample_grid.h"
#include "widgets/theme.h"
#include "widgets/tile_view.h"
#include "widgets/time_line.h"

using namespace limner;
using namespace limner::widgets;

namespace {

constexpr int64_t kStep = 8214;

Progress someProgress() {
    return {.done = kStep,
            .total = 16860,
            .ratePerSecond = 5.6,
            .secondsLeft = 1544,
            .unit = "steps",
            .place = "epoch 9.74 of 20",
            .innerRate = "358 pictures/s"};
}

JobInfo someJob(JobState state, uint64_t id = 1) {
    return {.id = static_cast<JobId>(id),
            .kind = "train",
            .title = "dcgan-fashion-mnist",
            .state = state,
            .folder = {}};
}

/// A page in the window's colour.
class Page : public QWidget {
public:
    explicit Page(QSize size) {
        resize(size);
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins({});
        column->setSpacing(0);
    }
    QVBoxLayout* column() { return static_cast<QVBoxLayout*>(layout()); }

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokens().base); }
};

class Canvas : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokens().canvas); }
};

QWidget* makeCanvas(const std::vector<Image>& tiles, bool isCompact) {
    auto* canvas = new Canvas;
    auto* row = new QHBoxLayout(canvas);
    const int edge = px(isCompact ? 12 : 17);
    row->setContentsMargins(edge, edge, edge, edge);
    row->setSpacing(px(isCompact ? 20 : 32));
    auto* grid = new SampleGrid;
    grid->setSheet(fixture::sheetOf(tiles, 8, kStep));
    const int height = px(isCompact ? 344 : 468);
    grid->setFixedSize(grid->widthForHeight(height), height);
    grid->selectTile(18);
    auto* tile = new TileView;
    tile->setTile(tiles[18], QStringLiteral("Sample 19, seed 7"));
    if (!isCompact) tile->setFacts({{QStringLiteral("D says real"), QStringLiteral("0.03")}});
    TileView::Film film;
    for (int k = 0; k < 17; ++k) {
        film.emplace_back(500 * k, fixture::noisy(tiles[18], std::exp(-k / 3.0), static_cast<unsigned>(k)));
    }
    tile->setFilm(film);
    row->addWidget(grid);
    row->addWidget(tile, 1);
    return canvas;
}

TimeLine* makeTimeLine(const std::vector<Image>& tiles) {
    auto* line = new TimeLine;
    std::vector<TimeMark> marks;
    TimeLine::Thumbnails thumbnails;
    for (int step = 0; step <= 8000; step += 500) {
        const bool isKept = step >= 4500 || step == 3000;
        marks.push_back({step, isKept, step == 6000, step == 3000});
        std::vector<Image> four;
        for (const size_t i : {0, 1, 4, 5}) {
            four.push_back(
                fixture::noisy(tiles[i], std::exp(-step / 1200.0), static_cast<unsigned>(step + 1)));
        }
        thumbnails.emplace_back(step, toQImage(fixture::sheetOf(four, 2, step)->sheet));
    }
    line->setMarks(marks);
    line->setThumbnails(thumbnails);
    line->setLiveStep(kStep);
    return line;
}

/// The Train page without its rail, header and inspector.
void fillTrain(Page& page, const std::vector<Image>& tiles, bool isCompact) {
    auto* plot = new LossPlot;
    plot->setTable(fixture::ganTable(kStep, 13));
    plot->setEdits(
        {{2400, QStringLiteral("ema"), QStringLiteral("EMA rate 0.99 → 0.999")},
         {6200, QStringLiteral("learning_rate_d"), QStringLiteral("Learning rate D 2.0e-4 → 4.0e-4")}});
    plot->setCursorStep(7000);
    auto* line = makeTimeLine(tiles);
    line->setThumbnailsShown(!isCompact);
    line->setRange(plot->range().first, plot->range().second);
    QObject::connect(plot, &LossPlot::axisEndsChanged, line, &TimeLine::setAxisEnds);
    auto* bar = new JobBar;
    bar->setCompact(isCompact);
    bar->setJob(someJob(JobState::Running), someProgress(), QStringLiteral("Train"));
    bar->setQueue({someJob(JobState::Waiting, 2), someJob(JobState::Waiting, 3)});
    auto* stages = new PipelineBar;
    stages->setStages(PipelineBar::trainStages(QStringLiteral("train")));
    stages->setCompact(isCompact);
    page.column()->addWidget(stages, 0, Qt::AlignHCenter);
    page.column()->addWidget(makeCanvas(tiles, isCompact));
    page.column()->addWidget(plot, 1);
    page.column()->addWidget(line);
    page.column()->addWidget(bar);
}

void fillLists(Page& page, const std::vector<Image>& tiles) {
    auto* row = new QHBoxLayout;
    row->setSpacing(px(24));
    auto* runs = new RunList;
    runs->setFixedWidth(px(340));
    runs->setLabels({{QStringLiteral("dcgan"), QStringLiteral("DCGAN 28")},
                     {QStringLiteral("vae"), QStringLiteral("VAE, convolutional")},
                     {QStringLiteral("fashion-mnist"), QStringLiteral("Fashion-MNIST")}});
    runs->setRuns(fixture::runs(40));
    for (int i = 0; i < 4; ++i) {
        runs->setThumbnail(QStringLiteral("/runs/%1").arg(i), toQImage(tiles[static_cast<size_t>(i)]));
    }
    runs->setRunning(QStringLiteral("/runs/0"));
    runs->setCurrentFolder(QStringLiteral("/runs/1"));
    auto* cards = new QVBoxLayout;
    cards->setSpacing(px(16));
    LivePicture picture;
    picture.sheet = *fixture::sheetOf(tiles, 8, 0);
    for (const char* name : {"T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt",
                             "Sneaker", "Bag", "Ankle boot"}) {
        picture.numbers.emplace_back(name, 7000 - 400.0 * static_cast<double>(picture.numbers.size() % 3));
    }
    auto* ready = new DataCard;
    ready->setTitle(QStringLiteral("Fashion-MNIST"));
    ready->setPicture(picture);
    auto* failed = new DataCard;
    failed->setTitle(QStringLiteral("Folder of pictures"));
    failed->setError(QStringLiteral("“train-images” ends after 1,204 of 60,000 pictures."),
                     QStringLiteral("Fetch the file again, or choose another folder."));
    cards->addWidget(ready, 2);
    cards->addWidget(failed, 1);
    for (const JobState state : {JobState::Paused, JobState::Failed, JobState::Finished}) {
        auto* bar = new JobBar;
        bar->setJob(someJob(state), someProgress(), QStringLiteral("Train"));
        cards->addWidget(bar);
    }
    auto* idle = new JobBar;
    idle->setIdleText(QStringLiteral("Nothing running"), QStringLiteral("Ready on CPU, 2 threads"));
    idle->setHint(QStringLiteral("Every command:"), QKeySequence(QStringLiteral("Ctrl+Shift+P")));
    cards->addWidget(idle);
    row->addWidget(runs);
    row->addLayout(cards, 1);
    page.column()->addLayout(row, 1);
}

void shoot(Page& page, const QString& path) {
    page.show();
    for (int turn = 0; turn < 3; ++turn) QApplication::processEvents();
    page.grab().save(path);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc < 2) {
        qWarning("usage: canvas_gallery FOLDER [IDX_IMAGES.gz]");
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    const std::vector<Image> tiles =
        fixture::garments(64, argc > 2 ? QString::fromLocal8Bit(argv[2]) : QString());
    const auto path = [&](const QString& name) { return folder.filePath(name + QStringLiteral(".png")); };
    for (const Tone tone : {Tone::Dark, Tone::Light}) {
        const QString theme = tone == Tone::Dark ? QStringLiteral("dark") : QStringLiteral("light");
        for (const int percent : {100, 200}) {
            applyTheme(app, tone, percent / 100.0);
            const QString suffix = QStringLiteral("-%1-%2").arg(theme).arg(percent);
            Page train(QSize(1376, 852) * percent / 100), small(QSize(976, 600) * percent / 100);
            Page lists(QSize(1376, 852) * percent / 100);
            fillTrain(train, tiles, false);
            shoot(train, path(QStringLiteral("train") + suffix));
            fillTrain(small, tiles, true);
            shoot(small, path(QStringLiteral("small") + suffix));
            fillLists(lists, tiles);
            shoot(lists, path(QStringLiteral("lists") + suffix));
        }
    }
    return 0;
}
