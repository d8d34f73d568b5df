#include "event_file.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <protozero/pbf_writer.hpp>
#include <stdexcept>
#include <utility>

#include "safe_replace.h"

namespace limner::io {
namespace {

constexpr size_t kPendingEventBytes = 64 << 10;

/// Field numbers of the messages in event.proto and summary.proto.
enum EventField : protozero::pbf_tag_type {
    kWallTime = 1,
    kStep = 2,
    kFileVersion = 3,
    kSummary = 5,
    kSessionLog = 7
};
enum SummaryField : protozero::pbf_tag_type { kValue = 1 };
enum ValueField : protozero::pbf_tag_type { kTag = 1, kSimpleValue = 2, kImage = 4 };
enum ImageField : protozero::pbf_tag_type { kHeight = 1, kWidth = 2, kColorspace = 3, kEncodedImage = 4 };
enum SessionField : protozero::pbf_tag_type { kStatus = 1 };
constexpr int32_t kStatusStart = 1;

constexpr std::array<uint32_t, 256> makeCrcTable() {
    std::array<uint32_t, 256> table{};
    for (uint32_t i = 0; i < 256; ++i) {
        uint32_t value = i;
        for (int bit = 0; bit < 8; ++bit) value = value >> 1 ^ ((value & 1) != 0 ? 0x82F63B78U : 0);
        table[i] = value;
    }
    return table;
}

constexpr std::array<uint32_t, 256> kCrcTable = makeCrcTable();

template <typename Number>
void addLittleEndian(std::string& bytes, Number number) {
    for (size_t i = 0; i < sizeof number; ++i) bytes += static_cast<char>(number >> 8 * i & 0xFF);
}

/// Records store their sums like this, since a sum over bytes that hold sums would be weak.
uint32_t masked(uint32_t crc) {
    return (crc >> 15 | crc << 17) + 0xA282EAD8U;
}

std::string eventStart(int64_t step, double wallSeconds) {
    std::string event;
    protozero::pbf_writer writer(event);
    writer.add_double(kWallTime, wallSeconds);
    if (step != 0) writer.add_int64(kStep, step);  // 0 is what a missing field means
    return event;
}

}  // namespace

uint32_t crc32c(std::string_view bytes) {
    uint32_t crc = ~0U;
    for (const char byte : bytes) crc = kCrcTable[(crc ^ static_cast<unsigned char>(byte)) & 0xFF] ^ crc >> 8;
    return ~crc;
}

Result<EventFile> EventFile::create(const std::filesystem::path& folder, double wallSeconds) {
    char name[64];
    std::snprintf(name, sizeof name, "events.out.tfevents.%010lld.limner",
                  static_cast<long long>(wallSeconds));
    std::filesystem::path path = folder / name;
    std::error_code failure;
    for (int number = 2; std::filesystem::exists(path, failure); ++number)
        path = folder / (name + ("." + std::to_string(number)));
    EventFile file(path);
    std::string event = eventStart(0, wallSeconds);
    protozero::pbf_writer(event).add_string(kFileVersion, "brain.Event:2");
    auto added = file.add(event);
    if (added) added = file.flush();
    if (!added) return added.error();
    return file;
}

Result<void> EventFile::restartAfter(int64_t step, double wallSeconds) {
    std::string event = eventStart(step + 1, wallSeconds);  // the first step to forget
    protozero::pbf_writer writer(event);
    protozero::pbf_writer(writer, kSessionLog).add_enum(kStatus, kStatusStart);
    return add(event);
}

Result<void> EventFile::scalars(int64_t step, double wallSeconds, const std::vector<std::string>& names,
                                const std::vector<double>& values) {
    if (names.size() != values.size()) throw std::invalid_argument("EventFile: wrong number of scalars");
    std::string event = eventStart(step, wallSeconds);
    {
        protozero::pbf_writer writer(event);
        protozero::pbf_writer summary(writer, kSummary);
        for (size_t i = 0; i < names.size(); ++i) {
            if (std::isnan(values[i])) continue;
            protozero::pbf_writer value(summary, kValue);
            value.add_string(kTag, names[i]);
            value.add_float(kSimpleValue, static_cast<float>(values[i]));
        }
    }
    return add(event);
}

Result<void> EventFile::picture(int64_t step, double wallSeconds, const std::string& tag,
                                const EventPicture& picture) {
    std::string event = eventStart(step, wallSeconds);
    {
        protozero::pbf_writer writer(event);
        protozero::pbf_writer summary(writer, kSummary);
        protozero::pbf_writer value(summary, kValue);
        value.add_string(kTag, tag);
        protozero::pbf_writer image(value, kImage);
        image.add_int32(kHeight, picture.height);
        image.add_int32(kWidth, picture.width);
        image.add_int32(kColorspace, picture.channels);
        image.add_bytes(kEncodedImage, reinterpret_cast<const char*>(picture.png.data()), picture.png.size());
    }
    return add(event);
}

Result<void> EventFile::add(std::string_view event) {
    std::string length;
    addLittleEndian(length, static_cast<uint64_t>(event.size()));
    m_pending += length;
    addLittleEndian(m_pending, masked(crc32c(length)));
    m_pending += event;
    addLittleEndian(m_pending, masked(crc32c(event)));
    return m_pending.size() < kPendingEventBytes ? Result<void>{} : flush();
}

Result<void> EventFile::flush() {
    if (m_pending.empty()) return {};
    const auto written = appendBytes(m_path, m_pending);
    if (written) m_pending.clear();
    return written;
}

}  // namespace limner::io
