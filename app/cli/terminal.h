// Where a command writes to, and how wide a text is on it.
#pragma once

#include <iostream>
#include <string>
#include <string_view>

#include "core/types/result.h"

namespace limner::cli {

enum class ExitCode { Ok = 0, Failed = 1, WrongArguments = 2 };

struct Terminal {
    std::ostream& out;  ///< results and progress
    std::ostream& err;  ///< errors and warnings
    std::istream& in = std::cin;
    bool isLive = false;   ///< `out` is a terminal that a line can be drawn over on
    bool isJson = false;   ///< results, progress and errors as one JSON object a line on `out`
    int fixedColumns = 0;  ///< for tests; 0 asks the terminal

    /// Width in characters; 80 if `out` is no terminal.
    int columns() const;
    /// Writes message, hint and what was kept to `err` (and as JSON to `out`).
    /// @return WrongArguments for InvalidArgument, else Failed
    ExitCode fail(const Error& error);
};

/// Characters on the screen of a UTF-8 text, none of them wide.
int displayWidth(std::string_view utf8);

/// The first `columns` characters of a UTF-8 text.
std::string clipped(std::string_view utf8, int columns);

/// "8 s", "3 min 05 s", "2 h 10 min"
std::string durationText(double seconds);

/// Four significant digits: "0.6931", "244.1", "2e-4".
std::string numberText(double number);

}  // namespace limner::cli
