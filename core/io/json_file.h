// Small JSON files: read with checks, written through safeReplace. Included by .cpp files only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "core/types/param.h"
#include "core/types/result.h"

namespace limner::io {

/// Objects keep the order in which they were built.
using Json = nlohmann::ordered_json;

/// One line without a newline; `indent` >= 0 spreads it over lines. Bytes that are not UTF-8 become U+FFFD.
std::string textOf(const Json& json, int indent = -1);

/// Errors: Damaged (not a JSON object; names `file`).
Result<Json> parseObject(std::string_view text, const std::filesystem::path& file);
/// Errors: NotFound, Damaged.
Result<Json> readObject(const std::filesystem::path& file);
/// Errors: NoSpace, NotWritable.
Result<void> writeObject(const std::filesystem::path& file, const Json& json);

Json jsonOf(const ParamValue& value);
Json jsonOf(const ParamValues& values);
/// A number as JSON; null where it is not finite.
Json jsonOf(const std::map<std::string, double>& numbers);
/// Nothing where it is neither a bool, a number nor a text.
std::optional<ParamValue> paramValueOf(const Json& json);

/// Typed access to the fields of an object. The first that is missing or of a wrong type makes the error;
/// from then on every field is empty.
class Fields {
public:
    Fields(const Json& object, std::filesystem::path file) : m_object(object), m_file(std::move(file)) {}

    /// Mismatch where the "schema" field is newer than this program.
    void checkSchema(int64_t newest);
    int64_t whole(const char* key);
    double real(const char* key);
    std::string text(const char* key);
    /// Of a text in hexadecimal digits.
    std::string hexBytes(const char* key);
    /// Nothing where the field is null.
    std::optional<double> realOrNull(const char* key);
    ParamValues values(const char* key);
    std::map<std::string, std::string> texts(const char* key);
    std::map<std::string, double> reals(const char* key);  ///< NaN for null

    const std::optional<Error>& error() const { return m_error; }

private:
    /// Null, and an error, where the field is missing.
    const Json* find(const char* key);
    /// An empty object, and an error, where the field is missing or no object.
    const Json& object(const char* key);
    void refuse(const char* key);

    const Json& m_object;
    std::filesystem::path m_file;
    std::optional<Error> m_error;
};

}  // namespace limner::io
