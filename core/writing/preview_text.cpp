#include "preview_text.h"

#include <algorithm>

#include "core/language/text_source.h"
#include "core/language/utf8.h"
#include "core/training/train_table.h"

namespace limner::writing {

Result<LivePicture> previewText(const ParamValues& trainValues) {
    constexpr size_t kShownBytes = 4000;
    const auto values = completeValues(training::trainTable(), trainValues);
    if (!values) return values.error();
    const auto text = language::openText(*values);
    if (!text) return text.error();
    auto writing = std::make_shared<Writing>();
    writing->tokens.push_back({.text = std::string(language::firstBytes(text->utf8, kShownBytes))});
    const auto isBeginning = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
    LivePicture answer;
    answer.numbers = {{"characters", static_cast<double>(std::ranges::count_if(text->utf8, isBeginning))},
                      {"lines", static_cast<double>(std::ranges::count(text->utf8, '\n'))}};
    answer.writing = std::move(writing);
    return answer;
}

}  // namespace limner::writing
