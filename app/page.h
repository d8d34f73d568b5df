// One page of the window: fills the middle, and may bring an inspector for the right side.
#pragma once

#include <QWidget>

#include "compaction.h"

class QUndoStack;

namespace limner::app {

class Commands;
class Notices;
class RunReader;
class Settings;
class StudioBridge;

/// What every page may use. All of it outlives the pages.
struct Shell {
    Settings& settings;
    Commands& commands;
    StudioBridge& bridge;
    RunReader& reader;
    Notices& notices;
    QUndoStack& undo;
};

class Page : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;
    /// Null for a page without one. The window shows it beside the page or as a drawer.
    virtual QWidget* inspector() { return nullptr; }
    virtual void setCompaction(const Compaction&) {}
    /// Called each time the page comes to the front.
    virtual void entered() {}
    /// The areas that F6 goes through, in order, without rail, inspector and job bar.
    virtual QList<QWidget*> areas() { return {this}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    /// A scrolling sheet of at most this width (at 100 %), in the middle, filling the page.
    void setScrollingSheet(QWidget* sheet, int maximumWidth);
};

}  // namespace limner::app
