#include "core/language/utf8.h"

#include <gtest/gtest.h>

namespace limner::language {
namespace {

// bytes.decode("utf-8", "replace") of Python 3.11 for the same bytes.
TEST(Utf8, BrokenBytesAreReplacedAsPythonDoes) {
    EXPECT_EQ(repaired("a\xff"
                       "b"),
              "a\xef\xbf\xbd"
              "b");
    EXPECT_EQ(brokenCharactersIn("\xf0\x9f\x98"), 1) << "cut off, one maximal subpart";
    EXPECT_EQ(brokenCharactersIn("\xed\xa0\x80"), 3) << "a surrogate";
    EXPECT_EQ(brokenCharactersIn("\xc0\xaf"), 2) << "too long a form";
    EXPECT_EQ(brokenCharactersIn("\xf4\x90\x80\x80"), 4) << "past U+10FFFF";
    EXPECT_EQ(brokenCharactersIn("\xe4\xb8z"), 1);
    EXPECT_EQ(brokenCharactersIn("中文😀é"), 0);
}

TEST(Utf8, EveryCodePointComesBack) {
    for (char32_t code = 0; code < 0x110000; code += code < 0x3000 ? 1 : 97) {
        if (code >= 0xD800 && code < 0xE000) continue;
        const std::string text = utf8Of(code);
        const Character character = characterAt(text, 0);
        ASSERT_TRUE(character.isValid) << std::hex << static_cast<uint32_t>(code);
        ASSERT_EQ(character.code, code);
        ASSERT_EQ(character.bytes, text.size());
    }
}

TEST(Utf8, ABeginningEndsBetweenCharacters) {
    EXPECT_EQ(firstBytes("中文", 5), "中");
    EXPECT_EQ(firstBytes("中文", 6), "中文");
    EXPECT_EQ(firstBytes("abc", 2), "ab");
    EXPECT_EQ(firstBytes("中", 2), "");
}

TEST(Utf8, SmallLettersOfAllScripts) {
    EXPECT_EQ(lowerCased("ÀÉΣЖA\xe2\x84\xaa"), "àéσжak") << "the Kelvin sign is a k";
    EXPECT_EQ(lowerCased("İ"), "i\xcc\x87");
}

}  // namespace
}  // namespace limner::language
