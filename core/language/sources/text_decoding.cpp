#include "text_decoding.h"

#include <iconv.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "core/language/utf8.h"

namespace limner::language {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleMark = "\xFF\xFE";
constexpr std::string_view kBigMark = "\xFE\xFF";

unsigned byteAt(std::string_view bytes, size_t at) {
    return static_cast<unsigned char>(bytes[at]);
}

/// `first` is the place of the more significant byte of a unit: 0 or 1.
DecodedText fromUtf16(std::string_view bytes, size_t first) {
    DecodedText text{.utf8 = {}, .encoding = "UTF-16"};
    const auto unitAt = [&](size_t at) {
        return static_cast<char32_t>(byteAt(bytes, at + first) << 8 | byteAt(bytes, at + 1 - first));
    };
    size_t at = 0;
    while (at + 1 < bytes.size()) {
        const char32_t unit = unitAt(at);
        at += 2;
        if (unit < 0xD800 || unit > 0xDFFF) {
            appendCharacter(text.utf8, unit);
            continue;
        }
        const bool isPair = unit < 0xDC00 && at + 1 < bytes.size() && (unitAt(at) & 0xFC00) == 0xDC00;
        if (isPair) {
            appendCharacter(text.utf8, 0x10000 + ((unit & 0x3FF) << 10 | (unitAt(at) & 0x3FF)));
            at += 2;
        } else {
            appendCharacter(text.utf8, kReplacement);
            ++text.broken;
        }
    }
    if (at < bytes.size()) {
        appendCharacter(text.utf8, kReplacement);
        ++text.broken;
    }
    return text;
}

/// True where most characters of two bytes are of GB2312.
bool looksLikeGb2312(std::string_view bytes) {
    size_t pairs = 0;
    size_t high = 0;
    for (size_t at = 0; at + 1 < bytes.size(); ++at) {
        if (byteAt(bytes, at) < 0x80) continue;
        ++pairs;
        if (byteAt(bytes, at) > 0xA0 && byteAt(bytes, at + 1) > 0xA0) ++high;
        ++at;
    }
    return pairs > 0 && high * 3 >= pairs * 2;
}

/// Nothing where the bytes are not GB18030 to the last.
std::optional<std::string> fromGb18030(std::string bytes) {
    const iconv_t converter = iconv_open("UTF-8", "GB18030");
    if (converter == reinterpret_cast<iconv_t>(-1)) return std::nullopt;  // this system does not know it
    std::string text(bytes.size() * 2 + 16, '\0');                        // two bytes become three at most
    char* in = bytes.data();
    size_t inLeft = bytes.size();
    char* out = text.data();
    size_t outLeft = text.size();
    const size_t result = iconv(converter, &in, &inLeft, &out, &outLeft);
    iconv_close(converter);
    if (result == static_cast<size_t>(-1) || inLeft > 0) return std::nullopt;
    text.resize(text.size() - outLeft);
    return text;
}

DecodedText fromBytes(std::string bytes) {
    const int64_t broken = brokenCharactersIn(bytes);
    if (broken == 0) return {.utf8 = std::move(bytes)};
    if (looksLikeGb2312(bytes)) {
        if (auto text = fromGb18030(bytes)) return {.utf8 = std::move(*text), .encoding = "GB18030"};
    }
    return {.utf8 = repaired(bytes), .broken = broken};
}

/// \r\n and \r become \n.
void endLines(std::string& text) {
    size_t to = 0;
    for (size_t at = 0; at < text.size(); ++at) {
        const bool isReturn = text[at] == '\r';
        if (isReturn && at + 1 < text.size() && text[at + 1] == '\n') continue;
        text[to++] = isReturn ? '\n' : text[at];
    }
    text.resize(to);
}

}  // namespace

DecodedText decodeText(std::string bytes) {
    DecodedText text;
    if (bytes.starts_with(kLittleMark) || bytes.starts_with(kBigMark)) {
        text = fromUtf16(std::string_view(bytes).substr(2), bytes.starts_with(kBigMark) ? 0 : 1);
    } else {
        if (bytes.starts_with(kUtf8Mark)) bytes.erase(0, kUtf8Mark.size());
        text = fromBytes(std::move(bytes));
    }
    text.nulBytes = std::count(text.utf8.begin(), text.utf8.end(), '\0');
    if (text.nulBytes > 0) std::erase(text.utf8, '\0');
    endLines(text.utf8);
    return text;
}

}  // namespace limner::language
