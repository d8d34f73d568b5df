#include "recipe_text.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>
#include <span>

#include "app/host/png_text.h"
#include "core/types/param_text.h"
#include "core_text.h"

namespace limner::app {
namespace {

constexpr qint64 kMostBytes = 256 * 1024 * 1024;
constexpr const char* kField = "limner:recipe";

const ParamSpec* rowAnywhere(const ParamTable& table, const std::string& id) {
    for (const ParamSpec& row : table) {
        if (row.id == id) return &row;
        for (const Choice& choice : row.choices)
            if (const ParamSpec* found = rowAnywhere(choice.rows, id)) return found;
    }
    return nullptr;
}

ParamValue valueOf(const QJsonValue& json, const ParamSpec& row) {
    switch (row.kind) {
        case ParamKind::Toggle:
            return json.toBool();
        case ParamKind::Integer:
            return static_cast<int64_t>(json.toInteger());
        case ParamKind::Real:
            return json.toDouble();
        default:
            return toUtf8(json.toString());
    }
}

QJsonValue jsonOf(const ParamValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag;
    if (const auto* integer = std::get_if<int64_t>(&value)) return static_cast<qint64>(*integer);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return fromUtf8(std::get<std::string>(value));
}

}  // namespace

std::optional<Recipe> recipeOfJson(const QByteArray& json, const Catalog& catalog) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Recipe recipe{.schema = object[QLatin1String("schema")].toInt(),
                  .kind = toUtf8(object[QLatin1String("kind")].toString())};
    if (recipe.schema < 1) return std::nullopt;
    recipe.values = valuesOfJson(object[QLatin1String("values")].toObject(), recipe.kind, catalog);
    const QJsonObject origin = object[QLatin1String("origin")].toObject();
    const auto text = [&](const char* id) { return toUtf8(origin[QLatin1String(id)].toString()); };
    recipe.origin = {text("program_version"), text("model_hash"), text("parent")};
    return recipe;
}

ParamValues valuesOfJson(const QJsonObject& json, std::string_view kindId, const Catalog& catalog) {
    ParamValues values;
    const KindInfo* kind = catalog.kind(kindId);
    for (auto it = json.begin(); kind != nullptr && it != json.end(); ++it)
        if (const ParamSpec* row = rowAnywhere(kind->params, toUtf8(it.key())))
            values[row->id] = valueOf(*it, *row);
    return values;
}

QJsonObject valuesJson(const ParamValues& values) {
    QJsonObject json;
    for (const auto& [id, value] : values) json[fromUtf8(id)] = jsonOf(value);
    return json;
}

TextFields recipeFields(const Recipe& recipe) {
    const QJsonObject values = valuesJson(recipe.values);
    std::string readable = recipe.kind + "\n";
    for (auto it = values.begin(); it != values.end(); ++it)
        readable += toUtf8(it.key()) + ": " + toUtf8(it->toVariant().toString()) + "\n";
    readable += "Limner " + recipe.origin.programVersion + ", model " + recipe.origin.modelHash;
    const QJsonObject origin{{QStringLiteral("program_version"), fromUtf8(recipe.origin.programVersion)},
                             {QStringLiteral("model_hash"), fromUtf8(recipe.origin.modelHash)},
                             {QStringLiteral("parent"), fromUtf8(recipe.origin.parent)}};
    const QJsonObject whole{{QStringLiteral("schema"), recipe.schema},
                            {QStringLiteral("kind"), fromUtf8(recipe.kind)},
                            {QStringLiteral("values"), values},
                            {QStringLiteral("origin"), origin}};
    return {{kField, QJsonDocument(whole).toJson(QJsonDocument::Indented).toStdString()},
            {"parameters", readable}};
}

Result<ParamValues> valuesOfPairs(const ParamTable& table, const QStringList& pairs) {
    ParamValues values;
    for (const QString& pair : pairs) {
        const std::string id = toUtf8(pair.section(QLatin1Char('='), 0, 0));
        const auto rows = activeRows(table, values);
        const auto row =
            std::find_if(rows.begin(), rows.end(), [&](const ParamSpec* r) { return r->id == id; });
        if (row == rows.end())
            return Error{.code = ErrorCode::InvalidArgument,
                         .message = {LIMNER_TR("core", "There is no parameter “%1” here."), {id}}};
        const Result<ParamValue> value = parseValue(**row, toUtf8(pair.section(QLatin1Char('='), 1)));
        if (!value) return value.error();
        values[id] = *value;
    }
    return values;
}

std::optional<Recipe> recipeOfText(const QString& path, const Catalog& catalog) {
    QFile beside(path + QStringLiteral(".recipe.json"));
    if (beside.open(QIODevice::ReadOnly)) return recipeOfJson(beside.read(kMostBytes), catalog);
    QFile tokens(path);
    if (!path.endsWith(QLatin1String(".json")) || !tokens.open(QIODevice::ReadOnly)) return std::nullopt;
    const QJsonObject recipe =
        QJsonDocument::fromJson(tokens.read(kMostBytes)).object()[QLatin1String("recipe")].toObject();
    return recipeOfJson(QJsonDocument(recipe).toJson(), catalog);
}

std::optional<Recipe> recipeOfPicture(const QString& path, const Catalog& catalog) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) return std::nullopt;
    const QByteArray bytes = file.readAll();
    const std::span<const std::byte> view(reinterpret_cast<const std::byte*>(bytes.constData()),
                                          static_cast<size_t>(bytes.size()));
    for (const auto& [key, text] : readTextFields(view))
        if (key == kField) return recipeOfJson(QByteArray::fromStdString(text), catalog);
    return std::nullopt;
}

}  // namespace limner::app
