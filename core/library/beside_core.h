// What lies beside limner_core: where it is built, and where it is installed.
#pragma once

#include <filesystem>

namespace limner::library {

/// share/limner/models; empty if it is not there.
std::filesystem::path modelsBesideCore();
/// limner-pth; empty if it is not there.
std::filesystem::path pthReaderBesideCore();

}  // namespace limner::library
