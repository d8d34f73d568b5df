#include "norm_rectify.h"

#include <ATen/Parallel.h>

#include <algorithm>
#include <stdexcept>

#include "core/internal/vector_code.h"

// Pictures with channels last are a matrix of rows (one a pixel) times channels. Sums over rows are taken in
// blocks of a fixed size, so that they are exact enough in float32 and the same for any number of threads.

namespace limner::models {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

constexpr int64_t kBlockRows = 128;

struct Matrix {
    int64_t rows, channels;

    explicit Matrix(const Tensor& pictures)
        : rows(pictures.numel() / pictures.size(1)), channels(pictures.size(1)) {}
    int64_t blocks() const { return (rows + kBlockRows - 1) / kBlockRows; }
    int64_t rowsOf(int64_t block) const { return std::min(kBlockRows, rows - block * kBlockRows); }
    int64_t offsetOf(int64_t block) const { return block * kBlockRows * channels; }
    Tensor blockSums() const { return torch::zeros({blocks(), channels}); }
};

/// Calls `work` with each block and its number of rows, on all threads.
template <typename Work>
void forBlocks(const Matrix& matrix, const Work& work) {
    at::parallel_for(0, matrix.blocks(), 1, [&](int64_t first, int64_t last) {
        for (int64_t block = first; block < last; ++block) work(block, matrix.rowsOf(block));
    });
}

/// Mean and sum of squared deviations of each channel of one block. @pre both are 0
LIMNER_VECTOR_CODE void blockMoments(const float* input, int64_t rows, int64_t channels,
                                     float* __restrict mean, float* __restrict deviations) {
    for (int64_t row = 0; row < rows; ++row) {
        for (int64_t c = 0; c < channels; ++c) mean[c] += input[row * channels + c];
    }
    for (int64_t c = 0; c < channels; ++c) mean[c] /= static_cast<float>(rows);
    for (int64_t row = 0; row < rows; ++row) {
        for (int64_t c = 0; c < channels; ++c) {
            const float centred = input[row * channels + c] - mean[c];
            deviations[c] += centred * centred;
        }
    }
}

LIMNER_VECTOR_CODE void blockRectified(const float* input, int64_t rows, int64_t channels, const float* scale,
                                       const float* shift, float slope, float* __restrict output) {
    for (int64_t row = 0; row < rows; ++row) {
        for (int64_t c = 0; c < channels; ++c) {
            const float value = input[row * channels + c] * scale[c] + shift[c];
            output[row * channels + c] = value > 0 ? value : value * slope;
        }
    }
}

/// What the backward pass reads, a block of each.
struct Passed {
    const float *gradient, *input, *output;
};

/// Sum over the block of the gradient before the rectifier, and of its product with the centred input.
LIMNER_VECTOR_CODE void blockGradientSums(const Passed& passed, int64_t rows, int64_t channels,
                                          const float* mean, float slope, float* __restrict sum,
                                          float* __restrict dot) {
    const auto [gradient, input, output] = passed;
    for (int64_t row = 0; row < rows; ++row) {
        for (int64_t c = 0; c < channels; ++c) {
            const int64_t at = row * channels + c;
            const float before = output[at] > 0 ? gradient[at] : gradient[at] * slope;
            sum[c] += before;
            dot[c] += before * (input[at] - mean[c]);
        }
    }
}

/// Of each channel, for the gradient of the input.
struct Factors {
    const float *scale, *lean, *mean, *offset;
};

/// scale · gradient before the rectifier − lean · centred input − offset.
LIMNER_VECTOR_CODE void blockGradient(const Passed& passed, int64_t rows, int64_t channels,
                                      const Factors& factors, float slope, float* __restrict result) {
    const auto [scale, lean, mean, offset] = factors;
    const auto [gradient, input, output] = passed;
    for (int64_t row = 0; row < rows; ++row) {
        for (int64_t c = 0; c < channels; ++c) {
            const int64_t at = row * channels + c;
            const float before = output[at] > 0 ? gradient[at] : gradient[at] * slope;
            result[at] = scale[c] * before - lean[c] * (input[at] - mean[c]) - offset[c];
        }
    }
}

/// float64, [C].
struct Moments {
    Tensor mean, variance;
};

Moments momentsOf(const Tensor& input) {
    const Matrix matrix(input);
    Tensor means = matrix.blockSums(), deviations = matrix.blockSums();
    const float* from = input.const_data_ptr<float>();
    float *mean = means.mutable_data_ptr<float>(), *deviation = deviations.mutable_data_ptr<float>();
    const int64_t channels = matrix.channels;
    forBlocks(matrix, [&](int64_t block, int64_t rows) {
        blockMoments(from + matrix.offsetOf(block), rows, channels, mean + block * channels,
                     deviation + block * channels);
    });
    // Blocks are put together as Chan, Golub & LeVeque (1983) do.
    Tensor weights = torch::full({matrix.blocks(), 1}, kBlockRows, torch::kFloat64);
    weights[-1].fill_(matrix.rowsOf(matrix.blocks() - 1));
    const Tensor exact = means.to(torch::kFloat64), rows = torch::scalar_tensor(matrix.rows, torch::kFloat64);
    const Tensor whole = (exact * weights).sum(0) / rows;
    const Tensor between = ((exact - whole).square() * weights).sum(0);
    return {whole, (deviations.sum(0, /*keepdim=*/false, torch::kFloat64) + between) / rows};
}

class NormRectify : public torch::autograd::Function<NormRectify> {
public:
    static Tensor forward(AutogradContext* context, const Tensor& input, const Tensor& weight,
                          const Tensor& bias, const Tensor& mean, const Tensor& inverse, double slope) {
        const Matrix matrix(input);
        const Tensor scale = (weight * inverse).to(torch::kFloat32);
        const Tensor shift = (bias - mean * weight * inverse).to(torch::kFloat32);
        Tensor output = torch::empty_like(input);
        const float* from = input.const_data_ptr<float>();
        float* to = output.mutable_data_ptr<float>();
        const float *scales = scale.const_data_ptr<float>(), *shifts = shift.const_data_ptr<float>();
        forBlocks(matrix, [&](int64_t block, int64_t rows) {
            const int64_t offset = matrix.offsetOf(block);
            blockRectified(from + offset, rows, matrix.channels, scales, shifts, static_cast<float>(slope),
                           to + offset);
        });
        context->save_for_backward({input, output, weight, mean, inverse});
        context->saved_data["slope"] = slope;
        return output;
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        if (torch::GradMode::is_enabled())
            throw std::logic_error("batch norm with a rectifier is not twice differentiable");
        const variable_list saved = context->get_saved_variables();
        const Tensor gradient = gradients.front().contiguous(at::MemoryFormat::ChannelsLast);
        const Tensor &input = saved[0], &output = saved[1], &weight = saved[2], &mean = saved[3],
                     &inverse = saved[4];
        const auto slope = static_cast<float>(context->saved_data["slope"].toDouble());
        const Tensor centre = mean.to(torch::kFloat32);
        const Sums sums = sumsOf(gradient, input, output, centre, slope);
        const Tensor scale = weight * inverse / Matrix(input).rows;
        const Tensor factors = torch::stack(
            {scale * Matrix(input).rows, scale * inverse.square() * sums.dot, mean, scale * sums.sum});
        variable_list results(6);
        results[0] = inputGradient(gradient, input, output, factors.to(torch::kFloat32), slope);
        results[1] = (sums.dot * inverse).to(torch::kFloat32);
        results[2] = sums.sum.to(torch::kFloat32);
        return results;
    }

private:
    /// float64, [C].
    struct Sums {
        Tensor sum, dot;
    };

