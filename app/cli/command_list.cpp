// limner-cli list models|datasets|kinds|shipped
#include <algorithm>

#include "commands.h"
#include "json_text.h"
#include "option_help.h"

namespace limner::cli {
namespace {

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

/// The choices of one parameter of training.
void printChoices(Context& context, const char* parameter) {
    if (const KindInfo* kind = context.studio.catalog().kind("train"); kind != nullptr)
        print(context, choicesOf(kind->params, parameter));
}

void printKinds(Context& context) {
    std::vector<Choice> rows;
    for (const KindInfo& kind : context.studio.catalog().kinds) {
        if (context.terminal.isJson) context.terminal.out << line(toJson(kind));
        rows.push_back({.id = kind.id, .label = kind.label, .help = kind.help});
    }
    if (!context.terminal.isJson) print(context, rows);
}

void printShipped(Context& context) {
    std::vector<Choice> rows;
    for (const LibraryModel& model : context.studio.library().list())
        rows.push_back({.id = model.id,
                        .label = model.title.text(),
                        .help = model.summary.text(),
                        .domain = model.domain});
    print(context, rows);
}

struct Listing {
    std::string_view name;
    void (*print)(Context& context);
};
constexpr Listing kListings[] = {
    {"models", [](Context& context) { printChoices(context, "model"); }},
    {"datasets", [](Context& context) { printChoices(context, "data"); }},
    {"kinds", &printKinds},
    {"shipped", &printShipped},
};

}  // namespace

ExitCode runList(const CommandLine& line, Context& context) {
    const auto what = onlyWord(line, "models, datasets, kinds or shipped");
    if (!what) return context.terminal.fail(what.error());
    const auto* listing = std::ranges::find(kListings, *what, &Listing::name);
    if (listing != std::end(kListings)) {
        listing->print(context);
        return ExitCode::Ok;
    }
    return context.terminal.fail(
        {.code = ErrorCode::InvalidArgument,
         .message = {LIMNER_TR("core", "“%1” cannot be listed."), {*what}},
         .hint = LIMNER_TR("core", "It is one of models, datasets, kinds, shipped.")});
}

}  // namespace limner::cli
