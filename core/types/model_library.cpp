#include "model_library.h"

namespace limner {

const char* name(NetworkKind kind) {
    constexpr std::array kNames{"features", "fast-style", "trained", "language"};
    return kNames.at(static_cast<size_t>(kind));
}

}  // namespace limner
