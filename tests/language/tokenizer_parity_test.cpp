// The same ids as Hugging Face's `tokenizers` for texts that are easy to get wrong, and the same merges
// learned.
#include <gtest/gtest.h>

#include <cstdlib>

#include "core/language/byte_pair_training.h"
#include "core/language/tokenizer.h"
#include "text_files.h"

namespace limner::language {
namespace {

using Ids = std::vector<int32_t>;

const std::vector<std::string> kSpecials{std::string(kEndOfText), "<|tag:psalm|>"};

void expectSameIds(const Tokenizer& tokenizer, const std::string& name) {
    const auto corpus = referenceJson("corpus.json");
    for (size_t i = 0; i < corpus["texts"].size(); ++i) {
        const std::string text = corpus["texts"][i];
        EXPECT_EQ(tokenizer.encode(text), corpus["ids"][name][i].get<Ids>())
            << name << " " << i << ": " << text;
    }
}

TokenizerPointer tokenizerAt(const std::filesystem::path& path) {
    auto tokenizer = readTokenizer(path);
    EXPECT_TRUE(tokenizer) << (tokenizer ? "" : tokenizer.error().text());
    return tokenizer ? *tokenizer : nullptr;
}

TEST(TokenizerParity, Gpt2FilesGiveTheIdsOfHuggingFace) {
    const auto tokenizer = tokenizerAt(referenceFile("gpt2"));
    ASSERT_NE(tokenizer, nullptr);
    EXPECT_EQ(tokenizer->name(), "byte-pairs");
    EXPECT_EQ(tokenizer->size(), 1200);
    EXPECT_EQ(tokenizer->endOfText(), 1199);
    expectSameIds(*tokenizer, "gpt2");
}

TEST(TokenizerParity, AddedTokensAreFoundAsHuggingFaceFindsThem) {
    const auto tokenizer = tokenizerAt(referenceFile("tokenizer.json"));
    ASSERT_NE(tokenizer, nullptr);
    expectSameIds(*tokenizer, "tokenizer");
    const auto again = parseTokenizer(tokenizer->toJson(), "again");
    ASSERT_TRUE(again) << again.error().text();
    expectSameIds(**again, "tokenizer");
}

TEST(TokenizerParity, ASpaceIsPutBeforeATextWhereTheFileSaysSo) {
    auto json = referenceJson("tokenizer.json");
    json["pre_tokenizer"]["add_prefix_space"] = true;
    json["added_tokens"].erase(json["added_tokens"].begin() + 1, json["added_tokens"].end());
    const auto tokenizer = parseTokenizer(json.dump(), "prefixed");
    ASSERT_TRUE(tokenizer) << tokenizer.error().text();
    expectSameIds(**tokenizer, "prefixed");
}

TEST(TokenizerParity, EveryTextComesBack) {
    const auto tokenizer = tokenizerAt(referenceFile("tokenizer.json"));
    ASSERT_NE(tokenizer, nullptr);
    const auto corpus = referenceJson("corpus.json");
    ASSERT_GT(corpus["texts"].size(), 30u);
    for (const auto& text : corpus["texts"])
        EXPECT_EQ(tokenizer->decode(tokenizer->encode(text.get<std::string>())), text);
    const std::string broken = "a\xff\xfe\xe4\xb8 \xf0\x9f z\xc3";
    EXPECT_EQ(tokenizer->decode(tokenizer->encode(broken)), broken);
}

TEST(TokenizerParity, LearnsTheMergesThatHuggingFaceLearns) {
    const std::string sample = bytesOfFile(referenceFile("sample.txt"));
    const auto learned =
        learnBytePairs(sample, {.vocabularySize = 1200, .specials = {std::string(kEndOfText)}});
    ASSERT_TRUE(learned) << learned.error().text();
    const auto theirs = tokenizerAt(referenceFile("gpt2"));
    ASSERT_NE(theirs, nullptr);
    EXPECT_EQ(learned->tokenizer->toJson(), theirs->toJson());
    EXPECT_TRUE(learned->notes.empty());
}

// make_text_numbers.py opens what was written here with `tokenizers` and notes its ids.
TEST(TokenizerParity, HuggingFaceReadsWhatWasLearnedHere) {
    const std::string sample = bytesOfFile(referenceFile("sample.txt"));
    const auto learned = learnBytePairs(sample, {.vocabularySize = 600, .specials = kSpecials});
    ASSERT_TRUE(learned) << learned.error().text();
    for (const auto& tokenizer :
         {makeCharacterTokenizer(sample, kSpecials), makeByteTokenizer(kSpecials), learned->tokenizer}) {
        const std::string name = "limner-" + tokenizer->name();
        const auto file = referenceFile(name + ".json");
        if (std::getenv("LIMNER_WRITE_TEXT") != nullptr) {
            writeFile(file, tokenizer->toJson());
            continue;
        }
        EXPECT_TRUE(tokenizer->toJson() == bytesOfFile(file)) << name << ": run with LIMNER_WRITE_TEXT=1";
        expectSameIds(*tokenizer, name);
    }
}

}  // namespace
}  // namespace limner::language
