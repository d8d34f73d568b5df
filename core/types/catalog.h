// What the core can do, as data: the kinds of jobs and their parameter tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "param.h"

namespace limner {

/// One kind of job. The models and data sets are the choices of its "model" and "data" parameters.
struct KindInfo {
    std::string id;     ///< "train"
    std::string label;  ///< "Train"
    std::string help;
    ParamTable params;
    bool savesOnTheWay = false;  ///< "Save now" writes something: a checkpoint, the picture so far
};

struct Catalog {
    std::vector<KindInfo> kinds;

    /// Null if there is no such kind.
    const KindInfo* kind(std::string_view id) const;
};

/// The choices of one Choice parameter of a table (searched among its own rows); empty if there is none.
const std::vector<Choice>& choicesOf(const ParamTable& table, std::string_view id);

}  // namespace limner
