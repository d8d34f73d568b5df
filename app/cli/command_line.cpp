#include "command_line.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>

namespace limner::cli {
namespace {

constexpr int kMostThreads = 1024;

/// What CLI11 does not know stays, in order, in `remaining()`: the parameters of a kind are read from its
/// table.
std::unique_ptr<CLI::App> makeShell(CommandLine& line) {
    auto shell = std::make_unique<CLI::App>();
    shell->set_help_flag();
    shell->allow_extras();
    shell->add_option("--project", line.studio.projectFolder, "The folder that new runs go to.")
        ->type_name("FOLDER");
    shell->add_option("--device", line.device, "What to compute on: auto, cpu, cuda or cuda:1.")
        ->type_name("NAME");
    shell->add_option("--threads", line.studio.threads, "Threads to compute with; 0 takes all cores.")
        ->type_name("COUNT")
        ->check(CLI::Range(0, kMostThreads));
    shell->add_flag("--json", line.isJson, "Prints JSON for other programs, one object a line.");
    shell->add_flag("--help,-h", line.asksHelp, "Prints this, or the parameters of a command.");
    shell->add_flag("--version", line.asksVersion, "Prints the version.");
    return shell;
}

}  // namespace

Result<CommandLine> readCommandLine(int argc, const char* const* argv) {
    CommandLine line;
    const auto shell = makeShell(line);
    try {
        shell->parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return Error{.code = ErrorCode::InvalidArgument, .message = std::string(error.what()) + "."};
    }
    if (!line.device.empty()) line.studio.device = line.device;
    line.words = shell->remaining();
    if (!line.words.empty() && !line.words.front().starts_with("-")) {
        line.command = line.words.front();
        line.words.erase(line.words.begin());
    }
    return line;
}

std::string globalOptionsHelp() {
    CommandLine ignored;
    const auto shell = makeShell(ignored);
    std::string help;
    for (const CLI::Option* option : shell->get_options()) {
        std::string names = option->get_name(false, true);
        if (!option->get_type_name().empty()) names += " " + option->get_type_name();
        names.resize(std::max<size_t>(names.size() + 2, 22), ' ');
        help += "  " + names + option->get_description() + "\n";
    }
    return help;
}

}  // namespace limner::cli
