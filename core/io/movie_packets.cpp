#include "movie_packets.h"

#include <protozero/pbf_reader.hpp>
#include <protozero/pbf_writer.hpp>
#include <span>
#include <string_view>

#include "file_error.h"
#include "safe_replace.h"
#include "sha256.h"

namespace limner::io {
namespace {

enum StretchField : protozero::pbf_tag_type { kSetup = 1, kFrames = 2, kPacket = 3 };
enum PacketField : protozero::pbf_tag_type { kShown = 1, kDecoded = 2, kIsKey = 3, kBytes = 4 };

constexpr uintmax_t kMaxStretchBytes = uintmax_t{1} << 30;
constexpr size_t kHashLetters = 64;

std::string sumOf(std::string_view bytes) {
    Sha256 sum;
    sum.update(std::as_bytes(std::span(bytes)));
    return sum.finish();
}

MoviePacket packetOf(protozero::pbf_reader fields) {
    MoviePacket packet;
    while (fields.next()) {
        switch (fields.tag()) {
            case kShown:
                packet.shown = fields.get_sint64();
                break;
            case kDecoded:
                packet.decoded = fields.get_sint64();
                break;
            case kIsKey:
                packet.isKey = fields.get_bool();
                break;
            case kBytes:
                packet.bytes = fields.get_string();
                break;
            default:
                fields.skip();
        }
    }
    return packet;
}

MovieStretch stretchOf(const std::string& bytes) {
    MovieStretch stretch;
    protozero::pbf_reader fields(bytes);
    while (fields.next()) {
        switch (fields.tag()) {
            case kSetup:
                stretch.setup = fields.get_string();
                break;
            case kFrames:
                stretch.frames = fields.get_int64();
                break;
            case kPacket:
                stretch.packets.push_back(packetOf(fields.get_message()));
                break;
            default:
                fields.skip();
        }
    }
    return stretch;
}

}  // namespace

Result<void> writeStretch(const std::filesystem::path& file, const MovieStretch& stretch) {
    std::string bytes;
    protozero::pbf_writer writer(bytes);
    writer.add_bytes(kSetup, stretch.setup);
    writer.add_int64(kFrames, stretch.frames);
    for (const MoviePacket& packet : stretch.packets) {
        protozero::pbf_writer fields(writer, kPacket);
        fields.add_sint64(kShown, packet.shown);
        fields.add_sint64(kDecoded, packet.decoded);
        fields.add_bool(kIsKey, packet.isKey);
        fields.add_bytes(kBytes, packet.bytes);
    }
    return safeReplace(file, sumOf(bytes) + bytes);
}

Result<MovieStretch> readStretch(const std::filesystem::path& file) {
    auto bytes = readFile(file, kMaxStretchBytes);
    if (!bytes) return bytes.error();
    const Error wrong = damaged(file, LIMNER_TR("core", "“%1” is damaged: it is no stretch of a movie."));
    if (bytes->size() < kHashLetters) return wrong;
    const std::string hash = bytes->substr(0, kHashLetters);
    bytes->erase(0, kHashLetters);
    if (sumOf(*bytes) != hash) return wrong;
    try {
        return stretchOf(*bytes);
    } catch (const protozero::exception&) {
        return wrong;
    }
}

}  // namespace limner::io
