// The middle of the window: the page in front, and its inspector beside it or as a drawer over it.
#pragma once

#include <QWidget>

#include "page.h"

class QSplitter;
class QStackedWidget;

namespace limner::app {

class Surface;

class Workbench : public QWidget {
    Q_OBJECT

public:
    explicit Workbench(QWidget* parent = nullptr);

    void addPage(Page* page);
    void showPage(Page* page);
    Page* current() const { return m_current; }

    void setCompaction(const Compaction& compaction);
    /// Shows or hides the inspector, beside the page or as a drawer.
    void toggleInspector();
    bool isInspectorShown() const;
    /// At 100 %; kept between 264 and 480.
    int inspectorWidth() const { return m_inspectorWidth; }
    void setInspectorWidth(int width);

Q_SIGNALS:
    void inspectorWidthChanged(int width);

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void dock();
    void undock();
    void updateInspector();
    void applyWidth();
    int shownWidth() const;

    QSplitter* m_split = nullptr;
    QStackedWidget* m_pages = nullptr;
    Surface* m_side = nullptr;
    QStackedWidget* m_inspectors = nullptr;
    Page* m_current = nullptr;
    Compaction m_compaction;
    int m_inspectorWidth = 320;
    bool m_isHiddenByHand = false;
    bool m_isDrawerOpen = false;
};

}  // namespace limner::app
