// Menus, tabs, scroll bars, sliders, progress bars, tables and lists of LimnerStyle.
#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

namespace limner::widgets {

QSize menuItemSize(const QStyleOptionMenuItem& option);
void drawMenuItem(const QStyleOptionMenuItem& option, QPainter& painter);
void drawMenuBarItem(const QStyleOptionMenuItem& option, QPainter& painter);
/// The card behind a menu or the pop-up of a combo.
void drawPopUpPanel(const QRect& rect, QPainter& painter);

QSize tabSize(const QStyleOptionTab& option);
void drawTabShape(const QStyleOptionTab& option, QPainter& painter);
void drawTabLabel(const QStyleOptionTab& option, QPainter& painter);

QRect scrollBarPart(const QStyleOptionSlider& option, QStyle::SubControl part);
void drawScrollBar(const QStyleOptionSlider& option, QPainter& painter);

QRect sliderPart(const QStyleOptionSlider& option, QStyle::SubControl part);
void drawSlider(const QStyleOptionSlider& option, QPainter& painter);

void drawProgress(const QStyleOptionProgressBar& option, QPainter& painter, const QWidget* widget);

void drawHeaderSection(const QStyleOptionHeader& option, QPainter& painter);
void drawHeaderLabel(const QStyleOptionHeader& option, QPainter& painter);
void drawItemPanel(const QStyleOptionViewItem& option, QPainter& painter);

}  // namespace limner::widgets
