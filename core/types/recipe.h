// What was asked: everything needed to make a result again.
#pragma once

#include <string>

#include "param.h"

namespace limner {

inline constexpr int kRecipeSchema = 1;

/// Where a result came from.
struct Origin {
    std::string programVersion;  ///< "0.1.0"
    std::string modelHash;       ///< SHA-256 of the weights used, hex; empty where none were
    std::string parent;          ///< the run or file that this one started from; empty for none
    friend bool operator==(const Origin&, const Origin&) = default;
};

struct Recipe {
    int schema = kRecipeSchema;
    std::string kind = {};  ///< id of a job kind: "train", "sample", …
    ParamValues values = {};
    Origin origin = {};
    friend bool operator==(const Recipe&, const Recipe&) = default;
};

}  // namespace limner
