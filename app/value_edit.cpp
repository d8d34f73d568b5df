#include "value_edit.h"

#include <QElapsedTimer>
#include <QUndoCommand>

namespace limner::app {
namespace {

constexpr qint64 kMergeMs = 700;
constexpr int kCommandId = 1;

class ValueEdit : public QUndoCommand {
public:
    ValueEdit(ValueChange change, std::function<void(const ParamValue&)> apply)
        : QUndoCommand(change.label), m_change(std::move(change)), m_apply(std::move(apply)) {
        m_age.start();
    }

    int id() const override { return kCommandId; }
    void redo() override { m_apply(m_change.after); }
    void undo() override { m_apply(m_change.before); }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const ValueEdit*>(other);
        if (next->m_change.id != m_change.id || m_age.elapsed() > kMergeMs) return false;
        m_change.after = next->m_change.after;
        m_age.restart();
        return true;
    }

private:
    ValueChange m_change;
    std::function<void(const ParamValue&)> m_apply;
    QElapsedTimer m_age;
};

}  // namespace

void pushValueEdit(QUndoStack& stack, const ValueChange& change,
                   std::function<void(const ParamValue&)> apply) {
    if (change.before == change.after) return;
    stack.push(new ValueEdit(change, std::move(apply)));
}

}  // namespace limner::app
