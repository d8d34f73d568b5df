// Writes the places that come with a model: each emoji is drawn, encoded by the model, and named.
//   limner-named-places MODEL.safetensors PLACES.json Fox=🦊 Panda=🐼 …
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QSaveFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <cstdio>

#include "app/core_loader.h"
#include "app/explore/explore_record.h"
#include "app/real_core.h"
#include "app/recipe_text.h"

namespace {

using namespace limner;

/// On white, as the data set has it: 136 × 128.
QImage drawn(const QString& emoji) {
    QImage picture(136, 128, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QFont font(QStringLiteral("Noto Color Emoji"));
    font.setPixelSize(109);  // the one size of its bitmaps
    QPainter painter(&picture);
    painter.setFont(font);
    painter.drawText(picture.rect(), Qt::AlignCenter, emoji);
    return picture;
}

/// Errors: those of "encode".
Result<Latent> encoded(Studio& studio, QSemaphore& answered, const QString& model, const QString& picture) {
    const auto before = studio.answer(1);
    studio.ask({.requester = 1,
                .what = "encode",
                .values = {{"run", model.toStdString()}, {"image", picture.toStdString()}}});
    while (studio.answer(1) == before) answered.acquire();
    const auto answer = studio.answer(1);
    if (!answer->picture) return answer->picture.error();
    return answer->picture->latents.front();
}

int fail(const QString& what) {
    std::fprintf(stderr, "%s\n", qPrintable(what));
    return 1;
}

}  // namespace

int main(int argc, char** argv) {
    restartWithRuntimeEnvironment(argv);
    const QGuiApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4)
        return fail(QStringLiteral("limner-named-places MODEL.safetensors PLACES.json NAME=EMOJI …"));
    arguments.removeFirst();
    const QString model = arguments.takeFirst(), out = arguments.takeFirst();
    const QTemporaryDir folder;
    QSemaphore answered;
    const auto studio =
        app::openRealCore({.projectFolder = folder.path().toStdString()}, [&] { answered.release(); });
    if (!studio) return fail(QString::fromStdString(studio.error().text()));
    QJsonArray places;
    for (const QString& pair : arguments) {
        const QString file = folder.filePath(QStringLiteral("emoji.png"));
        drawn(pair.section(QLatin1Char('='), 1)).save(file);
        const auto latent = encoded(**studio, answered, model, file);
        if (!latent) return fail(QString::fromStdString(latent.error().text()));
        places << QJsonObject{{QStringLiteral("name"), pair.section(QLatin1Char('='), 0, 0)},
                              {QStringLiteral("place"), app::valuesJson(app::placeOfLatent(*latent))}};
    }
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly)) return fail(file.errorString());
    file.write(QJsonDocument(places).toJson());
    return file.commit() ? 0 : fail(file.errorString());
}
