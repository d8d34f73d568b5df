#include "recipe_json.h"

#include "json_file.h"
#include "safe_replace.h"

namespace limner::io {

std::string toJson(const Recipe& recipe) {
    const Json json = {{"schema", recipe.schema},
                       {"kind", recipe.kind},
                       {"values", jsonOf(recipe.values)},
                       {"origin",
                        {{"program_version", recipe.origin.programVersion},
                         {"model_hash", recipe.origin.modelHash},
                         {"parent", recipe.origin.parent}}}};
    return textOf(json, 2) + "\n";
}

Result<Recipe> recipeFromJson(std::string_view json) {
    return recipeFromJson(json, "recipe.json");
}

Result<Recipe> recipeFromJson(std::string_view json, const std::filesystem::path& file) {
    const auto object = parseObject(json, file);
    if (!object) return object.error();
    Fields fields(*object, file);
    fields.checkSchema(kRecipeSchema);
    Recipe recipe;
    recipe.schema = static_cast<int>(fields.whole("schema"));
    recipe.kind = fields.text("kind");
    recipe.values = fields.values("values");
    if (fields.error()) return *fields.error();
    if (object->contains("origin")) {
        auto origin = fields.texts("origin");
        recipe.origin = {origin["program_version"], origin["model_hash"], origin["parent"]};
    }
    if (fields.error()) return *fields.error();
    return recipe;
}

Result<void> writeRecipe(const std::filesystem::path& file, const Recipe& recipe) {
    return safeReplace(file, toJson(recipe));
}

Result<Recipe> readRecipe(const std::filesystem::path& file) {
    const auto text = readFile(file, uintmax_t{16} << 20);
    if (!text) return text.error();
    return recipeFromJson(*text, file);
}

}  // namespace limner::io
