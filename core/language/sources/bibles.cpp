// The King James Version and the World English Bible, both in the public domain.
#include <array>
#include <filesystem>
#include <string>

#include "core/types/data_folders.h"
#include "sources.h"
#include "sword_text.h"

namespace limner::language {
namespace {

struct Bible {
    const char* folder;   ///< below the data folders
    const char* package;  ///< of Debian
};

constexpr Bible kKingJames{"sword/modules/texts/ztext/engKJV2006eb", "sword-text-kjv"};
constexpr Bible kWorldEnglish{"sword/modules/texts/ztext/engWEB2015eb", "sword-text-web"};

struct BookKind {
    std::string_view tag;
    std::string_view books;  ///< OSIS names, a space around each
};

constexpr std::array<BookKind, 7> kBookKinds{{
    {"law", " Gen Exod Lev Num Deut "},
    {"history",
     " Josh Judg Ruth 1Sam 2Sam 1Kgs 2Kgs 1Chr 2Chr Ezra Neh Esth EsthGr Tob Jdt 1Macc 2Macc 3Macc 4Macc "
     "1Esd "
     "Acts "},
    {"wisdom", " Job Prov Eccl Song Wis Sir "},
    {"psalm", " Ps AddPs PrMan "},
    {"prophecy",
     " Isa Jer Lam Ezek Dan DanGr Hos Joel Amos Obad Jonah Mic Nah Hab Zeph Hag Zech Mal Bar 2Esd Rev "},
    {"gospel", " Matt Mark Luke John "},
    {"letter",
     " Rom 1Cor 2Cor Gal Eph Phil Col 1Thess 2Thess 1Tim 2Tim Titus Phlm Heb Jas 1Pet 2Pet 1John 2John 3John "
     "Jude "},
}};

std::string_view kindOfBook(const std::string& book) {
    for (const BookKind& kind : kBookKinds) {
        if (kind.books.find(" " + book + " ") != std::string_view::npos) return kind.tag;
    }
    return "";
}

Message notInstalled(const Bible& bible) {
    if (findInDataFolders(bible.folder)) return {};
    return {LIMNER_TR("core", "This text is not installed. To install it, type: sudo apt install %1"),
            {bible.package}};
}

Result<Text> openBible(const Bible& bible, const ParamValues& values) {
    const auto folder = findInDataFolders(bible.folder);
    if (!folder) {
        return Error{.code = ErrorCode::NotFound,
                     .message = notInstalled(bible),
                     .hint = LIMNER_TR("core", "Or choose another text.")};
    }
    const auto chapters = readSwordText(*folder);
    if (!chapters) return chapters.error();
    const bool isTagged = boolOf(values, "text_tags");
    Text text;
    for (const SwordChapter& chapter : *chapters)
        addDocument(text, chapter.utf8, isTagged ? kindOfBook(chapter.book) : "");
    text.tags = tagsIn(text.utf8);
    return text;
}

}  // namespace

Result<Text> openKingJames(const ParamValues& values) {
    return openBible(kKingJames, values);
}

Message kingJamesUnavailable() {
    return notInstalled(kKingJames);
}

Result<Text> openWorldEnglish(const ParamValues& values) {
    return openBible(kWorldEnglish, values);
}

Message worldEnglishUnavailable() {
    return notInstalled(kWorldEnglish);
}

}  // namespace limner::language