    static Sums sumsOf(const Tensor& gradient, const Tensor& input, const Tensor& output, const Tensor& mean,
                       float slope) {
        const Matrix matrix(input);
        Tensor sums = matrix.blockSums(), dots = matrix.blockSums();
        const float *g = gradient.const_data_ptr<float>(), *x = input.const_data_ptr<float>(),
                    *y = output.const_data_ptr<float>(), *centre = mean.const_data_ptr<float>();
        float *sum = sums.mutable_data_ptr<float>(), *dot = dots.mutable_data_ptr<float>();
        forBlocks(matrix, [&](int64_t block, int64_t rows) {
            const int64_t at = matrix.offsetOf(block), row = block * matrix.channels;
            blockGradientSums({g + at, x + at, y + at}, rows, matrix.channels, centre, slope, sum + row,
                              dot + row);
        });
        return {sums.sum(0, /*keepdim=*/false, torch::kFloat64),
                dots.sum(0, /*keepdim=*/false, torch::kFloat64)};
    }

    /// @param factors  float32, [4, C]: the rows of Factors
    static Tensor inputGradient(const Tensor& gradient, const Tensor& input, const Tensor& output,
                                const Tensor& factors, float slope) {
        const Matrix matrix(input);
        Tensor result = torch::empty_like(input);
        const float *g = gradient.const_data_ptr<float>(), *x = input.const_data_ptr<float>(),
                    *y = output.const_data_ptr<float>(), *row = factors.const_data_ptr<float>();
        const int64_t channels = matrix.channels;
        const Factors ofChannels{row, row + channels, row + 2 * channels, row + 3 * channels};
        float* to = result.mutable_data_ptr<float>();
        forBlocks(matrix, [&](int64_t block, int64_t rows) {
            const int64_t at = matrix.offsetOf(block);
            blockGradient({g + at, x + at, y + at}, rows, channels, ofChannels, slope, to + at);
        });
        return result;
    }
};

bool isPlain(const torch::nn::BatchNorm2dImpl& norm, const Tensor& input) {
    return norm.is_training() && norm.options.affine() && norm.options.track_running_stats() &&
           norm.options.momentum().has_value() && input.is_cpu() && input.dim() == 4 &&
           input.scalar_type() == torch::kFloat32 && input.numel() > input.size(1) &&
           input.is_contiguous(at::MemoryFormat::ChannelsLast);
}

/// Running statistics as torch.nn.BatchNorm2d keeps them: of the unbiased variance.
void keepStatistics(torch::nn::BatchNorm2dImpl& norm, const Moments& moments, int64_t rows) {
    const torch::NoGradGuard noGradients;
    const double momentum = *norm.options.momentum();
    const double unbias = static_cast<double>(rows) / static_cast<double>(rows - 1);
    norm.num_batches_tracked += 1;
    norm.running_mean.mul_(1 - momentum).add_(moments.mean.to(torch::kFloat32), momentum);
    norm.running_var.mul_(1 - momentum).add_((moments.variance * unbias).to(torch::kFloat32), momentum);
}

}  // namespace

torch::Tensor normRectify(torch::nn::BatchNorm2dImpl& norm, double slope, const torch::Tensor& input) {
    if (!isPlain(norm, input)) {
        Tensor normalised = norm.forward(input);
        if (slope == 1) return normalised;
        return slope == 0 ? at::relu_(normalised) : at::leaky_relu_(normalised, slope);
    }
    const Moments moments = momentsOf(input.detach());
    keepStatistics(norm, moments, Matrix(input).rows);
    const Tensor inverse = (moments.variance + norm.options.eps()).rsqrt();
    return NormRectify::apply(input, norm.weight, norm.bias, moments.mean, inverse, slope);
}

}  // namespace limner::models
