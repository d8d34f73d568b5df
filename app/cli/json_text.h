// Everything that `--json` prints, as JSON objects.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

#include "core/types/catalog.h"
#include "core/types/job.h"
#include "core/types/run_store.h"

namespace limner::cli {

using Json = nlohmann::ordered_json;

/// One line of text with its end; bytes that are not UTF-8 are replaced.
std::string line(const Json& json);

Json toJson(const ParamValue& value);
Json toJson(const ParamValues& values);
Json toJson(const Error& error);
Json toJson(const ParamSpec& row);
Json toJson(const Choice& choice);
Json toJson(const KindInfo& kind);
Json toJson(const RunInfo& run);

/// Each scalar's last measured value; those never measured are left out.
std::vector<std::pair<std::string, double>> lastScalars(const MetricTable& metrics);
Json scalarsJson(const std::vector<std::pair<std::string, double>>& scalars);

}  // namespace limner::cli
