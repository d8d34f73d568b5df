#include "patch_product.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <torch/nn/modules/conv.h>

#include <algorithm>
#include <stdexcept>
#include <variant>

#include "core/internal/vector_code.h"

// A convolution leads from a large picture to a small one, a transposed one back. For both, one row of the
// matrix of patches belongs to one pixel of the small picture, and its columns are [kernel row, kernel
// column, channel of the large picture]: with channels last, a kernel row is one piece of memory.

/// Of MKL, which is part of LibTorch: how many threads it uses when called from this one. Returns the former
/// number; 0 means the standard.
extern "C" [[gnu::weak]] int MKL_Set_Num_Threads_Local(int count);

namespace limner::models {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr auto kLast = at::MemoryFormat::ChannelsLast;

Tensor pictures(at::IntArrayRef shape) {
    return torch::empty(shape, torch::TensorOptions().memory_format(kLast));
}

struct PatchPlan {
    int64_t count, height, width, channels;  ///< of the large pictures
    int64_t smallHeight, smallWidth;
    int64_t kernel, stride, padding;

    int64_t largeSize() const { return height * width * channels; }
    int64_t smallPixels() const { return smallHeight * smallWidth; }
    int64_t columns() const { return kernel * kernel * channels; }
    /// Parts of the batch that threads work on by themselves.
    int64_t parts() const { return std::min<int64_t>(count, at::get_num_threads()); }
};

/// The part of a kernel row at one place that lies inside the picture.
struct Piece {
    int64_t inPicture, inRow, length;  ///< floats; length 0: nothing
};

/// @param row  of the kernel
Piece pieceAt(const PatchPlan& plan, int64_t y, int64_t x, int64_t row) {
    const int64_t top = y * plan.stride - plan.padding + row, left = x * plan.stride - plan.padding;
    if (top < 0 || top >= plan.height) return {0, 0, 0};
    const int64_t first = std::max<int64_t>(left, 0), last = std::min(left + plan.kernel, plan.width);
    return {(top * plan.width + first) * plan.channels, (first - left) * plan.channels,
            std::max<int64_t>(last - first, 0) * plan.channels};
}

/// `count` pictures → their patches, following each other.
void unroll(const PatchPlan& plan, const float* pictures, int64_t count, float* patch) {
    const int64_t whole = plan.kernel * plan.channels;
    for (int64_t i = 0; i < count * plan.smallPixels(); ++i) {
        const float* picture = pictures + i / plan.smallPixels() * plan.largeSize();
        const int64_t pixel = i % plan.smallPixels();
        for (int64_t row = 0; row < plan.kernel; ++row, patch += whole) {
            const Piece piece = pieceAt(plan, pixel / plan.smallWidth, pixel % plan.smallWidth, row);
            if (piece.length < whole) std::fill_n(patch, whole, 0.0F);
            std::copy_n(picture + piece.inPicture, piece.length, patch + piece.inRow);
        }
    }
}

LIMNER_VECTOR_CODE void addTo(float* __restrict to, const float* from, int64_t count) {
    for (int64_t i = 0; i < count; ++i) to[i] += from[i];
}

/// Patches → pictures, each pixel the sum of the bias and all patches that cover it.
/// @param bias  of each channel, or nothing
void roll(const PatchPlan& plan, const float* patch, int64_t count, const float* bias, float* pictures) {
    if (bias == nullptr) std::fill_n(pictures, count * plan.largeSize(), 0.0F);
    for (int64_t i = 0; bias != nullptr && i < count * plan.height * plan.width; ++i)
        std::copy_n(bias, plan.channels, pictures + i * plan.channels);
    for (int64_t i = 0; i < count * plan.smallPixels(); ++i) {
        float* picture = pictures + i / plan.smallPixels() * plan.largeSize();
        const int64_t pixel = i % plan.smallPixels();
        for (int64_t row = 0; row < plan.kernel; ++row, patch += plan.kernel * plan.channels) {
            const Piece piece = pieceAt(plan, pixel / plan.smallWidth, pixel % plan.smallWidth, row);
            addTo(picture + piece.inPicture, patch + piece.inRow, piece.length);
        }
    }
}

/// MKL would start threads of its own, even from one of several.
class OneBlasThread {
public:
    OneBlasThread() : m_before(set(1)) {}
    ~OneBlasThread() { set(m_before); }
    OneBlasThread(const OneBlasThread&) = delete;
    OneBlasThread& operator=(const OneBlasThread&) = delete;

private:
    static int set(int count) {
        return MKL_Set_Num_Threads_Local != nullptr ? MKL_Set_Num_Threads_Local(count) : 0;
    }
    int m_before;
};

/// Pictures that one thread works on at once.
struct Block {
    int64_t first, count;
    int64_t part;    ///< of the batch, one for each thread
    bool isFirst;    ///< of its part
    Tensor patches;  ///< memory for them, a row each
};

/// Calls `work` with blocks of the batch, on all threads, each with memory for its patches. A thread goes
/// through its part alone: nobody waits for another one before the end.
template <typename Work>
void forBlocks(const PatchPlan& plan, const Work& work) {
    constexpr int64_t kBlockFloats = 1 << 20;  // 4 MiB: larger products are faster, while patches stay cached
    const int64_t pixels = plan.smallPixels(), parts = plan.parts();
    const int64_t most = std::clamp<int64_t>(kBlockFloats / (pixels * plan.columns()), 1, plan.count);
    const Tensor memory = torch::empty({parts, most * pixels, plan.columns()});
    at::parallel_for(0, parts, 1, [&](int64_t firstPart, int64_t lastPart) {
        const at::AutoDispatchBelowADInplaceOrView plainTensors;  // which is not inherited from the caller
        std::optional<OneBlasThread> alone;
        if (parts > 1) alone.emplace();
        for (int64_t part = firstPart; part < lastPart; ++part) {
            const int64_t begin = plan.count * part / parts, end = plan.count * (part + 1) / parts;
            for (int64_t n = begin; n < end; n += most) {
                const int64_t count = std::min(most, end - n);
                work(Block{n, count, part, n == begin, memory[part].narrow(0, 0, count * pixels)});
            }
        }
    });
}

/// The pixels of small pictures as rows, without a copy.
Tensor rowsOf(const PatchPlan& plan, const Tensor& small, const Block& block) {
    return small.permute({0, 2, 3, 1})
        .view({-1, small.size(1)})
        .narrow(0, block.first * plan.smallPixels(), block.count * plan.smallPixels());
}

/// Large pictures → small ones.
/// @param weights  [channels of the small pictures, columns]
/// @param bias     of each channel of the output; undefined for none
Tensor toSmall(const PatchPlan& plan, const Tensor& large, const Tensor& weights, const Tensor& bias) {
    const Tensor small = pictures({plan.count, weights.size(0), plan.smallHeight, plan.smallWidth});
    const float* from = large.const_data_ptr<float>();
    forBlocks(plan, [&](const Block& block) {
        unroll(plan, from + block.first * plan.largeSize(), block.count,
               block.patches.mutable_data_ptr<float>());
        Tensor rows = rowsOf(plan, small, block);
        if (bias.defined()) {
            at::addmm_out(rows, bias, block.patches, weights.t());
        } else {
            at::mm_out(rows, block.patches, weights.t());
        }
    });
    return small;
}

// So few rows are multiplied faster from the right, if the weights lie ready for it.
constexpr int64_t kFewRows = 32;

Tensor toLarge(const PatchPlan& plan, const Tensor& small, const Tensor& weights, const Tensor& bias) {
    const Tensor large = pictures({plan.count, plan.channels, plan.height, plan.width});
    const float* shift = bias.defined() ? bias.const_data_ptr<float>() : nullptr;
    float* to = large.mutable_data_ptr<float>();
    forBlocks(plan, [&](const Block& block) {
        Tensor patches = block.patches;
        const Tensor rows = rowsOf(plan, small, block);
        if (rows.size(0) <= kFewRows && weights.stride(0) == 1) {
            patches.copy_(weights.t().mm(rows.t()).t());
        } else {
            at::mm_out(patches, rows, weights);
        }
        roll(plan, patches.const_data_ptr<float>(), block.count, shift, to + block.first * plan.largeSize());
    });
    return large;
}

/// Gradient of the weights, from the gradient of one kind of picture and the other kind as it was.
Tensor weightsFrom(const PatchPlan& plan, const Tensor& small, const Tensor& large) {
    const Tensor sums = torch::empty({plan.parts(), small.size(1), plan.columns()});
    const float* from = large.const_data_ptr<float>();
    forBlocks(plan, [&](const Block& block) {
        unroll(plan, from + block.first * plan.largeSize(), block.count,
               block.patches.mutable_data_ptr<float>());
        Tensor sum = sums[block.part];
        at::addmm_out(sum, sum, rowsOf(plan, small, block).t(), block.patches, block.isFirst ? 0 : 1);
    });
    return plan.parts() == 1 ? sums[0] : sums.sum(0);
}

/// `matrices`, [count, rows, columns], each transposed.
Tensor transposed(const Tensor& matrices, int64_t count, int64_t rows, int64_t columns) {
    Tensor result = torch::empty({count, columns, rows});
    const float* from = matrices.const_data_ptr<float>();
    float* to = result.mutable_data_ptr<float>();
    at::parallel_for(0, count, 1, [&](int64_t first, int64_t last) {
        for (int64_t n = first * rows * columns; n < last * rows * columns; n += rows * columns) {
            for (int64_t row = 0; row < rows; ++row) {
                for (int64_t column = 0; column < columns; ++column)
                    to[n + column * rows + row] = from[n + row * columns + column];
            }
        }
    });
    return result;
}

/// Weights of the layer → [channels of the small pictures, columns].
Tensor matrixOf(const Tensor& weight, const PatchPlan& plan) {
    return transposed(weight, weight.size(0), plan.channels, plan.kernel * plan.kernel)
        .view({weight.size(0), plan.columns()});
}

class PatchProduct : public torch::autograd::Function<PatchProduct> {
public:
    /// @param input   large pictures, or small ones if `isTransposed`; channels last
    /// @param weight  [channels of the small, channels of the large pictures, kernel, kernel]
    static Tensor forward(AutogradContext* context, const Tensor& input, const Tensor& weight,
                          const PatchPlan& plan, bool isTransposed) {
        const Tensor matrix = matrixOf(weight, plan);
        context->save_for_backward({input, matrix});
        context->saved_data["plan"] =
            std::vector<int64_t>{plan.count,      plan.height, plan.width,  plan.channels, plan.smallHeight,
                                 plan.smallWidth, plan.kernel, plan.stride, plan.padding};
        context->saved_data["isTransposed"] = isTransposed;
        return (isTransposed ? &toLarge : &toSmall)(plan, input, matrix, {});
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        if (torch::GradMode::is_enabled())
            throw std::logic_error("a product of patches is not twice differentiable");
        const std::vector<int64_t> n = context->saved_data["plan"].toIntVector();
        const PatchPlan plan{n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8]};
        const bool isTransposed = context->saved_data["isTransposed"].toBool();
        const variable_list saved = context->get_saved_variables();
        const Tensor gradient = gradients.front().contiguous(kLast);
        const Tensor &input = saved[0], &matrix = saved[1];
        variable_list results(4);
        if (context->needs_input_grad(0))
            results[0] = (isTransposed ? &toSmall : &toLarge)(plan, gradient, matrix, {});
        if (context->needs_input_grad(1)) {
            const Tensor sum =
                isTransposed ? weightsFrom(plan, input, gradient) : weightsFrom(plan, gradient, input);
            results[1] = transposed(sum, matrix.size(0), plan.kernel * plan.kernel, plan.channels)
                             .view({matrix.size(0), plan.channels, plan.kernel, plan.kernel});
        }
        return results;
    }
};

