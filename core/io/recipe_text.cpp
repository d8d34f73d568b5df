#include "recipe_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string_view>

#include "file_error.h"
#include "json_file.h"
#include "recipe_json.h"

namespace limner::io {
namespace {

constexpr const char* kRecipeField = "limner:recipe";
constexpr const char* kParametersField = "parameters";
constexpr const char* kSheetField = "limner:sheet";

const std::string* find(const TextFields& fields, std::string_view name) {
    const auto field = std::ranges::find(fields, name, &TextFields::value_type::first);
    return field == fields.end() ? nullptr : &field->second;
}

/// "train\nbatch_size: 64\n…\nLimner 0.1.0, model 3f2a…"
std::string readable(const Recipe& recipe) {
    std::string text = recipe.kind + "\n";
    for (const auto& [id, value] : recipe.values) {
        const auto* plain = std::get_if<std::string>(&value);
        text += id + ": " + (plain != nullptr ? *plain : textOf(jsonOf(value))) + "\n";
    }
    text += "Limner " + recipe.origin.programVersion;
    if (!recipe.origin.modelHash.empty()) text += ", model " + recipe.origin.modelHash;
    if (!recipe.origin.parent.empty()) text += ", from " + recipe.origin.parent;
    return text;
}

/// columns, count, tile width, tile height; nothing unless the text is four positive numbers.
std::optional<std::array<int, 4>> layoutOf(std::string_view text) {
    std::array<int, 4> numbers{};
    const char* position = text.data();
    const char* const end = text.data() + text.size();
    for (int& number : numbers) {
        if (&number != numbers.data() && (position == end || *position++ != ' ')) return std::nullopt;
        const auto [next, failure] = std::from_chars(position, end, number);
        if (failure != std::errc{} || number <= 0) return std::nullopt;
        position = next;
    }
    if (position != end) return std::nullopt;
    return numbers;
}

bool fits(const std::array<int, 4>& layout, const Image& picture) {
    const auto [columns, count, tileWidth, tileHeight] = layout;
    const int64_t rows = (int64_t{count} + columns - 1) / columns;
    return int64_t{columns} * tileWidth == picture.width && rows * tileHeight == picture.height;
}

}  // namespace

TextFields recipeFields(const Recipe& recipe) {
    return {{kRecipeField, toJson(recipe)}, {kParametersField, readable(recipe)}};
}

Result<Recipe> recipeFromFields(const TextFields& fields, const std::filesystem::path& file) {
    const std::string* json = find(fields, kRecipeField);
    if (json != nullptr) return recipeFromJson(*json, file);
    return Error{
        .code = ErrorCode::NotFound,
        .message = {LIMNER_TR("core", "“%1” carries no recipe."), {file.string()}},
        .hint = LIMNER_TR("core", "Only files that Limner wrote, and that were not changed since, do.")};
}

std::pair<std::string, std::string> sheetField(const SampleSheet& sheet) {
    return {kSheetField, std::to_string(sheet.columns) + " " + std::to_string(sheet.count) + " " +
                             std::to_string(sheet.tileWidth) + " " + std::to_string(sheet.tileHeight)};
}

Result<SampleSheet> sheetFromFields(const TextFields& fields, Image picture, int64_t step,
                                    const std::filesystem::path& file) {
    const std::string* text = find(fields, kSheetField);
    const auto layout = text != nullptr ? layoutOf(*text) : std::nullopt;
    if (!layout || !fits(*layout, picture))
        return damaged(file, LIMNER_TR("core", "“%1” does not say how its samples lie."));
    const auto [columns, count, tileWidth, tileHeight] = *layout;
    SampleSheet sheet;
    sheet.step = step;
    sheet.columns = columns;
    sheet.count = count;
    sheet.tileWidth = tileWidth;
    sheet.tileHeight = tileHeight;
    sheet.sheet = std::move(picture);
    return sheet;
}

}  // namespace limner::io
