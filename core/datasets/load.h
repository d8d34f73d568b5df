// Decodes and prepares every picture of a listed set.
#pragma once

#include "core/internal/picture_set.h"

namespace limner::datasets {

/// Pictures that cannot be read are left out and listed.
/// Errors: NotFound (none could be read), OutOfMemory (checked before anything is read).
Result<PictureSet> loadAll(const PictureSource& source, const Preparation& preparation,
                           const IsStopped& isStopped = {});

/// NotFound: not one picture of a set could be read. The reasons go into the details.
Error noneRead(const std::vector<Message>& reasons);

}  // namespace limner::datasets
