// Puts the theme, scale and motion of the settings in force.
#pragma once

class QApplication;

namespace limner::app {

class Settings;

void applyLook(QApplication& application, const Settings& settings);

}  // namespace limner::app
