#include "dense_chain.h"

#include <stdexcept>

namespace limner::models {
namespace {

using torch::Tensor;
using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

class DenseChain : public torch::autograd::Function<DenseChain> {
public:
    /// @param parameters  weight and bias of each layer in turn
    static Tensor forward(AutogradContext* context, const Tensor& input, at::TensorList parameters,
                          const std::vector<double>& slopes) {
        variable_list saved{input};
        for (size_t i = 0; i < slopes.size(); ++i) {
            Tensor output = at::addmm(parameters[2 * i + 1], saved.back(), parameters[2 * i].t());
            if (slopes[i] != 1) at::leaky_relu_(output, slopes[i]);
            saved.push_back(std::move(output));
        }
        const Tensor result = saved.back();
        saved.insert(saved.end(), parameters.begin(), parameters.end());
        context->save_for_backward(std::move(saved));
        context->saved_data["slopes"] = slopes;
        return result;
    }

    static variable_list backward(AutogradContext* context, const variable_list& gradients) {
        if (torch::GradMode::is_enabled())
            throw std::logic_error("a dense chain is not twice differentiable");
        const std::vector<double> slopes = context->saved_data["slopes"].toDoubleVector();
        const variable_list saved =
            context->get_saved_variables();  // activations before and after each layer, weights
        const size_t layers = slopes.size();
        variable_list results(2 * layers + 2);  // input, weights and biases, slopes
        Tensor gradient = gradients.front();
        for (size_t i = layers; i-- > 0;) {
            const size_t weight = 1 + 2 * i;
            if (slopes[i] != 1) {
                gradient =
                    at::leaky_relu_backward(gradient, saved[i + 1], slopes[i], /*self_is_result=*/true);
            }
            if (context->needs_input_grad(weight)) results[weight] = gradient.t().mm(saved[i]);
            if (context->needs_input_grad(weight + 1)) results[weight + 1] = gradient.sum(0);
            if (i > 0 || context->needs_input_grad(0)) gradient = gradient.mm(saved[layers + weight]);
        }
        if (context->needs_input_grad(0)) results[0] = gradient;
        return results;
    }
};

}  // namespace

torch::Tensor denseChain(const torch::Tensor& input, const std::vector<DenseLayer>& layers) {
    variable_list parameters;
    std::vector<double> slopes;
    for (const DenseLayer& layer : layers) {
        parameters.push_back(layer.linear->weight);
        parameters.push_back(layer.linear->bias);
        slopes.push_back(layer.slope);
    }
    return DenseChain::apply(input, at::TensorList(parameters), slopes);
}

}  // namespace limner::models
