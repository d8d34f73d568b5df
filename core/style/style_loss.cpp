#include "style_loss.h"

#include <algorithm>
#include "core/types/text.h"
#include "pixel_rows.h"

namespace limner::style {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

/// The gradient takes one product, where autograd would take two.
class GramLoss : public torch::autograd::Function<GramLoss> {
public:
    static Tensor forward(AutogradContext* context, const Tensor& activations, const Tensor& wanted) {
        const Tensor difference = gramOf(activations) - wanted;
        const Tensor size = wanted.square().sum();
        context->save_for_backward({activations, difference / size});
        return difference.square().sum() / size;
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        const variable_list saved = context->get_saved_variables();
        const Tensor& activations = saved[0];
        const double factor = 4.0 / static_cast<double>(activations.numel());
        const Tensor rows = at::mm(pixelRows(activations), saved[1] * (gradients[0] * factor));
        return {fromPixelRows(rows, activations), {}};
    }
};

// ---- transport of values: sorted ones are matched with sorted ones ----

/// So many pixels of a layer are looked at in one step, drawn anew in each.
constexpr int64_t kPixels = 4096;
/// Directions that features are projected on in one step.
constexpr int64_t kSlices = 32;

/// Some pixels of the activations: [C, n].
Tensor somePixels(const Tensor& activations, const at::Generator& generator) {
    const Tensor pixels = activations.flatten(2)[0];  // [C, H W]
    if (pixels.size(1) <= kPixels) return pixels;
    const Tensor chosen = torch::randperm(pixels.size(1), generator, torch::kLong).narrow(0, 0, kPixels);
    return pixels.index_select(1, chosen.to(pixels.device()));
}

Tensor sorted(const Tensor& values) {
    return std::get<0>(values.sort(/*dim=*/1));
}

/// Sorted values as if there were `count` of them: [C, n] → [C, count].
Tensor resampled(const Tensor& values, int64_t count) {
    if (values.size(1) == count) return values;
    return at::upsample_linear1d(values.unsqueeze(0), count, /*align_corners=*/true)[0];
}

/// The barycentre in the sense of transport: the mean of the sorted values.
Tensor blended(const std::vector<Tensor>& values, const std::vector<double>& shares, int64_t count) {
    Tensor mean;
    for (size_t i = 0; i < values.size(); ++i) {
        const Tensor part = resampled(values[i], count) * shares[i];
        mean = mean.defined() ? mean + part : part;
    }
    return mean;
}

Tensor transportLoss(const Tensor& values, const Tensor& wanted) {
    return (sorted(values) - wanted).square().sum() / wanted.square().sum().clamp_min(1e-12);
}

struct Examples {
    std::vector<Tensor> values;  ///< [C, n]
    std::vector<double> shares;
};

Examples examplesOf(const std::vector<StyleExample>& examples, const at::Generator& generator) {
    Examples kept;
    for (const auto& [activations, share] : examples) {
        kept.values.push_back(somePixels(activations.detach(), generator));
        kept.shares.push_back(share);
    }
    return kept;
}

StyleLoss makeGram(const std::vector<StyleExample>& examples, at::Generator) {
    Tensor wanted;
    for (const auto& [activations, share] : examples) {
        const Tensor part = gramOf(activations) * share;
        wanted = wanted.defined() ? wanted + part : part;
    }
    return [wanted](const Tensor& activations) { return gramLoss(activations, wanted); };
}

/// The values of each channel by themselves, as in Risser, Wilmot & Barnes 2017.
StyleLoss makeHistogram(const std::vector<StyleExample>& examples, at::Generator generator) {
    Examples kept = examplesOf(examples, generator);
    std::ranges::transform(kept.values, kept.values.begin(), &sorted);
    return [kept, generator](const Tensor& activations) {
        const Tensor values = somePixels(activations, generator);
        return transportLoss(values, blended(kept.values, kept.shares, values.size(1)));
    };
}

/// All channels together, seen from random directions (Heitz et al. 2021).
StyleLoss makeSliced(const std::vector<StyleExample>& examples, at::Generator generator) {
    return [kept = examplesOf(examples, generator), generator](const Tensor& activations) {
        const Tensor values = somePixels(activations, generator);
        Tensor directions = torch::randn({kSlices, values.size(0)}, generator, torch::kFloat32);
        directions = (directions / directions.norm(2, 1, /*keepdim=*/true)).to(values.device());
        std::vector<Tensor> seen;
        for (const Tensor& example : kept.values) seen.push_back(sorted(directions.mm(example)));
        return transportLoss(directions.mm(values), blended(seen, kept.shares, values.size(1)));
    };
}

}  // namespace

Tensor gramOf(const Tensor& activations) {
    const torch::NoGradGuard noGradients;
    const Tensor rows = pixelRows(activations);
    return at::mm(rows.t(), rows).div_(static_cast<double>(activations.numel()));
}

Tensor gramLoss(const Tensor& activations, const Tensor& wanted) {
    return GramLoss::apply(activations, wanted);
}

Tensor contentLoss(const Tensor& activations, const Tensor& wanted) {
    return (activations - wanted).square().sum() / wanted.square().sum().clamp_min(1e-12);
}

Tensor totalVariation(const Tensor& picture) {
    const int64_t height = picture.size(2), width = picture.size(3);
    const auto along = [&](int64_t dim, int64_t size) {
        return (picture.narrow(dim, 1, size - 1) - picture.narrow(dim, 0, size - 1)).square().mean();
    };
    return along(2, height) + along(3, width);
}

const std::vector<StyleLossEntry>& styleLossRegistry() {
    static const std::vector<StyleLossEntry> rows{
        {"gram", LIMNER_TR("core", "Gram matrices"),
         LIMNER_TR("core",
                   "Which features occur together: Gatys' original. Fast, and faithful to brush strokes."),
         &makeGram},
        {"sliced", LIMNER_TR("core", "Sliced transport"),
         LIMNER_TR("core",
                   "The whole distribution of features, seen from random directions. Slower, and truer to "
                   "colours."),
         &makeSliced},
        {"histogram", LIMNER_TR("core", "Histograms"),
         LIMNER_TR("core",
                   "How often each value of each feature occurs. Loose: shapes of the content stay clear."),
         &makeHistogram},
    };
    return rows;
}

const StyleLossEntry* findStyleLoss(std::string_view id) {
    const auto& rows = styleLossRegistry();
    const auto found = std::ranges::find(rows, id, &StyleLossEntry::id);
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace limner::style
