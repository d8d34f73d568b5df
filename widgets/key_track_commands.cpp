// What keys and menus do on the key track.
#include <QActionGroup>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>

#include "ease_text.h"
#include "icon.h"
#include "key_track.h"

namespace limner::widgets {

/// To the next key after the playhead (way 1) or the one before it (way −1).
void KeyTrack::walk(int way) {
    int found = -1;
    for (int i = 0; i < keyCount(); ++i) {
        const double gone = (key(i).second - m_second) * way;
        if (gone <= frame() / 2) continue;
        if (found < 0 || gone < (key(found).second - m_second) * way) found = i;
    }
    if (found >= 0) goToKey(found);
}

/// Midway to the next key, or to the end; before the end, midway from the key before it.
void KeyTrack::duplicate(int index) {
    const double at = key(index).second;
    double other = index + 1 < keyCount() ? key(index + 1).second : m_timeline.seconds;
    if (other - at < 2 * frame()) other = index > 0 ? key(index - 1).second : 0;
    Q_EMIT duplicateRequested(index, onFrame((at + other) / 2));
}

void KeyTrack::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_grip) return takeBack();
    if (handleCommand(*event)) return;
    const bool hasKeys = keyCount() > 0;
    const int way = event->key() == Qt::Key_Left ? -1 : 1;
    const bool isArrow = event->key() == Qt::Key_Left || event->key() == Qt::Key_Right;
    if (isArrow && event->modifiers() & Qt::ShiftModifier) {
        return scrubTo(onFrame(m_second) + way * frame(), true);
    }
    if (isArrow && event->modifiers() & Qt::AltModifier) {
        if (m_current < 0) return;
        moveKey(m_current, onFrame(key(m_current).second) + way * frame(), true);
        return setSecond(key(m_current).second);
    }
    if (isArrow) return walk(way);
    if (event->key() == Qt::Key_Home) return hasKeys ? goToKey(0) : scrubTo(0, true);
    if (event->key() == Qt::Key_End)
        return hasKeys ? goToKey(keyCount() - 1) : scrubTo(m_timeline.seconds, true);
    event->ignore();
}

bool KeyTrack::handleCommand(const QKeyEvent& event) {
    const bool isDelete = event.key() == Qt::Key_Delete || event.key() == Qt::Key_Backspace;
    const bool isDuplicate = event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier;
    if (event.matches(QKeySequence::Paste)) {
        Q_EMIT pasteRequested(onFrame(m_second));
        return true;
    }
    if (m_current < 0) return false;
    if (isDelete)
        Q_EMIT removeRequested(m_current);
    else if (isDuplicate)
        duplicate(m_current);
    else if (event.matches(QKeySequence::Copy))
        Q_EMIT copyRequested(m_current);
    else
        return false;
    return true;
}

void KeyTrack::openEaseMenu(int index, const QPoint& globalPlace) {
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("keyTrack.easeMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    auto* group = new QActionGroup(menu);
    for (const Ease ease : allEases()) {
        QAction* action = menu->addAction(easeTitle(ease));
        action->setCheckable(true);
        action->setChecked(key(index).ease == ease);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, index, ease] {
            if (index >= keyCount() || key(index).ease == ease) return;
            key(index).ease = ease;
            update();
            Q_EMIT easeChosen(index, ease);
        });
    }
    menu->popup(globalPlace);
}

void KeyTrack::openKeyMenu(int index, const QPoint& globalPlace) {
    setCurrentKey(index);
    auto* menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("keyTrack.keyMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString& iconName, const QString& text, const QKeySequence& shown, auto act) {
        QAction* action = menu->addAction(icon(iconName), text);
        action->setShortcut(shown);
        connect(action, &QAction::triggered, this, [this, index, act] {
            if (index < keyCount()) act();
        });
    };
    add(QStringLiteral("plus"), tr("Duplicate"), Qt::CTRL | Qt::Key_D, [this, index] { duplicate(index); });
    add(QStringLiteral("copy"), tr("Copy"), QKeySequence::Copy,
        [this, index] { Q_EMIT copyRequested(index); });
    add(QStringLiteral("trash"), tr("Remove"), Qt::Key_Delete,
        [this, index] { Q_EMIT removeRequested(index); });
    menu->popup(globalPlace);
}

/// On a diamond what can be done with it, elsewhere on the track how its segment moves.
void KeyTrack::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (m_current < 0) return event->ignore();
        return openKeyMenu(m_current, mapToGlobal(keyRect(m_current).center().toPoint()));
    }
    const Spot spot = spotAt(event->pos());
    if (spot.part == Part::Key) return openKeyMenu(spot.index, event->globalPos());
    for (int i = keyCount() - 1; i >= 0; --i) {
        const double second = secondAt(event->pos().x());
        if (key(i).second <= second && second < segmentEnd(i).value_or(-1)) {
            return openEaseMenu(i, event->globalPos());
        }
    }
    event->ignore();
}

}  // namespace limner::widgets
