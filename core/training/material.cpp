#include "material.h"

#include <algorithm>

#include "train_table.h"

namespace limner::training {

const std::vector<MaterialEntry>& materialRegistry() {
    static const std::vector<MaterialEntry> rows{pictureMaterial(), textMaterial()};
    return rows;
}

Result<std::unique_ptr<Material>> openMaterial(const ParamValues& values, const io::RunFolder& run,
                                               const Place& place) {
    const auto& rows = materialRegistry();
    const auto entry = std::ranges::find(rows, domainOf(trainTable(), values), &MaterialEntry::domain);
    if (entry != rows.end()) return entry->open(values, run, place);
    return Error{.code = ErrorCode::InvalidArgument,
                 .message = {LIMNER_TR("core", "There is no data set “%1”."), {textOf(values, "data")}}};
}

}  // namespace limner::training