template <typename Layer>
std::optional<PatchLayer> describedAs(const torch::nn::Module& module) {
    const auto* layer = dynamic_cast<const Layer*>(&module);
    if (layer == nullptr) return std::nullopt;
    const auto& options = layer->options;
    const auto isSquare = [](const torch::ExpandingArray<2>& sides) { return sides->at(0) == sides->at(1); };
    const auto* padding = std::get_if<torch::ExpandingArray<2>>(&options.padding());
    const bool isSimple = options.groups() == 1 && isSquare(options.dilation()) &&
                          options.dilation()->at(0) == 1 && isSquare(options.kernel_size()) &&
                          isSquare(options.stride()) && isSquare(options.output_padding()) &&
                          padding != nullptr && isSquare(*padding) &&
                          std::holds_alternative<torch::enumtype::kZeros>(options.padding_mode());
    if (!isSimple) return std::nullopt;
    return PatchLayer{layer->weight,           layer->bias,       options.kernel_size()->at(0),
                      options.stride()->at(0), (*padding)->at(0), options.output_padding()->at(0),
                      options.transposed()};
}

PatchPlan planFor(const PatchLayer& layer, const Tensor& input) {
    const int64_t height = input.size(2), width = input.size(3), channels = layer.weight.size(1);
    const int64_t kernel = layer.kernel, stride = layer.stride, padding = layer.padding;
    if (!layer.isTransposed) {
        const auto small = [&](int64_t side) { return (side + 2 * padding - kernel) / stride + 1; };
        return {input.size(0), height, width, channels, small(height), small(width), kernel, stride, padding};
    }
    const auto large = [&](int64_t side) {
        return (side - 1) * stride - 2 * padding + kernel + layer.outputPadding;
    };
    return {input.size(0), large(height), large(width), channels, height, width, kernel, stride, padding};
}

}  // namespace

