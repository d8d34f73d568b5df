// What a pickle may name and "call": ordered dicts, and PyTorch's ways to describe a tensor. Each is data
// here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "pickle.h"

namespace limner::pth {

/// Errors: Unsupported, with the name.
Result<Global> knownGlobal(const std::string& name);

/// What the named function would give; nothing if the arguments are not those that it takes.
std::optional<Value> madeBy(const Global& what, const std::vector<Ref>& with);

/// Of ("storage", type, key, place, count); nothing if it is not one.
std::optional<Storage> storageOf(const Value& persistentId);

/// The safetensors name of the numbers of a storage ("F32") and their width in bytes.
struct NumberType {
    std::string name;
    int64_t bytes = 0;
};
/// Nothing for a type that is not known.
std::optional<NumberType> numberType(const std::string& storageType);

}  // namespace limner::pth
