// Training on a text and writing with what came of it: the jobs as the studio starts them.
#include <gmock/gmock.h>

#include <fstream>

#include "core/internal/live.h"
#include "core/internal/open_language.h"
#include "core/internal/reading.h"
#include "core/io/recipe_json.h"
#include "core/training/parent.h"
#include "core/writing/write_table.h"
#include "job_session.h"

namespace limner::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kWords = "the cat sat on the mat and the dog lay by the log. ";

void putText(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

/// A run of a small character model that learned a few words by heart.
class WritingTest : public JobTest {
protected:
    WritingTest() {
        std::string words;
        for (int i = 0; i < 60; ++i) words += kWords;
        putText(text(), words);
    }

    fs::path text() const { return folder / "words.txt"; }

    ParamValues training(const char* model, int64_t steps) const {
        return {{"model", std::string(model)},     {"data", std::string("text")},
                {"text_path", text().string()},    {"tokenizer", std::string("characters")},
                {"batch_size", int64_t{8}},        {"steps", steps},
                {"out", (folder / model).string()}};
    }
    void train(const char* model, int64_t steps, const ParamValues& more = {}) {
        ParamValues values = more;
        values.merge(training(model, steps));
        Session session(folder);
        const auto started = session.start(values);
        ASSERT_TRUE(started.ok()) << started.error().text();
        ASSERT_EQ(session.runToEnd().next, engine::StepOutcome::Next::Done);
    }
    /// Trained once for all tests, which each get a copy.
    void trainGpt() {
        if (s_learned.empty()) {
            train("gpt", 200,
                  {{"preset", std::string("tiny")}, {"context", int64_t{32}}, {"learning_rate", 4e-3}});
            s_learned = fs::temp_directory_path() / ("limner-writing-" + std::to_string(::getpid()));
            fs::copy(folder / "gpt", s_learned, fs::copy_options::recursive);
            return;
        }
        fs::copy(s_learned, folder / "gpt", fs::copy_options::recursive);
    }
    static void TearDownTestSuite() {
        fs::remove_all(s_learned);
        s_learned.clear();
    }
    static inline fs::path s_learned;

    /// What a job wrote, to its end.
    Writing write(ParamValues values, const char* model = "gpt") {
        values.insert({"run", (folder / model).string()});
        Session session(folder);
        const auto started = start(session, "write", values);
        EXPECT_TRUE(started.ok()) << started.error().text();
        if (!started) return {};
        const auto outcome = session.runToEnd();
        EXPECT_EQ(outcome.next, engine::StepOutcome::Next::Done);
        return *session.job->snapshot()->writing;
    }
    std::string written(const ParamValues& values) { return textOf(write(values).tokens); }

    std::string refused(ParamValues values, const std::string& kind = "write") {
        values.insert({"run", (folder / "gpt").string()});
        return run(kind, values);
    }
};

ParamValues prompt(const char* words, ParamValues more = {}) {
    more.insert({{"prompt", std::string(words)}, {"tokens", int64_t{20}}});
    return more;
}

TEST_F(WritingTest, AModelThatLearnedAFewWordsContinuesThem) {
    trainGpt();
    EXPECT_EQ(written(prompt("the cat sat on ", {{"decoding", std::string("greedy")}})).substr(0, 7),
              "the mat");
}

TEST_F(WritingTest, TheSameRecipeWritesTheSameTextAndAnotherSeedAnother) {
    trainGpt();
    const ParamValues hot = prompt("the ", {{"temperature", 1.6}});
    const std::string first = written(hot);
    EXPECT_EQ(first, written(hot));
    ParamValues other = hot;
    other["seed"] = int64_t{2};
    EXPECT_NE(first, written(other));
}

TEST_F(WritingTest, TemperatureZeroAndTopPZeroAreGreedy) {
    trainGpt();
    const std::string greedy = written(prompt("the ", {{"decoding", std::string("greedy")}}));
    EXPECT_EQ(written(prompt("the ", {{"temperature", 0.0}})), greedy);
    EXPECT_EQ(written(prompt("the ", {{"top_p", 0.0}})), greedy);
}

TEST_F(WritingTest, WeightsOfEightBitsWriteTheSameWords) {
    trainGpt();
    const Writing exact = write(prompt("the cat sat on ", {{"decoding", std::string("greedy")}}));
    const Writing rounded = write(
        prompt("the cat sat on ", {{"decoding", std::string("greedy")}, {"precision", std::string("int8")}}));
    EXPECT_EQ(textOf(rounded.tokens).substr(0, 7), "the mat");
    EXPECT_NE(rounded.tokens.back().logProbability, exact.tokens.back().logProbability)
        << "nothing is rounded";
}

TEST_F(WritingTest, EveryTokenIsJudgedAsTheModelReadsItAfterwards) {
    trainGpt();
    const Writing made = write(prompt("the dog "));
    ParamValues values = completeValues(writing::writeTable(), {{"run", (folder / "gpt").string()}}).value();
    const auto opened = writing::openLanguage(values).value();
    const std::string prefix = "the dog ";
    const Writing read = writing::readText(*opened, prefix + textOf(made.tokens), "").value();
    ASSERT_EQ(read.tokens.size(), prefix.size() + made.tokens.size());
    for (size_t i = 0; i < made.tokens.size(); ++i) {
        const Token& again = read.tokens[prefix.size() + i];
        EXPECT_EQ(again.id, made.tokens[i].id);
        EXPECT_NEAR(again.logProbability, made.tokens[i].logProbability, 1e-3);
        EXPECT_NEAR(again.entropy, made.tokens[i].entropy, 1e-3);
    }
    EXPECT_EQ(made.tokens.front().likeliest.size(), static_cast<size_t>(kLikeliest));
    EXPECT_GE(made.tokens.front().likeliest[0].probability, made.tokens.front().likeliest[1].probability);
}

TEST_F(WritingTest, ASpaceBehindThePromptIsTheOneThatTheNextWordBrings) {
    train("gpt", 150,
          {{"preset", std::string("tiny")},
           {"tokenizer", std::string("byte-pairs")},
           {"vocabulary", int64_t{300}},
           {"context", int64_t{32}},
           {"learning_rate", 4e-3}});
    for (const char* decoding : {"greedy", "beam"}) {
        const ParamValues how{{"decoding", std::string(decoding)}};
        const Writing without = write(prompt("the cat sat on", how));
        const Writing behind = write(prompt("the cat sat on ", how));
        EXPECT_EQ(textOf(without.tokens).substr(0, 8), " the mat") << decoding;
        EXPECT_EQ(" " + textOf(behind.tokens), textOf(without.tokens)) << decoding;
        EXPECT_EQ(behind.tokens.front().id, without.tokens.front().id);
    }
    const ParamValues values =
        completeValues(writing::writeTable(), {{"run", (folder / "gpt").string()}}).value();
    const auto opened = writing::openLanguage(values).value();
    for (const char* decoding : {"greedy", "beam"}) {  // a full stop is likelier, and brings no space
        const Writing made = write(prompt("lay by the log ", {{"decoding", std::string(decoding)}}));
        const auto first = static_cast<int32_t>(made.tokens.front().id);
        EXPECT_EQ(opened->tokenizer->bytesOf(first).front(), ' ') << decoding;
    }
    const Writing read = writing::readText(*opened, "the cat sat on ", "").value();
    EXPECT_EQ(textOf(read.tokens), "the cat sat on ");
    EXPECT_EQ(read.next.front().text, "the");
    EXPECT_GT(read.tokens.back().logProbability, std::log(0.9)) << "a space, whichever word brings it";
    EXPECT_EQ(textOf(writing::readText(*opened, " ", "").value().tokens), " ");
}

TEST_F(WritingTest, ATagIsNeverWritten) {
    std::string tagged;
    for (int i = 0; i < 60; ++i) tagged += std::string("<|tag:cats|>\n") + kWords + "\n";
    putText(text(), tagged);
    train("gpt", 60, {{"preset", std::string("tiny")}, {"context", int64_t{32}}, {"learning_rate", 4e-3}});
    for (const char* decoding : {"sample", "greedy", "beam"}) {
        const ParamValues how{
            {"decoding", std::string(decoding)}, {"tokens", int64_t{60}}, {"top_k", int64_t{0}}};
        EXPECT_THAT(written(prompt("", how)), Not(HasSubstr("<|tag"))) << decoding;
        EXPECT_THAT(written(prompt("lay by the log. \n", how)), Not(HasSubstr("<|tag"))) << decoding;
    }
}

TEST_F(WritingTest, BeamsFindATextThatIsAtLeastAsLikelyAsTheGreedyOne) {
    trainGpt();
    const auto sum = [](const Writing& writing) {
        double total = 0;
        for (const Token& token : writing.tokens) total += token.logProbability;
        return total;
    };
    const double greedy = sum(write(prompt("a", {{"decoding", std::string("greedy")}})));
    EXPECT_GE(sum(write(prompt("a", {{"decoding", std::string("beam")}}))), greedy - 1e-3);
}

TEST_F(WritingTest, ItStopsBeforeAStopString) {
    trainGpt();
    const Writing writing =
        write(prompt("the cat ", {{"decoding", std::string("greedy")}, {"stop", std::string("mat\ndog")}}));
    EXPECT_EQ(textOf(writing.tokens), "sat on the ");
    EXPECT_EQ(writing.ending.text(), "stopped at “mat”");
    EXPECT_THAT(writing::stopStrings("blank line\na\\nb\n\n"), ElementsAre("\n\n", "a\nb"));
}

TEST_F(WritingTest, AGapIsFilledUpToWhereItJoinsBest) {
    trainGpt();
    const std::string filled = written(prompt(
        "the cat sat on ", {{"decoding", std::string("greedy")}, {"after", std::string("and the dog")}}));
    EXPECT_EQ(filled, "the mat ");
}

TEST_F(WritingTest, OfAPromptLongerThanTheContextItIsSaidWhatFoundNoRoom) {
    trainGpt();
    const std::string longer(50, 'a');
    EXPECT_EQ(write(prompt(longer.c_str(), {{"tokens", int64_t{40}}})).cutTokens, 50 - 31);
    EXPECT_EQ(write(prompt("the ")).cutTokens, 0);
}

TEST_F(WritingTest, SamplingMayChangeWhileItWrites) {
    trainGpt();
    Session session(folder);
    ParamValues values = prompt("the ", {{"run", (folder / "gpt").string()}});
    ASSERT_TRUE(start(session, "write", values).ok());
    session.step(3);
    ASSERT_TRUE(session.job->edit({"temperature", 0.0}).ok());
    session.step(2);
    EXPECT_EQ(realOf(session.job->snapshot()->values, "temperature"), 0.0);
    EXPECT_EQ(session.job->snapshot()->writing->tokens.size(), 5u);
}

TEST_F(WritingTest, ATextFileKeepsItsRecipeBesideItAndIsNotReplacedOnceItWasChanged) {
    trainGpt();
    const fs::path out = folder / "story.txt";
    const ParamValues values = prompt("the ", {{"out", out.string()}});
    const std::string made = written(values);
    EXPECT_EQ(bytesOf(out), made);
    const auto recipe = io::readRecipe(fs::path(out.string() + ".recipe.json"));
    ASSERT_TRUE(recipe.ok());
    EXPECT_EQ(textOf(recipe->values, "prompt"), "the ");
    EXPECT_FALSE(recipe->origin.modelHash.empty());
    const auto replaced = generation::prepared(*generation::findKind("write"), recipe->values);
    EXPECT_TRUE(replaced.ok()) << "what Limner wrote itself is made again";
    putText(out, made + " and my own words");
    const auto kept = generation::prepared(*generation::findKind("write"), recipe->values);
    ASSERT_FALSE(kept.ok());
    EXPECT_THAT(kept.error().text(), HasSubstr("--overwrite"));
}

void expectTheSame(const Writing& read, const Writing& expected) {
    ASSERT_EQ(read.tokens.size(), expected.tokens.size());
    EXPECT_EQ(read.cutTokens, expected.cutTokens);
    for (size_t i = 0; i < read.tokens.size(); ++i) {
        EXPECT_EQ(read.tokens[i].id, expected.tokens[i].id);
        EXPECT_NEAR(read.tokens[i].logProbability, expected.tokens[i].logProbability, 1e-4);
        EXPECT_EQ(read.tokens[i].likeliest.size(), expected.tokens[i].likeliest.size());
    }
    EXPECT_EQ(read.next.front().id, expected.next.front().id);
    EXPECT_NEAR(read.next.front().probability, expected.next.front().probability, 1e-4);
}

TEST_F(WritingTest, ReadingOnFromTheLastTextReadsTheSame) {
    trainGpt();
    train("lstm", 20);
    for (const char* model : {"gpt", "lstm"}) {
        const ParamValues values =
            completeValues(writing::writeTable(), {{"run", (folder / model).string()}}).value();
        const auto kept = writing::openLanguage(values).value();
        // Grown, cut short, the same again, changed in the middle, of other words, longer than the context.
        for (const char* text :
             {"the cat", "the cat sat on", "the cat s", "the cat s", "the dog s", "by", "log",
              "log and the cat sat on the mat and the dog", "log and the cat sat on the mat!"}) {
            SCOPED_TRACE(std::string(model) + ": " + text);
            expectTheSame(writing::readText(*kept, text, "").value(),
                          writing::readText(*writing::openLanguage(values).value(), text, "").value());
        }
    }
}

TEST_F(WritingTest, PerplexityIsTheExponentialOfTheMeanLoss) {
    trainGpt();
    Session session(folder);
    const fs::path short_ = folder / "short.txt";
    putText(short_, "the cat sat on the mat");
    const ParamValues values{{"run", (folder / "gpt").string()}, {"text", short_.string()}};
    ASSERT_TRUE(start(session, "perplexity", values).ok());
    ASSERT_EQ(session.runToEnd().next, engine::StepOutcome::Next::Done);
    const auto numbers = session.job->snapshot()->numbers;
    ASSERT_EQ(numbers[0].first, "perplexity");
    ParamValues complete =
        completeValues(writing::writeTable(), {{"run", (folder / "gpt").string()}}).value();
    const Writing read =
        writing::readText(*writing::openLanguage(complete).value(), "the cat sat on the mat", "").value();
    EXPECT_NEAR(numbers[0].second, perplexityOf(read.tokens), 1e-3);
}

TEST_F(WritingTest, TheTokenizerOfOtherWeightsIsRefused) {
    trainGpt();
    const fs::path run = folder / "gpt";
    for (const char* letters : {"ab ", "abcdefghijklmnopqrstuvwxyz,.; "}) {
        std::string words;
        while (words.size() < 2000) words += letters;
        putText(text(), words);
        train("rnn", 1);
        fs::copy_file(folder / "rnn" / "tokenizer.json", run / "tokenizer.json",
                      fs::copy_options::overwrite_existing);
        EXPECT_THAT(refused({{"run", run.string()}}), HasSubstr("the model knows")) << letters;
        fs::remove_all(folder / "rnn");
    }
}

TEST_F(WritingTest, WhatCannotBeWrittenIsSaid) {
    trainGpt();
    EXPECT_THAT(refused({{"run", (folder / "run").string()}}), HasSubstr("it cannot write"));
    EXPECT_THAT(refused({{"tag", std::string("psalm")}}), HasSubstr("without the tag “psalm”"));
    EXPECT_THAT(refused({{"run", std::string()}}), HasSubstr("No run was given"));
    EXPECT_THAT(refused({{"top_p", 2.0}}), HasSubstr("0"));
    EXPECT_THAT(refused({}, "sample"), HasSubstr("no latent space"));
    EXPECT_THAT(refused({}, "perplexity"), HasSubstr("No text was given"));
    fs::remove(folder / "gpt" / "tokenizer.json");
    EXPECT_THAT(refused({}), HasSubstr("no tokenizer"));
}

TEST_F(WritingTest, ATextThatIsTooShortOrOfTheWrongKindIsRefused) {
    putText(text(), "short");
    Session session(folder);
    const auto started = session.start(training("gpt", 1));
    ASSERT_FALSE(started.ok());
    EXPECT_THAT(started.error().text(), HasSubstr("too short"));
    const auto mixed = session.start({{"model", std::string("gpt")}, {"data", std::string("idx")}});
    ASSERT_FALSE(mixed.ok());
    EXPECT_THAT(mixed.error().text(), HasSubstr("do not go together"));
}

TEST_F(WritingTest, AResumedRunEqualsAnUnbrokenOneForEveryModelThatWrites) {
    for (const char* model : {"gpt", "lstm", "gru", "rnn"}) {
        ParamValues values = training(model, 6);
        values["dropout"] = 0.2;
        if (std::string(model) == "gpt")
            values.insert({{"preset", std::string("tiny")}, {"context", int64_t{16}}});
        else
            values.insert({{"hidden_size", int64_t{16}}, {"window", int64_t{16}}});
        Session unbroken(folder);
        ASSERT_TRUE(unbroken.start(values).ok()) << model;
        unbroken.runToEnd();
        ParamValues again = values;
        again["out"] = (folder / (std::string(model) + "-again")).string();
        {
            Session first(folder);
            ASSERT_TRUE(first.start(again).ok());
            first.step(3);
            ASSERT_TRUE(first.job->stop().ok());
        }
        Session second(folder);
        ASSERT_TRUE(second.start({{"resume", again["out"]}}).ok()) << model;
        second.runToEnd();
        const auto weights = [&](const ParamValue& out) {
            const fs::path run = std::get<std::string>(out);
            return bytesOf(io::CheckpointFolder{io::RunFolder{run}.checkpoint(6)}.model());
        };
        EXPECT_EQ(weights(values["out"]), weights(again["out"])) << model;
        EXPECT_EQ(bytesOf(folder / model / "samples/000006.txt"),
                  bytesOf(folder / (std::string(model) + "-again") / "samples/000006.txt"));
    }
}

TEST_F(WritingTest, ARunThatStartsFromAnotherTakesItsNetworksAndItsTokens) {
    trainGpt();
    putText(folder / "other.txt", std::string(4000, 'z') + "the cat");
    Session session(folder);
    const auto started =
        session.start(training::withParentsNetworks({{"start_from", (folder / "gpt").string()},
                                                     {"data", std::string("text")},
                                                     {"text_path", (folder / "other.txt").string()},
                                                     {"steps", int64_t{1}},
                                                     {"out", (folder / "tuned").string()}}));
    ASSERT_TRUE(started.ok()) << started.error().text();
    session.runToEnd();
    EXPECT_EQ(bytesOf(folder / "tuned/tokenizer.json"), bytesOf(folder / "gpt/tokenizer.json"));
    EXPECT_EQ(intOf(io::readRecipe(folder / "tuned/recipe.json")->values, "context"), 32);
    const bool isTold = std::ranges::any_of(session.events, [](const Event& event) {
        return event.message.text().find("not among the model's tokens") != std::string::npos;
    });
    EXPECT_TRUE(isTold) << "z is no token of the parent";
}

TEST_F(WritingTest, ExportedWeightsWriteAsTheRunDoes) {
    trainGpt();
    const fs::path file = folder / "cat.safetensors";
    EXPECT_EQ(run("export", {{"run", (folder / "gpt").string()}, {"out", file.string()}}), "");
    const ParamValues values = prompt("the ", {{"run", file.string()}});
    EXPECT_EQ(written(values), written(prompt("the ")));
    EXPECT_EQ(bytesOf(file).substr(0, 100'000).find(folder.string()), std::string::npos)
        << "other people need not know the folders of this machine";
}

}  // namespace
}  // namespace limner::testing
