#include "edits.h"

#include "file_error.h"
#include "json_file.h"
#include "safe_replace.h"

namespace limner::io {
namespace {

constexpr uintmax_t kMaxEditsBytes = uintmax_t{256} << 20;

std::string lineOf(const RecordedEdit& edit) {
    return textOf({{"step", edit.step},
                   {"id", edit.id},
                   {"old", jsonOf(edit.oldValue)},
                   {"new", jsonOf(edit.newValue)}}) +
           "\n";
}

Result<RecordedEdit> editOf(std::string_view line, const std::filesystem::path& file, size_t number) {
    const Error error =
        damaged(file, LIMNER_TR("core", "Line %2 of “%1” is not an edit."), {std::to_string(number)});
    const auto object = parseObject(line, file);
    if (!object) return error;
    Fields fields(*object, file);
    RecordedEdit edit{.step = fields.whole("step"), .id = fields.text("id"), .oldValue = {}, .newValue = {}};
    if (fields.error() || !object->contains("old") || !object->contains("new")) return error;
    const auto oldValue = paramValueOf(object->at("old"));
    const auto newValue = paramValueOf(object->at("new"));
    if (!oldValue || !newValue) return error;
    edit.oldValue = *oldValue;
    edit.newValue = *newValue;
    return edit;
}

}  // namespace

Result<void> appendEdit(const std::filesystem::path& file, const RecordedEdit& edit) {
    return append(file, lineOf(edit));
}

Result<std::vector<RecordedEdit>> readEdits(const std::filesystem::path& file) {
    std::vector<RecordedEdit> edits;
    std::error_code failure;
    if (std::filesystem::status(file, failure).type() == std::filesystem::file_type::not_found) return edits;
    const auto text = readFile(file, kMaxEditsBytes);
    if (!text) return text.error();
    size_t start = 0;
    for (size_t end = 0; (end = text->find('\n', start)) != std::string::npos; start = end + 1) {
        auto edit = editOf(std::string_view(*text).substr(start, end - start), file, edits.size() + 1);
        if (!edit) return edit.error();
        edits.push_back(std::move(*edit));
    }
    return edits;
}

Result<void> removeEditsAfter(const std::filesystem::path& file, int64_t step) {
    const auto edits = readEdits(file);
    if (!edits) return edits.error();
    std::string kept;
    bool isShorter = false;
    for (const RecordedEdit& edit : *edits) {
        if (edit.step <= step)
            kept += lineOf(edit);
        else
            isShorter = true;
    }
    if (!isShorter) return {};
    return safeReplace(file, kept);
}

}  // namespace limner::io
