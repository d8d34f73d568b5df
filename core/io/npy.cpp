#include "npy.h"

#include <bit>
#include <functional>
#include <numeric>
#include <stdexcept>
#include <string>

#include "safe_replace.h"

namespace limner::io {
namespace {

static_assert(std::endian::native == std::endian::little, "the arrays are marked as little-endian");

/// Magic, version, length and the dictionary, padded so that the numbers start at a multiple of 64 bytes.
std::string headerOf(const std::string& type, const std::vector<int64_t>& shape) {
    std::string sizes;
    for (const int64_t size : shape) sizes += std::to_string(size) + ",";
    std::string dictionary = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + sizes + "), }";
    constexpr size_t kPrefix = 10;
    const size_t length = (kPrefix + dictionary.size() + 1 + 63) / 64 * 64 - kPrefix;
    dictionary.resize(length - 1, ' ');
    dictionary += '\n';
    std::string header("\x93NUMPY\x01\x00", 8);
    header += static_cast<char>(length & 0xFF);
    header += static_cast<char>(length >> 8);
    return header + dictionary;
}

template <typename Number>
Result<void> write(const std::filesystem::path& path, std::span<const Number> values,
                   const std::vector<int64_t>& shape, const char* type) {
    const auto count = std::accumulate(shape.begin(), shape.end(), int64_t{1}, std::multiplies{});
    if (count != static_cast<int64_t>(values.size()))
        throw std::invalid_argument("writeNpy: shape and values differ");
    return safeReplace(path, [&](const ByteSink& sink) -> Result<void> {
        const std::string header = headerOf(type, shape);
        const auto written = sink(std::as_bytes(std::span(header)));
        return written ? sink(std::as_bytes(values)) : written;
    });
}

}  // namespace

Result<void> writeNpy(const std::filesystem::path& path, std::span<const float> values,
                      const std::vector<int64_t>& shape) {
    return write(path, values, shape, "<f4");
}

Result<void> writeNpy(const std::filesystem::path& path, std::span<const uint8_t> values,
                      const std::vector<int64_t>& shape) {
    return write(path, values, shape, "|u1");
}

}  // namespace limner::io
