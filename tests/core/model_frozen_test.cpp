// The faster decoder of weights that stay as they are shows the same pictures.
#include <gtest/gtest.h>

#include "formula.h"
#include "model_tools.h"

namespace limner::test {
namespace {

struct Chosen {
    std::string name;
    ParamValues values;
};

class FrozenDecoder : public testing::TestWithParam<Chosen> {
protected:
    void SetUp() override {
        auto made = makeModel(modelValues(GetParam().values));
        ASSERT_TRUE(made) << made.error().text();
        model = std::move(*made);
        uint64_t stream = 0;
        for (const models::Network& network : model->networks())
            stream = fillParameters(*network.module, stream);
        drawStatistics();
    }

    /// Running statistics that are neither 0 nor 1.
    void drawStatistics() {
        const torch::NoGradGuard noGradients;
        for (const models::Network& network : model->networks()) {
            for (auto& buffer : network.module->named_buffers()) {
                if (!buffer.key().ends_with("running_mean") && !buffer.key().ends_with("running_var"))
                    continue;
                buffer.value().add_(hashed(200, buffer.value().sizes()), 0.5);
            }
        }
    }

    std::unique_ptr<models::PictureModel> model;
};

TEST_P(FrozenDecoder, ShowsWhatTheModelShows) {
    const auto decoder = model->frozenDecoder();
    for (const int64_t count : {1, 5}) {
        const torch::Tensor points = latents(0, count, model->latentSize());
        const torch::Tensor expected = model->decode(points), shown = decoder(points);
        ASSERT_EQ(shown.sizes(), expected.sizes());
        EXPECT_GT(expected.std().item<double>(), 1e-3) << "nothing to see";
        EXPECT_LT((shown - expected).abs().max().item<double>(), 1e-5) << count << " pictures";
        EXPECT_FALSE(shown.requires_grad());
    }
}

INSTANTIATE_TEST_SUITE_P(
    Models, FrozenDecoder,
    testing::Values(
        Chosen{"Dcgan28", {{"model", "dcgan"}, {"size", int64_t{28}}, {"g_width", int64_t{8}}}},
        Chosen{"Dcgan64",
               {{"model", "dcgan"}, {"size", int64_t{64}}, {"channels", "rgb"}, {"g_width", int64_t{4}}}},
        Chosen{"DenseGan", {{"model", "mlp-gan"}}},
        Chosen{"ConvVae",
               {{"model", "vae"}, {"preset", "conv"}, {"size", int64_t{28}}, {"width", int64_t{4}}}},
        Chosen{"DenseVae", {{"model", "vae"}}}),
    [](const auto& chosen) { return chosen.param.name; });

}  // namespace
}  // namespace limner::test
