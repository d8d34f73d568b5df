// Directions that a person found between two groups of points, and their text form in recipes. No tensors.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "latent.h"

namespace limner {

/// The mean of `b` minus the mean of `a` (Larsen et al. 2016). A step of 1 leads from the middle of one group
/// to the middle of the other.
/// Errors: InvalidArgument (a group is empty, points of different sizes, groups with the same middle).
Result<Latent> meanDifference(std::span<const Latent> a, std::span<const Latent> b);

/// The normal of the plane that logistic regression puts between the groups (a linear probe: Alain & Bengio
/// 2017; for latents Shen et al. 2020), with the squared length of the weights, halved, as the penalty and a
/// free intercept. It leaves out what differs by chance and does not help to tell them apart. As long as the
/// middles of the groups lie apart along it. Newton's method from zero: the same points give the same
/// numbers. Errors: those of meanDifference; InvalidArgument (no plane tells the groups apart).
Result<Latent> linearProbe(std::span<const Latent> a, std::span<const Latent> b);

/// How far to go along a direction that is given by its numbers.
struct Attribute {
    double distance = 0;
    Latent direction = {};
    friend bool operator==(const Attribute&, const Attribute&) = default;
};

/// "1.5*0.25,-1;-0.3*0,2": distances of 0 are left out; reads back to the same bits.
std::string attributesText(std::span<const Attribute> attributes);
/// The same with those of 0, so that each keeps its number: the base of a sweep over them.
std::string numberedAttributesText(std::span<const Attribute> attributes);
/// An empty text is none. Errors: InvalidArgument (not DISTANCE*NUMBERS between semicolons).
Result<std::vector<Attribute>> attributesOfText(std::string_view text);

}  // namespace limner
