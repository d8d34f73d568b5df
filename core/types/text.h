// Texts of the core: English source strings that the app translates when it shows them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Marks an English text for lupdate and returns it unchanged. The context is always "core".
#define LIMNER_TR(context, text) text

namespace limner {

/// A sentence with its arguments kept apart, so that it can be translated: "%1" to "%9" stand for them.
struct Message {
    std::string source;             ///< English, marked with LIMNER_TR where it is written
    std::vector<std::string> args;  ///< what replaces %1, %2, …

    Message() = default;
    Message(std::string text) : source(std::move(text)) {}
    Message(const char* text) : source(text) {}
    Message(std::string text, std::vector<std::string> arguments)
        : source(std::move(text)), args(std::move(arguments)) {}

    bool isEmpty() const { return source.empty(); }
    /// The English sentence with its arguments in place.
    std::string text() const;
    friend bool operator==(const Message&, const Message&) = default;
};

/// Replaces "%1" to "%9" in `pattern` by the arguments; a number without an argument stays as it is.
std::string fillPlaceholders(std::string_view pattern, const std::vector<std::string>& args);

}  // namespace limner
