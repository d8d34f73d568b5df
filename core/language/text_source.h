// Texts to learn from: where they come from, and one text whatever that was.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/types/param.h"
#include "core/types/result.h"

namespace limner::language {

/// Of a text; more is refused.
inline constexpr uint64_t kMaxTextBytes = 256'000'000;

/// A text that was read: valid UTF-8 without NUL, lines ended by \n, neither empty nor blank.
struct Text {
    std::string utf8;
    std::vector<size_t> documents =
        {};                           ///< where each file, chapter or poem begins, in bytes; the first is 0
    std::vector<Message> notes = {};  ///< what was changed or left out, for the person to know
    std::vector<std::string> tags = {};  ///< that occur in it, in alphabetical order: "psalm"
};

/// One row of the registry (core/language/sources/registry.cpp).
struct TextSource {
    std::string id = {};
    std::string label = {};
    std::string help = {};
    ParamTable rows = {};  ///< "text_path", "text_tags", …
    /// Empty where the text is there; else why not and what to install.
    Message (*unavailable)() = nullptr;
    /// Errors: InvalidArgument (no path given; a text without letters), NotFound, Damaged, Unsupported (more
    /// than kMaxTextBytes).
    Result<Text> (*open)(const ParamValues& values) = nullptr;
};

/// Every text Limner can learn from; order is the order in the menu.
const std::vector<TextSource>& textSourceRegistry();
/// Null if there is no such source.
const TextSource* findTextSource(std::string_view id);

/// The sources as choices of a row "data", of the domain "text".
std::vector<Choice> textSourceChoices();

/// Reads the text of the source in "data".
/// @pre `values` are complete
Result<Text> openText(const ParamValues& values);

/// A file of the person: UTF-8 with or without a byte order mark, UTF-16 with one, or GB18030.
Result<Text> readTextFile(const std::string& path);

/// How a tag stands in a text, in a line of its own before a passage: "<|tag:psalm|>".
std::string tagToken(std::string_view tag);
/// The tags that occur in a text, in alphabetical order, each once.
std::vector<std::string> tagsIn(std::string_view utf8);

}  // namespace limner::language
