#include "sweep_plan.h"

#include <algorithm>
#include <optional>

#include "core/io/json_file.h"
#include "core/io/recipe_json.h"
#include "core/io/recipe_text.h"
#include "core/io/run_folder.h"
#include "core/io/safe_replace.h"

namespace limner::generation {
namespace {

constexpr uintmax_t kMaxBaseBytes = uintmax_t{256} << 20;

Error refusedSweep(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

/// The values of a whole recipe, or an object that is the values themselves.
Result<ParamValues> baseValues(const std::string& text, const std::string& kind) {
    const auto json = io::parseObject(text, "base");
    if (!json) return json.error();
    if (json->contains("kind") && json->contains("values")) {
        auto recipe = io::recipeFromJson(text, "base");
        if (!recipe) return recipe.error();
        if (recipe->kind == kind) return std::move(recipe->values);
        return refusedSweep(
            {LIMNER_TR("core", "The base is a recipe of “%1”, not of “%2”."), {recipe->kind, kind}},
            LIMNER_TR("core", "Name that kind, or choose another base."));
    }
    ParamValues values;
    for (const auto& [id, field] : json->items()) {
        auto value = io::paramValueOf(field);
        if (!value)
            return refusedSweep(
                {LIMNER_TR("core", "The value of “%1” in the base is not what it should be."), {id}},
                LIMNER_TR("core", "It is a number, a text, true or false."));
        values[id] = std::move(*value);
    }
    return values;
}

Result<const KindEntry*> kindOf(const std::string& id) {
    const KindEntry* kind = findKind(id);
    if (kind != nullptr && id != "sweep") return kind;
    std::vector<std::string> known;
    for (const KindEntry& entry : kindRegistry())
        if (entry.id != "sweep") known.push_back(entry.id);
    const std::string near = nearest(id, known);
    return refusedSweep({LIMNER_TR("core", "A sweep cannot be made of “%1”."), {id}},
                        near.empty()
                            ? Message(LIMNER_TR("core", "It is made of a kind of job, such as sample."))
                            : Message{LIMNER_TR("core", "Did you mean “%1”?"), {near}});
}

const ParamSpec* rowOf(const KindEntry& kind, const ParamValues& values, const std::string& id) {
    const auto rows = activeRows(kind.params(), values);
    const auto found = std::ranges::find(rows, id, &ParamSpec::id);
    return found == rows.end() ? nullptr : *found;
}

Result<SweepAxis> axisOf(const SweepPlan& plan, const ParamValues& values, const std::string& name) {
    const std::string& id = textOf(values, name);
    if (id.empty()) return SweepAxis{};
    return sweepAxis(plan.kind->params(), plan.sweep.base, id, realOf(values, name + "_from"),
                     realOf(values, name + "_to"), static_cast<int>(intOf(values, name + "_count")));
}

/// What an axis over one number of a list is called.
struct ListTitle {
    std::string_view list;
    const char* title;
};

constexpr ListTitle kListTitles[] = {{"directions", LIMNER_TR("core", "Direction %1")},
                                     {"dimensions", LIMNER_TR("core", "Dimension %1")},
                                     {"attributes", LIMNER_TR("core", "Own direction %1")}};

Message titleOf(const KindEntry& kind, const ParamValues& values, const std::string& id) {
    const size_t dot = id.find('.');
    const auto list = std::ranges::find(kListTitles, id.substr(0, dot), &ListTitle::list);
    if (dot != std::string::npos && list != std::end(kListTitles)) return {list->title, {id.substr(dot + 1)}};
    const ParamSpec* row = rowOf(kind, values, id);
    return row == nullptr ? Message() : Message(row->label);
}

Result<void> checkLists(const ParamValues& base) {
    const auto textIn = [&](const char* list) {
        const auto given = base.find(list);
        const auto* text = given == base.end() ? nullptr : std::get_if<std::string>(&given->second);
        return text == nullptr ? std::string_view() : *text;
    };
    for (const char* list : {"directions", "dimensions"}) {
        const auto offsets = offsetsOfText(textIn(list));
        if (!offsets) return offsets.error();
    }
    const auto own = attributesOfText(textIn("attributes"));
    if (!own) return own.error();
    return {};
}

}  // namespace

Result<std::string> baseText(const std::string& given, const Host* host) {
    const auto first = given.find_first_not_of(" \t\r\n");
    if (first == std::string::npos) return std::string("{}");
    if (given[first] == '{') return given;
    auto file = io::readFile(given, kMaxBaseBytes);
    if (!file) return file.error();
    const bool isText = file->find_first_not_of(" \t\r\n") != std::string::npos &&
                        (*file)[file->find_first_not_of(" \t\r\n")] == '{';
    if (isText) return file;
    if (host == nullptr) return given;
    const auto recipe = io::recipeFromFields(host->textFields(std::as_bytes(std::span(*file))), given);
    if (!recipe) return recipe.error();
    return io::toJson(*recipe);
}

Result<SweepPlan> sweepPlanOf(const ParamValues& values) {
    const auto kind = kindOf(textOf(values, "of"));
    if (!kind) return kind.error();
    SweepPlan plan{.kind = *kind};
    auto base = baseValues(textOf(values, "base"), textOf(values, "of"));
    if (!base) return base.error();
    plan.sweep.base = std::move(*base);
    const std::string& run = textOf(values, "run");
    if (!run.empty()) plan.sweep.base["run"] = run;
    plan.sweep.base.erase("out");
    // A cell is one picture.
    if (rowOf(**kind, plan.sweep.base, "count") != nullptr) plan.sweep.base["count"] = int64_t{1};
    const auto complete = completeValues((*kind)->params(), plan.sweep.base);
    if (!complete) return complete.error();

    if (textOf(values, "x").empty() || textOf(values, "x") == textOf(values, "y"))
        return refusedSweep(
            LIMNER_TR("core", "A sweep needs one parameter to go over, or two different ones."),
            LIMNER_TR("core", "Name them as x and y, such as truncation or directions.1."));
    const auto x = axisOf(plan, values, "x");
    if (!x) return x.error();
    const auto y = axisOf(plan, values, "y");
    if (!y) return y.error();
    plan.sweep.x = *x;
    plan.sweep.y = *y;
    const auto readable = checkLists(plan.sweep.base);
    if (!readable) return readable.error();
    return plan;
}

Message axisTitle(const SweepPlan& plan, const SweepAxis& axis) {
    return titleOf(*plan.kind, plan.sweep.base, axis.id);
}

std::string sweepTitle(const ParamValues& values) {
    const KindEntry* kind = findKind(textOf(values, "of"));
    const auto named = [&](const std::string& axis) {
        const std::string& id = textOf(values, axis);
        const std::string& given = textOf(values, axis + "_title");
        const std::string own = given.empty() && kind != nullptr ? titleOf(*kind, {}, id).text() : given;
        return own.empty() ? id : own;
    };
    const std::string& run = textOf(values, "run");
    const std::string y = named("y");
    const std::string axes = named("x") + (y.empty() ? "" : " × " + y);
    return run.empty() ? axes : io::titleOf(run) + ": " + axes;
}

}  // namespace limner::generation
