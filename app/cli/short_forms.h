// What a person may type instead of a parameter in full: other names for it, a model by its name in the
// library, a text from standard input.
#pragma once

#include <istream>
#include <string>
#include <vector>

#include "core/types/catalog.h"
#include "core/types/model_library.h"

namespace limner::cli {

/// "--greedy" → "--decoding greedy", "--model X" → "--run X" where the kind has no parameter of that name.
std::vector<std::string> inFull(const KindInfo& kind, std::vector<std::string> words);

/// A run that is no path but the id of a model or a network of the library becomes the path of its file.
void findByName(const KindInfo& kind, ParamValues& values, const ModelLibrary& library);

/// A text parameter given as "-" becomes what `input` holds, to its end.
void readTexts(const KindInfo& kind, ParamValues& values, std::istream& input);

}  // namespace limner::cli
