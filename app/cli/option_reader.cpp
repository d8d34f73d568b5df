#include "option_reader.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>

#include "core/types/param_text.h"

namespace limner::cli {
namespace {

/// Option id → what was typed after it; nothing for a bare `--id`.
using Typed = std::map<std::string, std::optional<std::string>>;

Error wrong(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

bool isOption(const std::string& word) {
    return word.starts_with("--") && word.size() > 2;
}

Result<Typed> split(const std::vector<std::string>& words) {
    Typed typed;
    for (size_t i = 0; i < words.size(); ++i) {
        if (!isOption(words[i]))
            return wrong({LIMNER_TR("core", "“%1” is not expected here."), {words[i]}},
                         LIMNER_TR("core", "Parameters are given as --name value."));
        const size_t equals = words[i].find('=');
        std::string id = words[i].substr(2, equals == std::string::npos ? equals : equals - 2);
        std::replace(id.begin(), id.end(), '-', '_');
        std::optional<std::string> value;
        if (equals != std::string::npos) {
            value = words[i].substr(equals + 1);
        } else if (i + 1 < words.size() && !isOption(words[i + 1])) {
            value = words[++i];
        }
        if (!typed.emplace(id, value).second)
            return wrong({LIMNER_TR("core", "%1 is given twice."), {optionName(id)}}, {});
    }
    return typed;
}

/// What was typed for this row, taken out of `typed`; also as `--no-id` for a toggle.
std::optional<std::optional<std::string>> take(Typed& typed, const ParamSpec& row) {
    auto found = typed.extract(row.id);
    if (!found.empty()) return found.mapped();
    if (row.kind != ParamKind::Toggle || typed.extract("no_" + row.id).empty()) return std::nullopt;
    return std::optional<std::string>("off");
}

Result<ParamValue> read(const ParamSpec& row, const std::optional<std::string>& typed) {
    const bool isPath =
        row.kind == ParamKind::File || row.kind == ParamKind::Folder || row.kind == ParamKind::Run;
    if (!typed) {
        if (row.kind == ParamKind::Toggle) return ParamValue{true};
        const std::string range = rangeText(row);
        const bool isNumber = row.kind == ParamKind::Integer || row.kind == ParamKind::Real;
        return wrong({LIMNER_TR("core", "%1 needs a value."), {optionName(row.id)}},
                     range.empty() ? Message(row.help)
                     : isNumber    ? Message{LIMNER_TR("core", "The range is %1."), {range}}
                                   : Message{LIMNER_TR("core", "It is one of %1."), {range}});
    }
    if (isPath && !typed->empty())
        return ParamValue{std::filesystem::absolute(*typed).lexically_normal().string()};
    auto value = parseValue(row, *typed);
    if (value) return value;
    Error error = value.error();
    error.message = optionName(row.id) + ": " + error.message.text();
    return error;
}

/// Where a row that is not in force stands: "--model dcgan", or nothing if there is no such row at all.
std::string choiceThatBrings(const ParamTable& table, const std::string& id) {
    for (const ParamSpec& row : table) {
        for (const Choice& choice : row.choices) {
            const auto isWanted = [&id](const ParamSpec& brought) { return brought.id == id; };
            if (std::any_of(choice.rows.begin(), choice.rows.end(), isWanted))
                return optionName(row.id) + " " + choice.id;
            const std::string deeper = choiceThatBrings(choice.rows, id);
            if (!deeper.empty()) return optionName(row.id) + " " + choice.id + " " + deeper;
        }
    }
    return {};
}

Error unknownOption(const ParamTable& table, const std::vector<const ParamSpec*>& rows,
                    const std::string& id) {
    const std::string choice = choiceThatBrings(table, id);
    if (!choice.empty())
        return wrong({LIMNER_TR("core", "%1 does not belong to what is chosen here."), {optionName(id)}},
                     {LIMNER_TR("core", "It belongs to %1."), {choice}});
    std::vector<std::string> known;
    for (const ParamSpec* row : rows) known.push_back(row->id);
    const std::string near = nearest(id, known);
    return wrong({LIMNER_TR("core", "There is no option %1 here."), {optionName(id)}},
                 near.empty() ? Message(LIMNER_TR("core", "--help lists them."))
                              : Message{LIMNER_TR("core", "Did you mean %1?"), {optionName(near)}});
}

/// The values typed so far, over those in force before.
struct Reading {
    const ParamTable& table;
    Typed typed;
    ParamValues before;
    ParamValues given = {};

    std::vector<const ParamSpec*> rows() const {
        ParamValues all = given;
        all.insert(before.begin(), before.end());
        return activeRows(table, all);
    }

    /// False if nothing was typed for this row.
    Result<bool> readRow(const ParamSpec& row) {
        const auto text = take(typed, row);
        if (!text) return false;
        auto value = read(row, *text);
        if (!value) return value.error();
        given.insert_or_assign(row.id, *value);
        return true;
    }

    /// Reads the first choice in force that was typed and not read yet. False if there is none left.
    Result<bool> readNextChoice() {
        for (const ParamSpec* row : rows()) {
            if (row->kind != ParamKind::Choice) continue;
            const auto wasTyped = readRow(*row);
            if (!wasTyped || *wasTyped) return wasTyped;
        }
        return false;
    }
};

}  // namespace

std::string optionName(const std::string& id) {
    std::string name = "--" + id;
    std::replace(name.begin(), name.end(), '_', '-');
    return name;
}

std::string typedAfter(const std::vector<std::string>& words, const std::string& id) {
    const auto typed = split(words);
    if (!typed) return {};
    const auto found = typed->find(id);
    return found == typed->end() ? std::string{} : found->second.value_or("");
}

Result<ParamValues> readOptions(const ParamTable& table, const std::vector<std::string>& words,
                                const ParamValues& before) {
    auto typed = split(words);
    if (!typed) return typed.error();
    Reading reading{.table = table, .typed = *typed, .before = before};
    for (;;) {
        const auto hasMore = reading.readNextChoice();
        if (!hasMore) return hasMore.error();
        if (!*hasMore) break;
    }
    for (const ParamSpec* row : reading.rows()) {
        const auto done = reading.readRow(*row);
        if (!done) return done.error();
    }
    if (!reading.typed.empty()) return unknownOption(table, reading.rows(), reading.typed.begin()->first);
    return reading.given;
}

}  // namespace limner::cli
