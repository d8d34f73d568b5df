// The `--help` of a kind of job, written from its parameter table.
#pragma once

#include <string>

#include "core/types/catalog.h"

namespace limner::cli {

/// All rows in force for `chosen`, by group: option, help, range, standard value, unit, and the choices with
/// theirs.
/// @param columns  width of the terminal in characters, >= 40
std::string kindHelp(const KindInfo& kind, const ParamValues& chosen, int columns);

/// The commands, the kinds of jobs and the options of every command.
std::string overviewHelp(const Catalog& catalog);

/// `start` and then `text`, broken at spaces of `text` into lines of at most `columns` characters; each line
/// after the first is indented as far as `start` is wide.
std::string wrapped(const std::string& start, const std::string& text, int columns);

}  // namespace limner::cli
