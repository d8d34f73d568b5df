#include "number_scale.h"

#include <algorithm>
#include <cmath>

namespace limner::widgets {
namespace {

constexpr double kZeroShare = 0.05;  ///< of a log range that begins at 0
constexpr double kAimable = 1e7;     ///< beyond this a linear range is typed (seeds), not aimed at

bool isLog(const ParamSpec& spec) {
    return spec.range.scale == Scale::Log && spec.range.high > 0;
}
bool isWhole(const ParamSpec& spec) {
    return spec.kind == ParamKind::Integer;
}

/// The smallest value above zero that a log range tells apart.
double logLow(const ParamSpec& spec) {
    if (spec.range.low > 0) return spec.range.low;
    if (spec.range.step > 0) return spec.range.step;
    return isWhole(spec) ? 1.0 : spec.range.high * 1e-6;
}

double zeroShare(const ParamSpec& spec) {
    return spec.range.low > 0 ? 0.0 : kZeroShare;
}

double clamped(const ParamSpec& spec, double value) {
    return std::clamp(value, spec.range.low, spec.range.high);
}

double roundedTo(double value, double unit) {
    // Dividing by 1/unit keeps decimal fractions exact: 3 / 10 is 0.3, 3 * 0.1 is not.
    if (unit < 1) {
        const double parts = std::round(1 / unit);
        return std::round(value * parts) / parts;
    }
    return std::round(value / unit) * unit;
}

/// To this many significant digits.
double significant(double value, int digits) {
    if (value == 0) return 0;
    const double exponent = std::floor(std::log10(std::abs(value))) - (digits - 1);
    return roundedTo(value, std::pow(10.0, exponent));
}

/// 1, 2 or 5 times a power of ten, at most `length`.
double niceBelow(double length) {
    const double decade = std::pow(10.0, std::floor(std::log10(length)));
    for (const double factor : {5.0, 2.0})
        if (factor * decade <= length * (1 + 1e-9)) return factor * decade;
    return decade;
}

double linearStep(const ParamSpec& spec) {
    if (spec.range.step > 0) return spec.range.step;
    return isWhole(spec) ? 1.0 : niceBelow((spec.range.high - spec.range.low) / 100);
}

/// A tenth of the leading digit's place: 2e-4 goes to 2.1e-4. Going down, an exact power of ten counts as the
/// decade below it, so that up and down are inverse.
double logStep(double value, bool down) {
    const double exponent = std::log10(value);
    double decade = std::floor(exponent + 1e-9);
    if (down && std::abs(exponent - decade) < 1e-9) decade -= 1;
    return std::pow(10.0, decade - 1);
}

}  // namespace

bool hasSlider(const ParamSpec& spec) {
    if (spec.kind != ParamKind::Integer && spec.kind != ParamKind::Real) return false;
    const double length = spec.range.high - spec.range.low;
    return std::isfinite(length) && length > 0 && (isLog(spec) || length <= kAimable);
}

bool isCentred(const ParamSpec& spec) {
    return spec.range.low < 0 && spec.range.high > 0;
}

double positionOf(const ParamSpec& spec, double value) {
    const double v = clamped(spec, value);
    const double length = spec.range.high - spec.range.low;
    if (length <= 0) return 0;
    if (!isLog(spec)) return (v - spec.range.low) / length;
    const double low = logLow(spec);
    if (v < low) return 0;
    const double share = zeroShare(spec);
    return share + (1 - share) * std::log(v / low) / std::log(spec.range.high / low);
}

double valueAt(const ParamSpec& spec, double position) {
    const double p = std::clamp(position, 0.0, 1.0);
    if (p == 0) return spec.range.low;
    if (p == 1) return spec.range.high;
    if (!isLog(spec)) {
        const double raw = spec.range.low + p * (spec.range.high - spec.range.low);
        return clamped(spec, roundedTo(raw, linearStep(spec)));
    }
    const double share = zeroShare(spec);
    if (p < share) return p < share / 2 ? spec.range.low : logLow(spec);
    const double low = logLow(spec);
    const double raw = low * std::pow(spec.range.high / low, (p - share) / (1 - share));
    return clamped(spec, isWhole(spec) ? std::round(significant(raw, 2)) : significant(raw, 2));
}

double stepped(const ParamSpec& spec, double value, double steps) {
    if (isWhole(spec)) {
        const double unit = std::max(1.0, spec.range.step);
        const double moved = steps * unit;
        return clamped(spec, value + (std::abs(moved) < 1 ? std::copysign(1.0, moved) : std::round(moved)));
    }
    if (!isLog(spec) || spec.range.step > 0)
        return clamped(spec, roundedTo(value + steps * linearStep(spec),
                                       linearStep(spec) * std::min(1.0, std::abs(steps))));
    if (value < logLow(spec)) return steps > 0 ? logLow(spec) : clamped(spec, 0);
    const double unit = logStep(value, steps < 0);
    double next = value + steps * unit;
    if (next <= 0) next = value / 10;
    return clamped(spec, next < logLow(spec) && spec.range.low <= 0 ? 0 : significant(next, 4));
}

double numberOf(const ParamValue& value) {
    if (const auto* whole = std::get_if<int64_t>(&value)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&value)) return *real;
    return 0;
}

ParamValue valueOf(const ParamSpec& spec, double number) {
    if (isWhole(spec)) return static_cast<int64_t>(std::llround(number));
    return number;
}

}  // namespace limner::widgets
