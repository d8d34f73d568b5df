// Keeps the best validation score, and ends a run that has not found a better one for a while.
#pragma once

#include <cstdint>
#include <optional>

namespace limner::training {

/// Lower scores are better. All fields are part of a checkpoint.
struct EarlyStopping {
    std::optional<double> bestScore = std::nullopt;
    int64_t bestStep = 0;
    int64_t validationsWithoutGain = 0;

    /// Takes the score of one validation; returns whether it is the best so far.
    bool record(int64_t step, double score) {
        if (bestScore && !(score < *bestScore)) {
            ++validationsWithoutGain;
            return false;
        }
        bestScore = score;
        bestStep = step;
        validationsWithoutGain = 0;
        return true;
    }

    /// @param patience  validations without a gain that are allowed; 0 never ends
    bool isOver(int64_t patience) const { return patience > 0 && validationsWithoutGain >= patience; }
};

}  // namespace limner::training
