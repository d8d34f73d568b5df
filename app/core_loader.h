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

/// Sets what OpenMP and the allocator of glibc read when they start; whatever the user has set stays. A short
/// spin leaves the cores to the window between two parallel regions, without the cost of sleeping after each.
/// Memory that a training step gives back is kept for the next one, in huge pages, instead of being returned
/// and zeroed again by the kernel.
/// @param threads  of the work lane; 0 means all physical cores
void setRuntimeEnvironment(int threads);

/// To be called first in `main`. The allocator, and OpenMP where Qt brings it with it (Debian's does), read
/// their environment before `main` begins: so the program starts itself once more with that environment set.
/// Returns where it is set already or the program cannot be started again.
void restartWithRuntimeEnvironment(char** argv);

/// Loads limner_core and opens a studio. Takes a moment (LibTorch); call it after the first paint, from any
/// thread. `host` must outlive the studio. The library stays loaded until the program ends. Errors: NotFound
/// (no library), Damaged (it cannot be loaded; details say why), Mismatch (not a limner_core).
Result<std::unique_ptr<Studio>> openCore(Host& host, const StudioOptions& options);

}  // namespace limner
