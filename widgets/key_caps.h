// Shortcuts drawn as the caps of keys.
#pragma once

#include <QKeySequence>
#include <QPainter>
#include <QRect>
#include <QStringList>

namespace limner::widgets {

/// "Ctrl+Shift+P" → "Ctrl", "Shift", "P", in the words of the platform.
QStringList keyCaps(const QKeySequence& shortcut);
int keyCapsWidth(const QStringList& caps);
/// Draws them side by side, ending at the right edge of `rect`.
void drawKeyCaps(QPainter& painter, const QRect& rect, const QStringList& caps);

}  // namespace limner::widgets
