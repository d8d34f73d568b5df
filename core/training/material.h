// The data of a run, opened but not yet cut into batches. One row a domain in material.cpp.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/engine/job.h"
#include "core/internal/job_context.h"
#include "core/io/run_folder.h"
#include "feed.h"

namespace limner::training {

/// Where a new job stands among the parts of the program.
struct Place {
    JobContext& context;
    JobId id;
    const engine::Announce& announce;

    bool isStopAsked() const { return context.isStopAsked != nullptr && context.isStopAsked(id); }
    void warn(Message message) const {
        announce({.kind = EventKind::Warning, .message = std::move(message)});
    }
};

class Material {
public:
    virtual ~Material() = default;
    /// What the data says of the values: the size of a vocabulary.
    virtual ParamValues resolved() const { return {}; }
    /// Errors: InvalidArgument (there is too little of it, or the model learns from something else).
    virtual Result<std::unique_ptr<Feed>> feed(const models::Model& model, const ParamValues& values,
                                               const torch::Device& device) const = 0;
};

struct MaterialEntry {
    std::string domain;  ///< of the choice of "data"
    /// @param run  that goes on; without a folder for a fresh one
    Result<std::unique_ptr<Material>> (*open)(const ParamValues& values, const io::RunFolder& run,
                                              const Place& place);
};

const std::vector<MaterialEntry>& materialRegistry();

/// Opens what the values name. @pre `values` are complete, of the train table
Result<std::unique_ptr<Material>> openMaterial(const ParamValues& values, const io::RunFolder& run,
                                               const Place& place);

/// The rows of the table, one function for each file beside this one.
MaterialEntry pictureMaterial();
MaterialEntry textMaterial();

}  // namespace limner::training
