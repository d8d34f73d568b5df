#include "pickle_calls.h"

#include <algorithm>
#include <map>

namespace limner::pth {
namespace {

using Made = std::optional<Value>;
using Maker = Made (*)(const std::vector<Ref>& with);

template <typename T>
const T* as(const Ref& value) {
    return std::get_if<T>(&value->data);
}

std::optional<std::vector<int64_t>> integers(const Ref& value) {
    const auto* tuple = as<Tuple>(value);
    if (tuple == nullptr) return std::nullopt;
    std::vector<int64_t> numbers;
    for (const Ref& item : tuple->items) {
        const auto* number = as<int64_t>(item);
        if (number == nullptr) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

/// Empty, or of a list of pairs.
Made orderedDict(const std::vector<Ref>& with) {
    Dict dict;
    if (with.empty()) return Value{dict};
    const auto* list = as<List>(with.front());
    if (with.size() != 1 || list == nullptr) return std::nullopt;
    for (const Ref& item : list->items) {
        const auto* list2 = as<List>(item);
        const auto* tuple = as<Tuple>(item);
        if (list2 == nullptr && tuple == nullptr) return std::nullopt;
        const std::vector<Ref>& pair = list2 != nullptr ? list2->items : tuple->items;
        if (pair.size() != 2) return std::nullopt;
        dict.items.emplace_back(pair[0], pair[1]);
    }
    return Value{dict};
}

/// (storage, offset, sizes, strides, …): what follows says nothing about the numbers.
Made tensor(const std::vector<Ref>& with) {
    if (with.size() < 4) return std::nullopt;
    const auto* storage = as<Storage>(with[0]);
    const auto* offset = as<int64_t>(with[1]);
    auto sizes = integers(with[2]), strides = integers(with[3]);
    if (storage == nullptr || offset == nullptr || !sizes || !strides || sizes->size() != strides->size())
        return std::nullopt;
    return Value{Tensor{*storage, *offset, std::move(*sizes), std::move(*strides)}};
}

/// (tensor, …)
Made parameter(const std::vector<Ref>& with) {
    if (with.empty() || as<Tensor>(with[0]) == nullptr) return std::nullopt;
    return *with[0];
}

const std::map<std::string, Maker>& makers() {
    static const std::map<std::string, Maker> rows{
        {"collections.OrderedDict", &orderedDict},
        {"torch._utils._rebuild_tensor", &tensor},
        {"torch._utils._rebuild_tensor_v2", &tensor},
        {"torch._utils._rebuild_parameter", &parameter},
    };
    return rows;
}

const std::map<std::string, NumberType>& numberTypes() {
    static const std::map<std::string, NumberType> rows{
        {"DoubleStorage", {"F64", 8}},    {"FloatStorage", {"F32", 4}}, {"HalfStorage", {"F16", 2}},
        {"BFloat16Storage", {"BF16", 2}}, {"LongStorage", {"I64", 8}},  {"IntStorage", {"I32", 4}},
        {"ShortStorage", {"I16", 2}},     {"CharStorage", {"I8", 1}},   {"ByteStorage", {"U8", 1}},
        {"BoolStorage", {"BOOL", 1}},
    };
    return rows;
}

constexpr std::string_view kTorch = "torch.";

}  // namespace

Result<Global> knownGlobal(const std::string& name) {
    const bool isStorage = name.starts_with(kTorch) && numberTypes().contains(name.substr(kTorch.size()));
    if (isStorage || makers().contains(name)) return Global{name};
    return Error{.code = ErrorCode::Unsupported,
                 .message = {LIMNER_TR("core", "It asks to run code (%1)."), {name}},
                 .hint = LIMNER_TR("core", "In Python, save the state_dict alone: tensors need no code.")};
}

std::optional<Value> madeBy(const Global& what, const std::vector<Ref>& with) {
    const auto maker = makers().find(what.name);
    return maker == makers().end() ? std::nullopt : maker->second(with);
}

std::optional<Storage> storageOf(const Value& persistentId) {
    const auto* id = std::get_if<Tuple>(&persistentId.data);
    if (id == nullptr || id->items.size() < 5) return std::nullopt;
    const auto* word = as<std::string>(id->items[0]);
    const auto* type = as<Global>(id->items[1]);
    const auto* key = as<std::string>(id->items[2]);
    const auto* count = as<int64_t>(id->items[4]);
    if (word == nullptr || *word != "storage" || type == nullptr || !type->name.starts_with(kTorch) ||
        key == nullptr || count == nullptr)
        return std::nullopt;
    return Storage{type->name.substr(kTorch.size()), *key, *count};
}

std::optional<NumberType> numberType(const std::string& storageType) {
    const auto found = numberTypes().find(storageType);
    if (found == numberTypes().end()) return std::nullopt;
    return found->second;
}

}  // namespace limner::pth
