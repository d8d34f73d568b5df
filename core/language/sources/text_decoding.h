// Bytes of a file as one kind of text: UTF-8, lines ended by \n, no NUL.
#pragma once

#include <cstdint>
#include <string>

namespace limner::language {

/// A text, and what had to be done to the bytes for it.
struct DecodedText {
    std::string utf8;
    std::string encoding = "UTF-8";  ///< "UTF-8", "UTF-16" or "GB18030"
    int64_t broken = 0;              ///< characters that were replaced by U+FFFD
    int64_t nulBytes = 0;            ///< that were left out
};

/// UTF-16 is told by its byte order mark. GB18030 is taken where the bytes are no UTF-8, are GB18030 without
/// a fault, and most of its characters are those of GB2312, whose bytes are both above A0: pairs of an
/// accented letter and an ASCII one, which other encodings have, are not. All else is UTF-8, a mark at its
/// start is left out.
DecodedText decodeText(std::string bytes);

}  // namespace limner::language
