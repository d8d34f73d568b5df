#include "catalog.h"

#include <algorithm>

namespace limner {

const KindInfo* Catalog::kind(std::string_view id) const {
    const auto found =
        std::find_if(kinds.begin(), kinds.end(), [id](const KindInfo& k) { return k.id == id; });
    return found == kinds.end() ? nullptr : &*found;
}

const std::vector<Choice>& choicesOf(const ParamTable& table, std::string_view id) {
    static const std::vector<Choice> none;
    const auto found =
        std::find_if(table.begin(), table.end(), [id](const ParamSpec& row) { return row.id == id; });
    return found == table.end() ? none : found->choices;
}

}  // namespace limner
