#include "application.h"

int main(int argc, char** argv) {
    return limner::app::runApplication(argc, argv);
}
