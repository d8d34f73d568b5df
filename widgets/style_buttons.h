// Buttons, check boxes, combos and fields of LimnerStyle.
#pragma once

#include <QStyleOption>

class QPainter;
class QWidget;

namespace limner::widgets {

/// The words of the dynamic property "role".
struct ButtonRole {
    bool primary = false;
    bool quiet = false;
    bool danger = false;
    bool big = false;
    bool title = false;
};
ButtonRole buttonRole(const QWidget* widget);

QSize pushButtonSize(const QStyleOptionButton& option, const QWidget* widget);
void drawPushButtonPanel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget);
void drawPushButtonLabel(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget);

QSize toolButtonSize(const QStyleOptionToolButton& option);
void drawToolButton(const QStyleOptionToolButton& option, QPainter& painter, const QWidget* widget);

void drawCheckIndicator(const QStyleOption& option, QPainter& painter);
void drawRadioIndicator(const QStyleOption& option, QPainter& painter);

QSize comboSize(const QStyleOptionComboBox& option, const QSize& contents);
void drawComboPanel(const QStyleOptionComboBox& option, QPainter& painter);
void drawComboLabel(const QStyleOptionComboBox& option, QPainter& painter);

void drawFieldPanel(const QStyleOption& option, QPainter& painter, const QWidget* widget);

}  // namespace limner::widgets
