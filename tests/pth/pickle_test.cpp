// What the restricted reader of pickles makes of bytes; those of the tests were written by hand from
// pickletools.
#include "core/pth/pickle.h"

#include <gtest/gtest.h>

#include <string>

namespace limner::pth {
namespace {

using namespace std::string_literals;

Result<Pickle> read(const std::string& bytes) {
    return readPickle(std::as_bytes(std::span(bytes)));
}

template <typename T>
T valueOf(const std::string& bytes) {
    const auto pickle = read(bytes);
    EXPECT_TRUE(pickle.ok()) << (pickle.ok() ? "" : pickle.error().text());
    const auto* value = pickle ? std::get_if<T>(&pickle->value->data) : nullptr;
    EXPECT_NE(value, nullptr);
    return value == nullptr ? T{} : *value;
}

TEST(Pickle, ReadsNumbersAndTexts) {
    EXPECT_EQ(valueOf<int64_t>("K\x07."), 7);
    EXPECT_EQ(valueOf<int64_t>("M\x01\x02."), 513);
    EXPECT_EQ(valueOf<int64_t>("J\xfe\xff\xff\xff."), -2);
    EXPECT_EQ(valueOf<int64_t>("\x8a\x01\xff."), -1);
    EXPECT_EQ(valueOf<int64_t>("\x8a\x00."s), 0);
    EXPECT_EQ(valueOf<int64_t>("\x8a\x06\x00\x00\x00\x00\x00\x01."s), int64_t{1} << 40);
    EXPECT_EQ(valueOf<double>("G\x3f\xe0\x00\x00\x00\x00\x00\x00."s), 0.5);
    EXPECT_EQ(valueOf<std::string>("\x8c\x02hi."), "hi");
    EXPECT_EQ(valueOf<std::string>("X\x02\x00\x00\x00hi."s), "hi");
    EXPECT_TRUE(valueOf<bool>("\x80\x02\x88."));
}

TEST(Pickle, ReadsListsAndDictsAndWhatItRemembered) {
    const auto list = valueOf<List>(
        "]q\x01(K\x01h\x01K\x02K\x03\x86"
        "e.");
    ASSERT_EQ(list.items.size(), 3u);
    EXPECT_TRUE(std::holds_alternative<List>(list.items[1]->data)) << "itself";
    EXPECT_TRUE(std::holds_alternative<Tuple>(list.items[2]->data));
    std::get<List>(list.items[1]->data).items.clear();  // what holds itself would never go
    const auto dict = valueOf<Dict>(
        "}(\x8c\x01"
        "aK\x01\x8c\x01"
        "bNu.");
    ASSERT_EQ(dict.items.size(), 2u);
    EXPECT_EQ(std::get<std::string>(dict.items[1].first->data), "b");
}

TEST(Pickle, SaysHowFarItWent) {
    EXPECT_EQ(read("K\x07.K\x08.")->bytes, 3u);
}

TEST(Pickle, NamesWhatItRefusesToRun) {
    const auto refused = read("cposix\nsystem\n\x8c\x02lsq\x01\x85R.");
    ASSERT_FALSE(refused.ok());
    EXPECT_EQ(refused.error().code, ErrorCode::Unsupported);
    EXPECT_EQ(refused.error().message.text(), "It asks to run code (posix.system).");
    EXPECT_EQ(read("\x8c\x08"
                   "builtins\x8c\x04"
                   "eval\x93.")
                  .error()
                  .message.text(),
              "It asks to run code (builtins.eval).");
    EXPECT_EQ(read("\x8c\x01"
                   "a)\x81.")
                  .error()
                  .code,
              ErrorCode::Unsupported)
        << "objects of classes";
}

TEST(Pickle, MalformedOnesAreRefused) {
    for (const std::string& bytes :
         {""s, "K"s, "."s,
          "X\xff\xff\xff\xff"
          "a."s,
          "e."s,
          "K\x01"
          "a."s,
          "](K\x01u."s, "h\x05."s, "(K\x01"s, "}(K\x01u."s, "\x85."s,
          "\x8d\xff\xff\xff\xff\xff\xff\xff\xff."s, "ccollections\nOrderedDict\nK\x01\x85R."s, "K\x01Q."s,
          "(0."s, "\x8b\xff\xff\xff\xff."s}) {
        const auto refused = read(bytes);
        ASSERT_FALSE(refused.ok()) << ::testing::PrintToString(bytes);
        EXPECT_EQ(refused.error().code, ErrorCode::Damaged) << ::testing::PrintToString(bytes);
    }
}

}  // namespace
}  // namespace limner::pth
