// Every adversarial loss. One row each; order is the order in the menu.
#include "entries.h"

namespace limner::losses {

const std::vector<GanLossEntry>& ganLossRegistry() {
    static const std::vector<GanLossEntry> rows{
        bceEntry(),   saturatingBceEntry(), leastSquaresEntry(),
        hingeEntry(), wassersteinEntry(),   wassersteinGpEntry(),
    };
    return rows;
}

}  // namespace limner::losses
