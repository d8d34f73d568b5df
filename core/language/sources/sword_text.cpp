#include "sword_text.h"

#include <zlib.h>

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/language/read_file.h"
#include "core/language/utf8.h"
#include "osis_text.h"

namespace limner::language {
namespace fs = std::filesystem;
namespace {

constexpr uint64_t kMaxFile = 64'000'000;
constexpr size_t kBlockRecord = 12;
constexpr size_t kVerseRecord = 10;

uint32_t numberAt(std::string_view bytes, size_t at, size_t length) {
    uint32_t number = 0;
    for (size_t i = length; i-- > 0;) number = number << 8 | static_cast<unsigned char>(bytes[at + i]);
    return number;
}

Error brokenIndex(const fs::path& file) {
    return damagedFile(file, LIMNER_TR("core", "“%1” is damaged or was cut off."));
}

std::optional<std::string> inflated(std::string_view packed, size_t size) {
    std::string bytes(size, '\0');
    uLongf length = static_cast<uLongf>(size);
    const int result =
        uncompress(reinterpret_cast<Bytef*>(bytes.data()), &length,
                   reinterpret_cast<const Bytef*>(packed.data()), static_cast<uLong>(packed.size()));
    if (result != Z_OK || length != size) return std::nullopt;
    return bytes;
}

/// All blocks of a part, unpacked.
Result<std::vector<std::string>> readBlocks(const fs::path& folder, const std::string& part) {
    const fs::path indexFile = folder / (part + ".bzs");
    const fs::path packedFile = folder / (part + ".bzz");
    const auto index = readWhole(indexFile, kMaxFile);
    if (!index) return index.error();
    const auto packed = readWhole(packedFile, kMaxFile);
    if (!packed) return packed.error();
    std::vector<std::string> blocks;
    uint64_t total = 0;
    for (size_t at = 0; at + kBlockRecord <= index->size(); at += kBlockRecord) {
        const uint64_t begin = numberAt(*index, at, 4);
        const uint64_t length = numberAt(*index, at + 4, 4);
        const uint64_t unpacked = numberAt(*index, at + 8, 4);
        total += unpacked;
        if (begin + length > packed->size() || total > kMaxFile) return brokenIndex(indexFile);
        auto block = inflated(std::string_view(*packed).substr(begin, length), unpacked);
        if (!block) return brokenIndex(packedFile);
        blocks.push_back(std::move(*block));
    }
    return blocks;
}

Result<void> readPart(const fs::path& folder, const std::string& part, OsisReader& reader) {
    const auto blocks = readBlocks(folder, part);
    if (!blocks) return blocks.error();
    const fs::path indexFile = folder / (part + ".bzv");
    const auto index = readWhole(indexFile, kMaxFile);
    if (!index) return index.error();
    for (size_t at = 0; at + kVerseRecord <= index->size(); at += kVerseRecord) {
        const uint64_t block = numberAt(*index, at, 4);
        const uint64_t begin = numberAt(*index, at + 4, 4);
        const uint64_t length = numberAt(*index, at + 8, 2);
        if (length == 0) continue;
        if (block >= blocks->size() || begin + length > (*blocks)[block].size())
            return brokenIndex(indexFile);
        reader.add(repaired(std::string_view((*blocks)[block]).substr(begin, length)));
    }
    return {};
}

}  // namespace

Result<std::vector<SwordChapter>> readSwordText(const fs::path& folder) {
    OsisReader reader;
    for (const char* part : {"ot", "nt"}) {
        if (auto read = readPart(folder, part, reader); !read) return read.error();
    }
    std::vector<SwordChapter> chapters = reader.take();
    if (chapters.empty())
        return damagedFile(folder, LIMNER_TR("core", "“%1” is damaged: it holds no chapters."));
    return chapters;
}

}  // namespace limner::language
