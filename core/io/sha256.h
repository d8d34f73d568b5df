// SHA-256 of bytes as they pass by, and hexadecimal text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/types/result.h"

namespace limner::io {

class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) = delete;
    void update(std::span<const std::byte> bytes);
    void update(std::string_view bytes) { update(std::as_bytes(std::span(bytes))); }
    /// What `finish` would give now; the sum goes on.
    std::string soFar() const;
    /// Lower-case hex, 64 letters. Ends the sum: call it once.
    std::string finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// Of a whole file, read in pieces. Errors: NotFound, Damaged (cannot be read).
Result<std::string> sha256OfFile(const std::filesystem::path& file);

/// Of the first bytes of a file. Errors also: Damaged (it is shorter).
Result<std::string> sha256OfStart(const std::filesystem::path& file, uint64_t bytes);

std::string toHex(std::string_view bytes);
/// Nothing where the text is not pairs of hexadecimal digits.
std::optional<std::string> fromHex(std::string_view hex);

}  // namespace limner::io
