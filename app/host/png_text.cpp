#include "png_text.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace limner {
namespace {

constexpr std::string_view kSignature("\x89PNG\r\n\x1a\n", 8);
constexpr size_t kHeaderChunkBytes = 25;         // length, "IHDR", 13 bytes, CRC
constexpr size_t kMaxInflatedBytes = 16u << 20;  // a recipe is a few KB; more is a trap

std::string_view charsOf(std::span<const std::byte> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

uint32_t bigEndian(std::string_view bytes) {
    uint32_t value = 0;
    for (const char byte : bytes.substr(0, 4)) value = value << 8 | static_cast<uint8_t>(byte);
    return value;
}

std::string bigEndian(uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 0xff);
    return bytes;
}

uint32_t checksum(std::string_view typeAndData) {
    return static_cast<uint32_t>(
        crc32_z(0, reinterpret_cast<const Bytef*>(typeAndData.data()), typeAndData.size()));
}

std::string internationalText(const std::string& keyword, const std::string& text) {
    // Keyword, compression flag and method, empty language tag, empty translated keyword, text.
    const std::string typeAndData = "iTXt" + keyword + std::string(5, '\0') + text;
    return bigEndian(static_cast<uint32_t>(typeAndData.size() - 4)) + typeAndData +
           bigEndian(checksum(typeAndData));
}

std::string latin1ToUtf8(std::string_view latin1) {
    std::string utf8;
    for (const char c : latin1) {
        const auto byte = static_cast<uint8_t>(c);
        if (byte < 0x80) {
            utf8 += c;
        } else {
            utf8 += static_cast<char>(0xc0 | byte >> 6);
            utf8 += static_cast<char>(0x80 | (byte & 0x3f));
        }
    }
    return utf8;
}

std::optional<std::string> inflated(std::string_view packed) {
    std::string text;
    for (size_t capacity = 1u << 16; capacity <= kMaxInflatedBytes; capacity *= 4) {
        text.resize(capacity);
        auto size = static_cast<uLongf>(capacity);
        const int code = uncompress(reinterpret_cast<Bytef*>(text.data()), &size,
                                    reinterpret_cast<const Bytef*>(packed.data()), packed.size());
        if (code == Z_OK) {
            text.resize(size);
            return text;
        }
        if (code != Z_BUF_ERROR) return std::nullopt;
    }
    return std::nullopt;
}

/// Takes the bytes up to the next zero off the front, and the zero.
std::optional<std::string_view> takeString(std::string_view& data) {
    const size_t end = data.find('\0');
    if (end == std::string_view::npos) return std::nullopt;
    const std::string_view taken = data.substr(0, end);
    data.remove_prefix(end + 1);
    return taken;
}

/// The three kinds of text chunk differ in what stands between keyword and text.
std::optional<std::string> plainText(std::string_view data) {
    return latin1ToUtf8(data);
}

std::optional<std::string> compressedText(std::string_view data) {
    if (data.empty() || data[0] != 0) return std::nullopt;  // 0 is the only method: deflate
    const auto latin1 = inflated(data.substr(1));
    return latin1 ? std::optional(latin1ToUtf8(*latin1)) : std::nullopt;
}

std::optional<std::string> internationalText(std::string_view data) {
    if (data.size() < 2) return std::nullopt;
    const bool isCompressed = data[0] == 1;
    data.remove_prefix(2);
    if (!takeString(data) || !takeString(data)) return std::nullopt;  // language tag, translated keyword
    return isCompressed ? inflated(data) : std::optional(std::string(data));
}

struct TextChunk {
    std::string_view type;
    std::optional<std::string> (*read)(std::string_view data);
};

constexpr std::array<TextChunk, 3> kTextChunks{
    {{"tEXt", &plainText}, {"zTXt", &compressedText}, {"iTXt", &internationalText}}};

void addField(std::string_view type, std::string_view data, TextFields& fields) {
    const auto chunk = std::find_if(kTextChunks.begin(), kTextChunks.end(),
                                    [type](const TextChunk& known) { return known.type == type; });
    if (chunk == kTextChunks.end()) return;
    const auto keyword = takeString(data);
    if (!keyword) return;
    if (auto text = chunk->read(data)) fields.emplace_back(latin1ToUtf8(*keyword), std::move(*text));
}

}  // namespace

bool isKeyword(const std::string& keyword) {
    const auto isPrintable = [](char c) {
        const auto byte = static_cast<uint8_t>(c);
        return (byte >= 0x20 && byte <= 0x7e) || byte >= 0xa1;
    };
    return !keyword.empty() && keyword.size() <= 79 && keyword.front() != ' ' && keyword.back() != ' ' &&
           keyword.find("  ") == std::string::npos &&
           std::all_of(keyword.begin(), keyword.end(), isPrintable);
}

std::vector<std::byte> withTextFields(std::span<const std::byte> png, const TextFields& fields) {
    std::string chunks;
    for (const auto& [keyword, text] : fields) chunks += internationalText(keyword, text);
    std::vector<std::byte> bytes(png.begin(), png.end());
    const auto* added = reinterpret_cast<const std::byte*>(chunks.data());
    bytes.insert(bytes.begin() + static_cast<ptrdiff_t>(kSignature.size() + kHeaderChunkBytes), added,
                 added + chunks.size());
    return bytes;
}

TextFields readTextFields(std::span<const std::byte> png) {
    std::string_view rest = charsOf(png);
    TextFields fields;
    if (!rest.starts_with(kSignature)) return fields;
    rest.remove_prefix(kSignature.size());
    constexpr size_t kAround = 12;  // length, type and CRC
    while (rest.size() >= kAround) {
        const size_t length = bigEndian(rest);
        if (length > rest.size() - kAround) break;
        const std::string_view typeAndData = rest.substr(4, 4 + length);
        if (bigEndian(rest.substr(8 + length)) != checksum(typeAndData)) break;
        addField(typeAndData.substr(0, 4), typeAndData.substr(4), fields);
        rest.remove_prefix(kAround + length);
    }
    return fields;
}

}  // namespace limner
