// Latent points as plain numbers, their text form in recipes, and the ways between them. No tensors.
#pragma once

#include <array>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "result.h"

namespace limner {

using Latent = std::vector<float>;

/// "0.25,-1.5,…": reads back to the same bits.
std::string latentText(std::span<const float> latent);
/// An empty text is an empty point. Errors: InvalidArgument (not finite numbers between commas).
Result<Latent> latentOfText(std::string_view text);

/// How far to go along each of several directions: number of the direction, from 1 → distance. Zero distances
/// are left out of the text.
using Offsets = std::map<int, double>;
/// "1:-1.21,4:0.94"
std::string offsetsText(const Offsets& offsets);
/// Errors: InvalidArgument (not NUMBER:DISTANCE between commas, a number below 1 or given twice, a distance
/// that is not finite).
Result<Offsets> offsetsOfText(std::string_view text);

/// Between two points, t = 0 gives `a`, t = 1 gives `b`. @pre equal sizes
Latent lerp(const Latent& a, const Latent& b, double t);
/// Along the great arc between the two directions while the length goes from one to the other (Shoemake 1985;
/// White 2016 for latents). Points that are nearly parallel, or a zero, are interpolated linearly.
Latent slerp(const Latent& a, const Latent& b, double t);
/// Between `b` (t = 0) and `c` (t = 1) on the Catmull-Rom spline through four points (Catmull & Rom 1974).
Latent catmullRom(const Latent& a, const Latent& b, const Latent& c, const Latent& d, double t);

/// The sum of weighted points. @pre as many weights as points, at least one, equal sizes
Latent weighted(std::span<const Latent> points, std::span<const double> weights);
/// Weights of four corners, in the order top left, top right, bottom left, bottom right, for a place in the
/// unit square, x to the right, y down.
std::array<double, 4> bilinearWeights(double x, double y);
/// Weights of three corners of the triangle top, bottom left, bottom right that fills the unit square's
/// width; a place outside is moved to the nearest edge.
std::array<double, 3> barycentricWeights(double x, double y);

}  // namespace limner
