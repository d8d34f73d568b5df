// The networks that a recipe names: by the id that the library gave them, by a file, or by the run that
// trains them.
#pragma once

#include <filesystem>
#include <string>

#include "core/types/param.h"

namespace limner::style {

/// Names every network that the values ask for: an empty row gets the id of the first one of the library that
/// fits, and a file that lies in the library its id. What is not there stays as it was given.
/// @param values  complete, of a table with "network", or with "features" and "features_file"; others stay
ParamValues withNamedNetworks(ParamValues values, const std::filesystem::path& project);

/// A path that exists, from here on independent of where the program was started; anything else as it is.
ParamValues withWholePaths(ParamValues values);

/// The file of a network. @param named  an id of the library, a file, or the folder of a run, whose newest
/// checkpoint counts; not empty. Errors: NotFound.
Result<std::filesystem::path> networkFile(const std::string& named, const std::filesystem::path& project);

}  // namespace limner::style
