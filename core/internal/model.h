// What a model says of itself. All that trains, explores, evaluates or exports a model uses only this.
#pragma once

#include "core/internal/torch.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/types/host.h"
#include "core/types/param.h"

namespace limner::models {

/// A part of a model with weights of its own: its name is the prefix of its parameter names in files.
struct Network {
    std::string name;  ///< "generator", "discriminator", "encoder", …
    std::shared_ptr<torch::nn::Module> module;
    std::string learningRateId;  ///< the live parameter that gives its learning rate: "learning_rate_d", …
};

struct PictureShape {
    int64_t channels = 1;
    int64_t size = 28;     ///< side in pixels
    bool isSigned = true;  ///< pixels in [-1, 1] (normalised), else [0, 1]
};

/// What a model learns from in one step.
struct Batch {
    /// Pictures: float32 [N, C, H, W], in the range of the PictureShape. Text: tokens, int64 [N, T].
    torch::Tensor inputs;
    torch::Tensor targets;   ///< of pictures their labels, int64 [N]; of text the tokens that follow, [N, T]
    bool continues = false;  ///< text: whether each row goes on where that of the batch before ended
};

/// What a person sees of a model while it learns: pictures or tokens, the other one is undefined.
struct Shown {
    torch::Tensor pictures = {};  ///< float32 [N, C, H, W]
    PictureShape shape = {};      ///< of the pictures
    torch::Tensor tokens = {};    ///< int64 [T], on the CPU
};

/// What a training step may use of its run: randomness and the optimizers. Made by the training job.
class StepTools {
public:
    virtual ~StepTools() = default;
    /// z ~ N(0, I), float32 [count, dim], from the job's own generator, into a kept tensor.
    virtual torch::Tensor latents(int64_t count, int64_t dim) = 0;
    /// The job's generator, for any other draw.
    virtual at::Generator& generator() = 0;
    /// Back-propagates `loss` into the named network, clips, checks for NaN before the weights move, and
    /// moves them. A network that is frozen is left as it is.
    virtual void update(std::string_view network, const torch::Tensor& loss) = 0;
    /// The same for a loss that trains several networks at once (a VAE, or one backward for both).
    virtual void update(const std::vector<std::string_view>& networks, const torch::Tensor& loss) = 0;
    /// Whether `update` would move the network: false while the person keeps it frozen.
    virtual bool trains(std::string_view) const { return true; }
    /// The value in force now of a parameter that may change while running. A Toggle counts as 0 or 1, a
    /// Choice as the index of the chosen option.
    virtual double live(std::string_view paramId) const = 0;
    /// How many steps were done before this one.
    virtual int64_t step() const = 0;
};

/// q(z | picture), a Gaussian with a diagonal covariance.
struct Posterior {
    torch::Tensor mean, logVariance;  ///< float32, [N, latentSize]
};

/// What a model may need beside its data.
struct Surroundings {
    const std::filesystem::path& project;
    const Host& host;
    torch::Device device;  ///< of the networks
};

/// Named scalars of one step, in the order of `scalarNames`: 0-dim tensors that are read only when shown.
using Scalars = std::vector<torch::Tensor>;

/// Whatever can be trained.
class Model {
public:
    virtual ~Model() = default;
    /// In the order in which they are saved; names are stable.
    virtual std::vector<Network> networks() const = 0;
    /// Reads the files that its values name. Called once before it trains, never where it is only shown or
    /// exported.
    virtual Result<void> open(const Surroundings&) { return {}; }
    /// loss_d, loss_g, …: stable for the life of the model.
    virtual std::vector<std::string> scalarNames() const = 0;
    /// One training step on one batch.
    virtual Scalars step(const Batch& batch, StepTools& tools) = 0;

    /// The network that `show` runs: its weights are averaged (EMA) and given to the live lane.
    virtual std::string decoderName() const = 0;
    /// Whether the live lane needs the weights of this network.
    virtual bool isLive(std::string_view network) const { return network == decoderName(); }
    /// What a person looks at while it learns; the same seed shows the same at the same weights. In eval
    /// mode, without gradients. Draws on no generator of the run.
    /// @param examples  a few that it does not learn from, or does where none are set aside; always the same
    virtual Shown show(const Batch& examples, uint64_t seed) = 0;

