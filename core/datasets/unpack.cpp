#include "unpack.h"

#include <zlib.h>

#include <algorithm>
#include <memory>

#include "core/io/safe_replace.h"
#include "memory.h"

namespace limner::datasets {
namespace fs = std::filesystem;
namespace {

constexpr size_t kPiece = size_t{1} << 24;  // zlib counts in 32 bits

bool isGzip(std::string_view bytes) {
    return bytes.size() >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
}

Error brokenGzip(const fs::path& file) {
    return {.code = ErrorCode::Damaged,
            .message = {LIMNER_TR("core", "“%1” is damaged or was cut off."), {file.string()}},
            .hint = LIMNER_TR("core", "Get the file again.")};
}

Error tooLarge(const fs::path& file, uint64_t maxBytes) {
    return {.code = ErrorCode::OutOfMemory,
            .message = {LIMNER_TR("core", "“%1” unpacks to more than the %2 of memory that are free."),
                        {file.string(), formatBytes(static_cast<double>(maxBytes))}}};
}

/// Inflates one member after the other, as gzip files may be joined end to end.
class Inflater {
public:
    explicit Inflater(std::string_view packed) : m_packed(packed) {
        constexpr int kGzipOnly = 16 + MAX_WBITS;
        if (inflateInit2(&m_stream, kGzipOnly) != Z_OK) throw std::bad_alloc();
    }
    ~Inflater() { inflateEnd(&m_stream); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    enum class State { More, Done, Broken };

    /// Appends up to one piece to `unpacked`.
    State step(std::string& unpacked) {
        const size_t before = unpacked.size();
        unpacked.resize(before + kPiece);
        m_stream.next_out = reinterpret_cast<Bytef*>(unpacked.data() + before);
        m_stream.avail_out = kPiece;
        const int code = inflateSome();
        unpacked.resize(before + kPiece - m_stream.avail_out);
        if (code == Z_OK) return State::More;
        if (code != Z_STREAM_END) return State::Broken;
        if (!isGzip(m_packed)) return State::Done;
        inflateReset(&m_stream);
        return State::More;
    }

private:
    int inflateSome() {
        int code = Z_OK;
        while (code == Z_OK && m_stream.avail_out > 0) {
            const size_t offered = std::min(m_packed.size(), kPiece);
            m_stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(m_packed.data()));
            m_stream.avail_in = static_cast<uInt>(offered);
            code = inflate(&m_stream, Z_NO_FLUSH);  // Z_BUF_ERROR once the input has run out
            m_packed.remove_prefix(offered - m_stream.avail_in);
        }
        return code;
    }

    std::string_view m_packed;
    z_stream m_stream{};
};

}  // namespace

Result<std::string> readUnpacked(const fs::path& file, uint64_t maxBytes) {
    auto packed = io::readFile(file, maxBytes);
    if (!packed || !isGzip(*packed)) return packed;
    Inflater inflater(*packed);
    std::string unpacked;
    for (;;) {
        const Inflater::State state = inflater.step(unpacked);
        if (state == Inflater::State::Broken) return brokenGzip(file);
        if (unpacked.size() > maxBytes) return tooLarge(file, maxBytes);
        if (state == Inflater::State::Done) return unpacked;
    }
}

}  // namespace limner::datasets
