// What every language model must hold beside PyTorch's numbers: memory, its end, and what is carried over.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/internal/gpt_weights.h"
#include "language_tools.h"
#include "model_tools.h"

namespace limner::test {
namespace {

const ParamValues kSmallGpt{{"vocabulary", int64_t{31}},
                            {"layers", int64_t{2}},
                            {"heads", int64_t{2}},
                            {"width", int64_t{16}},
                            {"context", int64_t{8}}};
const ParamValues kSmallLstm{{"vocabulary", int64_t{31}},
                             {"layers", int64_t{2}},
                             {"hidden_size", int64_t{24}},
                             {"embedding_size", int64_t{12}},
                             {"window", int64_t{6}}};

std::unique_ptr<models::LanguageModel> smallModel(const std::string& model) {
    return languageModel(languageValues(model, model == "gpt" ? kSmallGpt : kSmallLstm), 3);
}

class AnyLanguageModel : public testing::TestWithParam<std::string> {
protected:
    std::unique_ptr<models::LanguageModel> model = smallModel(GetParam());
    torch::Tensor text = formulaTokens(0, 1, 40, 31)[0];
};

TEST_P(AnyLanguageModel, ReadsTheSameHoweverATextIsDivided) {
    const auto whole = model->reader(), parts = model->reader(), last = model->reader();
    const torch::Tensor expected = whole->read(text);
    std::vector<torch::Tensor> read;
    for (const auto& [first, end] : {std::pair{0, 3}, {3, 4}, {4, 5}, {5, 11}, {11, 12}, {12, 40}})
        read.push_back(parts->read(text.slice(0, first, end)));
    EXPECT_TRUE(torch::allclose(torch::cat(read), expected, 1e-4, 1e-5));
    EXPECT_TRUE(torch::allclose(last->readLast(text), expected[-1], 1e-4, 1e-5));
    EXPECT_EQ(parts->length(), whole->length());
    EXPECT_EQ(last->length(), whole->length());
}

TEST_P(AnyLanguageModel, AForkGoesItsOwnWay) {
    const auto reader = model->reader();
    reader->readLast(text.slice(0, 0, 5));
    const auto fork = reader->fork();
    const torch::Tensor here = reader->readLast(text.slice(0, 5, 6));
    fork->readLast(text.slice(0, 20, 21));
    EXPECT_TRUE(torch::allclose(reader->readLast(text.slice(0, 6, 7)),
                                model->logits(text.slice(0, 0, 7).unsqueeze(0))[0][-1], 1e-4, 1e-5));
    const torch::Tensor other =
        torch::cat({text.slice(0, 0, 5), text.slice(0, 20, 21), text.slice(0, 9, 10)});
    EXPECT_TRUE(torch::allclose(fork->readLast(text.slice(0, 9, 10)),
                                model->logits(other.unsqueeze(0))[0][-1], 1e-4, 1e-5));
    EXPECT_EQ(here.sizes(), (at::IntArrayRef{31}));
}

TEST_P(AnyLanguageModel, AReaderThatGoesBackHasReadNothingElse) {
    const auto reader = model->reader();
    reader->read(text.slice(0, 0, 7));
    EXPECT_FALSE(reader->rewind(8));
    EXPECT_TRUE(reader->rewind(7));
    const bool canGoBack = reader->rewind(3);
    EXPECT_EQ(canGoBack, GetParam() == "gpt");
    const int64_t kept = canGoBack ? 3 : 7;
    EXPECT_EQ(reader->length(), kept);
    const torch::Tensor other = torch::cat({text.slice(0, 0, kept), text.slice(0, 20, 21)});
    EXPECT_TRUE(torch::allclose(reader->readLast(text.slice(0, 20, 21)),
                                model->logits(other.unsqueeze(0))[0][-1], 1e-4, 1e-5));
}

TEST_P(AnyLanguageModel, ReadingTracksNoGradients) {
    const auto reader = model->reader();
    EXPECT_FALSE(reader->read(text).requires_grad());
    EXPECT_FALSE(reader->readLast(text.slice(0, 0, 1)).requires_grad());
    EXPECT_FALSE(model->logits(text.slice(0, 0, 8).unsqueeze(0)).requires_grad());
}

TEST_P(AnyLanguageModel, ScoresTheMeanOfItsRowsInNatsAndPerplexity) {
    const models::Batch batch = languageBatch(3, 4, 6, 31);
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(1);
    const auto scores = model->evaluate(batch, generator);
    const torch::Tensor probabilities = model->logits(batch.inputs).log_softmax(-1);
    const double expected = -probabilities.gather(2, batch.targets.unsqueeze(2)).mean().item<double>();
    ASSERT_EQ(scores.size(), model->evaluationNames().size());
    EXPECT_NEAR(scores[0].item<double>(), expected, 1e-5);
    EXPECT_NEAR(model->scoreOf(1, scores[1].item<double>()), std::exp(expected), 1e-3);
}

TEST_P(AnyLanguageModel, LearnsATextByHeart) {
    ParamValues values = languageValues(GetParam(), GetParam() == "gpt" ? kSmallGpt : kSmallLstm);
    values["learning_rate"] = 1e-2;
    const auto learner = languageModel(values);
    TestTools tools(*learner, values);
    const models::Batch batch = languageBatch(0, 2, 6, 31);
    double loss = 0;
    for (; tools.stepsDone < 200; ++tools.stepsDone)
        loss = learner->step(batch, tools).front().item<double>();
    EXPECT_LT(loss, 0.1);
}

TEST_P(AnyLanguageModel, WithoutAVocabularyNothingIsMade) {
    EXPECT_THROW(languageModel(languageValues(GetParam(), {})), std::invalid_argument);
}

INSTANTIATE_TEST_SUITE_P(All, AnyLanguageModel, testing::Values("gpt", "lstm", "gru", "rnn"),
                         [](const auto& model) { return model.param; });

TEST(Gpt, GoesOnWithTheLastHalfOfAFullContext) {
    const auto model = smallModel("gpt");
    const torch::Tensor text = formulaTokens(0, 1, 10, 31)[0];
    const auto reader = model->reader();
    reader->readLast(text.slice(0, 0, 8));
    EXPECT_EQ(reader->length(), 8);
    const torch::Tensor ninth = reader->readLast(text.slice(0, 8, 9));
    EXPECT_EQ(reader->length(), 5);
    EXPECT_TRUE(torch::allclose(ninth, model->logits(text.slice(0, 4, 9).unsqueeze(0))[0][-1], 1e-4, 1e-5));
    const torch::Tensor tenth = reader->readLast(text.slice(0, 9, 10));
    EXPECT_TRUE(torch::allclose(tenth, model->logits(text.slice(0, 4, 10).unsqueeze(0))[0][-1], 1e-4, 1e-5));
}

TEST(Gpt, RemembersAllOfALongText) {
    ParamValues values = languageValues("gpt", kSmallGpt);
    values["context"] = int64_t{300};
    const auto model = languageModel(values, 3);
    const torch::Tensor text = formulaTokens(0, 1, 299, 31)[0];
    const torch::Tensor expected = model->logits(text.unsqueeze(0))[0];
    const auto reader = model->reader();
    reader->readLast(text.slice(0, 0, 120));
    for (int64_t i = 120; i < 299; ++i) {
        const torch::Tensor logits = reader->readLast(text.slice(0, i, i + 1));
        EXPECT_TRUE(torch::allclose(logits, expected[i], 1e-4, 1e-4)) << "behind token " << i;
    }
}

TEST(Gpt, NoTokenSeesALaterOne) {
    const auto model = smallModel("gpt");
    torch::Tensor text = formulaTokens(0, 1, 8, 31);
    const torch::Tensor before = model->logits(text);
    text[0][5] = (text[0][5] + 1) % 31;
    const torch::Tensor after = model->logits(text);
    EXPECT_TRUE(torch::equal(before.slice(1, 0, 5), after.slice(1, 0, 5)));
    EXPECT_FALSE(torch::allclose(before.slice(1, 5), after.slice(1, 5)));
}

TEST(Gpt, BeginsAsGpt2Does) {
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(1);
    const ParamValues values = languageValues("gpt", {{"vocabulary", int64_t{500}}, {"width", int64_t{128}}});
    const auto entry = std::ranges::find(models::modelRegistry(), "gpt", &models::ModelEntry::id);
    const auto model = entry->make(values, generator).value();
    for (const auto& parameter : model->networks().front().module->named_parameters()) {
        const std::string& name = parameter.key();
        const double deviation = parameter.value().std().item<double>();
        if (parameter.value().dim() == 1) {
            EXPECT_EQ(deviation, 0) << name;
        } else {
            const double expected = name.ends_with("c_proj.weight") ? 0.02 / std::sqrt(8.0) : 0.02;
            EXPECT_NEAR(deviation, expected, 0.05 * expected) << name;
        }
    }
}

TEST(Gpt, RefusesSizesThatDoNotFit) {
    EXPECT_THROW(languageModel(languageValues("gpt", {{"vocabulary", int64_t{9}}, {"heads", int64_t{7}}})),
                 std::invalid_argument);
    EXPECT_THROW(languageModel(languageValues("gpt", {{"vocabulary", int64_t{9}}, {"window", int64_t{512}}})),
                 std::invalid_argument);
}

TEST(Gpt, DropoutIsForTrainingAlone) {
    ParamValues values = languageValues("gpt", kSmallGpt);
    values["dropout"] = 0.5;
    const auto dropping = languageModel(values, 3), plain = smallModel("gpt");
    const models::Batch batch = languageBatch(0, 2, 8, 31);
    EXPECT_TRUE(torch::equal(dropping->logits(batch.inputs), plain->logits(batch.inputs)));
    TestTools first(*dropping, values), second(*plain, values);
    EXPECT_NE(dropping->step(batch, first).front().item<double>(),
              plain->step(batch, second).front().item<double>());
}

/// Rows in which a token mostly follows from the one before it, and now and then does not.
models::Batch chainBatch(int64_t step) {
    const torch::Tensor drawn = formulaTokens(step, 8, 25, 31);
    torch::Tensor row = drawn.clone();
    for (int64_t i = 1; i < row.size(1); ++i) {
        const torch::Tensor follows = (row.select(1, i - 1) * 7 + 3) % 31;
        row.select(1, i).copy_(torch::where(drawn.select(1, i) < 24, follows, drawn.select(1, i)));
    }
    return {.inputs = row.slice(1, 0, 24), .targets = row.slice(1, 1), .continues = false};
}

TEST(Gpt, WeightsOfEightBitsAgreeOnTheLikeliestToken) {
    ParamValues values = languageValues("gpt", {{"vocabulary", int64_t{31}},
                                                {"layers", int64_t{2}},
                                                {"heads", int64_t{2}},
                                                {"width", int64_t{72}},
                                                {"context", int64_t{24}}});
    values["learning_rate"] = 3e-3;
    const auto model = languageModel(values);
    const auto before = model->roundedReader();  // not to be taken for that of the weights as they will be
    TestTools tools(*model, values);
    for (; tools.stepsDone < 150; ++tools.stepsDone) model->step(chainBatch(tools.stepsDone), tools);

    int64_t same = 0, all = 0;
    for (int64_t row = 0; row < 8; ++row) {
        const torch::Tensor text = chainBatch(1000).inputs[row];
        const auto rounded = model->roundedReader();
        const torch::Tensor expected = model->logits(text.unsqueeze(0))[0];
        for (int64_t i = 0; i < text.size(0); ++i, ++all) {
            const torch::Tensor logits = rounded->readLast(text.slice(0, i, i + 1));
            same += torch::equal(logits.argmax(), expected[i].argmax()) ? 1 : 0;
            EXPECT_LT((logits - expected[i]).abs().max().item<double>(), 0.5);
        }
    }
    EXPECT_GE(static_cast<double>(same), 0.98 * static_cast<double>(all));
}

TEST(GptWeights, NamesAndShapesSayTheNetwork) {
    const ParamValues values = languageValues("gpt", {{"vocabulary", int64_t{31}},
                                                      {"width", int64_t{128}},
                                                      {"heads", int64_t{2}},
                                                      {"layers", int64_t{3}}});
    const auto model = languageModel(values);
    models::TensorShapes shapes;
    for (const auto& parameter : model->networks().front().module->named_parameters())
        shapes[parameter.key()] = parameter.value().sizes().vec();
    const auto shape = models::gptShapeOf(shapes);
    ASSERT_TRUE(shape.has_value());
    EXPECT_EQ(models::gptTensors(*shape), shapes);

    ParamValues same = models::gptValues(*shape);
    same.erase("model");
    const auto twin = languageModel(languageValues("gpt", same));
    const torch::Tensor text = formulaTokens(0, 1, 9, 31);
    EXPECT_TRUE(torch::equal(model->logits(text), twin->logits(text)));
}

TEST(GptWeights, TheSmallestGpt2HasAsManyParametersAsItsMakersSay) {
    const models::GptShape shape{
        .vocabulary = 50257, .layers = 12, .heads = 12, .width = 768, .context = 1024};
    int64_t count = 0;
    for (const auto& [name, sizes] : models::gptTensors(shape)) {
        int64_t numbers = 1;
        for (const int64_t size : sizes) numbers *= size;
        count += numbers;
    }
    EXPECT_EQ(count, 124'439'808);
    EXPECT_EQ(models::gptName(shape), "gpt2");
    EXPECT_EQ(models::gptTitle(*models::gptShapeOf(models::gptTensors(shape))), "GPT-2");
}

/// Losses of the steps from `first` on.
std::vector<double> losses(models::LanguageModel& model, TestTools& tools, int64_t first, int64_t last) {
    std::vector<double> all;
    for (tools.stepsDone = first; tools.stepsDone < last; ++tools.stepsDone)
        all.push_back(model.step(languageBatch(tools.stepsDone, 3, 6, 31), tools).front().item<double>());
    return all;
}

class CarriedState : public testing::TestWithParam<std::string> {};

TEST_P(CarriedState, GoesOnExactlyWhereItWasSaved) {
    const ParamValues values = languageValues(GetParam(), kSmallLstm);
    const auto unbroken = smallModel(GetParam()), resumed = smallModel(GetParam());
    // Frozen: only what is carried differs from step to step.
    TestTools tools(*unbroken, values), others(*resumed, values);
    tools.frozen = others.frozen = {"recurrent"};
    losses(*unbroken, tools, 0, 2);
    std::map<std::string, torch::Tensor> saved;
    for (const auto& [name, tensor] : unbroken->carried()) saved[name] = tensor.clone();
    EXPECT_EQ(saved.size(), GetParam() == "lstm" ? 2U : 1U);
    const std::vector<double> expected = losses(*unbroken, tools, 2, 4);

    resumed->restoreCarried(saved);
    EXPECT_EQ(losses(*resumed, others, 2, 4), expected);
    resumed->restoreCarried({});
    EXPECT_NE(losses(*resumed, others, 2, 4), expected);
}

TEST_P(CarriedState, IsNotTouchedByAnEvaluation) {
    const ParamValues values = languageValues(GetParam(), kSmallLstm);
    const auto one = smallModel(GetParam()), other = smallModel(GetParam());
    TestTools tools(*one, values), others(*other, values);
    at::Generator generator = at::make_generator<at::CPUGeneratorImpl>(1);
    losses(*one, tools, 0, 2);
    losses(*other, others, 0, 2);
    other->evaluate(languageBatch(7, 3, 6, 31), generator);
    other->logits(formulaTokens(8, 3, 6, 31));
    EXPECT_EQ(losses(*one, tools, 2, 4), losses(*other, others, 2, 4));
}

TEST_P(CarriedState, CanBeSwitchedOff) {
    ParamValues values = languageValues(GetParam(), kSmallLstm);
    values["carry_state"] = false;
    const auto model = languageModel(values, 3);
    TestTools tools(*model, values);
    tools.frozen = {"recurrent"};
    EXPECT_FALSE(model->carriesState());
    const double first = losses(*model, tools, 1, 2).front();
    losses(*model, tools, 0, 1);
    EXPECT_EQ(losses(*model, tools, 1, 2).front(), first);
    EXPECT_TRUE(model->carried().empty());
}

INSTANTIATE_TEST_SUITE_P(All, CarriedState, testing::Values("lstm", "gru", "rnn"),
                         [](const auto& model) { return model.param; });

}  // namespace
}  // namespace limner::test
