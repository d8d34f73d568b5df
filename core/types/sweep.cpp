#include "sweep.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "attribute.h"
#include "param_text.h"

namespace limner {
namespace {

constexpr int kMostCells = 64;  // along one axis
constexpr std::string_view kAttributes = "attributes";
constexpr std::array<std::string_view, 3> kLists{"directions", "dimensions", kAttributes};

struct OffsetId {
    std::string list;  ///< "directions"
    int number = 1;    ///< from 1
};

const std::string& listText(const ParamValues& values, const std::string& list) {
    static const std::string nothing;
    const auto found = values.find(list);
    const auto* text = found == values.end() ? nullptr : std::get_if<std::string>(&found->second);
    return text == nullptr ? nothing : *text;
}

/// "directions.3"; nothing for a plain id.
std::optional<OffsetId> offsetIdOf(std::string_view id) {
    const size_t dot = id.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    OffsetId offset{.list = std::string(id.substr(0, dot)), .number = 0};
    if (std::ranges::find(kLists, offset.list) == kLists.end()) return std::nullopt;
    const std::string_view digits = id.substr(dot + 1);
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), offset.number);
    if (failure != std::errc{} || end != digits.data() + digits.size() || offset.number < 1)
        return std::nullopt;
    return offset;
}

bool isNumber(const ParamSpec& row) {
    return row.kind == ParamKind::Integer || row.kind == ParamKind::Real;
}

Error wrongAxis(Message message, Message hint) {
    return {.code = ErrorCode::InvalidArgument, .message = std::move(message), .hint = std::move(hint)};
}

const ParamSpec* findRow(const std::vector<const ParamSpec*>& rows, std::string_view id) {
    for (const ParamSpec* row : rows)
        if (row->id == id) return row;
    return nullptr;
}

Error noSuchAxis(const std::vector<const ParamSpec*>& rows, const std::string& id) {
    std::vector<std::string> numeric;
    std::string all;
    for (const ParamSpec* row : rows) {
        if (!isNumber(*row)) continue;
        numeric.push_back(row->id);
        all += (all.empty() ? "" : ", ") + row->id;
    }
    const std::string near = nearest(id, numeric);
    return wrongAxis({LIMNER_TR("core", "There is no number “%1” to go over."), {id}},
                     near.empty() ? Message{LIMNER_TR("core",
                                                      "It is one of %1, or directions.1, dimensions.1, "
                                                      "attributes.1 and so on."),
                                            {all}}
                                  : Message{LIMNER_TR("core", "Did you mean “%1”?"), {near}});
}

/// A direction that is given by its numbers is one of those that the values list.
Result<void> checkListed(const OffsetId& offset, const ParamValues& values) {
    if (offset.list != kAttributes) return {};
    const auto listed = attributesOfText(listText(values, offset.list));
    if (!listed) return listed.error();
    if (static_cast<size_t>(offset.number) <= listed->size()) return {};
    return wrongAxis(
        {LIMNER_TR("core", "There is no own direction %1 to go over."), {std::to_string(offset.number)}},
        {LIMNER_TR("core", "The base has %1 in its attributes."), {std::to_string(listed->size())}});
}

Result<void> checkLimits(const SweepAxis& axis, const ParamSpec& row) {
    for (const double limit : {axis.from, axis.to}) {
        const bool isWhole = axis.kind == ParamKind::Integer;
        const auto checked = checkValue(row, isWhole && std::nearbyint(limit) == limit
                                                 ? ParamValue(static_cast<int64_t>(limit))
                                                 : ParamValue(limit));
        if (!checked) return checked.error();
    }
    return {};
}

}  // namespace

double axisValue(const SweepAxis& axis, int index) {
    double value = axis.from;
    if (axis.count > 1) {
        const double share = static_cast<double>(index) / (axis.count - 1);
        const bool isLog = axis.scale == Scale::Log && axis.from > 0 && axis.to > 0;
        value = isLog ? axis.from * std::pow(axis.to / axis.from, share)
                      : (1 - share) * axis.from + share * axis.to;
        constexpr double kRounding = 1e-12;  // what is left of a difference that is nothing
        if (std::abs(value) < kRounding * std::max(std::abs(axis.from), std::abs(axis.to))) value = 0;
        if (index == axis.count - 1) value = axis.to;
    }
    return axis.kind == ParamKind::Integer ? std::nearbyint(value) : value;
}

std::string axisText(const SweepAxis& axis, int index) {
    const double value = axisValue(axis, index);
    if (axis.kind == ParamKind::Integer) return std::to_string(static_cast<int64_t>(value));
    char buffer[32];  // four digits are what fits under a cell
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::general, 4).ptr};
}

ParamValues cellValues(const Sweep& sweep, int column, int row) {
    ParamValues values = sweep.base;
    std::optional<std::vector<Attribute>> own;  // written at the end: without a distance one leaves the list
    const auto put = [&](const SweepAxis& axis, int index) {
        if (axis.id.empty()) return;
        const double value = axisValue(axis, index);
        const auto offset = offsetIdOf(axis.id);
        if (!offset) {
            values[axis.id] =
                axis.kind == ParamKind::Integer ? ParamValue(static_cast<int64_t>(value)) : ParamValue(value);
            return;
        }
        const std::string& before = listText(values, offset->list);
        if (offset->list == kAttributes) {
            if (!own) own = attributesOfText(before).value();
            own->at(static_cast<size_t>(offset->number - 1)).distance = value;
            return;
        }
        Offsets offsets = offsetsOfText(before).value();
        offsets[offset->number] = value;
        values[offset->list] = offsetsText(offsets);
    };
    put(sweep.x, column);
    put(sweep.y, row);
    if (own) values[std::string(kAttributes)] = attributesText(*own);
    return values;
}

Result<SweepAxis> sweepAxis(const ParamTable& table, const ParamValues& values, const std::string& id,
                            double from, double to, int count) {
    SweepAxis axis{.id = id, .from = from, .to = to, .count = count};
    if (count < 1 || count > kMostCells)
        return wrongAxis({LIMNER_TR("core", "An axis cannot have %1 cells."), {std::to_string(count)}},
                         {LIMNER_TR("core", "It has 1 to %1."), {std::to_string(kMostCells)}});
    if (!std::isfinite(from) || !std::isfinite(to))
        return wrongAxis(LIMNER_TR("core", "The ends of an axis are numbers."),
                         LIMNER_TR("core", "Give both, such as -3 and 3."));
    const auto rows = activeRows(table, values);
    if (const auto offset = offsetIdOf(id)) {
        const ParamSpec* list = findRow(rows, offset->list);
        if (list == nullptr || list->kind != ParamKind::Text) return noSuchAxis(rows, id);
        const auto listed = checkListed(*offset, values);
        if (!listed) return listed.error();
        return axis;
    }
    const ParamSpec* row = findRow(rows, id);
    if (row == nullptr || !isNumber(*row)) return noSuchAxis(rows, id);
    axis.kind = row->kind;
    axis.scale = from > 0 && to > 0 ? row->range.scale : Scale::Linear;
    const auto fits = checkLimits(axis, *row);
    if (!fits) return fits.error();
    return axis;
}

}  // namespace limner
