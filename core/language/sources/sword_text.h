// Bibles as the SWORD project compresses them ("zText"), chapter by chapter.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/types/result.h"

namespace limner::language {

struct SwordChapter {
    std::string book;  ///< its OSIS name: "Gen", "1Cor"
    std::string
        utf8;  ///< a line each verse, a line each line of verse; titles of psalms too, notes and headings not
};

/// The chapters of both parts in their order. An index of 10 bytes each verse (.bzv: block, begin, length)
/// leads into blocks of zlib (.bzz), which one of 12 bytes each (.bzs: begin, packed and unpacked length)
/// leads into; all little- endian. Markup is OSIS. Errors: NotFound, Damaged (an index that leads out of its
/// file, a block that does not unpack to its length, no chapters). Source: the SWORD project's zverse.cpp;
/// the OSIS 2.1.1 manual.
Result<std::vector<SwordChapter>> readSwordText(const std::filesystem::path& folder);

}  // namespace limner::language
