#include "core/internal/tensor_file.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <new>
#include <set>

#include "file_error.h"
#include "safe_replace.h"
#include "sha256.h"
#include "tensor_header.h"

namespace limner::io {
namespace {

namespace fs = std::filesystem;

static_assert(std::endian::native == std::endian::little, "safetensors files are little-endian");

constexpr std::array<std::pair<std::string_view, at::ScalarType>, 10> kTypes{{{"F64", at::kDouble},
                                                                              {"I64", at::kLong},
                                                                              {"F32", at::kFloat},
                                                                              {"I32", at::kInt},
                                                                              {"F16", at::kHalf},
                                                                              {"BF16", at::kBFloat16},
                                                                              {"I16", at::kShort},
                                                                              {"I8", at::kChar},
                                                                              {"U8", at::kByte},
                                                                              {"BOOL", at::kBool}}};

std::string_view typeName(at::ScalarType type) {
    const auto row = std::ranges::find(kTypes, type, &decltype(kTypes)::value_type::second);
    return row == kTypes.end() ? std::string_view{} : row->first;
}

at::ScalarType scalarType(std::string_view name) {
    return std::ranges::find(kTypes, name, &decltype(kTypes)::value_type::first)->second;
}

std::span<std::byte> bytesOf(const torch::Tensor& tensor) {
    return {static_cast<std::byte*>(tensor.data_ptr()), tensor.nbytes()};
}

/// Wider numbers first, so that each tensor is aligned in a file that is mapped to memory.
std::vector<size_t> writingOrder(const NamedTensors& tensors) {
    std::vector<size_t> order(tensors.size());
    std::ranges::generate(order, [next = size_t{0}]() mutable { return next++; });
    std::ranges::stable_sort(order, std::ranges::greater{},
                             [&](size_t i) { return tensors[i].second.element_size(); });
    return order;
}

/// Refuses what the format cannot hold, so that nothing is half written.
Result<void> checkTensors(const NamedTensors& tensors, const fs::path& path) {
    std::set<std::string_view> names{"__metadata__"};
    for (const auto& [name, tensor] : tensors) {
        const bool isTypeKnown = tensor.defined() && !typeName(tensor.scalar_type()).empty();
        if (names.insert(name).second && isTypeKnown && tensor.layout() == at::kStrided) continue;
        return Error{
            .code = ErrorCode::Unsupported,
            .message = {LIMNER_TR("core", "The tensor “%1” cannot be written to “%2”."),
                        {name, path.string()}},
            .hint = LIMNER_TR("core", "Its name must occur once, and its numbers must be of a common type.")};
    }
    return {};
}

TensorHeader headerOf(const NamedTensors& tensors, const std::vector<size_t>& order,
                      const std::map<std::string, std::string>& metadata) {
    TensorHeader header{.entries = {}, .metadata = metadata};
    uint64_t position = 0;
    for (const size_t i : order) {
        const auto& [name, tensor] = tensors[i];
        const uint64_t end = position + tensor.nbytes();
        header.entries.push_back({.name = name,
                                  .type = std::string(typeName(tensor.scalar_type())),
                                  .shape = tensor.sizes().vec(),
                                  .begin = position,
                                  .end = end});
        position = end;
    }
    return header;
}

/// Length and text of the header of an open file. Errors: Damaged.
Result<std::string> readHeaderText(FileReader& file, const fs::path& path) {
    std::array<std::byte, 8> lengthBytes{};
    if (file.sizeBytes() < lengthBytes.size())
        return damaged(path, LIMNER_TR("core", "“%1” is damaged: it is too short for a safetensors file."));
    auto read = file.read(lengthBytes);
    if (!read) return read.error();
    const auto length = std::bit_cast<uint64_t>(lengthBytes);
    if (length > kMaxTensorHeaderBytes || length > file.sizeBytes() - lengthBytes.size())
        return damaged(
            path,
            LIMNER_TR("core", "“%1” is damaged: it ends inside its header, or is no safetensors file."));
    std::string text(length, '\0');
    read = file.read(std::as_writable_bytes(std::span(text)));
    if (!read) return read.error();
    return text;
}

/// A bool in memory must be 0 or 1.
bool areBools(std::span<const std::byte> bytes) {
    return std::ranges::all_of(bytes, [](std::byte byte) { return byte <= std::byte{1}; });
}

Error outOfMemory(const fs::path& path) {
    return {.code = ErrorCode::OutOfMemory,
            .message = {LIMNER_TR("core", "There is not enough memory to read “%1”."), {path.string()}},
            .hint = LIMNER_TR("core", "Close other programs, then try again.")};
}

Result<TensorFile> readOpenFile(FileReader& file, const fs::path& path) {
    const auto text = readHeaderText(file, path);
    if (!text) return text.error();
    const uint64_t length = text->size();
    auto header = parseTensorHeader(*text, file.sizeBytes() - sizeof length - length, path);
    if (!header) return header.error();
    Sha256 sum;
    sum.update(std::as_bytes(std::span(&length, 1)));
    sum.update(std::as_bytes(std::span(*text)));
    TensorFile result{.tensors = {}, .metadata = std::move(header->metadata), .sha256 = {}};
    for (const TensorEntry& entry : header->entries) {
        const auto tensor = torch::empty(entry.shape, torch::dtype(scalarType(entry.type)));
        const auto read = file.read(bytesOf(tensor));
        if (!read) return read.error();
        if (tensor.scalar_type() == at::kBool && !areBools(bytesOf(tensor)))
            return damaged(path, LIMNER_TR("core", "“%1” is damaged: “%2” is neither true nor false."),
                           {entry.name});
        sum.update(bytesOf(tensor));
        result.tensors.emplace(entry.name, tensor);
    }
    result.sha256 = sum.finish();
    return result;
}

}  // namespace

Result<std::string> writeTensorFile(const fs::path& path, const NamedTensors& tensors,
                                    const std::map<std::string, std::string>& metadata) {
    const auto checked = checkTensors(tensors, path);
    if (!checked) return checked.error();
    const auto order = writingOrder(tensors);
    const std::string header = tensorHeaderText(headerOf(tensors, order, metadata));
    Sha256 sum;
    const auto written = safeReplace(path, [&](const ByteSink& sink) -> Result<void> {
        const auto put = [&](std::span<const std::byte> bytes) {
            sum.update(bytes);
            return sink(bytes);
        };
        const uint64_t length = header.size();
        auto result = put(std::as_bytes(std::span(&length, 1)));
        if (result) result = put(std::as_bytes(std::span(header)));
        for (size_t i = 0; i < order.size() && result; ++i)
            result = put(bytesOf(tensors[order[i]].second.detach().cpu().contiguous()));
        return result;
    });
    if (!written) return written.error();
    return sum.finish();
}

Result<TensorHeader> readTensorHeader(const fs::path& path) {
    auto file = FileReader::open(path);
    if (!file) return file.error();
    const auto text = readHeaderText(*file, path);
    if (!text) return text.error();
    return parseTensorHeader(*text, file->sizeBytes() - sizeof(uint64_t) - text->size(), path);
}

Result<TensorFile> readTensorFile(const fs::path& path) {
    auto file = FileReader::open(path);
    if (!file) return file.error();
    try {
        return readOpenFile(*file, path);
    } catch (const std::bad_alloc&) {
        return outOfMemory(path);
    } catch (const c10::Error&) {  // the allocator of tensors says it like this
        return outOfMemory(path);
    }
}

}  // namespace limner::io
