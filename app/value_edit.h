// One undoable change of one value: in the form of a new run, in a running job, or in the settings.
#pragma once

#include <QString>
#include <QUndoStack>
#include <functional>

#include "core/types/param.h"

namespace limner::app {

struct ValueChange {
    QString id;
    QString label;  ///< what the person calls it, for "Undo: …"
    ParamValue before;
    ParamValue after;
};

/// Applies the change and puts it on the stack. Changes of the same id in quick succession (a held arrow key)
/// become one undo step. @param apply  takes the value to put in force, now and at each undo and redo
void pushValueEdit(QUndoStack& stack, const ValueChange& change,
                   std::function<void(const ParamValue&)> apply);

}  // namespace limner::app