std::optional<PatchLayer> patchLayer(const torch::nn::Module& layer) {
    const auto plain = describedAs<torch::nn::Conv2dImpl>(layer);
    return plain ? plain : describedAs<torch::nn::ConvTranspose2dImpl>(layer);
}

bool isForPatches(const PatchLayer& layer, const Tensor& input) {
    constexpr int64_t kFewPixels = 64, kNarrow = 64;  // measured with bench/run
    if (!input.is_cpu() || input.scalar_type() != torch::kFloat32 || !at::hasMKL() || layer.bias.defined())
        return false;
    const PatchPlan plan = planFor(layer, input);
    return plan.smallHeight * plan.smallWidth <= kFewPixels || plan.columns() <= kNarrow;
}

Tensor patchProduct(const PatchLayer& layer, const Tensor& input) {
    return PatchProduct::apply(input.contiguous(kLast), layer.weight, planFor(layer, input),
                               layer.isTransposed);
}

FixedPatches fixedPatches(const PatchLayer& layer, const Tensor& scale, const Tensor& shift) {
    const torch::NoGradGuard noGradients;
    const Tensor ofOutput = layer.isTransposed ? scale.view({1, -1, 1, 1}) : scale.view({-1, 1, 1, 1});
    const Tensor bias = layer.bias.defined() ? layer.bias * scale + shift : shift.clone();
    PatchPlan plan{};
    plan.channels = layer.weight.size(1);
    plan.kernel = layer.kernel;
    const Tensor matrix = matrixOf((layer.weight * ofOutput).contiguous(), plan);
    return {layer, layer.isTransposed ? matrix.t().contiguous().t() : matrix, bias.contiguous()};
}

Tensor patchProduct(const FixedPatches& fixed, const Tensor& input) {
    const torch::NoGradGuard noGradients;
    return (fixed.layer.isTransposed ? &toLarge : &toSmall)(
        planFor(fixed.layer, input), input.contiguous(kLast), fixed.matrix, fixed.bias);
}

}  // namespace limner::models
