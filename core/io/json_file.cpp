#include "json_file.h"

#include <cmath>
#include <limits>
#include <utility>

#include "file_error.h"
#include "safe_replace.h"
#include "sha256.h"

namespace limner::io {
namespace {

constexpr uintmax_t kMaxJsonBytes = uintmax_t{16} << 20;

std::optional<int64_t> wholeOf(const Json& json) {
    if (json.is_number_unsigned() && json.get<uint64_t>() > uint64_t{std::numeric_limits<int64_t>::max()})
        return std::nullopt;
    if (json.is_number_integer()) return json.get<int64_t>();
    return std::nullopt;
}

}  // namespace

std::string textOf(const Json& json, int indent) {
    return json.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Result<Json> parseObject(std::string_view text, const std::filesystem::path& file) {
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded())
        return damaged(file, LIMNER_TR("core", "“%1” is damaged: it is not valid JSON."));
    if (!json.is_object())
        return damaged(file, LIMNER_TR("core", "“%1” is damaged: it does not hold a JSON object."));
    return json;
}

Result<Json> readObject(const std::filesystem::path& file) {
    const auto text = readFile(file, kMaxJsonBytes);
    if (!text) return text.error();
    return parseObject(*text, file);
}

Result<void> writeObject(const std::filesystem::path& file, const Json& json) {
    return safeReplace(file, textOf(json, 2) + "\n");
}

Json jsonOf(const ParamValue& value) {
    return std::visit([](const auto& held) { return Json(held); }, value);
}

Json jsonOf(const ParamValues& values) {
    Json json = Json::object();
    for (const auto& [id, value] : values) json[id] = jsonOf(value);
    return json;
}

Json jsonOf(const std::map<std::string, double>& numbers) {
    Json json = Json::object();
    for (const auto& [name, number] : numbers)
        json[name] = std::isfinite(number) ? Json(number) : Json(nullptr);
    return json;
}

std::optional<ParamValue> paramValueOf(const Json& json) {
    if (json.is_boolean()) return ParamValue{json.get<bool>()};
    if (json.is_string()) return ParamValue{json.get<std::string>()};
    if (json.is_number_float()) return ParamValue{json.get<double>()};
    if (const auto whole = wholeOf(json)) return ParamValue{*whole};
    return std::nullopt;
}

void Fields::refuse(const char* key) {
    m_error = damaged(m_file, LIMNER_TR("core", "“%1” is damaged: “%2” is missing or not what it should be."),
                      {key});
}

const Json* Fields::find(const char* key) {
    if (m_error) return nullptr;
    const auto found = m_object.find(key);
    if (found != m_object.end()) return &*found;
    refuse(key);
    return nullptr;
}

const Json& Fields::object(const char* key) {
    static const Json empty = Json::object();
    const Json* field = find(key);
    if (field == nullptr) return empty;
    if (field->is_object()) return *field;
    refuse(key);
    return empty;
}

void Fields::checkSchema(int64_t newest) {
    const int64_t schema = whole("schema");
    if (m_error || schema <= newest) return;
    m_error = Error{
        .code = ErrorCode::Mismatch,
        .message = {LIMNER_TR("core", "“%1” was written by a newer version of Limner."), {m_file.string()}},
        .hint = LIMNER_TR("core", "Update Limner to open it.")};
}

int64_t Fields::whole(const char* key) {
    const Json* field = find(key);
    if (field == nullptr) return 0;
    const auto number = wholeOf(*field);
    if (!number) refuse(key);
    return number.value_or(0);
}

double Fields::real(const char* key) {
    const Json* field = find(key);
    if (field == nullptr) return 0;
    if (field->is_number()) return field->get<double>();
    refuse(key);
    return 0;
}

std::string Fields::text(const char* key) {
    const Json* field = find(key);
    if (field == nullptr) return {};
    if (field->is_string()) return field->get<std::string>();
    refuse(key);
    return {};
}

std::string Fields::hexBytes(const char* key) {
    auto bytes = fromHex(text(key));
    if (bytes) return std::move(*bytes);
    refuse(key);
    return {};
}

std::optional<double> Fields::realOrNull(const char* key) {
    const Json* field = find(key);
    if (field == nullptr || field->is_null()) return std::nullopt;
    return real(key);
}

ParamValues Fields::values(const char* key) {
    ParamValues values;
    for (const auto& [id, json] : object(key).items()) {
        auto value = paramValueOf(json);
        if (!value)
            refuse(id.c_str());
        else
            values[id] = std::move(*value);
    }
    return values;
}

std::map<std::string, std::string> Fields::texts(const char* key) {
    std::map<std::string, std::string> texts;
    for (const auto& [name, json] : object(key).items()) {
        if (!json.is_string())
            refuse(key);
        else
            texts[name] = json.get<std::string>();
    }
    return texts;
}

std::map<std::string, double> Fields::reals(const char* key) {
    std::map<std::string, double> numbers;
    for (const auto& [name, json] : object(key).items()) {
        if (json.is_null())
            numbers[name] = std::numeric_limits<double>::quiet_NaN();
        else if (json.is_number())
            numbers[name] = json.get<double>();
        else
            refuse(key);
    }
    return numbers;
}

}  // namespace limner::io
