// The ways to continue a text, one row each: every step adds what is certain.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "core/internal/open_language.h"
#include "core/internal/reading.h"
#include "core/types/param.h"
#include "core/types/writing.h"

namespace limner::writing {

/// What a step of writing led to.
struct Written {
    std::vector<Token> tokens = {};  ///< one more, or all of them at once at the end of a beam search
    bool isEnd = false;              ///< the model says that the text ends here
};

class Continuation {
public:
    virtual ~Continuation() = default;
    /// Bounded work. @param values  in force now
    /// Errors: NotFinite.
    virtual Result<Written> step(const ParamValues& values) = 0;
    /// How far it has come, in tokens.
    virtual int64_t done() const = 0;
    /// The mean log-probability of these tokens, were they to follow now; nothing where that cannot be said.
    virtual std::optional<double> expects(std::span<const int32_t> /*tokens*/) { return std::nullopt; }
};

struct ContinuationEntry {
    std::string id;  ///< of the choice of "decoding"
    std::unique_ptr<Continuation> (*make)(std::shared_ptr<OpenedLanguage> opened, PromptTokens prompt,
                                          const ParamValues& values);
};

/// Order is that of the choices of "decoding".
const std::vector<ContinuationEntry>& continuationRegistry();

/// The rows of the table, one function for each file beside this one.
ContinuationEntry sampledContinuation();
ContinuationEntry greedyContinuation();
ContinuationEntry beamContinuation();

}  // namespace limner::writing
