// Where tensors live, and how many threads work on them.
#pragma once

#include "core/internal/torch.h"

#include <string>

#include "core/types/param.h"

namespace limner::training {

/// "auto" is CUDA where there is one, else the CPU; "cpu", "cuda" and "cuda:1" are meant.
/// Errors: InvalidArgument (no such device), Unsupported (CUDA is not there).
Result<torch::Device> deviceOf(const std::string& name);

/// The "device" row of parameter tables. CUDA is marked unavailable where there is none.
ParamSpec deviceRow();

/// 0 means every physical core.
int threadsOf(int asked);

/// Sets a lane up for tensors: denormal numbers count as zero, and work is shared among so many threads.
/// Called on the lane, before anything else that computes; cheap when called again.
void prepareLane(int threads);

}  // namespace limner::training
