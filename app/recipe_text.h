// Recipes as they travel in pictures: JSON in the text field "limner:recipe" of a PNG.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>

#include "core/types/param.h"
#include "core/types/recipe.h"

namespace limner::app {

/// The recipe of a picture that Limner made; nothing for any other file. Reads the file: call it off the main
/// thread. Only values of rows that `table` knows are taken, in the types of those rows.
std::optional<Recipe> recipeOfPicture(const QString& file, const ParamTable& table);
/// Reads the JSON of a recipe; nothing if it is not one.
std::optional<Recipe> recipeOfJson(const QByteArray& json, const ParamTable& table);

/// Reads ID=VALUE pairs as a person types them, in order: a model before its own parameters.
/// Errors: InvalidArgument (an unknown id, or what parseValue says of a value).
Result<ParamValues> valuesOfPairs(const ParamTable& table, const QStringList& pairs);

}  // namespace limner::app
