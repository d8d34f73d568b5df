// Writes pictures of the widgets of Explore with plausible content, in both themes and two sizes, to look at
// them. Usage: explore_gallery FOLDER
#include <QApplication>
#include <QDir>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <cmath>

#include "canvas_fixture.h"
#include "widgets/direction_list.h"
#include "widgets/history_tree.h"
#include "widgets/image_convert.h"
#include "widgets/key_track.h"
#include "widgets/label.h"
#include "widgets/latent_map.h"
#include "widgets/picture_canvas.h"
#include "widgets/place_strip.h"
#include "widgets/sweep_view.h"
#include "widgets/theme.h"

using namespace limner;
using namespace limner::widgets;

namespace {

/// A drawn face that changes smoothly over the unit square.
QImage face(double u, double v, int edge) {
    QImage picture(edge, edge, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(edge / 64.0, edge / 64.0);
    painter.setPen(Qt::NoPen);
    const QColor skin =
        QColor::fromHsvF(static_cast<float>(0.07 + 0.25 * v), static_cast<float>(0.85 - 0.7 * u),
                         static_cast<float>(0.95 - 0.1 * v));
    painter.setBrush(skin.darker(160));
    const double ear = 8 + 8 * (1 - u);
    for (const double side : {-1.0, 1.0})
        painter.drawEllipse(QPointF(32 + side * (17 - 4 * v), 20 - ear / 3), ear / 1.6, ear);
    painter.setBrush(skin);
    painter.drawEllipse(QPointF(32, 36), 25, 22 + 3 * v);
    painter.setBrush(QColor(30, 30, 34));
    for (const double side : {-1.0, 1.0})
        painter.drawEllipse(QPointF(32 + side * (9 + 2 * u), 32), 2 + 3 * u, 3 + u);
    painter.drawEllipse(QPointF(32, 42), 3 + v, 2.2);
    painter.end();
    return picture;
}

std::shared_ptr<SampleSheet> mapSheet(int columns, int rows) {
    std::vector<Image> tiles;
    for (int i = 0; i < columns * rows; ++i) {
        tiles.push_back(fromQImage(face(i % columns / (columns - 1.0), i / columns / (rows - 1.0), 64)));
    }
    return fixture::sheetOf(tiles, columns, 0);
}

QPolygonF closedCurve(const std::vector<QPointF>& keys) {
    QPolygonF line;
    const auto count = static_cast<int>(keys.size());
    for (int step = 0; step <= 30 * count; ++step) {
        const int i = step / 30 % count;
        const double t = step % 30 / 30.0;
        const auto at = [&](int d) { return keys[static_cast<size_t>((i + d + count) % count)]; };
        line.append(0.5 *
                    (2 * at(0) + (at(1) - at(-1)) * t + (2 * at(-1) - 5 * at(0) + 4 * at(1) - at(2)) * t * t +
                     (3 * at(0) - at(-1) - 3 * at(1) + at(2)) * t * t * t));
    }
    return line;
}

/// A page in one of the window's colours.
class Ground : public QWidget {
public:
    explicit Ground(QColor Tokens::*colour, QWidget* parent = nullptr) : QWidget(parent), m_colour(colour) {}

protected:
    void paintEvent(QPaintEvent*) override { QPainter(this).fillRect(rect(), tokens().*m_colour); }

private:
    QColor Tokens::*m_colour;
};

LatentMap* makeMap(LatentMap::Shape shape) {
    auto* map = new LatentMap;
    map->setShape(shape);
    map->setSheet(mapSheet(7, 7));
    map->setPoint({0.345, shape == LatentMap::Shape::Square ? 0.22 : 0.6});
    if (shape == LatentMap::Shape::Triangle) return map;
    map->setCorners({{QStringLiteral("Fox")},
                     {QStringLiteral("Panda")},
                     {QStringLiteral("Frog")},
                     {QStringLiteral("Tiger")}});
    const std::vector<QPointF> keys = {{0.06, 0.08}, {0.345, 0.22}, {0.88, 0.12}, {0.84, 0.80}, {0.20, 0.84}};
    map->setPath({closedCurve(keys), keys});
    return map;
}

HistoryTree* makeHistory() {
    auto* tree = new HistoryTree;
    std::vector<HistoryNode> nodes;
    for (int i = 0; i < 13; ++i) {
        const bool isBranch = i >= 8;
        const qint64 parent = i == 8 ? 2 : i - 1;
        nodes.push_back({i, parent, face(i % 8 / 7.0, isBranch ? 0.9 : 0.1, 64), {}, i == 4 ? 3 : 0, i == 6});
    }
    tree->setNodes(std::move(nodes));
    tree->setCurrent(2);
    return tree;
}

PlaceStrip* makePlaces() {
    auto* strip = new PlaceStrip;
    std::vector<PlaceItem> places;
    for (const char* name : {"Fox", "Panda", "Tiger", "Frog", "Half-way between two"}) {
        const double at = static_cast<double>(places.size()) / 4;
        const QString text = QString::fromLatin1(name);
        places.push_back({text, text, face(at, 1 - at, 64), places.size() == 1 ? 4 : 0});
    }
    strip->setPlaces(std::move(places));
    return strip;
}

KeyTrack* makeTrack() {
    auto* track = new KeyTrack;
    Timeline timeline;
    timeline.keys = {{0, Ease::InOut},   {2.6, Ease::Linear}, {4.8, Ease::Out},
                     {6.8, Ease::InOut}, {8.6, Ease::Linear}, {10, Ease::Hold}};
    track->setTimeline(timeline);
    std::vector<QImage> film;
    for (int i = 0; i < 25; ++i)
        film.push_back(face(0.5 - 0.5 * std::cos(i * 0.26), 0.5 - 0.5 * std::cos(i * 0.5), 64));
    track->setFilm(std::move(film));
    track->setSecond(2.6);
    track->setCurrentKey(1);
    return track;
}

DirectionList* makeDirections() {
    auto* list = new DirectionList;
    list->setRows({{QStringLiteral("Fox to panda"), 0.31, -1.21},
                   {QStringLiteral("Fur to frog"), 0.22, -1.58},
                   {QStringLiteral("Brightness"), 0.11},
                   {QStringLiteral("Roundness"), 0.08, 0.94, true},
                   {QStringLiteral("Ear height"), 0.06},
                   {QStringLiteral("Direction 6"), 0.04}});
    return list;
}

DirectionList* makeDimensions() {
    auto* list = new DirectionList;
    std::vector<DirectionRow> rows;
    for (int i = 1; i <= 128; ++i)
        rows.push_back({QStringLiteral("Dimension %1").arg(i), -1, i == 3 ? 1.5 : 0});
    list->setRows(std::move(rows));
    list->setFilterShown(true);
    return list;
}

SweepView* makeSweep(int columns, int rows) {
    auto* sweep = new SweepView;
    SweepAxis across{QStringLiteral("Fox to panda"), {}}, down{QStringLiteral("Truncation"), {}};
    for (int i = 0; i < columns; ++i)
        across.values.append(QString::number(-3 + 6.0 * i / (columns - 1), 'f', 2));
    for (int i = 0; i < rows; ++i) down.values.append(QString::number(0.2 + 0.8 * i / (rows - 1), 'f', 2));
    sweep->setAxes(across, down);
    sweep->setSheet(mapSheet(columns, rows));
    sweep->setCurrent(1, 1);
    return sweep;
}

QWidget* titled(const QString& title, QWidget* widget) {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(px(16), px(8), px(16), px(8));
    column->setSpacing(px(4));
    column->addWidget(new Label(title, TextRole::Section));
    column->addWidget(widget, 1);
    return box;
}

/// The Explore page without rail, header and job bar.
void fillExplore(QWidget& page) {
    auto* row = new QHBoxLayout(&page);
    row->setContentsMargins({});
    row->setSpacing(0);
    auto* main = new QVBoxLayout;
    auto* canvas = new Ground(&Tokens::canvas);
    auto* pictures = new QHBoxLayout(canvas);
    pictures->setContentsMargins(px(32), px(18), px(32), px(18));
    pictures->setSpacing(px(40));
    auto* picture = new PictureCanvas;
    picture->setPicture(face(0.345, 0.22, 64));
    picture->setScaling(PictureView::Scaling::Smooth);
    auto* map = makeMap(LatentMap::Shape::Square);
    map->setFixedSize(px(440), px(440));
    pictures->addWidget(picture, 1);
    pictures->addWidget(map);
    auto* strips = new QHBoxLayout;
    strips->addWidget(titled(QStringLiteral("History"), makeHistory()), 1);
    auto* places = titled(QStringLiteral("Bookmarks"), makePlaces());
    places->setFixedWidth(px(400));
    strips->addWidget(places);
    main->addWidget(canvas, 1);
    main->addLayout(strips);
    main->addWidget(titled(QStringLiteral("Keyframes"), makeTrack()));
    auto* panel = new Ground(&Tokens::panel);
    panel->setFixedWidth(px(320));
    auto* inspector = new QVBoxLayout(panel);
    inspector->setContentsMargins(0, px(8), 0, px(8));
    inspector->addWidget(titled(QStringLiteral("Directions"), makeDirections()));
    inspector->addWidget(titled(QStringLiteral("All 128 dimensions"), makeDimensions()), 1);
    row->addLayout(main, 1);
    row->addWidget(panel);
}

/// The rest: sweeps with few and with many values, a triangle, and everything empty.
void fillOthers(QWidget& page) {
    auto* column = new QVBoxLayout(&page);
    auto* upper = new QHBoxLayout;
    upper->addWidget(makeSweep(6, 5), 2);
    upper->addWidget(makeSweep(24, 12), 2);
    auto* triangle = makeMap(LatentMap::Shape::Triangle);
    triangle->setFixedSize(px(360), px(360));
    upper->addWidget(triangle);
    auto* lower = new QHBoxLayout;
    auto* broken = new PictureCanvas;
    broken->setPicture(face(0.9, 0.9, 64));
    broken->setErrorText(QStringLiteral("This point decodes to NaN. The last good picture is shown."));
    auto* map = new LatentMap;
    map->setFixedSize(px(260), px(260));
    lower->addWidget(broken, 1);
    lower->addWidget(new PictureCanvas, 1);
    lower->addWidget(map);
    lower->addWidget(new SweepView, 1);
    column->addLayout(upper, 3);
    column->addLayout(lower, 2);
    column->addWidget(new PlaceStrip);
    column->addWidget(new KeyTrack);
}

void shoot(QWidget& page, const QString& path) {
    page.show();
    for (int turn = 0; turn < 3; ++turn) QApplication::processEvents();
    page.grab().save(path);
}

}  // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    if (argc < 2) {
        qWarning("usage: explore_gallery FOLDER");
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    folder.mkpath(QStringLiteral("."));
    for (const Tone tone : {Tone::Dark, Tone::Light}) {
        for (const int percent : {100, 200}) {
            applyTheme(app, tone, percent / 100.0);
            const QString suffix =
                QStringLiteral("-%1-%2.png")
                    .arg(tone == Tone::Dark ? QStringLiteral("dark") : QStringLiteral("light"))
                    .arg(percent);
            Ground explore(&Tokens::base), others(&Tokens::base);
            explore.resize(QSize(1376, 804) * percent / 100);
            others.resize(QSize(1376, 852) * percent / 100);
            fillExplore(explore);
            fillOthers(others);
            shoot(explore, folder.filePath(QStringLiteral("explore") + suffix));
            shoot(others, folder.filePath(QStringLiteral("others") + suffix));
        }
    }
    return 0;
}
