// Directions that are found in a model, and the places that use them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/internal/directions.h"
#include "core/internal/places.h"
#include "model_tools.h"

namespace limner::test {
namespace {

using generation::Directions;
using torch::Tensor;

std::unique_ptr<models::PictureModel> small(const char* model, ParamValues more = {}) {
    more["model"] = std::string(model);
    auto built = makeModel(modelValues(more));
    if (!built) throw std::invalid_argument(built.error().text());
    return std::move(*built);
}

void expectOrthonormal(const Tensor& rows) {
    const Tensor products = rows.to(torch::kFloat64).mm(rows.to(torch::kFloat64).t());
    EXPECT_TRUE(torch::allclose(products, torch::eye(rows.size(0), torch::kFloat64), 0, 1e-5)) << products;
}

// relu(d·z) − relu(−d·z) is d·z, so the variance along axis i is as d_i².
TEST(Directions, OfADiagonalFirstLayerAreItsLargestAxes) {
    const Tensor sizes = torch::tensor({1.0F, 5.0F, -3.0F, 0.5F});
    const auto found = generation::principalDirections(
        [&](const Tensor& latents) { return (latents * sizes).relu(); }, 4, 3);
    ASSERT_EQ(found.rows.size(0), 3);
    const double total = 1 + 25 + 9 + 0.25;
    const std::array<int64_t, 3> axes{1, 2, 0};
    const std::array<double, 3> shares{25 / total, 9 / total, 1 / total};
    for (size_t i = 0; i < 3; ++i) {
        const Tensor row = found.rows[static_cast<int64_t>(i)];
        EXPECT_NEAR(row[axes[i]].item<double>(), 1, 1e-4) << row;
        EXPECT_NEAR(found.facts[i].share, shares[i], 1e-4);
    }
    EXPECT_EQ(found.facts[2].name.text(), "Direction 3");
}

TEST(Directions, WhatIsTheSameAtBothEndsIsNoDirection) {
    const auto found = generation::principalDirections(
        [](const Tensor& latents) {
            return torch::cat({100 * latents.square().slice(1, 0, 2), latents.slice(1, 2, 3)}, 1);
        },
        3, 3);
    ASSERT_EQ(found.rows.size(0), 1);
    EXPECT_NEAR(found.rows[0][2].item<double>(), 1, 1e-5);
    EXPECT_NEAR(found.facts[0].share, 1, 1e-6);
}

TEST(Directions, OfEveryGanAreUnitStepsAtRightAngles) {
    const ParamValues slim{{"g_width", int64_t{4}}, {"d_width", int64_t{4}}};
    for (const auto& model : {small("dcgan", slim), small("mlp-gan", {{"preset", std::string("batch-norm")}}),
                              small("mlp-gan", {{"latent_size", int64_t{3}}})}) {
        const Directions found = generation::directionsOf(*model);
        EXPECT_EQ(found.rows.size(0), std::min<int64_t>(10, model->latentSize()));
        EXPECT_EQ(found.facts.size(), static_cast<size_t>(found.rows.size(0)));
        expectOrthonormal(found.rows);
        double last = 1;
        for (const Direction& fact : found.facts) {
            EXPECT_LE(fact.share, last);
            EXPECT_GT(fact.share, 0);
            last = fact.share;
        }
        for (int64_t i = 0; i < found.rows.size(0); ++i)
            EXPECT_GT(found.rows[i][found.rows[i].abs().argmax()].item<double>(), 0) << "its positive end";
    }
}

// Both lanes find them, with another number of threads each.
TEST(Directions, AreTheSameToTheBitOnAnyNumberOfThreads) {
    const auto model = small("mlp-gan");
    const int before = at::get_num_threads();
    at::set_num_threads(1);
    const Tensor alone = generation::directionsOf(*model).rows;
    at::set_num_threads(2);
    const Tensor shared = generation::directionsOf(*model).rows;
    EXPECT_EQ(at::get_num_threads(), 2);
    at::set_num_threads(before);
    EXPECT_TRUE(alone.equal(shared));
}

TEST(Directions, OfABrokenModelThereAreNone) {
    const auto model = small("mlp-gan");
    const torch::NoGradGuard noGradients;
    for (Tensor& weight : model->networks().front().module->parameters()) weight.fill_(std::nan(""));
    EXPECT_TRUE(generation::directionsOf(*model).facts.empty());
}

/// The given parameter of a network.
Tensor parameterOf(const models::Model& model, const std::string& network, const std::string& name) {
    for (const models::Network& one : model.networks()) {
        if (one.name == network) return one.module->named_parameters()[name];
    }
    throw std::invalid_argument(network);
}

// KL(N(0, s²) ‖ N(0, 1)) = (s² − 1 − log s²) / 2: 0.3181 nats for s² = 0.25 and 1.1294 for s² = 0.04.
TEST(Directions, OfAVaeAreItsUsedDimensionsTheMostTellingFirst) {
    const auto model = small("vae", {{"latent_size", int64_t{4}}, {"hidden_size", int64_t{8}}});
    {
        const torch::NoGradGuard noGradients;
        parameterOf(*model, "encoder", "main.3.weight").zero_();
        const Tensor bias = parameterOf(*model, "encoder", "main.3.bias").zero_();
        bias[4 + 1] = std::log(0.25);  // means first, then log-variances
        bias[4 + 3] = std::log(0.04);
    }
    const Directions found = generation::directionsOf(*model);
    ASSERT_EQ(found.facts.size(), 2u) << "two dimensions are not used";
    EXPECT_EQ(found.facts[0].name.text(), "Dimension 4");
    EXPECT_NEAR(found.facts[0].share, 1.1294 / (1.1294 + 0.3181), 1e-4);
    EXPECT_EQ(found.facts[1].name.text(), "Dimension 2");
    EXPECT_TRUE(found.rows.equal(torch::eye(4).index_select(0, torch::tensor({3, 1}))));
}

class Places : public testing::Test {
protected:
    ParamValues place(ParamValues given) const {
        return completeValues(generation::placeRows(), given).value();
    }
    Result<Tensor> latent(ParamValues given) {
        return generation::latentOf(place(std::move(given)), 3, [this]() -> const Directions& {
            ++asked;
            return directions;
        });
    }
    std::string refusal(ParamValues given) {
        const auto found = latent(std::move(given));
        return found ? std::string() : found.error().text();
    }

