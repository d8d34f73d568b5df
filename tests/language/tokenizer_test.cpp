#include "core/language/tokenizer.h"

#include <gtest/gtest.h>

namespace limner::language {
namespace {

using Ids = std::vector<int32_t>;

TEST(Tokenizer, BytesAreTheirOwnNumbers) {
    const auto tokenizer = makeByteTokenizer({std::string(kEndOfText)});
    EXPECT_EQ(tokenizer->name(), "bytes");
    EXPECT_EQ(tokenizer->size(), 257);
    EXPECT_EQ(tokenizer->encode("A\xff<|endoftext|>"), (Ids{65, 255, 256}));
    EXPECT_EQ(tokenizer->endOfText(), 256);
    EXPECT_EQ(tokenizer->decode(Ids{228, 184, 173}), "中");
}

TEST(Tokenizer, CharactersAreSortedAndUnknownOnesCounted) {
    const auto tokenizer = makeCharacterTokenizer("<|a|>cb中b", {"<|a|>"});
    EXPECT_EQ(tokenizer->size(), 5) << "the replacement, b, c, 中 and the tag";
    EXPECT_EQ(tokenizer->encode("bc中<|a|>?é"), (Ids{1, 2, 3, 4, 0, 0}));
    EXPECT_EQ(tokenizer->unknownIn("bc中<|a|>?é\xff"), 3);
    EXPECT_EQ(tokenizer->decode(Ids{3, 0}), "中\xef\xbf\xbd");
    EXPECT_EQ(tokenizer->idOf("<|a|>"), 4);
    EXPECT_EQ(tokenizer->endOfText(), std::nullopt);
}

TEST(Tokenizer, TheLongestSpecialTokenCounts) {
    const auto tokenizer = makeByteTokenizer({"<|a|>", "<|a|>b", "<"});
    EXPECT_EQ(tokenizer->encode("<|a|>b<|a|>c<|"), (Ids{257, 256, 'c', 258, '|'}));
}

TEST(Tokenizer, EachKindComesBackFromItsFile) {
    const std::string text = "Grüße,\t\"中\" \\ \r\n \x01 😀 <|tag:psalm|>";
    const std::vector<std::string> specials{std::string(kEndOfText), "<|tag:psalm|>"};
    for (const auto& tokenizer : {makeByteTokenizer(specials), makeCharacterTokenizer(text, specials)}) {
        const auto again = parseTokenizer(tokenizer->toJson(), "tokenizer.json");
        ASSERT_TRUE(again) << again.error().text();
        EXPECT_EQ((*again)->name(), tokenizer->name());
        EXPECT_EQ((*again)->size(), tokenizer->size());
        EXPECT_EQ((*again)->encode(text), tokenizer->encode(text));
        EXPECT_EQ((*again)->decode((*again)->encode(text)), text);
        EXPECT_EQ((*again)->endOfText(), tokenizer->endOfText());
    }
}

}  // namespace
}  // namespace limner::language
