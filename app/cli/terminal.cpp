#include "terminal.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "json_text.h"

namespace limner::cli {
namespace {

bool startsCharacter(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

int Terminal::columns() const {
    constexpr int usual = 80;
    constexpr int least = 40;
    if (fixedColumns > 0) return fixedColumns;
    winsize size{};
    if (!isLive || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual;
    return std::max<int>(size.ws_col, least);
}

ExitCode Terminal::fail(const Error& error) {
    err << "limner-cli: " << error.message.text() << "\n";
    if (!error.hint.isEmpty()) err << "  " << error.hint.text() << "\n";
    if (!error.kept.isEmpty()) err << "  " << error.kept.text() << "\n";
    if (!error.details.empty()) err << "  " << error.details << "\n";
    err.flush();
    if (isJson) out << line({{"event", "error"}, {"error", toJson(error)}}) << std::flush;
    return error.code == ErrorCode::InvalidArgument ? ExitCode::WrongArguments : ExitCode::Failed;
}

int displayWidth(std::string_view utf8) {
    return static_cast<int>(std::count_if(utf8.begin(), utf8.end(), startsCharacter));
}

std::string clipped(std::string_view utf8, int columns) {
    int seen = 0;
    size_t end = 0;
    while (end < utf8.size() && (seen += startsCharacter(utf8[end]) ? 1 : 0) <= columns) ++end;
    return std::string(utf8.substr(0, end));
}

std::string durationText(double seconds) {
    const auto whole = static_cast<long long>(std::llround(std::max(0.0, seconds)));
    char text[64];
    if (whole < 60) {
        std::snprintf(text, sizeof text, "%lld s", whole);
    } else if (whole < 3600) {
        std::snprintf(text, sizeof text, "%lld min %02lld s", whole / 60, whole % 60);
    } else {
        std::snprintf(text, sizeof text, "%lld h %02lld min", whole / 3600, whole / 60 % 60);
    }
    return text;
}

std::string numberText(double number) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4g", number);
    return text;
}

}  // namespace limner::cli
