#include "sha256.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

#include "safe_replace.h"

namespace limner::io {

struct Sha256::Context {
    EVP_MD_CTX* digest = EVP_MD_CTX_new();
    ~Context() { EVP_MD_CTX_free(digest); }
};

Sha256::Sha256() : m_context(std::make_unique<Context>()) {
    if (EVP_DigestInit_ex(m_context->digest, EVP_sha256(), nullptr) != 1)
        throw std::runtime_error("SHA-256 is not available in this libcrypto");
}

Sha256::Sha256(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::update(std::span<const std::byte> bytes) {
    EVP_DigestUpdate(m_context->digest, bytes.data(), bytes.size());
}

std::string Sha256::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> sum{};
    unsigned int length = 0;
    EVP_DigestFinal_ex(m_context->digest, sum.data(), &length);
    return toHex({reinterpret_cast<const char*>(sum.data()), length});
}

std::string Sha256::soFar() const {
    Sha256 copy;
    EVP_MD_CTX_copy_ex(copy.m_context->digest, m_context->digest);
    return copy.finish();
}

namespace {

Result<std::string> sumOf(FileReader& reader, uint64_t left) {
    Sha256 sum;
    std::vector<std::byte> piece(size_t{1} << 20);
    while (left > 0) {
        const auto bytes = std::span(piece).first(std::min<uint64_t>(left, piece.size()));
        const auto read = reader.read(bytes);
        if (!read) return read.error();
        sum.update(bytes);
        left -= bytes.size();
    }
    return sum.finish();
}

}  // namespace

Result<std::string> sha256OfFile(const std::filesystem::path& file) {
    auto reader = FileReader::open(file);
    if (!reader) return reader.error();
    return sumOf(*reader, reader->sizeBytes());
}

Result<std::string> sha256OfStart(const std::filesystem::path& file, uint64_t bytes) {
    auto reader = FileReader::open(file);
    if (!reader) return reader.error();
    return sumOf(*reader, bytes);
}

namespace {
constexpr std::string_view kDigits = "0123456789abcdef";
}

std::string toHex(std::string_view bytes) {
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char letter : bytes) {
        const auto code = static_cast<unsigned char>(letter);
        hex += kDigits[code >> 4];
        hex += kDigits[code & 15];
    }
    return hex;
}

std::optional<std::string> fromHex(std::string_view hex) {
    if (hex.size() % 2 != 0) return std::nullopt;
    std::string bytes(hex.size() / 2, '\0');
    for (size_t i = 0; i < bytes.size(); ++i) {
        const auto high = kDigits.find(hex[2 * i]);
        const auto low = kDigits.find(hex[2 * i + 1]);
        if (high == std::string_view::npos || low == std::string_view::npos) return std::nullopt;
        bytes[i] = static_cast<char>(high * 16 + low);
    }
    return bytes;
}

}  // namespace limner::io
