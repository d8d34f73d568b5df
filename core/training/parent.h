// What a run starts from: another run, or a file of weights.
#pragma once

#include <map>
#include <string>

#include "core/internal/tensor_file.h"
#include "core/types/param.h"
#include "core/types/result.h"

namespace limner::training {

struct ParentWeights {
    std::map<std::string, torch::Tensor> tensors;
    std::string sha256;
};

/// Of the checkpoint of a run that "start_from" and "checkpoint" name, or of a .safetensors file.
/// Errors: NotFound, Damaged, Mismatch.
Result<ParentWeights> readParent(const ParamValues& values);

/// The values with the parent's own where they say what its networks look like and nothing else was given:
/// its weights would fit no others. Reads small files only; what cannot be read changes nothing.
ParamValues withParentsNetworks(const ParamValues& given);

}  // namespace limner::training
