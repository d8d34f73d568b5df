// The ring around what has the keyboard: shown only once the keyboard is used, gone at the next mouse press.
#pragma once

class QApplication;

namespace limner::widgets {

/// Starts following the focus of this application; a second call does nothing.
/// A widget that shows its own focus sets the dynamic property "ownFocus" to true.
void installFocusRing(QApplication& app);

/// Whether focus is to be shown: the last input was Tab, an arrow or another key, not the mouse.
bool keyboardInUse();

}  // namespace limner::widgets
