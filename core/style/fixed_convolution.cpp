#include "fixed_convolution.h"

#include <ATen/Context.h>
#include <ATen/core/dispatch/Dispatcher.h>

#include <optional>
#include <string_view>

#include "pixel_rows.h"

namespace limner::style {
namespace {

using torch::Tensor;
using FusedConvolution = Tensor(const Tensor&, const Tensor&, const std::optional<Tensor>&, at::IntArrayRef,
                                at::IntArrayRef, at::IntArrayRef, int64_t, std::string_view,
                                c10::List<std::optional<at::Scalar>>, std::optional<std::string_view>);

/// oneDNN's convolution with what follows it. LibTorch registers it for its compiler; it is not there in
/// every build.
const std::optional<c10::TypedOperatorHandle<FusedConvolution>>& fusedConvolution() {
    static const auto found = []() -> std::optional<c10::TypedOperatorHandle<FusedConvolution>> {
        const auto schema = c10::Dispatcher::singleton().findSchema({"mkldnn::_convolution_pointwise", ""});
        if (!schema) return std::nullopt;
        try {
            return schema->typed<FusedConvolution>();
        } catch (const c10::Error&) {  // of another version of LibTorch
            return std::nullopt;
        }
    }();
    return found;
}

bool isFusable(const Tensor& input) {
    return input.is_cpu() && input.scalar_type() == at::kFloat && at::hasMKLDNN() &&
           at::globalContext().userEnabledMkldnn() && fusedConvolution().has_value();
}

std::optional<Tensor> given(const Tensor& tensor) {
    return tensor.defined() ? std::optional(tensor) : std::nullopt;
}

bool isProduct(const FixedConvolution& convolution) {
    return convolution.weight.size(2) == 1 && convolution.weight.size(3) == 1 && convolution.stride == 1;
}

}  // namespace

Tensor convolve(const FixedConvolution& convolution, const Tensor& input) {
    const auto& [weight, bias, stride, padRows, padColumns, rectifies] = convolution;
    if (isProduct(convolution) && bias.defined() && input.is_cpu()) {
        Tensor rows = at::addmm(bias, pixelRows(input), weight.view({weight.size(0), -1}).t());
        return fromPixelRows(rectifies ? at::relu_(rows) : rows, input);
    }
    if (isFusable(input)) {
        return fusedConvolution()->call(input, weight, given(bias), {padRows, padColumns}, {stride, stride},
                                        {1, 1}, 1, rectifies ? "relu" : "none",
                                        c10::List<std::optional<at::Scalar>>(), "");
    }
    Tensor output = at::conv2d(input, weight, given(bias), stride, {padRows, padColumns});
    if (rectifies) at::relu_(output);
    return output.contiguous(at::MemoryFormat::ChannelsLast);
}

Tensor inputGradient(const FixedConvolution& convolution, const Tensor& gradient, const Tensor& input) {
    const auto& [weight, bias, stride, padRows, padColumns, rectifies] = convolution;
    if (isProduct(convolution) && gradient.is_cpu())
        return fromPixelRows(at::mm(pixelRows(gradient), weight.view({weight.size(0), -1})), input);
    return std::get<0>(at::convolution_backward(gradient, input, weight, std::nullopt, {stride, stride},
                                                {padRows, padColumns}, {1, 1}, /*transposed=*/false, {0, 0},
                                                1, {true, false, false}));
}

}  // namespace limner::style
