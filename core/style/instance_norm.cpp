#include "instance_norm.h"

#include <ATen/Parallel.h>

#include <algorithm>

#include "core/internal/vector_code.h"

namespace limner::style {
namespace {

using torch::Tensor;

constexpr auto kLast = at::MemoryFormat::ChannelsLast;

Tensor emptyPicture(int64_t channels, int64_t height, int64_t width) {
    return torch::empty({1, channels, height, width}, torch::TensorOptions().memory_format(kLast));
}

/// One row of pixels: sums of the differences from `origin`, and of their squares.
LIMNER_VECTOR_CODE void addRow(const float* row, int64_t width, int64_t channels, const float* origin,
                               float* __restrict sum, float* __restrict squares) {
    for (int64_t x = 0; x < width; ++x) {
        for (int64_t c = 0; c < channels; ++c) {
            const float difference = row[x * channels + c] - origin[c];
            sum[c] += difference;
            squares[c] += difference * difference;
        }
    }
}

LIMNER_VECTOR_CODE void scaleRow(const float* row, int64_t width, int64_t channels, const float* scale,
                                 const float* shift, float least, float* __restrict to) {
    for (int64_t x = 0; x < width; ++x) {
        for (int64_t c = 0; c < channels; ++c) {
            const float value = row[x * channels + c] * scale[c] + shift[c];
            to[x * channels + c] = value > least ? value : least;
        }
    }
}

LIMNER_VECTOR_CODE void addTo(float* __restrict to, const float* from, int64_t count) {
    for (int64_t i = 0; i < count; ++i) to[i] += from[i];
}

/// Mirrors or clears the pixels around the picture in the middle. Columns first, so that rows hold the
/// corners.
void fillBorder(const Tensor& picture, const Border& border) {
    const auto fill = [&](int64_t dim, int64_t before, int64_t after) {
        const int64_t size = picture.size(dim);
        const auto strip = [&](int64_t at, int64_t from) {
            Tensor to = picture.narrow(dim, at, 1);
            if (border.mirrors) {
                to.copy_(picture.narrow(dim, from, 1));
            } else {
                to.zero_();
            }
        };
        for (int64_t i = 1; i <= before; ++i) strip(before - i, before + i);
        for (int64_t i = 1; i <= after; ++i) strip(size - after - 1 + i, size - after - 1 - i);
    };
    fill(3, border.left, border.right);
    fill(2, border.top, border.bottom);
}

}  // namespace

ChannelStatistics channelStatistics(const Tensor& input) {
    const int64_t channels = input.size(1), height = input.size(2), width = input.size(3);
    const int64_t step = input.stride(2);
    const float* from = input.const_data_ptr<float>();
    // Differences from the first pixel, so that squares do not drown what they differ by.
    const Tensor sums = torch::zeros({height, 2, channels});
    float* to = sums.mutable_data_ptr<float>();
    at::parallel_for(0, height, 1, [&](int64_t first, int64_t last) {
        for (int64_t y = first; y < last; ++y)
            addRow(from + y * step, width, channels, from, to + 2 * y * channels,
                   to + (2 * y + 1) * channels);
    });
    const Tensor means =
        sums.sum(0, /*keepdim=*/false, torch::kFloat64) / static_cast<double>(height * width);
    const Tensor origin = input.select(2, 0).select(2, 0)[0].to(torch::kFloat64);
    return {(origin + means[0]).to(torch::kFloat32),
            (means[1] - means[0].square()).clamp_min(0).to(torch::kFloat32)};
}

Tensor normalised(const Tensor& input, const ChannelStatistics& statistics, const AfterNorm& after) {
    const auto& [weight, bias, epsilon, rectifies, added, border] = after;
    const int64_t channels = input.size(1), height = input.size(2), width = input.size(3);
    const Tensor scale = weight / (statistics.variance + epsilon).sqrt();
    const Tensor shift = bias - statistics.mean * scale;
    const Tensor output =
        emptyPicture(channels, height + border.top + border.bottom, width + border.left + border.right);
    const Tensor inside = insideOf(output, border);
    const float *from = input.const_data_ptr<float>(), *scales = scale.const_data_ptr<float>(),
                *shifts = shift.const_data_ptr<float>();
    const float* more = added.defined() ? added.const_data_ptr<float>() : nullptr;
    float* to = inside.mutable_data_ptr<float>();
    const int64_t fromStep = input.stride(2), toStep = inside.stride(2),
                  moreStep = added.defined() ? added.stride(2) : 0;
    const float least = rectifies ? 0.0F : -std::numeric_limits<float>::infinity();
    at::parallel_for(0, height, 1, [&](int64_t first, int64_t last) {
        for (int64_t y = first; y < last; ++y) {
            scaleRow(from + y * fromStep, width, channels, scales, shifts, least, to + y * toStep);
            if (more != nullptr) addTo(to + y * toStep, more + y * moreStep, width * channels);
        }
    });
    fillBorder(output, border);
    return output;
}

Tensor insideOf(const Tensor& picture, const Border& border) {
    return picture.narrow(2, border.top, picture.size(2) - border.top - border.bottom)
        .narrow(3, border.left, picture.size(3) - border.left - border.right);
}

Tensor bordered(const Tensor& picture, const Border& border) {
    const Tensor output = emptyPicture(picture.size(1), picture.size(2) + border.top + border.bottom,
                                       picture.size(3) + border.left + border.right);
    insideOf(output, border).copy_(picture);
    fillBorder(output, border);
    return output;
}

Tensor sumOfKernelRows(const Tensor& parts, int64_t rows, int64_t above, int64_t height) {
    const int64_t all = parts.size(1), channels = all / rows, from = parts.size(2), width = parts.size(3);
    const Tensor output = emptyPicture(channels, height, width);
    const float* part = parts.const_data_ptr<float>();
    float* to = output.mutable_data_ptr<float>();
    at::parallel_for(0, height, 1, [&](int64_t first, int64_t last) {
        for (int64_t y = first; y < last; ++y) {
            float* row = to + y * width * channels;
            std::fill_n(row, width * channels, 0.0F);
            for (int64_t r = 0; r < rows; ++r) {
                if (y + r < above || y + r - above >= from) continue;
                const float* source = part + (y + r - above) * width * all + r * channels;
                for (int64_t x = 0; x < width; ++x) {
                    for (int64_t c = 0; c < channels; ++c) row[x * channels + c] += source[x * all + c];
                }
            }
        }
    });
    return output;
}

}  // namespace limner::style
