#include "application.h"
#include "core_loader.h"

int main(int argc, char** argv) {
    limner::restartWithRuntimeEnvironment(argv);
    return limner::app::runApplication(argc, argv);
}
