// What a row of the benchmark measures.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>

namespace limner::bench {

/// What has to come from memory.
struct Traffic {
    int64_t bufferBytes = 0;  ///< of the memory that is gone through again and again
    int64_t bytes = 0;        ///< of one step, picture or text
};

class Work {
public:
    virtual ~Work() = default;
    /// Named numbers of the first steps, which the peer must have too. Called first.
    virtual nlohmann::json gate() = 0;
    virtual void prepare() {}
    virtual void once() = 0;
    virtual int64_t parameters() const = 0;
    /// Whether an optimizer goes over the parameters.
    virtual bool learns() const = 0;
    /// Of Adam: weight, gradient, two means read; weight and two means written.
    virtual Traffic traffic() const {
        constexpr int64_t kAdamBytes = 28;
        const int64_t bytes = parameters() * kAdamBytes;
        return {.bufferBytes = bytes, .bytes = learns() ? bytes : 0};
    }
};

/// Rows of Stylize: "neural" and "fast". Null for any other kind of work.
std::unique_ptr<Work> makeStyleWork(const nlohmann::json& row);
/// Rows of Write: "text-step", "continue" and "sample". Null for any other kind of work.
std::unique_ptr<Work> makeTextWork(const nlohmann::json& row);

}  // namespace limner::bench
