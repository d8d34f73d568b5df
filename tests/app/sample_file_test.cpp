// A saved sample carries the recipe of the sheet that it comes from.
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <span>

#include "app/host/qt_host.h"
#include "app/sample_file.h"

using namespace limner;

namespace {

Image greyTile() {
    Image tile(28, 28, 1);
    for (size_t i = 0; i < tile.bytes.size(); ++i) tile.bytes[i] = static_cast<uint8_t>(i);
    return tile;
}

QByteArray contents(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

auto bytesOf(const QByteArray& data) {
    return std::as_bytes(std::span(data.constData(), static_cast<size_t>(data.size())));
}

void write(const QString& path, const TextFields& fields) {
    const auto png = QtHost().encodePng(Image(56, 56, 1), fields);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(reinterpret_cast<const char*>(png->data()), static_cast<qint64>(png->size()));
}

}  // namespace

class SampleFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theRecipeOfTheSheetGoesWithTheSample() {
        QTemporaryDir folder;
        QDir(folder.path()).mkpath(QStringLiteral("samples"));
        const QString sheet = app::sheetFile(folder.path(), 500);
        QCOMPARE(sheet, folder.filePath(QStringLiteral("samples/000500.png")));
        write(sheet,
              {{"limner:recipe", "{\"schema\":1}"}, {"parameters", "train"}, {"limner:sheet", "2 4 28 28"}});
        const QString out = folder.filePath(QStringLiteral("sample.png"));
        const auto kept = app::writeSample(greyTile(), sheet, out);
        QVERIFY(kept && *kept == app::RecipeKept::Yes);
        const QByteArray png = contents(out);
        QCOMPARE(QtHost().textFields(bytesOf(png)),
                 (TextFields{{"limner:recipe", "{\"schema\":1}"}, {"parameters", "train"}}));
        QVERIFY(*QtHost().decode(bytesOf(png)) == greyTile());
    }

    void aMissingSheetIsSaid() {
        QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("sample.png"));
        const auto kept = app::writeSample(greyTile(), app::sheetFile(folder.path(), 7), out);
        QVERIFY(kept && *kept == app::RecipeKept::No);
        QVERIFY(*QtHost().decode(bytesOf(contents(out))) == greyTile());
    }

    void aFolderThatIsNotThereIsAnError() {
        const auto kept = app::writeSample(greyTile(), {}, QStringLiteral("/no/such/folder/sample.png"));
        QVERIFY(!kept);
        QVERIFY(kept.error().code == ErrorCode::NotWritable);
    }
};

QTEST_GUILESS_MAIN(SampleFileTest)
#include "sample_file_test.moc"
