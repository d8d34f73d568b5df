// Texts of the person, and the collections that a distribution brings.
#include "core/language/text_source.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include <cstdlib>

#include "core/language/utf8.h"
#include "text_files.h"

namespace limner::language {
namespace {

using namespace std::string_literals;

std::string asUtf16(const std::u16string& text, bool isBig) {
    std::string bytes = isBig ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : text) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        bytes += isBig ? std::string{high, low} : std::string{low, high};
    }
    return bytes;
}

Result<Text> textAt(const std::filesystem::path& path) {
    return openText({{"data", "text"}, {"text_path", path.string()}});
}

/// The text of a file with these bytes, and what was said about it.
std::pair<std::string, std::vector<std::string>> fileText(const std::string& bytes) {
    const Folder folder;
    writeFile(folder / "a.txt", bytes);
    const auto text = textAt(folder / "a.txt");
    if (!text) return {"error", {text.error().message.text()}};
    std::vector<std::string> notes;
    for (const Message& note : text->notes) notes.push_back(note.text());
    return {text->utf8, notes};
}

using Notes = std::vector<std::string>;

TEST(TextSource, EncodingsAreToldAndSaid) {
    EXPECT_EQ(fileText("plain\r\nlines\r\n"), std::pair("plain\nlines\n"s, Notes{}));
    EXPECT_EQ(fileText("\xEF\xBB\xBFmark"), std::pair("mark"s, Notes{}));
    EXPECT_EQ(fileText(asUtf16(u"é中😀\r\n", false)),
              std::pair("é中😀\n"s, Notes{"“a.txt” was read as UTF-16."}));
    EXPECT_EQ(fileText(asUtf16(u"é中😀", true)).first, "é中😀");
    // "鹅鹅鹅，曲项向天歌。" as `iconv -t GB18030` writes it.
    EXPECT_EQ(fileText("\xB6\xEC\xB6\xEC\xB6\xEC\xA3\xAC\xC7\xFA\xCF\xEE\xCF\xF2\xCC\xEC\xB8\xE8\xA1\xA3"),
              std::pair("鹅鹅鹅，曲项向天歌。"s, Notes{"“a.txt” was read as GB18030."}));
}

TEST(TextSource, WhatIsBrokenIsReplacedCountedAndSaid) {
    const std::string said =
        " characters are not valid and were replaced by “\xEF\xBF\xBD”. Perhaps the text is in another "
        "encoding "
        "than UTF-8.";
    EXPECT_EQ(fileText("caf\xE9 \xE9lan d\xE9j\xE0 vu"),
              std::pair("caf\xEF\xBF\xBD \xEF\xBF\xBDlan d\xEF\xBF\xBDj\xEF\xBF\xBD vu"s, Notes{"4" + said}))
        << "Latin-1, not Chinese";
    EXPECT_EQ(fileText("a\0b\0c"s), std::pair("abc"s, Notes{"2 NUL bytes were left out."}));
    EXPECT_EQ(fileText(asUtf16(u"a", false) + "\x3D\xD8"s).first, "a\xEF\xBF\xBD") << "half a pair";
    EXPECT_EQ(fileText(asUtf16(u"a", false) + "b").first, "a\xEF\xBF\xBD") << "half a unit";
}

TEST(TextSource, WhatHoldsNoTextIsRefused) {
    for (const std::string& bytes : {""s, " \n\t\xC2\xA0"s, "\0\0"s, "\xEF\xBB\xBF"s}) {
        const auto [error, messages] = fileText(bytes);
        EXPECT_EQ(error, "error") << bytes.size();
        EXPECT_TRUE(messages[0].ends_with("a.txt” holds no text.")) << messages[0];
    }
    EXPECT_EQ(openText({{"data", "text"}, {"text_path", ""}}).error().message.text(), "No text was given.");
    EXPECT_EQ(textAt("/nowhere/a.txt").error().code, ErrorCode::NotFound);
    const Folder folder;
    writeFile(folder / "picture.png", "x");
    EXPECT_EQ(textAt(folder.path()).error().message.text(),
              "The folder “" + folder.path().string() + "” holds no text files.");
}

