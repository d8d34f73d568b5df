// The rows of the registry of adversarial losses, one function for each file beside this one.
#pragma once

#include "core/internal/gan_loss.h"

namespace limner::losses {

GanLossEntry bceEntry();
GanLossEntry saturatingBceEntry();
GanLossEntry leastSquaresEntry();
GanLossEntry hingeEntry();
GanLossEntry wassersteinEntry();
GanLossEntry wassersteinGpEntry();

}  // namespace limner::losses
