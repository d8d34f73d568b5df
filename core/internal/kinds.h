// Every kind of job. One row each in core/generation/kinds.cpp; adding a kind is adding a row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/engine/job.h"
#include "core/internal/job_context.h"
#include "core/types/param.h"
#include "core/types/recipe.h"

namespace limner::generation {

/// How the jobs of a kind go.
enum class Course {
    Whole,  ///< what they make is there at the end
    Saves,  ///< they write something whenever they are asked to save
    Brief,  ///< they take seconds and go between two steps of a longer one
};

struct KindEntry {
    std::string id;
    std::string label;
    std::string help;
    const ParamTable& (*params)();
    /// Checks the values that were given and returns those that the job starts with. Reads small files at
    /// most.
    Result<ParamValues> (*prepare)(const ParamValues& given);
    /// What the job is called while it waits.
    std::string (*title)(const ParamValues& values);
    /// Makes the job, on the work lane.
    Result<std::unique_ptr<engine::Job>> (*make)(const Recipe& recipe, JobContext& context, JobId id,
                                                 const engine::Announce& announce);
    Course course = Course::Whole;
};

/// Order is the order in menus and help.
const std::vector<KindEntry>& kindRegistry();
/// Null if there is no such kind.
const KindEntry* findKind(std::string_view id);

/// The entry's `prepare`, and no file of the person's own is in the way: see checkReplacing. What was allowed
/// to be overwritten is no part of what is made.
Result<ParamValues> prepared(const KindEntry& kind, const ParamValues& given);

}  // namespace limner::generation
