#include "command_line.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <memory>
#include <string_view>

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
    shell
        ->add_option(
            "--threads", line.studio.threads,
            "Threads to compute with; 0 takes all cores. One is faster where other programs need them too.")
        ->option_text("COUNT")
        ->check(CLI::Range(0, kMostThreads));
    shell->add_flag("--json", line.isJson, "Prints JSON for other programs, one object a line.");
    shell->add_flag("--help,-h", line.asksHelp, "Prints this, or the parameters of a command.");
    shell->add_flag("--version", line.asksVersion, "Prints the version.");
    return shell;
}

/// Whether the machine has it is for the core to say.
bool isDeviceName(const std::string& name) {
    if (name.empty() || name == "auto" || name == "cpu" || name == "cuda") return true;
    constexpr std::string_view numbered = "cuda:";
    return name.starts_with(numbered) && name.size() > numbered.size() &&
           name.find_first_not_of("0123456789", numbered.size()) == std::string::npos;
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
    if (!isDeviceName(line.device)) {
        return Error{.code = ErrorCode::InvalidArgument,
                     .message = {LIMNER_TR("core", "There is no device named %1."), {line.device}},
                     .hint = LIMNER_TR("core", "Choose auto, cpu, cuda or cuda:1.")};
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
        const std::string& placeholder =
            option->get_option_text().empty() ? option->get_type_name() : option->get_option_text();
        if (!placeholder.empty()) names += " " + placeholder;
        names.resize(std::max<size_t>(names.size() + 2, 22), ' ');
        help += "  " + names + option->get_description() + "\n";
    }
    return help;
}

}  // namespace limner::cli