TEST(TextSource, AFileOverTheLimitIsRefusedBeforeItIsDecoded) {
    const Folder folder;
    writeFile(folder / "a.txt", "");
    std::filesystem::resize_file(folder / "a.txt", 1'000'000'000);  // a sparse file
    const auto text = textAt(folder / "a.txt");
    ASSERT_FALSE(text);
    EXPECT_EQ(text.error().message.text(),
              "“" + (folder / "a.txt").string() + "” is larger than the 256 MB that Limner reads at once.");
}

TEST(TextSource, AFolderIsReadByNameAndEachFileIsADocument) {
    const Folder folder;
    writeFile(folder / "b/two.MD", "two\n");
    writeFile(folder / "a.txt", "<|tag:first|>\none");
    writeFile(folder / "empty.txt", "  ");
    writeFile(folder / ".hidden.txt", "no");
    writeFile(folder / ".git/no.txt", "no");
    writeFile(folder / "c.bin", "no");
    const auto text = textAt(folder.path());
    ASSERT_TRUE(text) << text.error().text();
    EXPECT_EQ(text->utf8, "<|tag:first|>\none\n\ntwo\n");
    EXPECT_EQ(text->documents, (std::vector<size_t>{0, 19}));
    EXPECT_EQ(text->tags, std::vector<std::string>{"first"});
    ASSERT_EQ(text->notes.size(), 1u);
    EXPECT_EQ(text->notes[0].text(), "1 other files in “" + folder.path().string() + "” were left out.");
}

TEST(TextSource, TagsAreFoundOnceEach) {
    EXPECT_EQ(tagsIn("<|tag:b|><|tag:a|> <|tag:b|> <|tag:|> <|tag:\n|> <|tag:open"),
              (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(tagToken("psalm"), "<|tag:psalm|>");
}

/// Data folders of this test alone.
class TextCollections : public testing::Test {
protected:
    TextCollections() {
        ::setenv("XDG_DATA_DIRS", m_folder.path().c_str(), 1);
        ::setenv("XDG_DATA_HOME", m_folder.path().c_str(), 1);
    }
    ~TextCollections() override {
        ::unsetenv("XDG_DATA_DIRS");
        ::unsetenv("XDG_DATA_HOME");
    }

    static std::string number(size_t value, int bytes) {
        std::string text;
        for (int i = 0; i < bytes; ++i) text += static_cast<char>(value >> (8 * i));
        return text;
    }

    /// Writes a part of a module with these entries in one block.
    void writePart(const std::string& part, const std::vector<std::string>& entries) {
        std::string block;
        std::string index;
        for (const std::string& entry : entries) {
            index += number(0, 4) + number(block.size(), 4) + number(entry.size(), 2);
            block += entry;
        }
        std::string packed(compressBound(static_cast<uLong>(block.size())), '\0');
        uLongf length = static_cast<uLongf>(packed.size());
        compress(reinterpret_cast<Bytef*>(packed.data()), &length,
                 reinterpret_cast<const Bytef*>(block.data()), static_cast<uLong>(block.size()));
        packed.resize(length);
        writeFile(m_module + part + ".bzv", index);
        writeFile(m_module + part + ".bzz", packed);
        writeFile(m_module + part + ".bzs",
                  number(0, 4) + number(packed.size(), 4) + number(block.size(), 4));
    }

    void writeModule() {
        writePart(
            "ot",
            {"", "<milestone/>importer",
             "<div osisID=\"Gen\" sID=\"g1\" type=\"book\"/><title type=\"main\">GENESIS</title>",
             "<chapter osisID=\"Gen.1\" sID=\"Gen.1\"/> ",
             "In <w lemma=\"x\">the</w>  beginning<note>not <note>this</note></note> &amp; so the \\nd "
             "LORD\\+nd*.",
             "\xC2\xB6 And <title>heading</title>then.<chapter eID=\"Gen.1\"/> outside", "between",
             "<chapter osisID=\"Ps.1\" sID=\"Ps.1\"/>",
             "<title canonical=\"true\" type=\"psalm\">A Psalm.</title><l sID=\"1\"/>One<l eID=\"1\"/>two"});
        writePart("nt",
                  {"<chapter osisID=\"Rev.1\" sID=\"Rev.1\"/>",
                   "End.<div sID=\"g2\" type=\"glossary\"/>no<div eID=\"g2\" type=\"glossary\"/> Amen."});
    }

    Folder m_folder;
    std::string m_module = (m_folder / "sword/modules/texts/ztext/engKJV2006eb/").string();
};

TEST_F(TextCollections, ChaptersOfASwordModuleLoseTheirMarkup) {
    writeModule();
    const auto text = openText({{"data", "bible-kjv"}, {"text_tags", false}});
    ASSERT_TRUE(text) << text.error().text();
    EXPECT_EQ(text->utf8,
              "In the beginning & so the LORD.\nAnd then. outside\n\nA Psalm.\nOne\ntwo\n\nEnd. Amen.\n");
    EXPECT_EQ(text->documents, (std::vector<size_t>{0, 51, 69}));
    EXPECT_TRUE(text->tags.empty());
}

TEST_F(TextCollections, ChaptersCarryTheKindOfTheirBook) {
    writeModule();
    const auto text = openText({{"data", "bible-kjv"}, {"text_tags", true}});
    ASSERT_TRUE(text) << text.error().text();
    EXPECT_EQ(text->tags, (std::vector<std::string>{"law", "prophecy", "psalm"}));
    EXPECT_TRUE(text->utf8.starts_with("<|tag:law|>\nIn the"));
    EXPECT_TRUE(text->utf8.find("\n\n<|tag:psalm|>\nA Psalm.") != std::string::npos);
}

TEST_F(TextCollections, ADamagedModuleIsRefused) {
    for (const char* name : {"ot.bzs", "ot.bzv", "ot.bzz"}) {
        writeModule();
        std::string bytes = bytesOfFile(m_module + name);
        for (size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(bytes[i] ^ 0x55);
        writeFile(m_module + name, bytes);
        const auto text = openText({{"data", "bible-kjv"}, {"text_tags", false}});
        ASSERT_FALSE(text) << name;
        EXPECT_EQ(text.error().code, ErrorCode::Damaged) << name;
    }
    writeModule();
    std::filesystem::remove(m_module + "nt.bzv");
    EXPECT_EQ(openText({{"data", "bible-kjv"}, {"text_tags", false}}).error().code, ErrorCode::NotFound);
}

TEST_F(TextCollections, PoemsLoseTheirColours) {
    writeFile(m_folder / "games/fortunes/tang300",
              "\x1b[32m《送别》\x1b[m\n\x1b[33m作者：王维\x1b[m\n下马饮君酒。\n%\n二\n%\n");
    writeFile(m_folder / "games/fortunes/song100", "题目:《塞上》\n作者:柳开\n三\n");
    const auto text = openText({{"data", "poems-zh"}, {"text_tags", true}});
    ASSERT_TRUE(text) << text.error().text();
    EXPECT_EQ(text->utf8,
              "<|tag:tang|>\n《送别》\n王维\n下马饮君酒。\n\n<|tag:tang|>\n二\n\n<|tag:song|>"
              "\n《塞上》\n柳开\n三\n");
    EXPECT_EQ(text->documents.size(), 3u);
}

TEST_F(TextCollections, WhatIsNotInstalledSaysHowToInstallIt) {
    for (const auto& [id, package] :
         {std::pair("bible-kjv", "sword-text-kjv"), std::pair("bible-web", "sword-text-web"),
          std::pair("poems-zh", "fortunes-zh")}) {
        const TextSource* source = findTextSource(id);
        ASSERT_NE(source, nullptr);
        const std::string said =
            "This text is not installed. To install it, type: sudo apt install "s + package;
        EXPECT_EQ(source->unavailable().text(), said);
        const auto text = openText({{"data", id}, {"text_tags", false}});
        ASSERT_FALSE(text);
        EXPECT_EQ(text.error().message.text(), said);
    }
    EXPECT_TRUE(findTextSource("text")->unavailable().isEmpty());
    for (const Choice& choice : textSourceChoices()) EXPECT_EQ(choice.domain, "text");
}

// The King James Version has 1,189 chapters and 31,102 verses.
TEST(InstalledTexts, AreWholeWhereTheyAreInstalled) {
    if (!findTextSource("bible-kjv")->unavailable().isEmpty())
        GTEST_SKIP() << "sword-text-kjv is not installed";
    const auto text = openText({{"data", "bible-kjv"}, {"text_tags", true}});
    ASSERT_TRUE(text) << text.error().text();
    EXPECT_EQ(text->documents.size(), 1189u);
    EXPECT_EQ(text->tags.size(), 7u);
    EXPECT_GE(std::count(text->utf8.begin(), text->utf8.end(), '\n'), 31102);
    EXPECT_EQ(text->utf8.find_first_of("{}&\\+*"), std::string::npos);
    EXPECT_TRUE(
        text->utf8.starts_with("<|tag:law|>\nIn the beginning God created the heaven and the earth.\nAnd the "
                               "earth was without form"));
    EXPECT_TRUE(text->utf8.ends_with("\nThe grace of our Lord Jesus Christ be with you all. Amen.\n"));
    EXPECT_EQ(brokenCharactersIn(text->utf8), 0);
}

}  // namespace
}  // namespace limner::language
