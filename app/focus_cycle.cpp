#include "focus_cycle.h"

#include <QApplication>
#include <QWidget>

namespace limner::app {
namespace {

QWidget* firstTaker(QWidget* area) {
    const auto takes = [](const QWidget* w) {
        return w->isVisible() && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus) != 0;
    };
    if (takes(area)) return area;
    if (QWidget* last = area->focusWidget(); last && takes(last)) return last;
    for (QWidget* next = area->nextInFocusChain(); next && next != area; next = next->nextInFocusChain())
        if (area->isAncestorOf(next) && takes(next)) return next;
    return nullptr;
}

int areaWithFocus(const QList<QWidget*>& areas) {
    const QWidget* focused = QApplication::focusWidget();
    for (int i = 0; i < areas.size(); ++i)
        if (focused && (areas[i] == focused || areas[i]->isAncestorOf(focused))) return i;
    return -1;
}

}  // namespace

void cycleFocus(const QList<QWidget*>& areas, int step) {
    const auto count = static_cast<int>(areas.size());
    int place = areaWithFocus(areas);
    if (place < 0 && step < 0) place = count;
    for (int tried = 0; tried < count; ++tried) {
        place = (place + step + count) % count;
        if (QWidget* taker = areas[place]->isVisible() ? firstTaker(areas[place]) : nullptr) {
            taker->setFocus(Qt::TabFocusReason);
            return;
        }
    }
}

}  // namespace limner::app
