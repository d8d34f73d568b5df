// The reference numbers that PyTorch made (tests/reference/).
#pragma once

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "param_json.h"

namespace limner::test {

inline nlohmann::json readNumbers(const std::string& name) {
    std::ifstream file(std::filesystem::path(LIMNER_REFERENCE_NUMBERS) / (name + ".json"));
    return nlohmann::json::parse(file);
}

}  // namespace limner::test
