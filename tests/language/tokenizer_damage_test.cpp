// Tokenizer files that are damaged or of another kind: a clear sentence each, never a crash.
#include <gtest/gtest.h>

#include "core/language/byte_pair_training.h"
#include "core/language/tokenizer.h"
#include "text_files.h"

namespace limner::language {
namespace {

using Json = nlohmann::json;

std::string refusal(const Json& json, ErrorCode code) {
    const auto tokenizer = parseTokenizer(json.dump(), "t.json");
    if (tokenizer) return "read";
    EXPECT_EQ(tokenizer.error().code, code) << tokenizer.error().text();
    return tokenizer.error().message.text();
}

Json changed(const char* pointer, const Json& value) {
    Json json = referenceJson("tokenizer.json");
    json[Json::json_pointer(pointer)] = value;
    return json;
}

TEST(TokenizerDamage, PartsThatLimnerDoesNotKnowAreNamed) {
    const auto part = [](const char* pointer, const Json& value) {
        return refusal(changed(pointer, value), ErrorCode::Unsupported);
    };
    const std::string begin = "“t.json” is a tokenizer of another kind: Limner does not know its ";
    EXPECT_EQ(part("/model/type", "Unigram"), begin + "model: Unigram.");
    EXPECT_EQ(part("/model/byte_fallback", true), begin + "model: byte_fallback.");
    EXPECT_EQ(part("/model/end_of_word_suffix", "</w>"), begin + "model: end_of_word_suffix.");
    EXPECT_EQ(part("/normalizer", {{"type", "NFC"}}), begin + "normalizer: NFC.");
    EXPECT_EQ(part("/pre_tokenizer/type", "Metaspace"), begin + "pre_tokenizer: Metaspace.");
    EXPECT_EQ(part("/post_processor", {{"type", "TemplateProcessing"}}),
              begin + "post_processor: TemplateProcessing.");
    EXPECT_EQ(part("/decoder", nullptr), begin + "decoder: null.");
    EXPECT_EQ(part("/added_tokens/0/lstrip", true), begin + "added_tokens: lstrip.");
}

TEST(TokenizerDamage, DamagedFilesAreRefused) {
    const auto damage = [](const char* pointer, const Json& value) {
        return refusal(changed(pointer, value), ErrorCode::Damaged);
    };
    const std::string begin = "“t.json” is damaged: ";
    EXPECT_EQ(damage("/model/vocab/a", -1), begin + "“vocab” is missing or not what it should be.");
    EXPECT_EQ(damage("/model/vocab/a", 5000), begin + "its tokens are not numbered from 0 without a gap.");
    EXPECT_EQ(damage("/model/vocab/a", 0), begin + "its tokens are not numbered from 0 without a gap.");
    EXPECT_EQ(damage("/model/vocab", {}), begin + "“vocab” is missing or not what it should be.");
    EXPECT_EQ(damage("/model/merges/0", "onlyone"), begin + "“merges” is missing or not what it should be.");
    EXPECT_EQ(damage("/model/merges/0", "q zq"),
              begin + "it joins “q” and “zq”, which its vocabulary lacks.");
    EXPECT_EQ(damage("/added_tokens/0/id", "one"),
              begin + "“added_tokens” is missing or not what it should be.");
    EXPECT_EQ(damage("/added_tokens/0/content", ""),
              begin + "“added_tokens” is missing or not what it should be.");
    EXPECT_EQ(refusal(Json::array(), ErrorCode::Damaged), begin + "it does not hold a JSON object.");
}

TEST(TokenizerDamage, AFileThatIsCutOffAnywhereIsRefused) {
    const std::string whole = makeByteTokenizer()->toJson();
    for (size_t length = 0; length < whole.size(); length += 7) {
        const auto tokenizer = parseTokenizer(std::string_view(whole).substr(0, length), "t.json");
        ASSERT_FALSE(tokenizer) << length;
        ASSERT_EQ(tokenizer.error().code, ErrorCode::Damaged);
    }
}

TEST(TokenizerDamage, FoldersAndMergesSayWhatIsWrong) {
    const Folder folder;
    const auto message = [](const std::filesystem::path& path) {
        const auto tokenizer = readTokenizer(path);
        return tokenizer ? std::string("read") : tokenizer.error().message.text();
    };
    EXPECT_EQ(message(folder.path()), "“" + folder.path().string() + "” holds no tokenizer.");
    writeFile(folder / "vocab.json", bytesOfFile(referenceFile("gpt2/vocab.json")));
    const std::string merges = (folder / "merges.txt").string();
    EXPECT_EQ(message(folder.path()), "“" + merges + "” is not there.");
    writeFile(merges, "#version: 0.2\nt h\nĠ th x\n");
    EXPECT_EQ(message(folder.path()), "“" + merges + "” is damaged: line 3 is not two tokens with a space.");
    writeFile(merges, "#version: 0.2\nt h\r\nq zq\n");
    EXPECT_EQ(message(folder / "vocab.json"),
              "“" + merges + "” is damaged: it joins “q” and “zq”, which its vocabulary lacks.");
}

TEST(TokenizerDamage, LearningKeepsWithinItsLimitsAndSaysSo) {
    EXPECT_EQ(learnBytePairs("text", {.vocabularySize = 256, .specials = {"<|a|>"}}).error().code,
              ErrorCode::InvalidArgument);
    const auto none = learnBytePairs("", {.vocabularySize = 300});
    ASSERT_TRUE(none);
    EXPECT_EQ(none->tokenizer->size(), 256);
    EXPECT_EQ(none->notes.front().text(), "The text gave 256 tokens; 300 were asked for.");
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "ababab ";
    const auto part = learnBytePairs(text + "xyxyxyxyxy", {.vocabularySize = 258, .maxBytes = 300'001});
    ASSERT_TRUE(part);
    EXPECT_EQ(part->notes.front().text(), "The tokens were learned from the first 0.3 MB of 0.7 MB.");
    const auto stopped = learnBytePairs(text, {.vocabularySize = 300, .isStopped = [] { return true; }});
    EXPECT_FALSE(stopped);
}

TEST(TokenizerDamage, OneEndlessWordIsLearnedAndReadInTime) {
    const std::string text(2'000'000, 'a');
    const auto learned = learnBytePairs(text, {.vocabularySize = 270});
    ASSERT_TRUE(learned);
    EXPECT_EQ(learned->tokenizer->decode(learned->tokenizer->encode(text)), text);
}

}  // namespace
}  // namespace limner::language
