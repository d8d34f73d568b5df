// A look at a data set before training: a few prepared pictures and how many there are of each class.
#pragma once

#include "core/types/host.h"
#include "core/types/param.h"
#include "core/types/studio.h"

namespace limner::datasets {

/// Answers the live request "preview-data": about 32 pictures spread over the set and its classes, as
/// training will see them, and the numbers "pictures" and then each class name. Decodes only what is shown;
/// the pictures of a folder are counted by listing it, broken ones included.
/// @param trainValues  of the train form; missing ones count as standard
/// Errors: those of DatasetEntry::load.
Result<LivePicture> previewData(const ParamValues& trainValues, const Host& host);

}  // namespace limner::datasets
