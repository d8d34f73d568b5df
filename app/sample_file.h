// A sample as a picture file of its own, with the recipe of the sheet that it comes from.
#pragma once

#include <QString>
#include <cstdint>

#include "core/types/image.h"
#include "core/types/result.h"

namespace limner::app {

/// Where a run keeps the sheet of a step.
QString sheetFile(const QString& runFolder, int64_t step);

enum class RecipeKept { Yes, No };

/// Writes the sample beside `path`, then puts it there: on any failure the old file stays. The text fields
/// "limner:recipe" and "parameters" are those of the sheet's file. No: that file is not there (yet).
/// Errors: NotWritable.
Result<RecipeKept> writeSample(const Image& sample, const QString& sheet, const QString& path);

}  // namespace limner::app
