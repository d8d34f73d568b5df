#include "sample_file.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <algorithm>
#include <span>

#include "app/host/qt_host.h"
#include "core_text.h"

namespace limner::app {
namespace {

constexpr const char* kFieldsOfMaking[] = {"limner:recipe", "parameters"};

TextFields fieldsOfMaking(const QtHost& host, const QString& sheet) {
    QFile file(sheet);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const QByteArray bytes = file.readAll();
    TextFields fields = host.textFields(std::as_bytes(std::span(bytes.constData(), size_t(bytes.size()))));
    std::erase_if(fields, [](const auto& field) {
        return std::ranges::find(kFieldsOfMaking, field.first) == std::end(kFieldsOfMaking);
    });
    return fields;
}

}  // namespace

QString sheetFile(const QString& runFolder, int64_t step) {
    return QDir(runFolder).filePath(QStringLiteral("samples/%1.png").arg(step, 6, 10, QLatin1Char('0')));
}

Result<void> writePicture(const Image& picture, const TextFields& fields, const QString& path) {
    const QtHost host;
    const auto png = host.encodePng(picture, fields);
    if (!png) return png.error();
    QSaveFile file(path);
    const auto size = static_cast<qint64>(png->size());
    const bool isWritten = file.open(QIODevice::WriteOnly) &&
                           file.write(reinterpret_cast<const char*>(png->data()), size) == size &&
                           file.commit();
    if (isWritten) return {};
    return Error{.code = ErrorCode::NotWritable,
                 .message = {LIMNER_TR("core", "“%1” cannot be written."), {toUtf8(path)}},
                 .hint = LIMNER_TR("core", "Choose another folder, or free some space."),
                 .details = toUtf8(file.errorString())};
}

Result<RecipeKept> writeSample(const Image& sample, const QString& sheet, const QString& path) {
    const TextFields fields = fieldsOfMaking(QtHost(), sheet);
    const auto written = writePicture(sample, fields, path);
    if (!written) return written.error();
    return fields.empty() ? RecipeKept::No : RecipeKept::Yes;
}

}  // namespace limner::app
