// Every way to stylise a picture. One row each; order is the order in the menu.
#include <algorithm>

#include "core/internal/style_method.h"
#include "entries.h"

namespace limner::style {

const std::vector<StyleMethodEntry>& styleMethodRegistry() {
    static const std::vector<StyleMethodEntry> rows{
        patchesEntry(), neuralEntry(), fastEntry(), dreamEntry(), modelBlendEntry(),
    };
    return rows;
}

const StyleMethodEntry* findStyleMethod(std::string_view id) {
    const auto& rows = styleMethodRegistry();
    const auto found = std::ranges::find(rows, id, &StyleMethodEntry::id);
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace limner::style
