// The commands of limner-cli: its own few, and every kind of job of the catalog.
#pragma once

#include <string>
#include <vector>

#include "command_line.h"
#include "stop_requests.h"
#include "terminal.h"

namespace limner::cli {

struct Context {
    Studio& studio;
    const Host& host;
    Terminal& terminal;
    StopRequests& stop;
};

struct CommandEntry {
    std::string name;
    std::string usage;
    std::string help;
    ExitCode (*run)(const CommandLine& line, Context& context);
};

/// The commands that are no jobs.
const std::vector<CommandEntry>& commandRegistry();

/// Runs whichever command the line asks for.
ExitCode runCommand(const CommandLine& line, Context& context);

/// The parameters of a kind, as text or, with --json, as an object.
ExitCode printKindHelp(const KindInfo& kind, const ParamValues& chosen, Terminal& terminal);

ExitCode runList(const CommandLine& line, Context& context);
ExitCode runInfo(const CommandLine& line, Context& context);
ExitCode runVerify(const CommandLine& line, Context& context);
ExitCode runLibrary(const CommandLine& line, Context& context);
ExitCode runPlot(const CommandLine& line, Context& context);

/// The only word of a command; errors: InvalidArgument, saying what is expected ("a run folder").
Result<std::string> onlyWord(const CommandLine& line, const std::string& expected);

}  // namespace limner::cli
