// A value, or the reason why there is none. For everything that a user can cause to fail.
#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>

#include "text.h"

namespace limner {

enum class ErrorCode {
    InvalidArgument,  ///< a parameter is out of range, of the wrong type or unknown
    NotFound,         ///< a file, run or data set is not there
    Damaged,          ///< a file is truncated, malformed or does not match its hash
    Mismatch,         ///< well-formed, but of another architecture or version
    Unsupported,      ///< well-formed, but not something Limner can use
    NoSpace,          ///< the disk is full
    NotWritable,      ///< the folder or file may not be written
    OutOfMemory,
    NotFinite,  ///< NaN or infinity appeared in a loss or a gradient
    Internal,   ///< a bug; the details say where
};

/// The stable name of a code ("no-space"), used in logs and in `--json` output.
const char* name(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::Internal;
    Message message = {};      ///< what happened, one sentence
    Message hint = {};         ///< what to do next, one sentence; may be empty
    Message kept = {};         ///< what was kept, one sentence; may be empty
    std::string details = {};  ///< for the log and the "Copy details" button; not translated

    /// Message and hint in one English line.
    std::string text() const;
};

/// Either a T or an Error. `value()` throws std::logic_error when there is none: that is a bug of the caller.
template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    T& value() & { return *checked(); }
    const T& value() const& { return *const_cast<Result*>(this)->checked(); }
    T&& value() && { return std::move(*checked()); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T* operator->() { return checked(); }
    const T* operator->() const { return &value(); }

    const Error& error() const { return std::get<1>(m_state); }

private:
    T* checked() {
        if (!ok()) throw std::logic_error("Result without a value: " + error().text());
        return &std::get<0>(m_state);
    }
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool ok() const { return !m_error.has_value(); }
    explicit operator bool() const { return ok(); }
    const Error& error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

}  // namespace limner
