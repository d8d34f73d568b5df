// The measures against sacrebleu, rouge-score, nltk and SQuAD's formula:
// tests/reference/make_score_numbers.py.
#include "core/language/score.h"

#include <gtest/gtest.h>

#include "core/language/score/porter.h"
#include "text_files.h"

namespace limner::language {
namespace {

constexpr double kFourDecimals = 5e-5;

void expectNear(const std::vector<double>& numbers, const nlohmann::json& expected) {
    ASSERT_EQ(numbers.size(), expected.size());
    for (size_t i = 0; i < numbers.size(); ++i)
        EXPECT_NEAR(numbers[i], expected[i].get<double>(), kFourDecimals);
}

const Measure& measureCalled(const std::string& id) {
    return **measuresIn(id)->begin();
}

/// "rouge-stems" is ROUGE with stems.
void expectNumbers(const std::string& set, const std::string& key, WordSplit split) {
    const bool usesStems = key == "rouge-stems";
    const Measure& measure = measureCalled(usesStems ? "rouge" : key);
    const auto reference = referenceJson("scores.json")[set];
    const ScoreOptions options{.split = split, .usesStems = usesStems};
    std::vector<LinePair> lines;
    for (size_t i = 0; i < reference["pairs"].size(); ++i) {
        lines.push_back({reference["pairs"][i][0], reference["pairs"][i][1]});
        SCOPED_TRACE(key + ": “" + lines.back().hypothesis + "” for “" + lines.back().reference + "”");
        const auto numbers = measure.line(lines.back(), options);
        EXPECT_EQ(numbers.size(), measure.names.size());
        expectNear(numbers, reference["lines"][i][key]);
    }
    expectNear(measure.corpus(lines, options), reference["corpus"][key]);
}

TEST(Score, EnglishGivesTheNumbersOfTheReferences) {
    for (const char* key : {"bleu", "rouge", "rouge-stems", "meteor", "f1"})
        expectNumbers("spaced", key, WordSplit::Spaced);
}

TEST(Score, ChineseGivesTheNumbersOfTheReferences) {
    for (const char* key : {"bleu", "rouge", "rouge-stems", "meteor", "f1"})
        expectNumbers("chinese", key, WordSplit::Chinese);
    expectNumbers("characters", "bleu", WordSplit::Characters);
}

TEST(Score, StemsAreThoseOfNltk) {
    const auto reference = referenceJson("scores.json");
    ASSERT_GT(reference["stems"].size(), 100u);
    for (const auto& [word, stem] : reference["stems"].items())
        EXPECT_EQ(porterStem(word), stem.get<std::string>()) << word;
}

TEST(Score, LinesArePairedOrRefused) {
    const auto lines = pairLines("a\r\nb\n", "c\nd");
    ASSERT_TRUE(lines);
    ASSERT_EQ(lines->size(), 2u);
    EXPECT_EQ((*lines)[0].hypothesis, "a");
    EXPECT_EQ((*lines)[1].reference, "d");
    EXPECT_EQ(pairLines("a\n\n", "b").error().message.text(), "The text has 2 lines, the reference has 1.");
    EXPECT_FALSE(pairLines("", ""));
}

TEST(Score, MeasuresAreFoundByName) {
    ASSERT_TRUE(measuresIn("rouge, f1"));
    EXPECT_EQ((*measuresIn("rouge, f1"))[1]->id, "f1");
    EXPECT_EQ(measuresIn("")->size(), 4u);
    EXPECT_EQ(measuresIn("bleu,roug").error().text(), "There is no measure “roug”. Did you mean “rouge”?");
    for (const Measure& measure : measureRegistry())
        EXPECT_EQ(measure.corpus({}, {}), std::vector<double>(measure.names.size(), 0)) << "no lines";
}

TEST(Score, TheSplitFollowsTheText) {
    EXPECT_EQ(splitFor("plain English"), WordSplit::Spaced);
    EXPECT_EQ(splitFor("春眠不觉晓"), WordSplit::Chinese);
    EXPECT_EQ(splitFor("我的GPU"), WordSplit::Chinese);
    EXPECT_EQ(splitFor("One word of Chinese: 春"), WordSplit::Spaced);
    EXPECT_EQ(splitFor(""), WordSplit::Spaced);
}

}  // namespace
}  // namespace limner::language
