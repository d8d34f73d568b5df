#include "write_values.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <set>

#include "app/core_text.h"
#include "app/stylize/stylize_values.h"
#include "app/train/train_texts.h"
#include "core/types/text.h"

namespace limner::app {
namespace {

/// Shown by other parts of the page, or of one passage alone.
const std::set<std::string>& kElsewhere() {
    static const std::set<std::string> ids{"run",   "checkpoint", "weights", "prompt",
                                           "after", "tag",        "out",     "overwrite"};
    return ids;
}

/// The stops that people ask for; what a recipe brings besides stays as it is.
ParamSpec stopRow(ParamSpec row, const ParamValues& values) {
    row.kind = ParamKind::Choice;
    row.label = LIMNER_TR("core", "Stop at");
    row.group = LIMNER_TR("core", "Length");
    row.choices = {{.id = "", .label = LIMNER_TR("core", "Nothing")},
                   {.id = "blank line", .label = LIMNER_TR("core", "A blank line")},
                   {.id = ".", .label = LIMNER_TR("core", "A full stop")}};
    const QString own = textOr(values, "stop");
    const auto isIt = [&](const Choice& choice) { return fromUtf8(choice.id) == own; };
    if (std::ranges::none_of(row.choices, isIt))
        row.choices.push_back({.id = toUtf8(own), .label = toUtf8(own.simplified())});
    return row;
}

}  // namespace

ParamTable writeFormTable(const ParamTable& table, const ParamValues& values) {
    ParamTable rows;
    for (const ParamSpec& row : table) {
        if (kElsewhere().contains(row.id)) continue;
        rows.push_back(row.id == "stop" ? stopRow(row, values) : row);
    }
    std::ranges::stable_partition(rows, [](const ParamSpec& row) { return row.group == "Sampling"; });
    return rows;
}

ParamValues writingSettings(ParamValues values) {
    for (const std::string& id : kElsewhere()) values.erase(id);
    return values;
}

QString settingsText(const ParamTable& table, const ParamValues& values) {
    const auto valueOf = [&](const char* id) -> QString {
        const ParamSpec* row = findRow(table, values, id);
        return row ? widgets::valueText(*row, effectiveValue(table, values, id)) : QString();
    };
    const ParamSpec* decoding = findRow(table, values, "decoding");
    const bool samples =
        decoding == nullptr || effectiveValue(table, values, "decoding") == ParamValue(std::string("sample"));
    return samples ? valueOf("temperature") : valueOf("decoding");
}

QString promptOf(const QString& text) {
    if (text.size() <= kLongestPrompt) return text;
    QString end = text.right(kLongestPrompt);
    if (end.front().isLowSurrogate()) end.remove(0, 1);
    return end;
}

ChatLayout chatLayout(const std::string& chatTemplate) {
    const QString own = fromUtf8(chatTemplate);
    const qsizetype person = own.indexOf(QStringLiteral("{person}")),
                    model = own.indexOf(QStringLiteral("{model}"));
    if (person < 0 || model < person)
        return {QStringLiteral("You: "), QStringLiteral("Model: "), QStringLiteral("\n")};
    const QString middle = own.mid(person + 8, model - person - 8);
    const qsizetype lineEnd = middle.indexOf(u'\n');
    const qsizetype cut = lineEnd < 0 ? 0 : lineEnd + 1;
    return {own.left(person), middle.mid(cut), middle.left(cut)};
}

QString chatPrompt(const std::vector<ChatTurn>& turns, const ChatLayout& layout) {
    QString prompt;
    for (const ChatTurn& turn : turns)
        prompt += (turn.isPerson ? layout.person : layout.model) + turn.text.trimmed() + layout.between;
    QString opening = layout.model;
    while (opening.endsWith(u' ')) opening.chop(1);  // the model's first token brings its space
    return promptOf(prompt + opening);
}

QString chatStop(const ChatLayout& layout) {
    return layout.person.trimmed();
}

QString chatMarkdown(const std::vector<ChatTurn>& turns, const QString& modelTitle) {
    QString text = QStringLiteral("# ") +
                   QCoreApplication::translate("limner::app", "Chat with %1").arg(modelTitle) +
                   QStringLiteral("\n");
    for (const ChatTurn& turn : turns) {
        const QString who = turn.isPerson ? QCoreApplication::translate("limner::app", "You")
                                          : QCoreApplication::translate("limner::app", "Model");
        text += QStringLiteral("\n**%1:** %2\n").arg(who, turn.text.trimmed());
    }
    return text;
}

}  // namespace limner::app
