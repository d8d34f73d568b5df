#include "weights_header.h"

#include <array>
#include <fstream>
#include <functional>
#include <numeric>

#include "json_text.h"

namespace limner::cli {
namespace {

Error damaged(const std::filesystem::path& file) {
    return {.code = ErrorCode::Damaged,
            .message = {LIMNER_TR("core", "“%1” is not a whole safetensors file."), {file.string()}},
            .hint = LIMNER_TR("core", "Copy it again from where it came.")};
}

/// The JSON text at the start of the file: 8 bytes of length, little-endian, then that many bytes.
std::string headerText(const std::filesystem::path& file) {
    constexpr uint64_t mostBytes = 100'000'000;  // the format's own limit
    std::ifstream stream(file, std::ios::binary);
    std::array<unsigned char, 8> lengthBytes{};
    std::error_code failure;
    const auto fileBytes = std::filesystem::file_size(file, failure);
    if (failure || !stream.read(reinterpret_cast<char*>(lengthBytes.data()), lengthBytes.size())) return {};
    uint64_t length = 0;
    for (size_t i = 0; i < lengthBytes.size(); ++i) length |= uint64_t{lengthBytes[i]} << (8 * i);
    if (length > mostBytes || length > fileBytes - lengthBytes.size()) return {};
    std::string text(length, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(length));
    return stream ? text : std::string{};
}

}  // namespace

int64_t WeightsHeader::numberCount() const {
    int64_t sum = 0;
    for (const Tensor& tensor : tensors)
        sum += std::accumulate(tensor.shape.begin(), tensor.shape.end(), int64_t{1}, std::multiplies<>());
    return sum;
}

Result<WeightsHeader> readWeightsHeader(const std::filesystem::path& file) {
    const Json json = Json::parse(headerText(file), nullptr, false);
    if (!json.is_object()) return damaged(file);
    WeightsHeader header;
    try {
        for (const auto& [name, entry] : json.items()) {
            if (name == "__metadata__") {
                header.metadata = entry.get<std::map<std::string, std::string>>();
            } else {
                header.tensors.push_back({name, entry.at("dtype").get<std::string>(),
                                          entry.at("shape").get<std::vector<int64_t>>()});
            }
        }
    } catch (const Json::exception&) {
        return damaged(file);
    }
    return header;
}

}  // namespace limner::cli
