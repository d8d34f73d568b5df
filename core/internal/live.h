// What the live lane can answer. One row each in core/generation/live.cpp.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/internal/job_context.h"
#include "core/internal/live_style.h"
#include "core/internal/open_language.h"
#include "core/internal/opened_models.h"
#include "core/internal/weights_exchange.h"

namespace limner::generation {

/// Of the live lane's own thread.
struct LiveState {
    JobContext& context;
    OpenedModels opened = {};
    std::shared_ptr<const PublishedWeights> loaded = nullptr;  ///< whose weights their twin holds now
    models::Decoder loadedDecoder = {};                        ///< of these weights
    std::optional<Directions> loadedDirections = {};           ///< of these weights, once asked for
    std::shared_ptr<style::LiveStyle> style = std::make_shared<style::LiveStyle>();
    writing::OpenedLanguages languages = {};
};

struct LiveEntry {
    std::string what;  ///< LiveRequest::what
    Result<LivePicture> (*answer)(const LiveRequest& request, LiveState& state);
};

const std::vector<LiveEntry>& liveRegistry();

/// Finds the row and answers. Errors: InvalidArgument (no such row), and those of the row.
Result<LivePicture> answerLive(const LiveRequest& request, LiveState& state);

}  // namespace limner::generation
