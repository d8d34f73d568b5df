#include "param_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <optional>

namespace limner {
namespace {

Error wrongValue(const ParamSpec& spec, const std::string& shown, Message hint) {
    return {.code = ErrorCode::InvalidArgument,
            .message = {LIMNER_TR("core", "%1 cannot be “%2”."), {spec.label, shown}},
            .hint = std::move(hint)};
}

Error wrongType(const ParamSpec& spec, const std::string& shown) {
    switch (spec.kind) {
        case ParamKind::Toggle:
            return wrongValue(spec, shown, LIMNER_TR("core", "It is on or off."));
        case ParamKind::Integer:
            return wrongValue(spec, shown,
                              {LIMNER_TR("core", "It is a whole number, %1."), {rangeText(spec)}});
        case ParamKind::Real:
            return wrongValue(spec, shown, {LIMNER_TR("core", "It is a number, %1."), {rangeText(spec)}});
        default:
            return wrongValue(spec, shown, LIMNER_TR("core", "It is a text."));
    }
}

Result<ParamValue> checkNumber(const ParamSpec& spec, double number) {
    if (std::isfinite(number) && number >= spec.range.low && number <= spec.range.high) {
        if (spec.kind == ParamKind::Integer) return ParamValue{static_cast<int64_t>(number)};
        return ParamValue{number};
    }
    return wrongValue(spec, formatValue(spec, number),
                      {LIMNER_TR("core", "The range is %1."), {rangeText(spec)}});
}

/// "cuda:1" names one of several that "cuda" stands for: where there is none, it is missing for the same
/// reason.
bool isMissingMember(const Choice& choice, const std::string& id) {
    return !choice.unavailable.isEmpty() && id.starts_with(choice.id + ":");
}

Result<ParamValue> checkChoice(const ParamSpec& spec, const std::string& id) {
    std::vector<std::string> known;
    for (const Choice& choice : spec.choices) {
        if (choice.id != id && !isMissingMember(choice, id)) {
            known.push_back(choice.id);
            continue;
        }
        if (choice.unavailable.isEmpty()) return ParamValue{id};
        return Error{
            .code = ErrorCode::NotFound,
            .message = {LIMNER_TR("core", "%1 “%2” is not available here."), {spec.label, choice.label}},
            .hint = choice.unavailable};
    }
    const std::string near = nearest(id, known);
    if (!near.empty()) return wrongValue(spec, id, {LIMNER_TR("core", "Did you mean “%1”?"), {near}});
    return wrongValue(spec, id, {LIMNER_TR("core", "It is one of %1."), {rangeText(spec)}});
}

std::optional<double> parseNumber(std::string_view typed) {
    double number = 0;
    const auto [end, failure] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    if (failure != std::errc{}) return std::nullopt;
    const auto used = static_cast<size_t>(end - typed.data());
    if (used == typed.size()) return number;
    if (typed[used] != '/') return std::nullopt;
    const auto divisor = parseNumber(typed.substr(used + 1));
    if (!divisor || *divisor == 0) return std::nullopt;
    return number / *divisor;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string shortest(double number) {
    char buffer[32];
    const auto written = std::to_chars(buffer, buffer + sizeof buffer, number);
    std::string text(buffer, written.ptr);
    const auto exponent = text.find('e');  // "2e-04" → "2e-4"
    if (exponent != std::string::npos && exponent + 2 < text.size() && text[exponent + 2] == '0')
        text.erase(exponent + 2, 1);
    return text;
}

/// "10000000" rather than "1e+7": a limit that is a whole number is read, not calculated.
std::string inFull(double number) {
    constexpr double kLongest = 1e15;
    const bool isPlain = std::nearbyint(number) == number && std::abs(number) < kLongest;
    return isPlain ? std::to_string(static_cast<int64_t>(number)) : shortest(number);
}

}  // namespace

Result<ParamValue> checkValue(const ParamSpec& spec, const ParamValue& value) {
    switch (spec.kind) {
        case ParamKind::Toggle:
            if (std::holds_alternative<bool>(value)) return value;
            return wrongType(spec, formatValue(spec, value));
        case ParamKind::Integer:
            if (const auto* whole = std::get_if<int64_t>(&value))
                return checkNumber(spec, static_cast<double>(*whole));
            if (const auto* real = std::get_if<double>(&value);
                real != nullptr && std::nearbyint(*real) == *real)
                return checkNumber(spec, *real);
            return wrongType(spec, formatValue(spec, value));
        case ParamKind::Real:
            if (const auto* real = std::get_if<double>(&value)) return checkNumber(spec, *real);
            if (const auto* whole = std::get_if<int64_t>(&value))
                return checkNumber(spec, static_cast<double>(*whole));
            return wrongType(spec, formatValue(spec, value));
        case ParamKind::Choice:
            if (const auto* id = std::get_if<std::string>(&value)) return checkChoice(spec, *id);
            return wrongType(spec, formatValue(spec, value));
        default:
            if (std::holds_alternative<std::string>(value)) return value;
            return wrongType(spec, formatValue(spec, value));
    }
}

Result<ParamValue> parseValue(const ParamSpec& spec, std::string_view typed) {
    const std::string_view text = trimmed(typed);
    switch (spec.kind) {
        case ParamKind::Toggle:
            if (text == "on" || text == "true" || text == "yes" || text == "1") return ParamValue{true};
            if (text == "off" || text == "false" || text == "no" || text == "0") return ParamValue{false};
            return wrongType(spec, std::string(text));
        case ParamKind::Integer:
        case ParamKind::Real: {
            if (!spec.zeroText.empty() && text == spec.zeroText) return checkValue(spec, int64_t{0});
            const auto number = parseNumber(text);
            return number ? checkValue(spec, *number) : wrongType(spec, std::string(text));
        }
        case ParamKind::Choice:
            for (const Choice& choice : spec.choices)
                if (choice.label == text) return checkChoice(spec, choice.id);
            return checkChoice(spec, std::string(text));
        default:
            return ParamValue{std::string(typed)};
    }
}

std::string formatValue(const ParamSpec& spec, const ParamValue& value) {
    if (const auto* flag = std::get_if<bool>(&value)) return *flag ? "on" : "off";
    if (const auto* text = std::get_if<std::string>(&value)) return *text;
    const auto* whole = std::get_if<int64_t>(&value);
    const double number = whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
    if (number == 0 && !spec.zeroText.empty()) return spec.zeroText;
    return whole != nullptr ? std::to_string(*whole) : inFull(number);
}

std::string rangeText(const ParamSpec& spec) {
    if (spec.kind == ParamKind::Toggle) return "on, off";
    if (spec.kind == ParamKind::Integer || spec.kind == ParamKind::Real) {
        ParamSpec plain;
        return formatValue(plain, spec.range.low) + " to " + formatValue(plain, spec.range.high);
    }
    std::string ids;
    for (const Choice& choice : spec.choices) ids += (ids.empty() ? "" : ", ") + choice.id;
    return ids;
}

}  // namespace limner
