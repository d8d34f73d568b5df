#include "sample_pictures.h"

#include <QColorSpace>
#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QResource>
#include <QStandardPaths>

#include "app/sample_file.h"
#include "core/types/text.h"
#include "drawn_pictures.h"
#include "picture_loader.h"
#include "widgets/image_convert.h"

namespace limner::app {
namespace {

constexpr const char* kContext = "samples";

/// Of the Debian package gcompris-qt-data. The first photograph and the first painting go well together: the
/// page begins with them. Names and licences after the README beside the pictures.
struct PackagedPicture {
    const char* file;
    const char* name;     ///< context kContext
    const char* licence;  ///< context kContext
    bool isStyle;
};

constexpr const char* kPainting = LIMNER_TR("samples", "Vincent van Gogh, public domain");
constexpr PackagedPicture kPackaged[] = {
    {"TajMahal", LIMNER_TR("samples", "Taj Mahal"), LIMNER_TR("samples", "Photo by Dhirad, CC BY-SA 4.0"),
     false},
    {"TowerBridgeLondon", LIMNER_TR("samples", "Tower Bridge, London"),
     LIMNER_TR("samples", "Photo by David Iliff, CC BY-SA 4.0"), false},
    {"Neuschwanstein", LIMNER_TR("samples", "Neuschwanstein"),
     LIMNER_TR("samples", "Photo by Softeis, CC BY-SA 4.0"), false},
    {"EilanDonanCastle", LIMNER_TR("samples", "Eilean Donan"),
     LIMNER_TR("samples", "Photo by Guillaume Piolle, CC BY 4.0"), false},
    {"Chenonceau", LIMNER_TR("samples", "Chenonceau"), LIMNER_TR("samples", "Photo by Ra-smit, CC BY-SA 4.0"),
     false},
    {"EgeskovSlotSpejling", LIMNER_TR("samples", "Egeskov"),
     LIMNER_TR("samples", "Photo by Malene Thyssen, CC BY-SA 4.0"), false},
    {"FanoeWindmill", LIMNER_TR("samples", "Windmill on Fanø"),
     LIMNER_TR("samples", "Photo by Cnyborg, CC BY-SA 4.0"), false},
    {"GizahPyramids", LIMNER_TR("samples", "Pyramids of Giza"),
     LIMNER_TR("samples", "Photo by Ricardo Liberato, CC BY-SA 4.0"), false},
    {"Louvre_2007_02_24_c", LIMNER_TR("samples", "Louvre, Paris"),
     LIMNER_TR("samples", "Photo by Benh Lieu Song, CC BY-SA 4.0"), false},
    {"Nagoya", LIMNER_TR("samples", "Nagoya Castle"), LIMNER_TR("samples", "Photo by Base64, CC BY-SA 4.0"),
     false},
    {"NDP", LIMNER_TR("samples", "Notre-Dame, Paris"),
     LIMNER_TR("samples", "Photo by Sanchezn, CC BY-SA 4.0"), false},
    {"OperaSidney", LIMNER_TR("samples", "Sydney Opera House"),
     LIMNER_TR("samples", "Photo by David Iliff, CC BY-SA 4.0"), false},
    {"TourEiffel", LIMNER_TR("samples", "Eiffel Tower"),
     LIMNER_TR("samples", "Photo by Benh Lieu Song, CC BY-SA 4.0"), false},
    {"Gogh4", LIMNER_TR("samples", "Café Terrace at Night"), kPainting, true},
    {"Eglise_dAuvers-sur-Oise", LIMNER_TR("samples", "The Church at Auvers"), kPainting, true},
    {"Van_Gogh_The_Night_Cafe", LIMNER_TR("samples", "The Night Café"), kPainting, true},
    {"VincentVanGogh0019", LIMNER_TR("samples", "The Harvest"), kPainting, true},
    {"VincentVanGogh0013", LIMNER_TR("samples", "The Painter on the Road"), kPainting, true},
    {"VincentVanGoghBridge", LIMNER_TR("samples", "The Langlois Bridge"), kPainting, true},
    {"PortraitOfPereTanguy", LIMNER_TR("samples", "Père Tanguy"), kPainting, true},
    {"VincentVanGogh0012", LIMNER_TR("samples", "Vestibule of the Asylum"), kPainting, true}};

struct DrawnPicture {
    const char* id;
    const char* name;  ///< context kContext
    bool isStyle;
    QImage (*draw)();
};
constexpr DrawnPicture kDrawn[] = {{"lake-at-dusk", LIMNER_TR("samples", "Lake at dusk"), false, &drawLake},
                                   {"fruit", LIMNER_TR("samples", "Fruit"), false, &drawFruit},
                                   {"current", LIMNER_TR("samples", "Current"), true, &drawCurrent},
                                   {"woodcut", LIMNER_TR("samples", "Woodcut"), true, &drawWoodcut},
                                   {"mosaic", LIMNER_TR("samples", "Mosaic"), true, &drawMosaic}};

QString sampleText(const char* text) {
    return QCoreApplication::translate(kContext, text);
}

/// Where the pictures of the package are; empty if it is not installed.
QString packagedFolder() {
    static const QString folder = [] {
        const QString root = QStringLiteral("/limner-samples");
        const QString file = QStandardPaths::locate(QStandardPaths::GenericDataLocation,
                                                    QStringLiteral("gcompris-qt/rcc/details.rcc"));
        if (file.isEmpty() || !QResource::registerResource(file, root)) return QString();
        return QLatin1Char(':') + root + QStringLiteral("/gcompris/src/activities/details/resource/image/");
    }();
    return folder;
}

/// "Café Terrace at Night" → "cafe-terrace-at-night"
QString fileName(const char* name) {
    QString plain = QString::fromUtf8(name).normalized(QString::NormalizationForm_D).toLower();
    plain.replace(QChar(0xF8), QLatin1Char('o'));
    plain.removeIf([](QChar letter) {
        return letter.category() == QChar::Mark_NonSpacing || letter == QLatin1Char(',');
    });
    return plain.replace(QLatin1Char(' '), QLatin1Char('-'));
}

QImage readOrNull(const QString& file) {
    const auto picture = PictureLoader::read(file);
    return picture ? *picture : QImage();
}

/// Whatever colour space and text the files name.
bool hasSamePixels(const QImage& one, const QImage& other) {
    const auto plain = [](const QImage& picture) {
        QImage copy = picture.convertToFormat(QImage::Format_ARGB32);
        copy.setColorSpace({});
        return copy;
    };
    return one.size() == other.size() && plain(one) == plain(other);
}

void addPackaged(std::vector<SamplePicture>& all, bool isStyle) {
    const QString folder = packagedFolder();
    if (folder.isEmpty()) return;
    for (const PackagedPicture& row : kPackaged) {
        const QString file = folder + QLatin1String(row.file) + QStringLiteral("_background.webp");
        if (row.isStyle != isStyle || !QFile::exists(file)) continue;
        all.push_back({fileName(row.name), sampleText(row.name), sampleText(row.licence), isStyle,
                       [file] { return readOrNull(file); }});
    }
}

void addDrawn(std::vector<SamplePicture>& all, bool isStyle) {
    for (const DrawnPicture& row : kDrawn)
        if (row.isStyle == isStyle)
            all.push_back({QLatin1String(row.id), sampleText(row.name),
                           sampleText(LIMNER_TR("samples", "Drawn by Limner")), isStyle, row.draw});
}

}  // namespace

std::vector<SamplePicture> samplePictures() {
    std::vector<SamplePicture> all;
    for (const bool isStyle : {false, true}) {
        addPackaged(all, isStyle);
        addDrawn(all, isStyle);
    }
    return all;
}

QString keepInput(const QImage& picture, const QString& name, const QString& projectFolder) {
    const QDir folder(QDir(projectFolder).filePath(QStringLiteral("inputs")));
    if (picture.isNull() || !folder.mkpath(QStringLiteral("."))) return {};
    for (int number = 1; number < 1000; ++number) {
        const QString suffix = number == 1 ? QString() : QStringLiteral("-%1").arg(number);
        const QString path = folder.filePath(name + suffix + QStringLiteral(".png"));
        if (!QFile::exists(path))
            return writePicture(widgets::fromQImage(picture), {}, path) ? path : QString();
        if (hasSamePixels(QImage(path), picture)) return path;
    }
    return {};
}

}  // namespace limner::app
