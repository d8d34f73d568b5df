// Perplexity: how expected a text is to a model.
#pragma once

#include "core/internal/kinds.h"

namespace limner::writing {

Result<ParamValues> preparePerplexity(const ParamValues& given);

/// Numbers: "perplexity" (exp of the mean negative log-probability of a token, natural), "tokens",
/// "bits_per_character". Of a model that looks back on so many tokens only, each token is judged after at
/// least half as many, as far as the text has them.
Result<std::unique_ptr<engine::Job>> startPerplexity(const Recipe& recipe, JobContext& context, JobId id,
                                                     const engine::Announce& announce);

}  // namespace limner::writing
