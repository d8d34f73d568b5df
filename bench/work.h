// What a row of the benchmark measures.
#pragma once

#include <memory>
#include <nlohmann/json.hpp>

namespace limner::bench {

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
};

/// Rows of Stylize: "neural" and "fast". Null for any other kind of work.
std::unique_ptr<Work> makeStyleWork(const nlohmann::json& row);

}  // namespace limner::bench
