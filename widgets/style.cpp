#include "style.h"

#include <QFocusFrame>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

#include "theme.h"

namespace limner::widgets {
namespace {

void drawFocusRing(const QRect& rect, QPainter* painter, const QWidget* frame) {
    const auto* focusFrame = qobject_cast<const QFocusFrame*>(frame);
    const QWidget* around = focusFrame != nullptr ? focusFrame->widget() : nullptr;
    const QVariant ownRadius = around != nullptr ? around->property("focusRadius") : QVariant();
    const double radius = ownRadius.isValid() ? ownRadius.toDouble() : 6;
    const double width = px(2);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(tokens().accent, width));
    painter->setBrush(Qt::NoBrush);
    const QRectF ring = QRectF(rect).adjusted(width / 2, width / 2, -width / 2, -width / 2);
    painter->drawRoundedRect(ring, px(radius + 3), px(radius + 3));
    painter->restore();
}

}  // namespace

LimnerStyle::LimnerStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

int LimnerStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    if (metric == PM_FocusFrameHMargin || metric == PM_FocusFrameVMargin) return px(4);
    return QProxyStyle::pixelMetric(metric, option, widget);
}

int LimnerStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* data) const {
    if (hint == SH_FocusFrame_AboveWidget) return 1;
    if (hint == SH_FocusFrame_Mask) return 0;
    return QProxyStyle::styleHint(hint, option, widget, data);
}

void LimnerStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    if (element == CE_FocusFrame) return drawFocusRing(option->rect, painter, widget);
    QProxyStyle::drawControl(element, option, painter, widget);
}

}  // namespace limner::widgets
