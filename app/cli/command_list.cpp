// limner-cli list models|datasets|kinds
#include <algorithm>

#include "commands.h"
#include "json_text.h"
#include "option_help.h"

namespace limner::cli {
namespace {

/// What can be listed: the choices of one parameter of one kind of job.
struct Listing {
    std::string name;
    std::string kind;
    std::string parameter;
};

const std::vector<Listing>& listings() {
    static const std::vector<Listing> rows{
        {"models", "train", "model"}, {"datasets", "train", "data"}, {"kinds", "", ""}};
    return rows;
}

void print(Context& context, const std::vector<Choice>& choices) {
    size_t widest = 0;
    for (const Choice& choice : choices) widest = std::max(widest, choice.id.size());
    for (const Choice& choice : choices) {
        if (context.terminal.isJson) {
            context.terminal.out << line(toJson(choice));
            continue;
        }
        std::string start = choice.id;
        start.resize(widest + 2, ' ');
        std::string text = choice.label;
        if (!choice.help.empty()) text += ": " + choice.help;
        if (!choice.unavailable.isEmpty()) text += " [not available: " + choice.unavailable.text() + "]";
        context.terminal.out << wrapped(start, text, context.terminal.columns());
    }
}

void printKinds(Context& context) {
    std::vector<Choice> rows;
    for (const KindInfo& kind : context.studio.catalog().kinds) {
        if (context.terminal.isJson) context.terminal.out << line(toJson(kind));
        rows.push_back({.id = kind.id, .label = kind.label, .help = kind.help});
    }
    if (!context.terminal.isJson) print(context, rows);
}

}  // namespace

ExitCode runList(const CommandLine& line, Context& context) {
    const auto what = onlyWord(line, "models, datasets or kinds");
    if (!what) return context.terminal.fail(what.error());
    for (const Listing& listing : listings()) {
        if (listing.name != *what) continue;
        if (listing.kind.empty()) {
            printKinds(context);
        } else if (const KindInfo* kind = context.studio.catalog().kind(listing.kind); kind != nullptr) {
            print(context, choicesOf(kind->params, listing.parameter));
        }
        return ExitCode::Ok;
    }
    return context.terminal.fail({.code = ErrorCode::InvalidArgument,
                                  .message = {LIMNER_TR("core", "“%1” cannot be listed."), {*what}},
                                  .hint = LIMNER_TR("core", "It is one of models, datasets, kinds.")});
}

}  // namespace limner::cli
