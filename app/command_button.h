// Buttons that do what a command does, and can be pressed when it can be chosen.
#pragma once

#include <QString>

namespace limner::widgets {
class Button;
}

namespace limner::app {

class Commands;

/// Ties the button to a command; without text it shows the command's as tool tip.
/// @return the button
widgets::Button* bindButton(widgets::Button* button, const Commands& commands, const QString& commandId);

}  // namespace limner::app
