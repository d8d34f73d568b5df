// SHA-256 of bytes as they pass by, and hexadecimal text.
#pragma once

#include <cstddef>
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
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;
    void update(std::span<const std::byte> bytes);
    /// Lower-case hex, 64 letters. Ends the sum: call it once.
    std::string finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

/// Of a whole file, read in pieces. Errors: NotFound, Damaged (cannot be read).
Result<std::string> sha256OfFile(const std::filesystem::path& file);

std::string toHex(std::string_view bytes);
/// Nothing where the text is not pairs of hexadecimal digits.
std::optional<std::string> fromHex(std::string_view hex);

}  // namespace limner::io
