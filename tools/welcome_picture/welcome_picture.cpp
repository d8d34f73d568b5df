// Makes the pictures of the welcome page.
//   limner-welcome-picture learning RUN OUT.png STEP,STEP,… TILE,TILE,TILE,TILE SHEET.png
//     From a run: four fixed samples, a column for each step. The step of every second column is written into
//     the text field "captions". SHEET.png gets the upper half of the last step's samples.
//   limner-welcome-picture walk FRAMES OUT.png
//     From a folder of 36 frames: four rows that go from face to face.
//   limner-welcome-picture inputs CONTENT.png STYLE.png
//     Two of the pictures that Limner draws itself, to be stylised.
//   limner-welcome-picture halves BEFORE.png AFTER.png OUT.jpg
//     A wide cut of one picture, and from the middle on of the other.
#include <QDir>
#include <QImage>
#include <QPainter>
#include <algorithm>
#include <cstdio>

#include "app/stylize/drawn_pictures.h"

namespace {

constexpr int kTile = 28;
constexpr int kGap = 1;
constexpr int kSheetColumns = 8;
constexpr int kSheetRows = 4;

QRect tileOfSheet(int index) {
    return {index % kSheetColumns * kTile, index / kSheetColumns * kTile, kTile, kTile};
}

QImage sheetOf(const QDir& samples, const QString& step) {
    const QImage sheet(samples.filePath(step.rightJustified(6, QLatin1Char('0')) + QStringLiteral(".png")));
    if (sheet.isNull()) std::fprintf(stderr, "no sample sheet of step %s\n", qPrintable(step));
    return sheet;
}

void drawTile(QPainter& painter, int column, int row, const QImage& sheet, int index) {
    const QPoint place(column * (kTile + kGap), row * (kTile + kGap));
    painter.drawImage(place, sheet, tileOfSheet(index));
}

QImage grey(const QImage& picture) {
    return picture.convertToFormat(QImage::Format_Grayscale8);
}

QImage emptyPicture(int columns, int rows) {
    QImage picture(columns * (kTile + kGap) - kGap, rows * (kTile + kGap) - kGap, QImage::Format_RGB32);
    picture.fill(Qt::black);
    return picture;
}

bool makeSheet(const QDir& samples, const QString& out, const QString& step) {
    const QImage sheet = sheetOf(samples, step);
    QImage picture = emptyPicture(kSheetColumns, kSheetRows);
    QPainter painter(&picture);
    for (int i = 0; i < kSheetColumns * kSheetRows; ++i)
        drawTile(painter, i % kSheetColumns, i / kSheetColumns, sheet, i);
    painter.end();
    return !sheet.isNull() && grey(picture).save(out, "PNG");
}

bool make(const QDir& samples, const QString& out, const QStringList& steps, const QStringList& tiles) {
    const auto columns = static_cast<int>(steps.size()), rows = static_cast<int>(tiles.size());
    QImage picture = emptyPicture(columns, rows);
    QPainter painter(&picture);
    QStringList captions;
    for (int column = 0; column < columns; ++column) {
        const QImage sheet = sheetOf(samples, steps[column]);
        if (sheet.isNull()) return false;
        for (int row = 0; row < rows; ++row) drawTile(painter, column, row, sheet, tiles[row].toInt());
        if (column % 2 == 0) captions << steps[column];
    }
    painter.end();
    QImage small = grey(picture);
    small.setText(QStringLiteral("captions"), captions.join(QLatin1Char('|')));
    return small.save(out, "PNG");
}

bool makeWalk(const QDir& frames, const QString& out) {
    constexpr int kColumns = 9, kRows = 4, kFace = 32;
    QImage picture(kColumns * kFace, kRows * kFace, QImage::Format_RGB32);
    QPainter painter(&picture);
    for (int i = 0; i < kColumns * kRows; ++i) {
        const QImage frame(frames.filePath(QStringLiteral("%1.png").arg(i + 1, 6, 10, QLatin1Char('0'))));
        if (frame.isNull()) return false;
        painter.drawImage(i % kColumns * kFace, i / kColumns * kFace,
                          frame.scaled(kFace, kFace, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    }
    painter.end();
    return picture.save(out, "PNG");
}

bool makeHalves(const QString& before, const QString& after, const QString& out) {
    constexpr QSize kSize(640, 268);  // twice a tile's
    constexpr int kTop = 66;          // of the cut: sky, sun, hills and the shore
    const QImage left = QImage(before).copy(QRect(QPoint(0, kTop), kSize));
    QImage picture = QImage(after).copy(QRect(QPoint(0, kTop), kSize)).convertToFormat(QImage::Format_RGB32);
    if (left.isNull() || picture.isNull()) return false;
    QPainter painter(&picture);
    painter.drawImage(QPoint(), left, QRect(0, 0, kSize.width() / 2, kSize.height()));
    painter.end();
    return picture.save(out, "JPEG", 88);
}

struct Verb {
    const char* name;
    int arguments;
    bool (*make)(const QStringList& arguments);
};
constexpr Verb kVerbs[] = {
    {"learning", 5,
     [](const QStringList& a) {
         const QDir samples(a[0] + QStringLiteral("/samples"));
         const QStringList steps = a[2].split(QLatin1Char(','));
         return make(samples, a[1], steps, a[3].split(QLatin1Char(','))) &&
                makeSheet(samples, a[4], steps.last());
     }},
    {"walk", 2, [](const QStringList& a) { return makeWalk(QDir(a[0]), a[1]); }},
    {"inputs", 2,
     [](const QStringList& a) {
         return limner::app::drawLake().save(a[0]) && limner::app::drawCurrent().save(a[1]);
     }},
    {"halves", 3, [](const QStringList& a) { return makeHalves(a[0], a[1], a[2]); }},
};

}  // namespace

int main(int argc, char** argv) {
    QStringList words;
    for (int i = 1; i < argc; ++i) words << QString::fromLocal8Bit(argv[i]);
    const QString name = words.isEmpty() ? QString() : words.takeFirst();
    const auto* verb = std::ranges::find_if(kVerbs, [&](const Verb& row) {
        return name == QLatin1String(row.name) && words.size() == row.arguments;
    });
    if (verb != std::end(kVerbs)) return verb->make(words) ? 0 : 1;
    std::fprintf(stderr, "learning, walk, inputs or halves: see the head of welcome_picture.cpp\n");
    return 2;
}
