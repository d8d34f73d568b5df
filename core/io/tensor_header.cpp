#include "tensor_header.h"

#include <algorithm>
#include <array>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "file_error.h"

namespace limner::io {
namespace {

constexpr std::string_view kMetadata = "__metadata__";
constexpr size_t kMaxDimensions = 64;

constexpr std::array<std::pair<std::string_view, uint64_t>, 10> kElementTypes{{{"F64", 8},
                                                                               {"I64", 8},
                                                                               {"F32", 4},
                                                                               {"I32", 4},
                                                                               {"F16", 2},
                                                                               {"BF16", 2},
                                                                               {"I16", 2},
                                                                               {"I8", 1},
                                                                               {"U8", 1},
                                                                               {"BOOL", 1}}};

/// Takes the parser's events one by one, so that rubbish is refused before memory is spent on it.
class HeaderReader : public nlohmann::json::json_sax_t {
public:
    TensorHeader header;
    /// Why the parser stopped; null where the text is not JSON.
    const char* reason = nullptr;

    bool start_object(std::size_t) override {
        ++m_depth;
        if (m_depth == 1 || (m_depth == 2 && !m_isInArray)) return m_depth == 1 || startEntry();
        return refuse();
    }

    bool key(string_t& name) override {
        if (m_depth == 2) {
            m_field = std::move(name);
            return m_fields.insert(m_field).second || refuse();
        }
        m_name = std::move(name);
        if (m_names.insert(m_name).second) return true;
        reason = LIMNER_TR("core", "“%1” is damaged: two of its tensors have the same name.");
        return false;
    }

    bool end_object() override {
        --m_depth;
        if (m_depth == 0 || m_name == kMetadata) return true;
        const bool isWhole = m_fields.size() == 3 && m_offsets.size() == 2;
        if (!isWhole) return refuse();
        header.entries.back().begin = m_offsets[0];
        header.entries.back().end = m_offsets[1];
        return true;
    }

    bool start_array(std::size_t) override {
        const bool isExpected = m_depth == 2 && !m_isInArray && m_name != kMetadata &&
                                (m_field == "shape" || m_field == "data_offsets");
        m_isInArray = true;
        return isExpected || refuse();
    }

    bool end_array() override {
        m_isInArray = false;
        return true;
    }

    bool string(string_t& text) override {
        if (m_depth != 2 || m_isInArray) return refuse();
        if (m_name == kMetadata) {
            header.metadata[m_field] = std::move(text);
            return true;
        }
        if (m_field != "dtype") return refuse();
        header.entries.back().type = std::move(text);
        return true;
    }

    bool number_unsigned(number_unsigned_t number) override {
        if (!m_isInArray) return refuse();
        if (m_field == "data_offsets") {
            m_offsets.push_back(number);
            return m_offsets.size() <= 2 || refuse();
        }
        auto& shape = header.entries.back().shape;
        shape.push_back(static_cast<int64_t>(number));
        const bool isFit =
            number <= uint64_t{std::numeric_limits<int64_t>::max()} && shape.size() <= kMaxDimensions;
        return isFit || refuse();
    }

    bool null() override { return refuse(); }
    bool boolean(bool) override { return refuse(); }
    bool number_integer(number_integer_t) override { return refuse(); }
    bool number_float(number_float_t, const string_t&) override { return refuse(); }
    bool binary(binary_t&) override { return refuse(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::json::exception&) override {
        return false;
    }

private:
    bool startEntry() {
        m_fields.clear();
        m_offsets.clear();
        if (m_name != kMetadata) header.entries.push_back({.name = m_name, .type = {}, .shape = {}});
        return true;
    }

    bool refuse() {
        reason = LIMNER_TR("core", "“%1” is damaged: its header is not that of a safetensors file.");
        return false;
    }

    int m_depth = 0;
    bool m_isInArray = false;
    std::string m_name;
    std::string m_field;
    std::set<std::string> m_names;
    std::set<std::string> m_fields;
    std::vector<uint64_t> m_offsets;
};

/// Bytes of a tensor; nothing where they, or the strides of its dimensions, are more than a number can say.
std::optional<uint64_t> bytesOf(const TensorEntry& entry) {
    constexpr uint64_t kMost = std::numeric_limits<int64_t>::max();
    uint64_t bytes = elementBytes(entry.type);
    bool isEmpty = false;
    for (const int64_t size : entry.shape) {
        const auto factor = static_cast<uint64_t>(std::max<int64_t>(size, 1));
        if (bytes > kMost / factor) return std::nullopt;
        bytes *= factor;
        isEmpty = isEmpty || size == 0;
    }
    return isEmpty ? 0 : bytes;
}

Result<void> checkLayout(const TensorHeader& header, uint64_t dataBytes, const std::filesystem::path& file) {
    uint64_t position = 0;
    for (const TensorEntry& entry : header.entries) {
        if (elementBytes(entry.type) == 0) {
            return Error{
                .code = ErrorCode::Unsupported,
                .message = {LIMNER_TR("core",
                                      "“%1” holds numbers of the type “%2”, which Limner cannot use."),
                            {file.string(), entry.type}},
                .hint = LIMNER_TR("core", "Convert the weights to 32-bit floats, then try again.")};
        }
        const auto bytes = bytesOf(entry);
        if (!bytes || entry.end < entry.begin || entry.end - entry.begin != *bytes) {
            return damaged(file,
                           LIMNER_TR("core", "“%1” is damaged: the tensor “%2” does not fit its shape."),
                           {entry.name});
        }
        if (entry.begin != position || entry.end > dataBytes) {
            return damaged(file,
                           LIMNER_TR("core", "“%1” is damaged: the tensor “%2” lies in the wrong place."),
                           {entry.name});
        }
        position = entry.end;
    }
    if (position == dataBytes) return {};
    return damaged(file, LIMNER_TR("core", "“%1” is damaged: it is longer than its tensors."));
}

}  // namespace

uint64_t elementBytes(std::string_view type) {
    const auto row = std::ranges::find(kElementTypes, type, &decltype(kElementTypes)::value_type::first);
    return row == kElementTypes.end() ? 0 : row->second;
}

std::string tensorHeaderText(const TensorHeader& header) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    if (!header.metadata.empty()) json[std::string(kMetadata)] = header.metadata;
    for (const TensorEntry& entry : header.entries)
        json[entry.name] = {
            {"dtype", entry.type}, {"shape", entry.shape}, {"data_offsets", {entry.begin, entry.end}}};
    std::string text = json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    text.resize((text.size() + 7) / 8 * 8, ' ');
    return text;
}

Result<TensorHeader> parseTensorHeader(std::string_view json, uint64_t dataBytes,
                                       const std::filesystem::path& file) {
    HeaderReader reader;
    if (!nlohmann::json::sax_parse(json, &reader)) {
        return damaged(file, reader.reason != nullptr
                                 ? reader.reason
                                 : LIMNER_TR("core", "“%1” is damaged: its header is not valid JSON."));
    }
    std::ranges::stable_sort(reader.header.entries, {},
                             [](const TensorEntry& entry) { return std::tuple(entry.begin, entry.end); });
    const auto checked = checkLayout(reader.header, dataBytes, file);
    if (!checked) return checked.error();
    return std::move(reader.header);
}

}  // namespace limner::io
