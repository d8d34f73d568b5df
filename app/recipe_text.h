// Recipes as they travel in pictures: JSON in the text field "limner:recipe" of a PNG.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <optional>

#include "core/types/catalog.h"
#include "core/types/host.h"
#include "core/types/param.h"
#include "core/types/recipe.h"

namespace limner::app {

/// The recipe that stands beside a text which Limner wrote, or in a .json with its tokens. Reads the disk.
std::optional<Recipe> recipeOfText(const QString& path, const Catalog& catalog);

/// The recipe of a picture that Limner made; nothing for any other file. Reads the file: call it off the main
/// thread. Only values of rows that the kind's table knows are taken, in the types of those rows; a kind that
/// is not in the catalog has none. The schema may be of a newer version.
std::optional<Recipe> recipeOfPicture(const QString& file, const Catalog& catalog);
/// Reads the JSON of a recipe; nothing if it is not one.
std::optional<Recipe> recipeOfJson(const QByteArray& json, const Catalog& catalog);
/// Id → value, as JSON writes them.
QJsonObject valuesJson(const ParamValues& values);
/// The other way: values of rows that the kind's table knows, in the types of those rows; none for an unknown
/// kind.
ParamValues valuesOfJson(const QJsonObject& json, std::string_view kind, const Catalog& catalog);
/// The text fields of a picture that this recipe made: the JSON, and the same for people to read.
TextFields recipeFields(const Recipe& recipe);

/// Reads ID=VALUE pairs as a person types them, in order: a model before its own parameters.
/// Errors: InvalidArgument (an unknown id, or what parseValue says of a value).
Result<ParamValues> valuesOfPairs(const ParamTable& table, const QStringList& pairs);

}  // namespace limner::app
