// Makes the picture of the welcome page from a run: four fixed samples, a column for each of eight steps.
//   limner-welcome-picture RUN OUT.png STEP,STEP,… TILE,TILE,TILE,TILE SHEET.png
// The step of every second column is written into the text field "captions". SHEET.png gets the upper half of
// the last step's samples.
//   limner-welcome-picture FRAMES OUT.png
// Makes the picture of the tile of Explore from a folder of 36 frames: four rows that go from face to face.
#include <QDir>
#include <QImage>
#include <QPainter>
#include <cstdio>

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

}  // namespace

int main(int argc, char** argv) {
    const auto argument = [argv](int i) { return QString::fromLocal8Bit(argv[i]); };
    if (argc == 3) return makeWalk(QDir(argument(1)), argument(2)) ? 0 : 1;
    if (argc != 6) {
        std::fprintf(stderr,
                     "limner-welcome-picture RUN OUT.png STEP,STEP,... TILE,TILE,TILE,TILE SHEET.png\n"
                     "limner-welcome-picture FRAMES OUT.png\n");
        return 2;
    }
    const QDir samples(argument(1) + QStringLiteral("/samples"));
    const QStringList steps = argument(3).split(QLatin1Char(','));
    const bool isMade = make(samples, argument(2), steps, argument(4).split(QLatin1Char(','))) &&
                        makeSheet(samples, argument(5), steps.last());
    return isMade ? 0 : 1;
}
