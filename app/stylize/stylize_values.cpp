#include "stylize_values.h"

#include <QFileInfo>
#include <QStringList>
#include <algorithm>
#include <array>
#include <set>

#include "app/core_text.h"
#include "app/train/train_texts.h"

namespace limner::app {
namespace {

struct StyleRowIds {
    const char* file;
    const char* weight;
};
constexpr std::array<StyleRowIds, kMostStyles> kStyleRows{
    {{"style", "weight"}, {"style_2", "weight_2"}, {"style_3", "weight_3"}, {"style_4", "weight_4"}}};

/// Shown by other parts of the page.
const std::set<std::string>& elsewhere() {
    static const std::set<std::string> ids = [] {
        std::set<std::string> all{"content", "method", "region", "out", "resume_from", "overwrite"};
        for (const StyleRowIds& row : kStyleRows) all.insert({row.file, row.weight});
        return all;
    }();
    return ids;
}

/// Of results, not of settings.
constexpr std::array<const char*, 3> kOfOneResult{"out", "resume_from", "overwrite"};

QString baseName(const QString& file) {
    return QFileInfo(file).completeBaseName();
}

double weightOf(const ParamValues& values, const char* id) {
    const auto found = values.find(id);
    if (found == values.end()) return 1;
    const auto* real = std::get_if<double>(&found->second);
    return real ? *real : 1;
}

QString valueName(const ParamTable& table, const ParamValues& values, const std::string& id) {
    const ParamSpec* row = findRow(table, values, id);
    if (row == nullptr) return {};
    const ParamValue value = effectiveValue(table, values, id);
    if (row->kind == ParamKind::File) {
        const QString file = fromUtf8(std::get<std::string>(value));
        return id == "region" && !file.isEmpty() ? coreText(row->label)
                                                 : baseName(file);  // named by its hash
    }
    if (row->kind == ParamKind::Choice) {
        const auto chosen = std::ranges::find(row->choices, std::get<std::string>(value), &Choice::id);
        if (chosen != row->choices.end()) return coreText(chosen->label);
    }
    return QStringLiteral("%1 %2").arg(coreText(row->label), widgets::valueTextWithUnit(*row, value));
}

bool bringsRow(const ParamSpec& choice, const std::string& id) {
    return std::ranges::any_of(choice.choices, [&](const Choice& option) {
        return std::ranges::any_of(option.rows,
                                   [&](const ParamSpec& row) { return row.id == id || bringsRow(row, id); });
    });
}

/// Of a picture that is made of a style alone.
constexpr std::array kWithoutContent{"texture", "width", "height"};

bool isShownElsewhere(const std::string& id, const ParamValues& values) {
    return elsewhere().contains(id) || (!textOr(values, "content").isEmpty() &&
                                        std::ranges::find(kWithoutContent, id) != kWithoutContent.end());
}

}  // namespace

QString textOr(const ParamValues& values, const std::string& id) {
    const auto found = values.find(id);
    const auto* text = found == values.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text ? fromUtf8(*text) : QString();
}

std::vector<StyleChoice> stylesOf(const ParamValues& values) {
    std::vector<StyleChoice> styles;
    for (const StyleRowIds& row : kStyleRows)
        if (const QString file = textOr(values, row.file); !file.isEmpty())
            styles.push_back({file, weightOf(values, row.weight)});
    return styles;
}

ParamValues withStyles(ParamValues values, const std::vector<StyleChoice>& styles) {
    for (size_t i = 0; i < kStyleRows.size(); ++i) {
        values.erase(kStyleRows[i].file);
        values.erase(kStyleRows[i].weight);
        if (i >= styles.size()) continue;
        values[kStyleRows[i].file] = toUtf8(styles[i].file);
        if (styles[i].weight != 1) values[kStyleRows[i].weight] = styles[i].weight;
    }
    return values;
}

QString methodOf(const ParamTable& table, const ParamValues& values) {
    if (findRow(table, values, "method") == nullptr) return {};
    return fromUtf8(std::get<std::string>(effectiveValue(table, values, "method")));
}

ParamTable formTable(const ParamTable& table, const ParamValues& values) {
    ParamTable rows;
    for (const ParamSpec* row : activeRows(table, values)) {
        if (isShownElsewhere(row->id, values)) continue;
        const bool comesWithChoice =
            std::ranges::any_of(rows, [&](const ParamSpec& earlier) { return bringsRow(earlier, row->id); });
        if (comesWithChoice) continue;
        rows.push_back(*row);
        rows.back().standard = standardValue(table, values, row->id);
    }
    // What all methods share stands before what one of them brings.
    const ParamSpec* shared = findRow(table, values, "strength");
    if (shared != nullptr)
        std::ranges::stable_partition(
            rows, [group = shared->group](const ParamSpec& row) { return row.group == group; });
    return rows;
}

ParamValues activeValues(const ParamTable& table, const ParamValues& values) {
    ParamValues active;
    for (const ParamSpec* row : activeRows(table, values))
        if (const auto found = values.find(row->id); found != values.end()) active.insert(*found);
    return active;
}

ParamValues settingsOf(ParamValues values) {
    for (const char* id : kOfOneResult) values.erase(id);
    return values;
}

QString titleOf(const ParamValues& values) {
    QStringList names;
    if (const QString content = textOr(values, "content"); !content.isEmpty()) names << baseName(content);
    for (const StyleChoice& style : stylesOf(values)) names << baseName(style.file);
    return names.join(QStringLiteral(" × "));
}

QString changeText(const ParamTable& table, const ParamValues& before, const ParamValues& after) {
    const auto differs = [&](const std::string& id) {
        const bool isInBoth = findRow(table, before, id) != nullptr && findRow(table, after, id) != nullptr;
        return isInBoth && effectiveValue(table, before, id) != effectiveValue(table, after, id);
    };
    if (before.empty()) return valueName(table, after, "method");
    for (const char* first : {"method", "content", "style"})
        if (differs(first)) return valueName(table, after, first);
    for (const ParamSpec* row : activeRows(table, after))
        if (!std::ranges::count(kOfOneResult, row->id) && differs(row->id))
            if (const QString text = valueName(table, after, row->id); !text.isEmpty()) return text;
    return valueName(table, after, "method");
}

}  // namespace limner::app
