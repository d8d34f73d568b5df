// The language of the window: which texts ship, and which of them are in force.
#pragma once

#include <QString>

class QCoreApplication;

namespace limner::app {

/// Puts the texts of this language in force: ours and Qt's own. @param chosen  "system", or the name of a
/// locale. English stands in for a language that does not ship, since it too has forms of plural. Call it
/// before the first window; calling it again replaces what was in force.
void installLanguage(QCoreApplication& application, const QString& chosen);

}  // namespace limner::app
