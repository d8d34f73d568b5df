#include "commands.h"

#include <algorithm>
#include <filesystem>

#include "job_runner.h"
#include "json_text.h"
#include "option_help.h"
#include "option_reader.h"
#include "short_forms.h"

namespace limner::cli {
namespace {

Error unknownCommand(const std::string& command, const Catalog& catalog) {
    std::vector<std::string> known;
    for (const KindInfo& kind : catalog.kinds) known.push_back(kind.id);
    for (const CommandEntry& entry : commandRegistry()) known.push_back(entry.name);
    const std::string near = nearest(command, known);
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "There is no command “%1”."), {command}},
            .hint = near.empty() ? Message(LIMNER_TR("core", "limner-cli --help lists them."))
                                 : Message{LIMNER_TR("core", "Did you mean “%1”?"), {near}}};
}

/// `--device` belongs to every command and is also a parameter of kinds that have such a row; a run that goes
/// on keeps its own.
std::vector<std::string> wordsOf(const CommandLine& line, const KindInfo& kind, bool goesOn) {
    std::vector<std::string> words = inFull(kind, line.words);
    const auto isDevice = [](const ParamSpec& row) { return row.id == "device"; };
    if (line.device.empty() || goesOn || std::none_of(kind.params.begin(), kind.params.end(), isDevice))
        return words;
    words.insert(words.end(), {"--device", line.device});
    return words;
}

Json entryJson(const CommandEntry& entry) {
    return {{"id", entry.name}, {"usage", entry.usage}, {"help", entry.help}};
}

/// With --json the same rows for other programs, one object a line.
ExitCode printOverview(const Catalog& catalog, Terminal& terminal) {
    if (!terminal.isJson) {
        terminal.out << overviewHelp(catalog);
        return ExitCode::Ok;
    }
    for (const KindInfo& kind : catalog.kinds) terminal.out << line(toJson(kind));
    for (const CommandEntry& entry : commandRegistry()) terminal.out << line(entryJson(entry));
    return ExitCode::Ok;
}

ExitCode runKind(const KindInfo& kind, const CommandLine& line, Context& context) {
    const std::string resumed = typedAfter(line.words, "resume");
    ParamValues before;
    if (!resumed.empty()) {
        const auto run =
            context.studio.runs().open(std::filesystem::absolute(resumed).lexically_normal().string());
        if (!run) return context.terminal.fail(run.error());
        before = run->recipe.values;
    }
    auto values = readOptions(kind.params, wordsOf(line, kind, !resumed.empty()), before);
    if (!values) return context.terminal.fail(values.error());
    if (line.asksHelp) return printKindHelp(kind, *values, context.terminal);
    findByName(kind, *values, context.studio.library());
    readTexts(kind, *values, context.terminal.in);
    const Recipe recipe{.kind = kind.id, .values = *values, .origin = {}};
    return runJob(context.studio, recipe, context.terminal, context.stop);
}

/// Commands with parameters of their own print more than this.
ExitCode runEntry(const CommandEntry& entry, const CommandLine& line, Context& context) {
    if (!line.asksHelp || entry.run == &runPlot) return entry.run(line, context);
    if (context.terminal.isJson) {
        context.terminal.out << cli::line(entryJson(entry));
        return ExitCode::Ok;
    }
    context.terminal.out << "limner-cli " << entry.usage << "\n"
                         << wrapped("", entry.help, context.terminal.columns()) << "\nFor every command\n"
                         << globalOptionsHelp();
    return ExitCode::Ok;
}

Error noSuchOption(const std::string& option) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "There is no option %1 here."), {option}},
            .hint = LIMNER_TR("core", "limner-cli --help lists them.")};
}

}  // namespace

const std::vector<CommandEntry>& commandRegistry() {
    static const std::vector<CommandEntry> rows{
        {"list", "list WHAT",
         "Lists models, datasets, kinds (of jobs), or the trained models that are shipped.", &runList},
        {"info", "info FILE|RUN", "Says what a picture, a weights file or a run is and how it was made.",
         &runInfo},
        {"verify", "verify RUN",
         "Checks the parts of a run: checkpoints against their hashes, all else for damage.", &runVerify},
        {"library", "library list|import FILE…|remove ID…|verify [ID…]",
         "The networks of others: what is here and what could be, taking in files, checking and removing "
         "them.",
         &runLibrary},
        {"plot", "plot --run RUN --out FILE", "Draws the scalars of a run as a PNG.", &runPlot},
    };
    return rows;
}

ExitCode runCommand(const CommandLine& line, Context& context) {
    const Catalog& catalog = context.studio.catalog();
    if (line.command.empty()) {
        if (!line.words.empty()) return context.terminal.fail(noSuchOption(line.words.front()));
        return printOverview(catalog, context.terminal);
    }
    if (const KindInfo* kind = catalog.kind(line.command); kind != nullptr)
        return runKind(*kind, line, context);
    for (const CommandEntry& entry : commandRegistry())
        if (entry.name == line.command) return runEntry(entry, line, context);
    return context.terminal.fail(unknownCommand(line.command, catalog));
}

ExitCode printKindHelp(const KindInfo& kind, const ParamValues& chosen, Terminal& terminal) {
    terminal.out << (terminal.isJson ? line(toJson(kind)) : kindHelp(kind, chosen, terminal.columns()));
    return ExitCode::Ok;
}

Result<std::string> onlyWord(const CommandLine& line, const std::string& expected) {
    if (line.words.size() == 1 && !line.words.front().starts_with("-")) return line.words.front();
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = {LIMNER_TR("core", "limner-cli %1 takes one word."), {line.command}},
                 .hint = {LIMNER_TR("core", "It is %1."), {expected}}};
}

}  // namespace limner::cli
