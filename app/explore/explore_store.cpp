#include "explore_store.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>

namespace limner::app {
namespace {

constexpr int kSchema = 1;
constexpr QLatin1String kModels{"models"};

struct Contents {
    QJsonObject json = {};
    bool isReadable = true;  ///< false: there is a file that this program does not understand
};

Contents contentsOf(const QString& path) {
    QFile file(path);
    if (!file.exists()) return {};
    if (!file.open(QIODevice::ReadOnly)) return {.isReadable = false};
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    const int schema = document.object()[QLatin1String("schema")].toInt();
    if (schema < 1 || schema > kSchema) return {.isReadable = false};
    return {.json = document.object()};
}

}  // namespace

ExploreStore::ExploreStore(QString projectFolder) : m_folder(std::move(projectFolder)) {}

QString ExploreStore::file() const {
    return QDir(m_folder).filePath(QStringLiteral("explore.json"));
}

std::optional<ExploreRecord> ExploreStore::read(const QString& model) const {
    const QJsonObject models = contentsOf(file()).json[kModels].toObject();
    const auto found = models.find(model);
    if (found == models.end()) return std::nullopt;
    return recordOfJson(found->toObject());
}

bool ExploreStore::write(const QString& model, const ExploreRecord& record) const {
    Contents contents = contentsOf(file());
    if (!contents.isReadable || !QDir().mkpath(m_folder)) return false;
    QJsonObject models = contents.json[kModels].toObject();
    models[model] = toJson(record);
    contents.json[QLatin1String("schema")] = kSchema;
    contents.json[kModels] = models;
    QSaveFile whole(file());
    const QByteArray bytes = QJsonDocument(contents.json).toJson(QJsonDocument::Compact);
    return whole.open(QIODevice::WriteOnly) && whole.write(bytes) == bytes.size() && whole.commit();
}

}  // namespace limner::app
