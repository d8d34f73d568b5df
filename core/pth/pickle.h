// A restricted reader of Python's pickles: numbers, strings, lists, dicts and the tensors of PyTorch. It
// builds data and never calls anything; a pickle that asks for any other class or function is refused, and
// that is named. Source: pickletools.py of CPython 3.11 (the opcodes), torch/serialization.py of PyTorch 2
// (storages, tensors).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/types/result.h"

namespace limner::pth {

/// The numbers that a tensor looks at; they lie outside the pickle.
struct Storage {
    std::string type;   ///< "FloatStorage"
    std::string key;    ///< names the record that holds the numbers
    int64_t count = 0;  ///< of numbers
};

struct Tensor {
    Storage storage;
    int64_t offset = 0;  ///< of its first number in the storage
    std::vector<int64_t> sizes;
    std::vector<int64_t> strides;  ///< in numbers
};

struct Value;
using Ref = std::shared_ptr<Value>;

struct None {};
/// The name of one of the few classes and functions that are known; never the thing itself.
struct Global {
    std::string name;  ///< "collections.OrderedDict"
};
struct List {
    std::vector<Ref> items;
};
struct Tuple {
    std::vector<Ref> items;
};
struct Dict {
    std::vector<std::pair<Ref, Ref>> items;
};

struct Value {
    std::variant<None, bool, int64_t, double, std::string, Global, List, Tuple, Dict, Storage, Tensor> data;
};

struct Pickle {
    Ref value;
    size_t bytes = 0;  ///< how far it went
};

/// Reads one pickle of protocol 2 to 5 from the start of the bytes.
/// Errors: Damaged (cut off or malformed), Unsupported (asks for what is not known; the message names it).
Result<Pickle> readPickle(std::span<const std::byte> bytes);

}  // namespace limner::pth
