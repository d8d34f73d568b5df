// One undoable change as two functions.
#pragma once

#include <QPointer>
#include <QUndoCommand>
#include <functional>

namespace limner::app {

class UndoStep : public QUndoCommand {
public:
    /// Pushing it on a stack calls `redo`. @param owner  both functions are left alone once it is gone
    UndoStep(const QString& text, QObject* owner, std::function<void()> undo, std::function<void()> redo)
        : QUndoCommand(text), m_owner(owner), m_undo(std::move(undo)), m_redo(std::move(redo)) {}

    void undo() override {
        if (m_owner) m_undo();
    }
    void redo() override {
        if (m_owner) m_redo();
    }

private:
    QPointer<QObject> m_owner;
    std::function<void()> m_undo, m_redo;
};

}  // namespace limner::app
