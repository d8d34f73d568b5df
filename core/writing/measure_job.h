// A job that ends in numbers: what perplexity, scores and cutting into tokens have in common.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "core/engine/job.h"
#include "core/types/recipe.h"
#include "core/types/writing.h"

namespace limner::writing {

/// What is being measured. One object a kind.
class Measure {
public:
    virtual ~Measure() = default;
    /// Bounded work. @return whether there is more to do
    virtual Result<bool> step() = 0;
    virtual double done() const = 0;
    virtual double total() const = 0;
    virtual std::string unit() const = 0;
    /// What is known so far.
    virtual std::vector<std::pair<std::string, double>> numbers() const = 0;
    virtual std::shared_ptr<const Writing> writing() const { return nullptr; }
};

std::unique_ptr<engine::Job> makeMeasureJob(Recipe recipe, std::unique_ptr<Measure> measure);

}  // namespace limner::writing
