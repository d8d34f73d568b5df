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

constexpr QLatin1StringView kPerson("{person}"), kModel("{model}");

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
    const auto place = [](const ParamSpec& row) {
        return row.group == "Sampling" ? 0 : row.group == "Model" ? 2 : 1;
    };
    std::ranges::stable_sort(rows, {}, place);
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

bool isChatTemplate(const QString& text) {
    const qsizetype person = text.indexOf(kPerson);
    return person >= 0 && text.indexOf(kModel) > person;
}

QString plainChatTemplate() {
    return QStringLiteral("You: {person}\nModel: {model}\n");
}

ChatLayout chatLayout(const QString& chatTemplate) {
    const QString own = isChatTemplate(chatTemplate) ? chatTemplate : plainChatTemplate();
    const qsizetype person = own.indexOf(kPerson), model = own.indexOf(kModel);
    const QString middle = own.mid(person + kPerson.size(), model - person - kPerson.size());
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
    QStringList stops;
    for (const QString& each : {layout.person.trimmed(), layout.between.trimmed()})
        if (!each.isEmpty()) stops << each;
    if (stops.isEmpty()) stops << QStringLiteral("\n");  // nothing but lines tells the two apart
    for (QString& stop : stops) stop.replace(u'\n', QStringLiteral("\\n"));
    return stops.join(u'\n');
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
