// Keys, pointer and menu of the editor.
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <algorithm>
#include <array>
#include <functional>

#include "text_editor.h"

namespace limner::widgets {
namespace {

struct EditorKey {
    QKeyCombination keys;
    void (*act)(TextEditor&);
};

const std::array<EditorKey, 6>& editorKeys() {
    static const std::array<EditorKey, 6> rows{{
        {Qt::ControlModifier | Qt::Key_F, [](TextEditor& e) { Q_EMIT e.findRequested(false); }},
        {Qt::ControlModifier | Qt::Key_H, [](TextEditor& e) { Q_EMIT e.findRequested(true); }},
        {Qt::Key_F3, [](TextEditor& e) { Q_EMIT e.findNextRequested(1); }},
        {Qt::ShiftModifier | Qt::Key_F3, [](TextEditor& e) { Q_EMIT e.findNextRequested(-1); }},
        {Qt::ControlModifier | Qt::Key_S, [](TextEditor& e) { Q_EMIT e.saveRequested(); }},
        {Qt::ControlModifier | Qt::Key_Space,
         [](TextEditor& e) { Q_EMIT e.alternativesWanted(e.textCursor().position(), true); }},
    }};
    return rows;
}

const EditorKey* editorKey(const QKeyEvent& event) {
    const auto& rows = editorKeys();
    const auto found = std::ranges::find(rows, event.keyCombination(), &EditorKey::keys);
    return found == rows.end() ? nullptr : &*found;
}

}  // namespace

/// The window's undo and redo know every step; Qt's own know those of this text alone.
bool TextEditor::event(QEvent* event) {
    if (event->type() != QEvent::ShortcutOverride) return QPlainTextEdit::event(event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
        event->ignore();
        return true;
    }
    const bool stops = key->key() == Qt::Key_Escape && isWriting();
    if (!stops && editorKey(*key) == nullptr) return QPlainTextEdit::event(event);
    event->accept();
    return true;
}

void TextEditor::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && isWriting()) return Q_EMIT stopRequested();
    if (const EditorKey* own = editorKey(*event)) return own->act(*this);
    if (event->matches(QKeySequence::Undo)) return Q_EMIT undoRequested();
    if (event->matches(QKeySequence::Redo)) return Q_EMIT redoRequested();
    QPlainTextEdit::keyPressEvent(event);
}

QMouseEvent TextEditor::snapped(const QMouseEvent& event) const {
    return {event.type(),    onLine(event.position()), event.globalPosition(), event.button(),
            event.buttons(), event.modifiers(),        event.pointingDevice()};
}

void TextEditor::mousePressEvent(QMouseEvent* event) {
    m_rest.stop();
    QMouseEvent moved = snapped(*event);
    QPlainTextEdit::mousePressEvent(&moved);
    event->setAccepted(moved.isAccepted());
}

void TextEditor::mouseReleaseEvent(QMouseEvent* event) {
    QMouseEvent moved = snapped(*event);
    QPlainTextEdit::mouseReleaseEvent(&moved);
    event->setAccepted(moved.isAccepted());
}

void TextEditor::mouseDoubleClickEvent(QMouseEvent* event) {
    QMouseEvent moved = snapped(*event);
    QPlainTextEdit::mouseDoubleClickEvent(&moved);
    event->setAccepted(moved.isAccepted());
}

void TextEditor::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons() == Qt::NoButton) {
        m_pointer = event->position().toPoint();
        const int unit = unitAt(m_pointer);
        if (unit >= 0) m_rest.start();
        if (unit < 0) m_rest.stop();
        if (unit < 0 && std::exchange(m_hovered, -1) >= 0) Q_EMIT alternativesWanted(-1, false);
    }
    QMouseEvent moved = snapped(*event);
    QPlainTextEdit::mouseMoveEvent(&moved);
    event->setAccepted(moved.isAccepted());
}

void TextEditor::leaveEvent(QEvent* event) {
    m_rest.stop();
    QPlainTextEdit::leaveEvent(event);
    if (std::exchange(m_hovered, -1) >= 0) Q_EMIT alternativesWanted(-1, false);
}

/// Ctrl and the wheel would change the size of the type, which belongs to the theme.
void TextEditor::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() & Qt::ControlModifier) return event->ignore();
    QPlainTextEdit::wheelEvent(event);
}

void TextEditor::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hasSelection = textCursor().hasSelection(), isEditable = !isReadOnly();
    const auto add = [menu](const QString& text, const QKeySequence& keys, bool isEnabled,
                            const std::function<void()>& act) {
        QAction* action = menu->addAction(text, menu, act);
        action->setShortcut(keys);
        action->setEnabled(isEnabled);
    };
    if (isEditable) {
        add(tr("Undo"), QKeySequence::Undo, m_done > 0, [this] { Q_EMIT undoRequested(); });
        add(tr("Redo"), QKeySequence::Redo, m_done < m_steps.size(), [this] { Q_EMIT redoRequested(); });
        menu->addSeparator();
        add(tr("Cut"), QKeySequence::Cut, hasSelection, [this] { cut(); });
    }
    add(tr("Copy"), QKeySequence::Copy, hasSelection, [this] { copy(); });
    if (isEditable) add(tr("Paste"), QKeySequence::Paste, canPaste(), [this] { paste(); });
    add(tr("Select all"), QKeySequence::SelectAll, !document()->isEmpty(), [this] { selectAll(); });
    menu->addSeparator();
    const int place = cursorForPosition(onLine(event->pos()).toPoint()).position();
    add(tr("What else might stand here"), Qt::ControlModifier | Qt::Key_Space, true,
        [this, place] { Q_EMIT alternativesWanted(place, true); });
    menu->popup(event->globalPos());
}

/// Files are for the window, not their names for the text.
bool TextEditor::canInsertFromMimeData(const QMimeData* source) const {
    return !source->hasUrls() && QPlainTextEdit::canInsertFromMimeData(source);
}

}  // namespace limner::widgets
