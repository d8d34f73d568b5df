// Parameter values as JSON has them, for the files under tests/reference/ and bench/.
#pragma once

#include <nlohmann/json.hpp>

#include "core/types/param.h"

namespace limner::test {

inline ParamValues paramValues(const nlohmann::json& object) {
    ParamValues values;
    for (const auto& [id, value] : object.items()) {
        if (value.is_boolean()) {
            values[id] = value.get<bool>();
        } else if (value.is_number_integer()) {
            values[id] = value.get<int64_t>();
        } else if (value.is_number()) {
            values[id] = value.get<double>();
        } else {
            values[id] = value.get<std::string>();
        }
    }
    return values;
}

}  // namespace limner::test
