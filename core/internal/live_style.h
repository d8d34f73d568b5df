// What the live lane answers for Stylize: what a channel of a feature network likes, and fast style at once.
#pragma once

#include <memory>

#include "core/internal/job_context.h"

namespace limner::style {

/// Sides of what is answered, in pixels.
inline constexpr int kChannelSide = 64;
inline constexpr int kPreviewSide = 256;

/// Of the live lane's own thread. Keeps the network and the pictures of the last answer.
class LiveStyle {
public:
    LiveStyle();
    ~LiveStyle();

    /// What one channel of a layer likes: one tile of kChannelSide. Made once for each network and kept in
    /// the project's cache/channels under the hash of its weights.
    /// @param given  rows of "dream": "features", "features_file", "layer", "channel" (>= 0)
    /// Errors: those of loadFeatures, InvalidArgument.
    Result<LivePicture> channel(const ParamValues& given, JobContext& context);

    /// The content in a fast style, its longest side at most kPreviewSide. Painted once for each content and
    /// network: another strength, which is an exact blend, takes milliseconds.
    /// @param given  of "stylize"; "size" does not count. Errors: those of the pictures and of the network.
    Result<LivePicture> fast(const ParamValues& given, JobContext& context);

private:
    struct Kept;
    std::unique_ptr<Kept> m_kept;
};

}  // namespace limner::style
