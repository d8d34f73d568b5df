// Time lines as JSON text: {"schema":1,"seconds":10,"rate":30,"loop":true,"path":"spherical","keys":[
// {"at":0,"ease":"ease","place":{"seed":41207,"truncation":0.8}}]}
#pragma once

#include <string>
#include <string_view>

#include "core/types/timeline.h"

namespace limner::io {

inline constexpr int kTimelineSchema = 1;

/// One line. Reals are written so that they read back to the same bits.
std::string toJson(const Timeline& timeline);

/// What is left out is standard, but for "schema" and "keys"; the result passes checkTimeline. Places are
/// taken as they are.
/// Errors: InvalidArgument (no JSON, a wrong type, an unknown name with the nearest, and all of
/// checkTimeline), Mismatch (a newer schema). Each is one sentence with a hint.
Result<Timeline> timelineFromJson(std::string_view json);

}  // namespace limner::io
