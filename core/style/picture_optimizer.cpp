#include "picture_optimizer.h"

#include <ATen/ops/_fused_adam.h>

#include <deque>

namespace limner::style {
namespace {

using torch::Tensor;

class AdamOptimizer final : public PictureOptimizer {
public:
    explicit AdamOptimizer(double learningRate) : m_learningRate(learningRate) {}

    void move(Tensor& picture, const Tensor& gradient, double) override {
        if (!m_mean.defined()) {
            m_mean = torch::zeros_like(picture);
            m_square = torch::zeros_like(picture);
            m_steps = torch::zeros({}, picture.options());
        }
        m_steps.add_(1);
        at::_fused_adam_(picture, gradient, m_mean, m_square, {}, m_steps, m_learningRate, /*beta1=*/0.9,
                         /*beta2=*/0.999, /*weight_decay=*/0, /*eps=*/1e-8, /*amsgrad=*/false,
                         /*maximize=*/false);
        picture.clamp_(0, 1);
    }

private:
    double m_learningRate;
    Tensor m_mean, m_square, m_steps;
};

double product(const Tensor& a, const Tensor& b) {
    return (a * b).sum().item<double>();
}

class LbfgsOptimizer final : public PictureOptimizer {
public:
    void move(Tensor& picture, const Tensor& gradient, double loss) override {
        if (m_picture.defined() && !(loss <= m_loss) && m_halvings < kMostHalvings) {
            picture.add_(m_picture).mul_(0.5);
            ++m_halvings;
            return;
        }
        if (m_picture.defined()) remember(picture - m_picture, gradient - m_gradient);
        Tensor step = direction(gradient).neg_();
        const double longest = step.abs().max().item<double>();
        const double most = m_pairs.empty() ? kFirstMove : kMostMove;
        if (longest > most || m_pairs.empty()) step.mul_(longest > 0 ? most / longest : 0);
        m_picture = picture.clone();
        m_gradient = gradient.clone();
        m_loss = loss;
        m_halvings = 0;
        picture.add_(step).clamp_(0, 1);
    }

private:
    static constexpr int kMostHalvings = 4;
    static constexpr double kFirstMove = 0.02, kMostMove = 0.1;  ///< of a pixel
    static constexpr size_t kMostPairs = 10;

    struct Pair {
        Tensor step, change;  ///< of the picture, of the gradient
        double inverse;       ///< of their product
    };

    /// Only what bends upwards says something of the way down.
    void remember(const Tensor& step, const Tensor& change) {
        const double curvature = product(step, change);
        if (!(curvature > 1e-10 * product(step, step))) return;
        m_pairs.push_back({step, change, 1 / curvature});
        if (m_pairs.size() > kMostPairs) m_pairs.pop_front();
    }

    /// The gradient times the inverse of the curvature, as far as it is known.
    Tensor direction(const Tensor& gradient) const {
        Tensor result = gradient.clone();
        std::vector<double> factors;
        for (auto pair = m_pairs.rbegin(); pair != m_pairs.rend(); ++pair) {
            factors.push_back(pair->inverse * product(pair->step, result));
            result.sub_(pair->change, factors.back());
        }
        if (!m_pairs.empty()) {
            const Pair& last = m_pairs.back();
            result.mul_(1 / (last.inverse * product(last.change, last.change)));
        }
        for (const Pair& pair : m_pairs) {
            result.add_(pair.step, factors.back() - pair.inverse * product(pair.change, result));
            factors.pop_back();
        }
        return result;
    }

    Tensor m_picture, m_gradient;  ///< before the last step
    double m_loss = 0;
    int m_halvings = 0;
    std::deque<Pair> m_pairs;
};

ParamSpec rateRow() {
    return {.id = "learning_rate",
            .label = LIMNER_TR("core", "Learning rate"),
            .help = LIMNER_TR("core", "How far a pixel moves in one step."),
            .group = LIMNER_TR("core", "Neural style"),
            .kind = ParamKind::Real,
            .standard = 0.02,
            .range = {.low = 0.001, .high = 0.5, .scale = Scale::Log}};
}

}  // namespace

std::unique_ptr<PictureOptimizer> makeAdam(double learningRate) {
    return std::make_unique<AdamOptimizer>(learningRate);
}

std::unique_ptr<PictureOptimizer> makeLbfgs() {
    return std::make_unique<LbfgsOptimizer>();
}

ParamSpec pictureOptimizerRow() {
    return {.id = "optimizer",
            .label = LIMNER_TR("core", "Optimizer"),
            .help = LIMNER_TR("core", "How the pixels find their way."),
            .group = LIMNER_TR("core", "Neural style"),
            .kind = ParamKind::Choice,
            .standard = std::string("adam"),
            .choices = {{.id = "adam",
                         .label = LIMNER_TR("core", "Adam"),
                         .help = LIMNER_TR("core", "Steady; the picture changes evenly."),
                         .rows = {rateRow()}},
                        {.id = "lbfgs",
                         .label = LIMNER_TR("core", "L-BFGS"),
                         .help = LIMNER_TR("core", "Gets nearer in fewer steps; needs more memory.")}}};
}

std::unique_ptr<PictureOptimizer> makePictureOptimizer(const ParamValues& values) {
    return textOf(values, "optimizer") == "lbfgs" ? makeLbfgs() : makeAdam(realOf(values, "learning_rate"));
}

}  // namespace limner::style
