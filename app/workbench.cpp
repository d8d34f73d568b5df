#include "workbench.h"

#include <QEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>

#include "surface.h"
#include "widgets/theme.h"

namespace limner::app {

using widgets::px;

Workbench::Workbench(QWidget* parent) : QWidget(parent) {
    m_split = new QSplitter(Qt::Horizontal, this);
    m_split->setChildrenCollapsible(false);
    m_split->setHandleWidth(1);
    m_pages = new QStackedWidget(m_split);
    m_pages->setMinimumWidth(px(360));

    m_side = new Surface(&widgets::Tokens::panel);
    m_side->setObjectName(QStringLiteral("inspector"));
    m_inspectors = new QStackedWidget(m_side);
    auto* inside = new QVBoxLayout(m_side);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->addWidget(m_inspectors);
    m_split->addWidget(m_pages);
    m_split->addWidget(m_side);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_split);
    connect(m_split, &QSplitter::splitterMoved, this, [this] {
        m_inspectorWidth = static_cast<int>(m_side->width() / widgets::uiScale());
        Q_EMIT inspectorWidthChanged(m_inspectorWidth);
    });
}

void Workbench::addPage(Page* page) {
    m_pages->addWidget(page);
    if (QWidget* inspector = page->inspector()) m_inspectors->addWidget(inspector);
}

void Workbench::showPage(Page* page) {
    m_current = page;
    m_pages->setCurrentWidget(page);
    m_isDrawerOpen = false;
    updateInspector();
    page->entered();
}

void Workbench::setCompaction(const Compaction& compaction) {
    const bool wasDrawer = m_compaction.isInspectorDrawer;
    m_compaction = compaction;
    if (wasDrawer != compaction.isInspectorDrawer) compaction.isInspectorDrawer ? undock() : dock();
    for (int i = 0; i < m_pages->count(); ++i)
        static_cast<Page*>(m_pages->widget(i))->setCompaction(compaction);
    updateInspector();
}

void Workbench::dock() {
    m_side->setParent(m_split);
    m_split->insertWidget(1, m_side);
    m_side->setLines({});
    m_isDrawerOpen = false;
}

void Workbench::undock() {
    m_side->setParent(this);
    m_side->setLines(Qt::LeftEdge);
    m_side->hide();
}

void Workbench::toggleInspector() {
    if (!m_current || !m_current->inspector()) return;
    if (m_compaction.isInspectorDrawer)
        m_isDrawerOpen = !m_isDrawerOpen;
    else
        m_isHiddenByHand = !m_isHiddenByHand;
    updateInspector();
    if (isInspectorShown()) m_inspectors->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

bool Workbench::isInspectorShown() const {
    return m_side->isVisibleTo(this);
}

void Workbench::updateInspector() {
    QWidget* inspector = m_current ? m_current->inspector() : nullptr;
    if (inspector) m_inspectors->setCurrentWidget(inspector);
    const bool isWanted = m_compaction.isInspectorDrawer ? m_isDrawerOpen : !m_isHiddenByHand;
    m_side->setVisible(inspector && isWanted);
    applyWidth();
}

int Workbench::shownWidth() const {
    return px(m_compaction.isInspectorNarrow ? 264 : m_inspectorWidth);
}

void Workbench::setInspectorWidth(int width) {
    m_inspectorWidth = std::clamp(width, 264, 480);
    applyWidth();
}

void Workbench::applyWidth() {
    m_side->setMinimumWidth(px(264));
    m_side->setMaximumWidth(px(m_compaction.isInspectorNarrow ? 264 : 480));
    if (m_compaction.isInspectorDrawer) {
        m_side->setGeometry(width() - shownWidth(), 0, shownWidth(), height());
        m_side->raise();
    } else if (m_side->isVisibleTo(this)) {
        m_split->setSizes({width() - shownWidth() - 1, shownWidth()});
    }
}

void Workbench::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    applyWidth();
}

bool Workbench::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange) applyWidth();
    return QWidget::event(event);
}

}  // namespace limner::app
