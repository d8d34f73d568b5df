// A look at a text before training.
#pragma once

#include "core/types/studio.h"

namespace limner::writing {

/// Answers the live request "preview-data" of a text: its beginning as one token of `writing`, and the
/// numbers "characters", "lines". @param trainValues  of the train form; missing ones count as standard
/// Errors: those of language::openText.
Result<LivePicture> previewText(const ParamValues& trainValues);

}  // namespace limner::writing
