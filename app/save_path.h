// Where to save: the file dialog asks before it names a file that is there.
#pragma once

#include <QString>

namespace limner::app {

struct SaveQuestion {
    QString title;
    QString file;         ///< what is offered, with its folder, which is made
    QString suffix = {};  ///< "png": what a name without an ending gets; empty: such a name stays as it is
};

/// Empty if the person changed their mind.
QString askSavePath(const SaveQuestion& question);

}  // namespace limner::app
