// The weights of a model as named tensors, as they stand in files: "generator.main.0.weight".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "core/internal/checkpoint.h"
#include "core/internal/model.h"
#include "core/internal/tensor_file.h"

namespace limner::training {

/// Parameters and buffers of one network, with `prefix` in front. Shares the memory.
io::NamedTensors weightsOf(const torch::nn::Module& network, const std::string& prefix);
/// The same for all networks, each with its name and a dot in front.
io::NamedTensors weightsOf(const std::vector<models::Network>& networks);

/// Copies weights from a file. Nothing is changed if one does not fit. Names that no network has are left
/// alone. Errors: Mismatch (names the first that is missing or has another shape).
Result<void> loadWeights(const std::vector<models::Network>& networks,
                         const std::map<std::string, torch::Tensor>& tensors);
/// The same for any set of targets.
Result<void> loadTensors(const io::NamedTensors& targets,
                         const std::map<std::string, torch::Tensor>& tensors);

/// In a checkpoint, averaged weights stand in optimizer.safetensors, so that model.safetensors stays a plain
/// state dict: "ema." and the name within the decoder.
inline constexpr std::string_view kAveragePrefix = "ema.";
/// Those of a checkpoint, by their name within the decoder; empty where there are none.
std::map<std::string, torch::Tensor> averagedWeights(const io::Checkpoint& checkpoint);

/// What a model carries from step to step stands there too: "carried." and its name.
inline constexpr std::string_view kCarriedPrefix = "carried.";
/// What stands in optimizer.safetensors beneath a prefix, by the rest of its name.
std::map<std::string, torch::Tensor> beneath(std::string_view prefix, const io::Checkpoint& checkpoint);

}  // namespace limner::training
