#include "real_core.h"

#include "core_loader.h"
#include "host/qt_host.h"

namespace limner::app {
namespace {

/// The studio together with the host that it looks at; the studio goes first.
struct OpenedCore {
    std::unique_ptr<QtHost> host;
    std::unique_ptr<Studio> studio;
};

}  // namespace

Result<std::shared_ptr<Studio>> openRealCore(const StudioOptions& options, std::function<void()> wake) {
    auto core = std::make_shared<OpenedCore>();
    core->host = std::make_unique<QtHost>(std::move(wake));
    Result<std::unique_ptr<Studio>> studio = openCore(*core->host, options);
    if (!studio) return studio.error();
    core->studio = std::move(*studio);
    return std::shared_ptr<Studio>(core, core->studio.get());
}

}  // namespace limner::app
