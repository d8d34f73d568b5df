#include "torch_file.h"

#include "old_torch_file.h"
#include "zip_torch_file.h"

namespace limner::pth {
namespace {

constexpr size_t kMostTensors = 100'000;
constexpr size_t kDeepest = 32;

class Collector {
public:
    /// False if there is no end to it.
    bool collect(const Value& value, const std::string& name, size_t depth) {
        if (depth > kDeepest || ++m_visits > kMostTensors * kDeepest) return false;
        if (const auto* tensor = std::get_if<Tensor>(&value.data)) found.push_back({name, *tensor});
        if (found.size() > kMostTensors) return false;
        if (const auto* dict = std::get_if<Dict>(&value.data)) return collectDict(*dict, name, depth);
        if (const auto* list = std::get_if<List>(&value.data)) return collectList(list->items, name, depth);
        if (const auto* tuple = std::get_if<Tuple>(&value.data))
            return collectList(tuple->items, name, depth);
        return true;
    }

    std::vector<NamedTensor> found;

private:
    static std::string joined(const std::string& name, const std::string& key) {
        return name.empty() ? key : name + "." + key;
    }
    bool collectDict(const Dict& dict, const std::string& name, size_t depth) {
        for (const auto& [key, value] : dict.items) {
            const auto* text = std::get_if<std::string>(&key->data);
            const auto* number = std::get_if<int64_t>(&key->data);
            if (text == nullptr && number == nullptr) continue;
            const std::string last = text != nullptr ? *text : std::to_string(*number);
            if (!collect(*value, joined(name, last), depth + 1)) return false;
        }
        return true;
    }
    bool collectList(const std::vector<Ref>& items, const std::string& name, size_t depth) {
        for (size_t i = 0; i < items.size(); ++i)
            if (!collect(*items[i], joined(name, std::to_string(i)), depth + 1)) return false;
        return true;
    }

    size_t m_visits = 0;
};

}  // namespace

Result<std::vector<NamedTensor>> tensorsIn(const Value& value) {
    Collector collector;
    if (collector.collect(value, "", 0)) return std::move(collector.found);
    return Error{.code = ErrorCode::Damaged, .message = LIMNER_TR("core", "Its list of tensors is damaged.")};
}

Result<TorchFile> openTorchFile(const std::filesystem::path& file) {
    return isOldTorchFile(file) ? openOldTorchFile(file) : openZipTorchFile(file);
}

}  // namespace limner::pth
