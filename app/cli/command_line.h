// The outer shell of the command line: the options that every command has, and the command with its words.
#pragma once

#include <string>
#include <vector>

#include "core/types/studio.h"

namespace limner::cli {

struct CommandLine {
    StudioOptions studio;
    bool isJson = false;
    bool asksHelp = false;
    bool asksVersion = false;
    std::string device;              ///< as given; empty if not. Also a parameter of some kinds of jobs
    std::string command;             ///< the first word; empty if there is none
    std::vector<std::string> words;  ///< all that follows, without the options of every command
};

/// Errors: InvalidArgument.
Result<CommandLine> readCommandLine(int argc, const char* const* argv);

/// The options of every command, for `--help`.
std::string globalOptionsHelp();

}  // namespace limner::cli
