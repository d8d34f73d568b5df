// Models that were opened by what a recipe says of them, kept for as long as they are likely to be asked for.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include "core/internal/directions.h"
#include "core/internal/trained_model.h"

namespace limner::generation {

/// A model and what is found out about it when it is first asked.
class OpenedModel {
public:
    explicit OpenedModel(TrainedModel trained) : m_trained(std::move(trained)) {}
    const TrainedModel& trained() const { return m_trained; }
    models::PictureModel& model() const { return m_trained.pictures(); }
    const Directions& directions();

private:
    TrainedModel m_trained;
    std::optional<Directions> m_directions;
};

/// Names the weights that the values of `trainedRows` ask for, as their files are now. @pre complete
std::string weightsKey(const ParamValues& values);

/// Names what the values of `trainedRows` ask for, whatever becomes of the files. @pre complete
std::string chosenKey(const ParamValues& values);

/// Of one thread.
class OpenedModels {
public:
    /// @param key  models with the same one are the same. With `weightsKey` a run whose newest checkpoint is
    ///             asked for, and a file, are opened again once they have changed; with `chosenKey` they
    ///             stay.
    explicit OpenedModels(std::string (*key)(const ParamValues&)) : m_key(key) {}
    OpenedModels() : OpenedModels(&weightsKey) {}

    /// Opens what `loadTrained` loads, or gives what is open. Errors: those of loadTrained.
    Result<std::shared_ptr<OpenedModel>> open(const ParamValues& values);

private:
    static constexpr size_t kKept = 4;  // of every model the weights stay in memory

    std::string (*m_key)(const ParamValues&);

    struct Entry {
        std::string key;
        std::shared_ptr<OpenedModel> model;
    };
    std::list<Entry> m_entries;  // the last one asked for first
};

}  // namespace limner::generation
