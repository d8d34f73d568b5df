// Looks for the latent whose picture is most like a given one, by gradient descent from several starts (Zhu
// et al. 2016; Abdal et al. 2019). For models without an encoder.
#pragma once

#include "core/internal/torch.h"

#include "core/internal/model.h"
#include "core/internal/optimizer.h"

namespace limner::generation {

struct ProjectionSettings {
    int64_t restarts = 4;  ///< >= 1; all of them move together, each on its own
    int64_t steps = 300;   ///< >= 1; the learning rate falls to 0 over them along a cosine
    double learningRate = 0.05;
    double featureWeight = 0.1;  ///< 0: pixels alone
    uint64_t seed = 1;
};

class Projection {
public:
    struct Loss {
        double total = 0;
        double pixel = 0;    ///< mean squared difference of the pixels
        double feature = 0;  ///< that of the judge's early activations, relative to their mean square
    };

    /// @param target    [1, C, H, W] in the range of the model
    /// @param hasJudge  whether the network of Model::judgeName may be asked
    Projection(models::PictureModel& model, torch::Tensor target, const ProjectionSettings& settings,
               bool hasJudge);

    /// Looks at all points, keeps the best, moves each once. Errors: NotFinite (no point is left that gives
    /// numbers).
    Result<void> step();
    int64_t stepsDone() const { return m_step; }
    bool isDone() const { return m_step >= m_settings.steps; }

    const Loss& atStart() const { return m_start; }  ///< of the best of the first points; after one step
    const Loss& atBest() const { return m_best; }
    const torch::Tensor& latent() const { return m_latent; }    ///< [1, latentSize]; undefined at first
    const torch::Tensor& picture() const { return m_picture; }  ///< [1, C, H, W]

private:
    /// Each [restarts].
    struct Losses {
        torch::Tensor total, pixel, feature;
    };
    Losses lossesOf(const torch::Tensor& pictures);

    models::PictureModel& m_model;
    ProjectionSettings m_settings;
    torch::Tensor m_target, m_targetFeatures;
    double m_featureScale = 0;
    std::shared_ptr<torch::nn::Module> m_points;  // holds the one parameter [restarts, latentSize]
    training::Optimizer m_adam;
    int64_t m_step = 0;
    Loss m_start, m_best;
    torch::Tensor m_latent, m_picture;
};

}  // namespace limner::generation
