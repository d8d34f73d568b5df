// Pictures as files of their own, with the recipe that made them.
#pragma once

#include <QString>
#include <cstdint>

#include "core/types/host.h"
#include "core/types/image.h"
#include "core/types/result.h"

namespace limner::app {

/// Where a run keeps the sheet of a step.
QString sheetFile(const QString& runFolder, int64_t step);

/// Writes a PNG beside `path`, then puts it there: on any failure the old file stays. Errors: NotWritable.
Result<void> writePicture(const Image& picture, const TextFields& fields, const QString& path);

enum class RecipeKept { Yes, No };

/// Writes the sample as `writePicture` does. The text fields
/// "limner:recipe" and "parameters" are those of the sheet's file. No: that file is not there (yet).
/// Errors: NotWritable.
Result<RecipeKept> writeSample(const Image& sample, const QString& sheet, const QString& path);

}  // namespace limner::app
