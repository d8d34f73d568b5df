#include "as_safetensors.h"

#include <algorithm>
#include <cstring>
#include <fstream>
#include <nlohmann/json.hpp>
#include <numeric>

#include "pickle_calls.h"
#include "torch_file.h"

namespace limner::pth {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

struct Plan {
    const NamedTensor* named = nullptr;
    NumberType type;
    int64_t count = 0;  ///< of numbers

    size_t bytes() const { return static_cast<size_t>(count * type.bytes); }
};

Error wrongTensor(const std::string& name) {
    return {
        .code = ErrorCode::Damaged,
        .message = {LIMNER_TR("core", "Its tensor “%1” is damaged: it reaches beyond its numbers."), {name}},
        .hint = LIMNER_TR("core", "Fetch the file again.")};
}

/// Nothing on overflow.
std::optional<int64_t> product(int64_t a, int64_t b) {
    int64_t result = 0;
    if (__builtin_mul_overflow(a, b, &result)) return std::nullopt;
    return result;
}

/// How many numbers a tensor has; nothing if any of them lies outside its storage.
std::optional<int64_t> countIn(const Tensor& tensor) {
    int64_t count = 1, last = tensor.offset;
    if (tensor.offset < 0 || tensor.storage.count < 0) return std::nullopt;
    for (size_t i = 0; i < tensor.sizes.size(); ++i) {
        if (tensor.sizes[i] < 0 || tensor.strides[i] < 0) return std::nullopt;
        const auto grown = product(count, tensor.sizes[i]);
        const auto reach = product(std::max<int64_t>(tensor.sizes[i] - 1, 0), tensor.strides[i]);
        if (!grown || !reach || __builtin_add_overflow(last, *reach, &last)) return std::nullopt;
        count = *grown;
    }
    // An expanded tensor (stride 0) may have more numbers than its storage; no weights are like that.
    if (count > tensor.storage.count || (count > 0 && last >= tensor.storage.count)) return std::nullopt;
    return count;
}

Result<std::vector<Plan>> planOf(const std::vector<NamedTensor>& tensors) {
    std::vector<Plan> plans;
    for (const NamedTensor& named : tensors) {
        const auto type = numberType(named.tensor.storage.type);
        const auto count = countIn(named.tensor);
        const auto bytes = type && count ? product(*count, type->bytes) : std::nullopt;
        if (!bytes || !product(named.tensor.storage.count, type->bytes)) return wrongTensor(named.name);
        plans.push_back({&named, *type, *count});
    }
    // The widest numbers first, so that each tensor is aligned in a file that is mapped to memory.
    std::ranges::stable_sort(plans, std::ranges::greater(), [](const Plan& plan) { return plan.type.bytes; });
    return plans;
}

std::string headerOf(const std::vector<Plan>& plans) {
    Json header = Json::object();
    size_t at = 0;
    for (const Plan& plan : plans) {
        header[plan.named->name] = {{"dtype", plan.type.name},
                                    {"shape", plan.named->tensor.sizes},
                                    {"data_offsets", {at, at + plan.bytes()}}};
        at += plan.bytes();
    }
    std::string text = header.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' ');
    return text;
}

/// The numbers of a tensor in the order of its indices, the last one running fastest.
std::vector<std::byte> gathered(const Tensor& tensor, const std::vector<std::byte>& storage, size_t width,
                                int64_t count) {
    std::vector<std::byte> numbers(static_cast<size_t>(count) * width);
    std::vector<int64_t> index(tensor.sizes.size(), 0);
    for (size_t i = 0; i < static_cast<size_t>(count); ++i) {
        const int64_t at =
            std::inner_product(index.begin(), index.end(), tensor.strides.begin(), tensor.offset);
        std::memcpy(&numbers[i * width], &storage[static_cast<size_t>(at) * width], width);
        for (size_t d = index.size(); d > 0 && ++index[d - 1] == tensor.sizes[d - 1]; --d) index[d - 1] = 0;
    }
    return numbers;
}

bool isContiguous(const Tensor& tensor) {
    int64_t stride = 1;
    for (size_t d = tensor.sizes.size(); d > 0; --d) {
        if (tensor.sizes[d - 1] != 1 && tensor.strides[d - 1] != stride) return false;
        stride *= tensor.sizes[d - 1];
    }
    return true;
}

Result<void> append(std::ofstream& stream, const Plan& plan, StorageReader& storages) {
    const Tensor& tensor = plan.named->tensor;
    if (plan.count == 0) return {};
    const auto width = static_cast<size_t>(plan.type.bytes);
    auto storage = storages.read(tensor.storage, static_cast<size_t>(tensor.storage.count) * width);
    if (!storage) return storage.error();
    if (isContiguous(tensor)) {
        stream.write(
            reinterpret_cast<const char*>(storage->data()) + static_cast<size_t>(tensor.offset) * width,
            static_cast<std::streamsize>(plan.bytes()));
    } else {
        const auto numbers = gathered(tensor, *storage, width, plan.count);
        stream.write(reinterpret_cast<const char*>(numbers.data()),
                     static_cast<std::streamsize>(numbers.size()));
    }
    return {};
}

Result<void> writeAll(const std::vector<Plan>& plans, StorageReader& storages, const fs::path& out) {
    std::ofstream stream(out, std::ios::binary);
    const std::string header = headerOf(plans);
    const uint64_t length = header.size();
    stream.write(reinterpret_cast<const char*>(&length), sizeof length);
    stream << header;
    for (const Plan& plan : plans) {
        const auto appended = append(stream, plan, storages);
        if (!appended) return appended;
    }
    stream.close();
    if (stream) return {};
    return Error{.code = ErrorCode::NotWritable,
                 .message = {LIMNER_TR("core", "“%1” cannot be written."), {out.string()}},
                 .hint = LIMNER_TR("core", "Choose another folder, or free some space.")};
}

}  // namespace

Result<void> writeAsSafetensors(const fs::path& file, const fs::path& out) {
    auto opened = openTorchFile(file);
    if (!opened) return opened.error();
    if (opened->tensors.empty())
        return Error{.code = ErrorCode::Unsupported,
                     .message = LIMNER_TR("core", "There are no tensors in it."),
                     .hint = LIMNER_TR("core", "In Python, save the state_dict of the model.")};
    const auto plans = planOf(opened->tensors);
    if (!plans) return plans.error();
    const auto written = writeAll(*plans, *opened->storages, out);
    std::error_code ignored;
    if (!written) fs::remove(out, ignored);
    return written;
}

}  // namespace limner::pth
