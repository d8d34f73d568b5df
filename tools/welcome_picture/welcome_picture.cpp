// Makes the picture of the welcome page from a run: four fixed samples, a column for each of eight steps.
//   limner-welcome-picture RUN OUT.png STEP,STEP,… TILE,TILE,TILE,TILE
// The step of every second column is written into the text field "captions".
#include <QDir>
#include <QImage>
#include <QPainter>
#include <cstdio>

namespace {

constexpr int kTile = 28;
constexpr int kGap = 1;
constexpr int kSheetColumns = 8;

QRect tileOfSheet(int index) {
    return {index % kSheetColumns * kTile, index / kSheetColumns * kTile, kTile, kTile};
}

bool make(const QDir& samples, const QString& out, const QStringList& steps, const QStringList& tiles) {
    const auto columns = static_cast<int>(steps.size()), rows = static_cast<int>(tiles.size());
    QImage picture(columns * (kTile + kGap) - kGap, rows * (kTile + kGap) - kGap, QImage::Format_RGB32);
    picture.fill(Qt::black);
    QPainter painter(&picture);
    QStringList captions;
    for (int column = 0; column < columns; ++column) {
        const QImage sheet(
            samples.filePath(steps[column].rightJustified(6, QLatin1Char('0')) + QStringLiteral(".png")));
        if (sheet.isNull()) {
            std::fprintf(stderr, "no sample sheet of step %s\n", qPrintable(steps[column]));
            return false;
        }
        for (int row = 0; row < rows; ++row)
            painter.drawImage(QPoint(column * (kTile + kGap), row * (kTile + kGap)), sheet,
                              tileOfSheet(tiles[row].toInt()));
        if (column % 2 == 0) captions << steps[column];
    }
    painter.end();
    picture.setText(QStringLiteral("captions"), captions.join(QLatin1Char('|')));
    return picture.save(out, "PNG");
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) {
        std::fprintf(stderr, "limner-welcome-picture RUN OUT.png STEP,STEP,... TILE,TILE,TILE,TILE\n");
        return 2;
    }
    const auto argument = [argv](int i) { return QString::fromLocal8Bit(argv[i]); };
    const QDir samples(argument(1) + QStringLiteral("/samples"));
    return make(samples, argument(2), argument(3).split(QLatin1Char(',')),
                argument(4).split(QLatin1Char(',')))
               ? 0
               : 1;
}
