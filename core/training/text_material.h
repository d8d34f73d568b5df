// A text as the data of a run: its tokenizer, and the rows of the train table that choose it.
#pragma once

#include "core/language/tokenizer.h"
#include "core/types/param.h"

namespace limner::training {

/// The choices of "data" that are texts, each with the rows of its source, those that cut it into tokens, and
/// the shares that are set aside.
std::vector<Choice> textChoices();

}  // namespace limner::training
