// The program around the window: command line, language, look, log.
#pragma once

namespace limner::app {

/// Runs the studio until its window closes. Returns the exit code.
int runApplication(int argc, char** argv);

}  // namespace limner::app
