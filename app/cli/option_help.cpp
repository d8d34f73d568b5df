#include "option_help.h"

#include <algorithm>
#include <sstream>

#include "command_line.h"
#include "commands.h"
#include "core/types/param_text.h"
#include "option_reader.h"
#include "terminal.h"

namespace limner::cli {
namespace {

const std::string kHelpIndent(6, ' ');

std::string placeholder(const ParamSpec& row) {
    switch (row.kind) {
        case ParamKind::Toggle:
            return "on|off";
        case ParamKind::Integer:
            return "N";
        case ParamKind::Real:
            return "X";
        case ParamKind::Choice:
            return "NAME";
        case ParamKind::Text:
            return "TEXT";
        case ParamKind::File:
            return "FILE";
        case ParamKind::Folder:
            return "FOLDER";
        case ParamKind::Run:
            return "RUN";
    }
    return {};
}

/// "1 to 4096 pictures · standard 64 · 0 is off"
std::string facts(const ParamSpec& row, const ParamValue& standard) {
    std::string text;
    const auto add = [&text](const std::string& fact) { text += (text.empty() ? "" : " · ") + fact; };
    const std::string unit = row.unit.empty() ? "" : " " + row.unit;
    if (row.kind == ParamKind::Integer || row.kind == ParamKind::Real) add(rangeText(row) + unit);
    const std::string shown = formatValue(row, standard);
    if (!shown.empty()) add("standard " + shown);
    if (!row.zeroText.empty()) add("0 is " + row.zeroText);
    return text;
}

std::string choiceLines(const ParamSpec& row, int columns) {
    size_t widest = 0;
    for (const Choice& choice : row.choices) widest = std::max(widest, choice.id.size());
    std::string lines;
    for (const Choice& choice : row.choices) {
        std::string start = kHelpIndent + "  " + choice.id;
        start.resize(kHelpIndent.size() + widest + 4, ' ');
        std::string text = choice.label;
        if (!choice.help.empty()) text += ": " + choice.help;
        if (!choice.unavailable.isEmpty()) text += " [not available: " + choice.unavailable.text() + "]";
        lines += wrapped(start, text, columns);
    }
    return lines;
}

std::string rowHelp(const ParamSpec& row, const ParamValue& standard, int columns) {
    std::string text = "  " + optionName(row.id) + " " + placeholder(row) + "\n";
    text += wrapped(kHelpIndent, row.label + (row.help.empty() ? "" : ": " + row.help), columns);
    const std::string known = facts(row, standard);
    if (!known.empty()) text += wrapped(kHelpIndent, known, columns);
    if (row.kind == ParamKind::Choice) text += choiceLines(row, columns);
    return text;
}

std::string listed(const std::string& name, const std::string& help) {
    std::string line = "  " + name;
    line.resize(std::max<size_t>(line.size() + 2, 24), ' ');
    return line + help + "\n";
}

}  // namespace

std::string wrapped(const std::string& start, const std::string& text, int columns) {
    const auto indent = static_cast<size_t>(displayWidth(start));
    std::istringstream words(text);
    std::string result;
    std::string line = start;
    bool isEmpty = true;
    for (std::string word; words >> word; isEmpty = false) {
        if (!isEmpty && displayWidth(line) + 1 + displayWidth(word) > columns) {
            result += line + "\n";
            line = std::string(indent, ' ');
        } else if (!isEmpty) {
            line += ' ';
        }
        line += word;
    }
    return result + line + "\n";
}

std::string kindHelp(const KindInfo& kind, const ParamValues& chosen, int columns) {
    std::string text = "limner-cli " + kind.id + " [--name value]…\n" + wrapped("", kind.help, columns);
    std::vector<std::string> groups;
    const auto rows = activeRows(kind.params, chosen);
    for (const ParamSpec* row : rows)
        if (std::find(groups.begin(), groups.end(), row->group) == groups.end()) groups.push_back(row->group);
    for (const std::string& group : groups) {
        text += "\n" + (group.empty() ? "Parameters" : group) + "\n";
        for (const ParamSpec* row : rows)
            if (row->group == group)
                text += rowHelp(*row, standardValue(kind.params, chosen, row->id), columns);
    }
    return text + "\nFor every command\n" + globalOptionsHelp();
}

std::string overviewHelp(const Catalog& catalog) {
    std::string text = "limner-cli COMMAND [--name value]…\n\nJobs (each has its own --help)\n";
    for (const KindInfo& kind : catalog.kinds) text += listed(kind.id, kind.help);
    text += "\nOther commands\n";
    for (const CommandEntry& entry : commandRegistry()) text += listed(entry.usage, entry.help);
    return text + "\nFor every command\n" + globalOptionsHelp();
}

}  // namespace limner::cli
