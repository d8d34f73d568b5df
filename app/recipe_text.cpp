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

}  // namespace

std::optional<Recipe> recipeOfJson(const QByteArray& json, const ParamTable& table) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object[QLatin1String("schema")].toInt() < 1) return std::nullopt;
    Recipe recipe{.kind = toUtf8(object[QLatin1String("kind")].toString())};
    const QJsonObject values = object[QLatin1String("values")].toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        if (const ParamSpec* row = rowAnywhere(table, toUtf8(it.key())))
            recipe.values[row->id] = valueOf(*it, *row);
    return recipe;
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

std::optional<Recipe> recipeOfPicture(const QString& path, const ParamTable& table) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes) return std::nullopt;
    const QByteArray bytes = file.readAll();
    const std::span<const std::byte> view(reinterpret_cast<const std::byte*>(bytes.constData()),
                                          static_cast<size_t>(bytes.size()));
    for (const auto& [key, text] : readTextFields(view))
        if (key == kField) return recipeOfJson(QByteArray::fromStdString(text), table);
    return std::nullopt;
}

}  // namespace limner::app
