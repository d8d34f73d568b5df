// The one place that loads limner_core, so that no program links LibTorch and OpenMP starts as we want it.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "core/types/result.h"
#include "core/types/studio.h"

namespace limner {

/// Where limner_core may lie for a program in `programFolder`: beside it in a build tree, then installed.
std::vector<std::filesystem::path> coreLibraryPlaces(const std::filesystem::path& programFolder);

/// The cores that this process may run on, counting hyper-threads of one core once. At least 1.
int physicalCoreCount();

/// Sets what OpenMP reads when its library is loaded; whatever the user has set stays. A short spin leaves
/// the cores to the window between two parallel regions, without the cost of sleeping after each.
/// @param threads  of the work lane; 0 means all physical cores
void setOpenMpEnvironment(int threads);

/// To be called first in `main`. Qt may bring the OpenMP library with it (Debian's does), which reads its
/// environment before `main` begins: then the program starts itself once more with that environment set.
/// Returns where there is nothing to do or the program cannot be started again.
void restartWithOpenMpEnvironment(char** argv);

/// Loads limner_core and opens a studio. Takes a moment (LibTorch); call it after the first paint, from any
/// thread. `host` must outlive the studio. The library stays loaded until the program ends. Errors: NotFound
/// (no library), Damaged (it cannot be loaded; details say why), Mismatch (not a limner_core).
Result<std::unique_ptr<Studio>> openCore(Host& host, const StudioOptions& options);

}  // namespace limner
