#include "stylize_record.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>

#include "app/recipe_text.h"

namespace limner::app {
namespace {

constexpr int kStylizeSchema = 1;
constexpr const char* kStylizeKind = "stylize";
constexpr QLatin1String kStylizeValues{"values"};

bool isNewer(const QString& path) {
    QFile file(path);
    if (!file.exists()) return false;
    if (!file.open(QIODevice::ReadOnly)) return true;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    return json[QLatin1String("schema")].toInt() > kStylizeSchema;
}

}  // namespace

StylizeStore::StylizeStore(QString projectFolder) : m_folder(std::move(projectFolder)) {}

QString StylizeStore::file() const {
    return QDir(m_folder).filePath(QStringLiteral("stylize.json"));
}

std::optional<StylizeRecord> StylizeStore::read(const Catalog& catalog) const {
    QFile file(this->file());
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json[QLatin1String("schema")].toInt() != kStylizeSchema) return std::nullopt;
    StylizeRecord record{.values = valuesOfJson(json[kStylizeValues].toObject(), kStylizeKind, catalog)};
    for (const QJsonValue& entry : json[QLatin1String("results")].toArray()) {
        StylizeResult result{.id = entry[QLatin1String("id")].toInteger(),
                             .caption = entry[QLatin1String("caption")].toString(),
                             .values = valuesOfJson(entry[kStylizeValues].toObject(), kStylizeKind, catalog),
                             .file = entry[QLatin1String("file")].toString()};
        if (!QFileInfo::exists(result.file))
            result.file =
                QDir(m_folder).filePath(QStringLiteral("outputs/") + QFileInfo(result.file).fileName());
        if (result.id > 0 && QFileInfo::exists(result.file)) record.results.push_back(std::move(result));
    }
    return record;
}

bool StylizeStore::write(const StylizeRecord& record) const {
    if (isNewer(file()) || !QDir().mkpath(m_folder)) return false;
    QJsonArray results;
    for (const StylizeResult& result : record.results) {
        if (result.file.isEmpty()) continue;
        results.append(QJsonObject{{QStringLiteral("id"), result.id},
                                   {QStringLiteral("caption"), result.caption},
                                   {QStringLiteral("file"), result.file},
                                   {kStylizeValues, valuesJson(result.values)}});
    }
    const QJsonObject json{{QStringLiteral("schema"), kStylizeSchema},
                           {kStylizeValues, valuesJson(record.values)},
                           {QStringLiteral("results"), results}};
    QSaveFile whole(file());
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return whole.open(QIODevice::WriteOnly) && whole.write(bytes) == bytes.size() && whole.commit();
}

}  // namespace limner::app
