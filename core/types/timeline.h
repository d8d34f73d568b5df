// Keyframes in latent space: where the picture is at each moment. A frame depends on nothing but its time.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "latent.h"
#include "param.h"

namespace limner {

/// How a segment moves from its key to the next: by the share of the segment's time that has passed.
enum class Ease { Linear, InOut, In, Out, Hold };
/// The way between the latents of two keys.
enum class Path { Linear, Spherical, Spline };

/// "linear", "ease", "ease-in", "ease-out", "hold"; used in files.
const char* name(Ease ease);
/// "linear", "spherical", "spline"; used in files.
const char* name(Path path);
/// Errors: InvalidArgument (names the nearest).
Result<Ease> easeOfName(std::string_view name);
Result<Path> pathOfName(std::string_view name);

struct Key {
    double second = 0;
    Ease ease = Ease::InOut;  ///< of the segment that starts here
    ParamValues place = {};  ///< seed, truncation, point, directions, dimensions: as in the table of "sample"
};

struct Timeline {
    double seconds = 10;  ///< of the whole
    int rateHz = 30;      ///< frames a second
    bool isLoop = false;  ///< after the last key the first one follows again at the end
    Path path = Path::Spherical;
    std::vector<Key> keys = {};  ///< in order of time
};

/// Frames of the whole: seconds × rate, rounded, at least 1. The frame after the last would be the first of
/// the next round.
int64_t frameCount(const Timeline& timeline);
/// The time of a frame in seconds. Pure.
double frameSecond(const Timeline& timeline, int64_t frame);

/// Errors: InvalidArgument: fewer than two keys, keys out of order or outside of the time line, two at one
/// time, a length outside 0.1 to 3600 s, a rate outside 1 to 120, each in one sentence with a hint.
Result<void> checkTimeline(const Timeline& timeline);

/// The share of a segment that is done after the share `t` of its time; both 0 to 1.
double eased(Ease ease, double t);

/// The latent at a moment. Before the first key it is that of the first; after the last, that of the last, or
/// the way back to the first where it loops. Splines run through all keys, round and round where it loops.
/// @pre checkTimeline; `keyLatents` holds the latent of each key, equal sizes
Latent latentAt(const Timeline& timeline, const std::vector<Latent>& keyLatents, double second);

}  // namespace limner
