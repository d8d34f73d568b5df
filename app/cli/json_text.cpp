#include "json_text.h"

#include <array>
#include <cmath>

namespace limner::cli {
namespace {

constexpr std::array kKindNames{"toggle", "integer", "real", "choice", "text", "file", "folder", "run"};
constexpr std::array kStateNames{"fresh", "unfinished", "finished", "failed"};

Json tableJson(const ParamTable& table) {
    Json rows = Json::array();
    for (const ParamSpec& row : table) rows.push_back(toJson(row));
    return rows;
}

}  // namespace

std::string line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json toJson(const ParamValue& value) {
    return std::visit([](const auto& v) { return Json(v); }, value);
}

Json toJson(const ParamValues& values) {
    Json json = Json::object();
    for (const auto& [id, value] : values) json[id] = toJson(value);
    return json;
}

Json toJson(const Error& error) {
    Json json{{"code", name(error.code)}, {"message", error.message.text()}};
    if (!error.hint.isEmpty()) json["hint"] = error.hint.text();
    if (!error.kept.isEmpty()) json["kept"] = error.kept.text();
    if (!error.details.empty()) json["details"] = error.details;
    return json;
}

Json toJson(const ParamSpec& row) {
    Json json{{"id", row.id},
              {"label", row.label},
              {"help", row.help},
              {"group", row.group},
              {"type", kKindNames.at(static_cast<size_t>(row.kind))},
              {"standard", toJson(row.standard)}};
    if (!row.unit.empty()) json["unit"] = row.unit;
    if (!row.zeroText.empty()) json["zero_text"] = row.zeroText;
    if (row.editableWhileRunning) json["editable_while_running"] = true;
    if (row.kind == ParamKind::Integer || row.kind == ParamKind::Real)
        json["range"] = {{"low", row.range.low},
                         {"high", row.range.high},
                         {"scale", row.range.scale == Scale::Log ? "log" : "linear"}};
    if (row.kind == ParamKind::Choice) {
        json["choices"] = Json::array();
        for (const Choice& choice : row.choices) json["choices"].push_back(toJson(choice));
    }
    return json;
}

Json toJson(const Choice& choice) {
    Json json{{"id", choice.id}, {"label", choice.label}, {"help", choice.help}};
    if (!choice.rows.empty()) json["parameters"] = tableJson(choice.rows);
    if (!choice.standards.empty()) json["standards"] = toJson(choice.standards);
    if (!choice.unavailable.isEmpty()) json["unavailable"] = choice.unavailable.text();
    return json;
}

Json toJson(const KindInfo& kind) {
    return {
        {"id", kind.id}, {"label", kind.label}, {"help", kind.help}, {"parameters", tableJson(kind.params)}};
}

Json toJson(const RunInfo& run) {
    Json json{{"folder", run.folder},
              {"name", run.name},
              {"kind", run.recipe.kind},
              {"state", kStateNames.at(static_cast<size_t>(run.state))},
              {"step", run.step},
              {"seconds", run.seconds},
              {"created", run.createdUnixSeconds},
              {"checkpoints", run.checkpoints},
              {"samples", run.samples},
              {"parameters", toJson(run.recipe.values)}};
    if (run.best) json["best"] = *run.best;
    return json;
}

std::vector<std::pair<std::string, double>> lastScalars(const MetricTable& metrics) {
    std::vector<std::pair<std::string, double>> last;
    for (size_t i = 0; i < metrics.names.size(); ++i) {
        double value = std::nan("");
        for (auto block = metrics.blocks.rbegin(); block != metrics.blocks.rend() && std::isnan(value);
             ++block) {
            const std::vector<double>& column = (*block)->scalars.at(i);
            for (auto cell = column.rbegin(); cell != column.rend() && std::isnan(value); ++cell)
                value = *cell;
        }
        if (!std::isnan(value)) last.emplace_back(metrics.names[i], value);
    }
    return last;
}

Json scalarsJson(const std::vector<std::pair<std::string, double>>& scalars) {
    Json json = Json::object();
    for (const auto& [scalar, value] : scalars) json[scalar] = value;
    return json;
}

}  // namespace limner::cli
