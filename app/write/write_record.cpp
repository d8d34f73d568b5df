#include "write_record.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include "app/core_text.h"
#include "app/recipe_text.h"

namespace limner::app {
namespace {

constexpr int kWriteSchema = 1;
constexpr const char* kWriteKind = "write";

QString key(const char* name) {
    return QLatin1String(name);
}

QJsonArray marksJson(const std::vector<widgets::TokenMark>& marks) {
    QJsonArray all;
    for (const widgets::TokenMark& mark : marks)
        all.append(QJsonArray{mark.start, mark.length, mark.probability, mark.entropyBits});
    return all;
}

std::vector<widgets::TokenMark> marksOf(const QJsonArray& json) {
    std::vector<widgets::TokenMark> marks;
    for (const QJsonValue& each : json)
        marks.push_back({each[0].toInt(-1), each[1].toInt(), each[2].toDouble(1), each[3].toDouble()});
    return marks;
}

QJsonObject modelJson(const WriteModel& model) {
    return {{key("key"), model.key}, {key("title"), model.title}, {key("values"), valuesJson(model.values)}};
}

WriteModel modelOf(const QJsonObject& json, const Catalog& catalog) {
    return {.key = json[key("key")].toString(),
            .title = json[key("title")].toString(),
            .values = valuesOfJson(json[key("values")].toObject(), kWriteKind, catalog)};
}

QJsonObject fileJson(const DocumentFile& file) {
    return {{key("path"), file.path},
            {key("mark"), file.form.hasMark},
            {key("windows"), file.form.isWindows},
            {key("changed"), file.stamp.changed.toMSecsSinceEpoch()},
            {key("bytes"), file.stamp.sizeBytes}};
}

DocumentFile fileOf(const QJsonObject& json) {
    return {.path = json[key("path")].toString(),
            .form = {json[key("mark")].toBool(), json[key("windows")].toBool()},
            .stamp = {QDateTime::fromMSecsSinceEpoch(json[key("changed")].toInteger()),
                      json[key("bytes")].toInteger(-1)}};
}

QJsonArray branchesJson(const BranchBook& book) {
    QJsonArray all;
    for (const Branch& branch : book.all()) {
        QJsonObject json{{key("id"), branch.id},
                         {key("parent"), branch.parent},
                         {key("settings"), branch.settings},
                         {key("kept"), branch.isKept}};
        if (branch.id != book.current()) {  // the current one reads as the text itself
            json[key("text")] = branch.text;
            if (branch.marks) json[key("marks")] = marksJson(*branch.marks);
        }
        all.append(json);
    }
    return all;
}

BranchBook branchesOf(const QJsonArray& json, qint64 current) {
    std::vector<Branch> all;
    for (const QJsonValue& each : json)
        all.push_back({.id = each[key("id")].toInteger(),
                       .parent = each[key("parent")].toInteger(-1),
                       .text = each[key("text")].toString(),
                       .marks = std::make_shared<const std::vector<widgets::TokenMark>>(
                           marksOf(each[key("marks")].toArray())),
                       .settings = each[key("settings")].toString(),
                       .isKept = each[key("kept")].toBool()});
    return BranchBook::of(std::move(all), current);
}

bool put(const QString& path, const QByteArray& bytes) {
    QSaveFile whole(path);
    return whole.open(QIODevice::WriteOnly) && whole.write(bytes) == bytes.size() && whole.commit();
}

}  // namespace

WriteStore::WriteStore(QString projectFolder) : m_folder(std::move(projectFolder)) {}

QString WriteStore::file() const {
    return QDir(m_folder).filePath(QStringLiteral("write.json"));
}

QString WriteStore::textFile() const {
    return QDir(m_folder).filePath(QStringLiteral("write.txt"));
}

std::optional<WriteRecord> WriteStore::read(const Catalog& catalog) const {
    QFile file(this->file());
    if (!file.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
    if (json[key("schema")].toInt() != kWriteSchema) return std::nullopt;
    QFile text(textFile());
    WriteRecord record;
    if (text.open(QIODevice::ReadOnly)) record.text = QString::fromUtf8(text.readAll());
    record.values = valuesOfJson(json[key("values")].toObject(), kWriteKind, catalog);
    record.tag = json[key("tag")].toString();
    record.model = modelOf(json[key("model")].toObject(), catalog);
    record.file = fileOf(json[key("file")].toObject());
    record.isSaved = json[key("saved")].toBool(true);
    record.marks = marksOf(json[key("marks")].toArray());
    record.caret = json[key("caret")].toInt();
    record.branches = branchesOf(json[key("branches")].toArray(), json[key("current")].toInteger(-1));
    for (const QJsonValue& turn : json[key("chat")].toArray())
        record.chat.push_back({turn[key("person")].toBool(), turn[key("text")].toString()});
    const QJsonObject templates = json[key("chat_templates")].toObject();
    for (auto each = templates.begin(); each != templates.end(); ++each)
        if (isChatTemplate(each->toString())) record.chatTemplates[each.key()] = each->toString();
    record.view = json[key("view")].toString(record.view);
    record.showsSurprise = json[key("surprise")].toBool(true);
    record.reference = json[key("reference")].toString();
    record.otherModel = modelOf(json[key("other_model")].toObject(), catalog);
    record.otherValues = valuesOfJson(json[key("other_values")].toObject(), kWriteKind, catalog);
    return record;
}

bool WriteStore::write(const WriteRecord& record) const {
    QFile before(file());
    if (before.open(QIODevice::ReadOnly) &&
        QJsonDocument::fromJson(before.readAll()).object()[key("schema")].toInt() > kWriteSchema)
        return false;
    QJsonArray chat;
    for (const ChatTurn& turn : record.chat)
        chat.append(QJsonObject{{key("person"), turn.isPerson}, {key("text"), turn.text}});
    QJsonObject templates;
    for (const auto& [model, text] : record.chatTemplates) templates[model] = text;
    const QJsonObject json{{key("schema"), kWriteSchema},
                           {key("values"), valuesJson(record.values)},
                           {key("tag"), record.tag},
                           {key("model"), modelJson(record.model)},
                           {key("file"), fileJson(record.file)},
                           {key("saved"), record.isSaved},
                           {key("marks"), marksJson(record.marks)},
                           {key("caret"), record.caret},
                           {key("branches"), branchesJson(record.branches)},
                           {key("current"), record.branches.current()},
                           {key("chat"), chat},
                           {key("chat_templates"), templates},
                           {key("view"), record.view},
                           {key("surprise"), record.showsSurprise},
                           {key("reference"), record.reference},
                           {key("other_model"), modelJson(record.otherModel)},
                           {key("other_values"), valuesJson(record.otherValues)}};
    return QDir().mkpath(m_folder) && put(textFile(), record.text.toUtf8()) &&
           put(file(), QJsonDocument(json).toJson(QJsonDocument::Compact));
}

}  // namespace limner::app
