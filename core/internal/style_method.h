// One way to make a picture from a content picture and styles. One row each in core/style/methods.cpp; adding
// a method is one file and one row. The job around it (core/style/stylize_job) opens, resizes, keeps colours
// and region, shows and writes.
#pragma once

#include "core/internal/torch.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/internal/job_context.h"
#include "core/types/job.h"
#include "core/types/param.h"

namespace limner::style {

/// Of the row "strength": where each method is as it was published.
inline constexpr double kStandardStrength = 0.7;

/// RGB, float32 [3, H, W] from 0 to 1, on the CPU.
using Picture = torch::Tensor;

struct StylePicture {
    Picture picture;    ///< its longest side is between half of and the whole longest side of the result
    double weight = 1;  ///< 0 to 1; those that are 0 are left out by the job
};

struct StyleInput {
    Picture content = {};  ///< already of the size of the result; undefined where none was given
    int64_t height = 0;    ///< of the result
    int64_t width = 0;
    std::vector<StylePicture> styles = {};
    Picture start = {};       ///< a former result to go on from, of the size of the result; mostly undefined
    ParamValues values = {};  ///< complete, of the table of "stylize"
    uint64_t seed = 0;
    /// Says something the person should know while the work goes on. Never empty.
    std::function<void(Message)> warn = [](const Message&) {};
};

/// Used on the work lane alone.
class StyleMethod {
public:
    virtual ~StyleMethod() = default;
    /// Bounded work: about a third of a second at most at 512 px, since a stop waits for it.
    /// Errors end the job with the last picture written. NaN and infinity are noticed by the job.
    virtual Result<void> step() = 0;
    virtual bool isDone() const = 0;
    /// The current picture at the full size of the result; another tensor after each step that changed it
    /// (never written into again). Undefined before the first.
    virtual const Picture& picture() const = 0;
    virtual int64_t stepsDone() const = 0;
    virtual int64_t stepsTotal() const = 0;
    /// Names of the numbers of a step for the plot ("loss"), and their values after it. May be none.
    virtual std::vector<std::string> scalarNames() const { return {}; }
    virtual std::vector<double> scalars() const { return {}; }
    /// Where it is in its own words: "level 2 of 3"; may be empty.
    virtual Message place() const { return {}; }
    /// A row of `rows` that may change while running.
    virtual Result<void> edit(const ParamEdit&) { return {}; }
    /// SHA-256 of the weights it works with; empty for none.
    virtual std::string modelHash() const { return {}; }
};

struct StyleMethodEntry {
    std::string id = {};
    std::string label = {};
    std::string help = {};
    bool needsContent = true;  ///< else `content` may be undefined
    bool needsStyle = true;    ///< else `styles` may be empty
    /// Whether any size can be done at once; the job cuts larger pictures than "tile" up for all others.
    bool tilesItself = false;
    /// The rows that choosing it brings.
    ParamTable (*rows)() = nullptr;
    /// Errors: those of its weights and values.
    Result<std::unique_ptr<StyleMethod>> (*make)(const StyleInput& input, JobContext& context) = nullptr;
};

/// Order is the order in the menu.
const std::vector<StyleMethodEntry>& styleMethodRegistry();
/// Null if there is no such method.
const StyleMethodEntry* findStyleMethod(std::string_view id);

}  // namespace limner::style
