// GPT-2 as files have it: Hugging Face's names of its tensors, and what their shapes say of the network.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/types/param.h"

namespace limner::models {

struct GptShape {
    int64_t vocabulary = 0;
    int64_t layers = 0;
    int64_t heads = 0;
    int64_t width = 0;  ///< a multiple of `heads`
    int64_t context = 0;
    int64_t headSize() const { return width / heads; }
};

/// Before every name of GPT2LMHeadModel; files of GPT2Model have none.
inline constexpr std::string_view kGptPrefix = "transformer.";

using TensorShapes = std::map<std::string, std::vector<int64_t>>;

/// What the shapes say that the weights of a GPT-2 have, whether or not they are complete. Heads are 64 wide,
/// as in all sizes of GPT-2. Nothing where there is no table of tokens and positions, or no layer.
/// @param shapes  by name, without a prefix
std::optional<GptShape> gptShapeOf(const TensorShapes& shapes);

/// Every tensor that belongs to such a network, without a prefix.
TensorShapes gptTensors(const GptShape& shape);

/// Whether a tensor may stand beside them and says nothing: masks, and the head, which is the token table.
bool isGptExtra(std::string_view name);

/// "gpt2", "gpt2-medium", "gpt2-large", "gpt2-xl", or "gpt" for any other size; and the same for people.
std::string gptName(const GptShape& shape);
std::string gptTitle(const GptShape& shape);

/// The values of a training of such a network that say how it is built, "model" among them. With
/// training::makeModel and training::loadWeights they make the network of a file that has the prefix.
ParamValues gptValues(const GptShape& shape);

}  // namespace limner::models
