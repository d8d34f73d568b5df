#include "text.h"

namespace limner {

std::string Message::text() const {
    return fillPlaceholders(source, args);
}

std::string fillPlaceholders(std::string_view pattern, const std::vector<std::string>& args) {
    std::string filled;
    filled.reserve(pattern.size());
    for (size_t i = 0; i < pattern.size(); ++i) {
        const bool isPlace =
            pattern[i] == '%' && i + 1 < pattern.size() && pattern[i + 1] >= '1' && pattern[i + 1] <= '9';
        const size_t index = isPlace ? static_cast<size_t>(pattern[i + 1] - '1') : args.size();
        if (index < args.size()) {
            filled += args[index];
            ++i;
        } else {
            filled += pattern[i];
        }
    }
    return filled;
}

}  // namespace limner