    /// Scalars on held-out data, without gradients: names are "validation_…" while training, "test_…" in the
    /// summary. Empty where the model has none. Random numbers that it needs are drawn from `generator`.
    virtual std::vector<std::string> evaluationNames() const { return {}; }
    virtual Scalars evaluate(const Batch&, at::Generator&) { return {}; }
    /// The mean of a scalar over all batches → the score: for what is no mean itself, such as perplexity.
    virtual double scoreOf(size_t /*scalar*/, double mean) const { return mean; }

    /// What passes from one step to the next beside weights and optimizer: part of a checkpoint. Empty for
    /// most. Named tensors share memory with the model.
    virtual std::vector<std::pair<std::string, torch::Tensor>> carried() const { return {}; }
    /// Takes up what `carried` gave; what is missing begins anew.
    virtual void restoreCarried(const std::map<std::string, torch::Tensor>&) {}
};

/// Latents [N, latentSize] → pictures [N, C, H, W].
using Decoder = std::function<torch::Tensor(const torch::Tensor& latents)>;

/// A model that makes pictures of points in latent space: what Explore, samples and films need.
class PictureModel : public Model {
public:
    virtual PictureShape shape() const = 0;
    virtual int64_t latentSize() const = 0;
    /// Latents [N, latentSize] → pictures [N, C, H, W] in the range of `shape`. In eval mode, without
    /// gradients.
    virtual torch::Tensor decode(const torch::Tensor& latents) = 0;
    /// `decode`, up to rounding, for weights as they are now: faster for one picture, but no longer right
    /// once they change. Uses the model.
    virtual Decoder frozenDecoder() {
        return [this](const torch::Tensor& latents) { return decode(latents); };
    }

    bool isLive(std::string_view network) const override { return encodes() || network == decoderName(); }
    /// Pictures of the 64 latents that belong to the seed.
    Shown show(const Batch& examples, uint64_t seed) override;

    /// Whether a picture can be turned into a latent at once.
    virtual bool encodes() const { return false; }
    /// Of pictures [N, C, H, W] in the range of `shape`; undefined tensors where the model has no encoder. In
    /// eval mode, without gradients.
    virtual Posterior posterior(const torch::Tensor&) { return {}; }
    /// The mean of the posterior.
    torch::Tensor encode(const torch::Tensor& pictures) { return posterior(pictures).mean; }

    /// What `decode` gives, [N, C, H, W], with gradients to the latents. In eval mode.
    virtual torch::Tensor decodeForGradients(const torch::Tensor& latents) = 0;
    /// Activations behind the first layers of the decoder: latents [N, latentSize] → [N, features]. In eval
    /// mode, without gradients.
    virtual torch::Tensor earlyFeatures(const torch::Tensor& latents) = 0;
    /// The network whose first activations tell how alike two pictures look; empty where there is none.
    virtual std::string judgeName() const { return {}; }
    /// Activations behind its first layers, [N, features], with gradients to the pictures. In eval mode.
    virtual torch::Tensor judgedFeatures(const torch::Tensor&) { return {}; }
};

/// One row of the registry (core/models/registry.cpp).
struct ModelEntry {
    std::string id;
    std::string label;
    std::string help;
    ParamTable rows;        ///< the model's own parameters, "preset" first
    ParamValues standards;  ///< shared parameters that this model sets otherwise
    std::string domain;     ///< of what it learns: "pictures", "text"
    /// Builds the networks and draws their weights from `generator`. Errors: InvalidArgument (values that do
    /// not fit).
    Result<std::unique_ptr<Model>> (*make)(const ParamValues& values, at::Generator& generator);
};

/// Every model Limner can train; order is the order in the menu.
const std::vector<ModelEntry>& modelRegistry();

/// The latents of the fixed sample grid: N(0, I), float32 [count, dim], from a generator seeded by `seed`
/// alone.
torch::Tensor fixedLatents(int64_t count, int64_t dim, uint64_t seed);

}  // namespace limner::models
