// How far the look of one layer's activations is from that of the style pictures.
#pragma once

#include "core/internal/torch.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace limner::style {

/// Activations of one style picture, [1, C, H, W], and its share; shares add up to 1.
struct StyleExample {
    torch::Tensor activations;
    double share = 1;
};

/// The distance of activations [1, C, H, W] from the examples that it was made of: 0 where they are alike,
/// about 1 where they have nothing in common, whatever the network and the layer. A 0-dim tensor with
/// gradients.
using StyleLoss = std::function<torch::Tensor(const torch::Tensor& activations)>;

/// One row of the table; several examples are blended by their shares.
struct StyleLossEntry {
    std::string id, label, help;
    StyleLoss (*make)(const std::vector<StyleExample>& examples, at::Generator generator);
};

/// Order is the order in menus.
const std::vector<StyleLossEntry>& styleLossRegistry();
/// Null if there is no such loss.
const StyleLossEntry* findStyleLoss(std::string_view id);

/// Mean products of channels, F Fᵀ / (C H W): float32 [C, C], without gradients.
/// @param activations  [1, C, H, W]
/// Source: Gatys, Ecker & Bethge 2016, section 2.2.
torch::Tensor gramOf(const torch::Tensor& activations);

/// Gatys' style loss of one layer, ‖G − A‖² for the Gram matrices of what is drawn and what is wanted,
/// divided by ‖A‖²: a choice of his layer weights that fits any network.
torch::Tensor gramLoss(const torch::Tensor& activations, const torch::Tensor& wanted);

/// ‖F − P‖² / ‖P‖² for the activations of what is drawn and of the content: what the picture shows.
torch::Tensor contentLoss(const torch::Tensor& activations, const torch::Tensor& wanted);

/// Mean squared difference of neighbouring pixels, along rows plus along columns: roughness.
/// @param picture  [1, 3, H, W]
torch::Tensor totalVariation(const torch::Tensor& picture);

}  // namespace limner::style
