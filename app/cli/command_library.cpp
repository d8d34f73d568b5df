// limner-cli library list|import|remove|verify: the networks of others that the project has, and those to be
// had.
#include <algorithm>
#include <filesystem>

#include "commands.h"
#include "job_runner.h"
#include "json_text.h"
#include "option_help.h"

namespace limner::cli {
namespace {

using Words = std::vector<std::string>;

std::string megabytes(uint64_t bytes) {
    const uint64_t tenths = (bytes + 50'000) / 100'000;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

Json networkJson(const LibraryNetwork& network) {
    return {{"id", network.id},
            {"kind", name(network.kind)},
            {"architecture", network.architecture},
            {"title", network.title},
            {"licence", network.licence},
            {"address", network.address},
            {"bytes", network.sizeBytes},
            {"published_sha256", network.publishedHash},
            {"file", network.file},
            {"source", network.source},
            {"source_sha256", network.sourceHash}};
}

std::string describe(const LibraryNetwork& network) {
    const std::string licence = network.licence.empty() ? "licence unknown" : network.licence;
    std::string text =
        network.title + ", " + name(network.kind) + ", " + megabytes(network.sizeBytes) + ", " + licence;
    if (network.isHere())
        return text + ", from " + network.source + (network.isAsPublished() ? " as published" : "");
    return text + " [not here: fetch " + network.address + ", then limner-cli library import FILE]";
}

ExitCode listNetworks(const Words&, Context& context) {
    const auto networks = context.studio.library().networks();
    size_t widest = 0;
    for (const LibraryNetwork& network : networks) widest = std::max(widest, network.id.size());
    for (const LibraryNetwork& network : networks) {
        if (context.terminal.isJson) {
            context.terminal.out << line(networkJson(network));
            continue;
        }
        std::string start = network.id;
        start.resize(widest + 2, ' ');
        context.terminal.out << wrapped(start, describe(network), context.terminal.columns());
    }
    return ExitCode::Ok;
}

ExitCode importFiles(const Words& files, Context& context) {
    ExitCode code = ExitCode::Ok;
    for (const std::string& file : files) {
        const std::string path = std::filesystem::absolute(file).lexically_normal().string();
        const ExitCode each =
            runJob(context.studio, {.kind = "import", .values = {{"file", path}}, .origin = {}},
                   context.terminal, context.stop);
        if (each != ExitCode::Ok) code = each;
    }
    return code;
}

ExitCode removeNetworks(const Words& ids, Context& context) {
    for (const std::string& id : ids) {
        const auto removed = context.studio.library().remove(id);
        if (!removed) return context.terminal.fail(removed.error());
    }
    return ExitCode::Ok;
}

/// Without a word: all that are here.
ExitCode verifyNetworks(const Words& given, Context& context) {
    Words ids = given;
    if (ids.empty())
        for (const LibraryNetwork& network : context.studio.library().networks())
            if (network.isHere()) ids.push_back(network.id);
    ExitCode code = ExitCode::Ok;
    for (const std::string& id : ids) {
        const auto checked = context.studio.library().verify(id);
        if (!checked) code = ExitCode::Failed;
        if (context.terminal.isJson) {
            Json json{{"id", id}, {"good", checked.ok()}};
            if (!checked) json["error"] = toJson(checked.error());
            context.terminal.out << line(json);
        } else {
            context.terminal.out << (checked ? "good  " + id : "BAD   " + id + ": " + checked.error().text())
                                 << "\n";
        }
    }
    return code;
}

struct Action {
    std::string name;
    size_t leastWords;
    ExitCode (*run)(const Words& words, Context& context);
};

const std::vector<Action>& actions() {
    static const std::vector<Action> rows{{"list", 0, &listNetworks},
                                          {"import", 1, &importFiles},
                                          {"remove", 1, &removeNetworks},
                                          {"verify", 0, &verifyNetworks}};
    return rows;
}

}  // namespace

ExitCode runLibrary(const CommandLine& line, Context& context) {
    const std::string wanted = line.words.empty() ? std::string() : line.words.front();
    const auto action = std::ranges::find(actions(), wanted, &Action::name);
    const bool hasOption =
        std::ranges::any_of(line.words, [](const std::string& word) { return word.starts_with("-"); });
    if (action == actions().end() || hasOption || line.words.size() < 1 + action->leastWords)
        return context.terminal.fail(
            {.code = ErrorCode::InvalidArgument,
             .message = LIMNER_TR("core",
                                  "limner-cli library takes list, import FILE…, remove ID… or verify [ID…]."),
             .hint = LIMNER_TR("core", "Title and licence are given with limner-cli import --file FILE.")});
    return action->run({line.words.begin() + 1, line.words.end()}, context);
}

}  // namespace limner::cli