    Directions directions{.rows = torch::tensor({{0.6F, 0.8F, 0.0F}, {0.0F, 0.0F, 1.0F}}),
                          .facts = {{.name = "a"}, {.name = "b"}}};
    int asked = 0;
};

TEST_F(Places, AddWhatEachRowSays) {
    const auto found = latent({{"point", std::string("1,2,4")},
                               {"truncation", 0.5},
                               {"directions", std::string("1:10,2:-1")},
                               {"dimensions", std::string("3:0.25")},
                               {"attributes", std::string("2*1,0,0.5;-1*0,3,0")}});
    ASSERT_TRUE(found.ok()) << found.error().text();
    EXPECT_TRUE(torch::allclose(*found, torch::tensor({{8.5F, 6.0F, 2.25F}}))) << *found;
}

TEST_F(Places, AreThoseOfTheSeedWhereNothingElseIsGiven) {
    EXPECT_TRUE(latent({{"seed", int64_t{7}}})->equal(models::fixedLatents(1, 3, 7)));
    EXPECT_EQ(asked, 0) << "directions are found only for those who go along one";
}

TEST_F(Places, OutsideOfTheModelAreRefusedWithTheRange) {
    EXPECT_EQ(refusal({{"directions", std::string("12:1")}}),
              "There is no direction 12: this model has 2. The range is 1 to 2.");
    EXPECT_EQ(refusal({{"dimensions", std::string("4:1")}}),
              "There is no dimension 4: a point of this model has 3. The range is 1 to 3.");
    EXPECT_EQ(refusal({{"point", std::string("1,2")}}), "A point of this model has 3 numbers; 2 were given.");
    EXPECT_EQ(refusal({{"attributes", std::string("1*1,2")}}),
              "A point of this model has 3 numbers; 2 were given.");
    EXPECT_FALSE(generation::checkPlace(place({{"directions", std::string("one")}})).ok());
    EXPECT_FALSE(generation::checkPlace(place({{"attributes", std::string("far")}})).ok());
}

TEST_F(Places, OneAfterTheOtherAreEachTheirOwnSeed) {
    ParamValues values = place({{"seed", int64_t{5}}, {"truncation", 0.5}});
    values["count"] = int64_t{3};
    values["count_up"] = true;
    const auto find = [this]() -> const Directions& { return directions; };
    const Tensor rows = *generation::latentsOf(values, 3, find);
    for (int64_t i = 0; i < 3; ++i)
        EXPECT_TRUE(rows.slice(0, i, i + 1).equal(*latent({{"seed", 5 + i}, {"truncation", 0.5}})));
    values["count_up"] = false;
    EXPECT_TRUE(generation::latentsOf(values, 3, find)->equal(models::fixedLatents(3, 3, 5) * 0.5));
}

}  // namespace
}  // namespace limner::test
