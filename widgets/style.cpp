#include "style.h"

#include <QAbstractItemView>
#include <QAbstractSlider>
#include <QComboBox>
#include <QFocusFrame>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTabBar>
#include <QToolButton>
#include <map>

#include "focus_ring.h"
#include "icon.h"
#include "paint.h"
#include "style_buttons.h"
#include "style_views.h"
#include "theme.h"

namespace limner::widgets {
namespace {

void drawFocusRing(const QRect& rect, QPainter& painter, const QWidget* frame) {
    const auto* focusFrame = qobject_cast<const QFocusFrame*>(frame);
    const QWidget* around = focusFrame != nullptr ? focusFrame->widget() : nullptr;
    const QVariant ownRadius = around != nullptr ? around->property("focusRadius") : QVariant();
    const double radius = ownRadius.isValid() ? ownRadius.toDouble() : (buttonRole(around).big ? 8 : 6);
    fillRounded(painter, rect, px(radius + 4), {}, tokens().accent, px(2));
}

/// A chevron in place of each of Fusion's arrows.
void drawArrow(QStyle::PrimitiveElement element, const QStyleOption& option, QPainter& painter) {
    QString name = QStringLiteral("chevron-down");
    if (element == QStyle::PE_IndicatorArrowUp) name = QStringLiteral("chevron-up");
    if (element == QStyle::PE_IndicatorArrowLeft) name = QStringLiteral("chevron-left");
    if (element == QStyle::PE_IndicatorArrowRight) name = QStringLiteral("chevron-right");
    const bool enabled = option.state & QStyle::State_Enabled;
    drawIcon(painter, option.rect, name, enabled ? tokens().text2 : tokens().text3, px(14));
}

void drawBranch(const QStyleOption& option, QPainter& painter) {
    if (!(option.state & QStyle::State_Children)) return;
    const bool open = option.state & QStyle::State_Open;
    drawIcon(painter, option.rect, open ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
             tokens().text3, px(14));
}

void drawItemFocus(const QStyleOption& option, QPainter& painter, const QWidget* widget) {
    if (!keyboardInUse() || qobject_cast<const QAbstractItemView*>(widget) == nullptr) return;
    fillRounded(painter, option.rect, px(2), {}, tokens().accent, px(2));
}

bool isPopUp(const QWidget* widget) {
    return qobject_cast<const QMenu*>(widget) != nullptr ||
           (widget != nullptr && widget->inherits("QComboBoxPrivateContainer"));
}

bool reactsToPointer(const QWidget* widget) {
    return qobject_cast<const QAbstractButton*>(widget) != nullptr ||
           qobject_cast<const QComboBox*>(widget) != nullptr ||
           qobject_cast<const QAbstractSlider*>(widget) != nullptr ||
           qobject_cast<const QTabBar*>(widget) != nullptr;
}

/// Lengths of the design by metric; what is not here is Fusion's.
double designLength(QStyle::PixelMetric metric) {
    static const std::map<QStyle::PixelMetric, double> lengths{
        {QStyle::PM_FocusFrameHMargin, 4},
        {QStyle::PM_FocusFrameVMargin, 4},
        {QStyle::PM_IndicatorWidth, 16},
        {QStyle::PM_IndicatorHeight, 16},
        {QStyle::PM_ExclusiveIndicatorWidth, 16},
        {QStyle::PM_ExclusiveIndicatorHeight, 16},
        {QStyle::PM_CheckBoxLabelSpacing, 8},
        {QStyle::PM_RadioButtonLabelSpacing, 8},
        {QStyle::PM_ScrollBarExtent, 8},
        {QStyle::PM_ScrollBarSliderMin, 24},
        {QStyle::PM_ScrollView_ScrollBarOverlap, 0},
        {QStyle::PM_ScrollView_ScrollBarSpacing, 0},
        {QStyle::PM_SliderThickness, 16},
        {QStyle::PM_SliderControlThickness, 16},
        {QStyle::PM_SliderLength, 12},
        {QStyle::PM_MenuPanelWidth, 0},
        {QStyle::PM_MenuHMargin, 4},
        {QStyle::PM_MenuVMargin, 4},
        {QStyle::PM_SubMenuOverlap, 0},
        {QStyle::PM_SmallIconSize, 14},
        {QStyle::PM_ButtonIconSize, 14},
        {QStyle::PM_ToolBarIconSize, 18},
        {QStyle::PM_ButtonShiftHorizontal, 0},
        {QStyle::PM_ButtonShiftVertical, 0},
        {QStyle::PM_ToolTipLabelFrameWidth, 6},
        {QStyle::PM_SplitterWidth, 5},
        {QStyle::PM_TabBarTabHSpace, 16},
        {QStyle::PM_TabBarBaseOverlap, 0},
        {QStyle::PM_TabBarTabShiftVertical, 0},
        {QStyle::PM_LayoutHorizontalSpacing, 8},
        {QStyle::PM_LayoutVerticalSpacing, 8},
        {QStyle::PM_LayoutLeftMargin, 12},
        {QStyle::PM_LayoutTopMargin, 12},
        {QStyle::PM_LayoutRightMargin, 12},
        {QStyle::PM_LayoutBottomMargin, 12},
        {QStyle::PM_TreeViewIndentation, 16},
        {QStyle::PM_ListViewIconSize, 18},
        {QStyle::PM_LineEditIconSize, 14},
    };
    const auto found = lengths.find(metric);
    return found == lengths.end() ? -1 : found->second;
}

}  // namespace

LimnerStyle::LimnerStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void LimnerStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    if (reactsToPointer(widget)) widget->setAttribute(Qt::WA_Hover);
    if (widget->inherits("QComboBoxListView"))  // the card of the pop-up shows through
        static_cast<QAbstractItemView*>(widget)->viewport()->setAutoFillBackground(false);
    if (isPopUp(widget)) {
        widget->setAttribute(Qt::WA_TranslucentBackground);
        widget->setWindowFlag(Qt::FramelessWindowHint);
        widget->setWindowFlag(Qt::NoDropShadowWindowHint);
    }
}

void LimnerStyle::unpolish(QWidget* widget) {
    if (reactsToPointer(widget)) widget->setAttribute(Qt::WA_Hover, false);
    QProxyStyle::unpolish(widget);
}

int LimnerStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    if (metric == PM_DefaultFrameWidth && isPopUp(widget)) return px(5);
    if (metric == PM_DefaultFrameWidth) return px(1);
    if (metric == PM_ComboBoxFrameWidth) return 0;
    const double length = designLength(metric);
    return length >= 0 ? px(length) : QProxyStyle::pixelMetric(metric, option, widget);
}

int LimnerStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                           QStyleHintReturn* data) const {
    switch (hint) {
        case SH_FocusFrame_AboveWidget:
        case SH_ComboBox_Popup:
        case SH_ItemView_ShowDecorationSelected:
        case SH_Menu_MouseTracking:
            return 1;
        case SH_FocusFrame_Mask:
        case SH_EtchDisabledText:
        case SH_DitherDisabledText:
        case SH_ComboBox_AllowWheelScrolling:
        case SH_DialogButtonBox_ButtonsHaveIcons:
        case SH_Widget_Animation_Duration:
        case SH_Menu_Mask:
        case SH_ToolTip_Mask:
            return 0;
        case SH_ToolTip_WakeUpDelay:
            return 500;
        case SH_ToolTipLabel_Opacity:
            return 255;
        case SH_Slider_AbsoluteSetButtons:
            return Qt::LeftButton;
        case SH_TabBar_Alignment:
            return Qt::AlignLeft;
        default:
            return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize LimnerStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                    const QWidget* widget) const {
    if (type == CT_PushButton)
        if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option))
            return pushButtonSize(*button, widget);
    if (type == CT_ToolButton)
        if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
            return toolButtonSize(*button);
    if (type == CT_ComboBox)
        if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
            return comboSize(*combo, size);
    if (type == CT_MenuItem)
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return menuItemSize(*item);
    if (type == CT_TabBarTab)
        if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) return tabSize(*tab);
    if (type == CT_ProgressBar) return {std::max(size.width(), px(64)), px(4)};
    const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_LineEdit) return {base.width(), std::max(px(24), size.height() + px(4))};
    if (type == CT_HeaderSection) return {base.width() + px(8), std::max(px(28), base.height())};
    if (type == CT_ItemViewItem) return {base.width(), std::max(px(28), base.height())};
    if (type == CT_CheckBox || type == CT_RadioButton) return {base.width(), std::max(px(20), base.height())};
    return base;
}

QRect LimnerStyle::subElementRect(SubElement element, const QStyleOption* option,
                                  const QWidget* widget) const {
    if (element == SE_PushButtonContents || element == SE_ProgressBarGroove ||
        element == SE_ProgressBarContents)
        return option->rect;
    if (element == SE_LineEditContents) {
        const bool bare = widget != nullptr && widget->property("bare").toBool();
        return option->rect.adjusted(px(bare ? 0 : 4), 0, -px(bare ? 0 : 4), 0);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect LimnerStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                  const QWidget* widget) const {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
        if (control == CC_ScrollBar) return scrollBarPart(*slider, part);
        if (control == CC_Slider) return sliderPart(*slider, part);
    }
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxEditField) return option->rect.adjusted(px(8), 0, -px(22), 0);
        if (part == SC_ComboBoxArrow)
            return QRect(option->rect.right() - px(22), option->rect.top(), px(22), option->rect.height());
        return QProxyStyle::subControlRect(control, option, part, widget);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void LimnerStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                const QWidget* widget) const {
    switch (element) {
        case PE_IndicatorCheckBox:
        case PE_IndicatorItemViewItemCheck:
            return drawCheckIndicator(*option, *painter);
        case PE_IndicatorRadioButton:
            return drawRadioIndicator(*option, *painter);
        case PE_PanelLineEdit:
        case PE_FrameLineEdit:
            return drawFieldPanel(*option, *painter, widget);
        case PE_PanelMenu:
            return drawPopUpPanel(option->rect, *painter);
        case PE_PanelTipLabel:
            return fillRounded(*painter, option->rect, 0, tokens().hover, tokens().edge, px(1));
        case PE_IndicatorArrowDown:
        case PE_IndicatorArrowUp:
        case PE_IndicatorArrowLeft:
        case PE_IndicatorArrowRight:
            return drawArrow(element, *option, *painter);
        case PE_IndicatorBranch:
            return drawBranch(*option, *painter);
        case PE_FrameFocusRect:
            return drawItemFocus(*option, *painter, widget);
        case PE_Frame:
            if (!isPopUp(widget)) fillRounded(*painter, option->rect, px(4), {}, tokens().line, px(1));
            return;
        case PE_FrameMenu:
        case PE_FrameTabBarBase:
        case PE_FrameTabWidget:
        case PE_FrameStatusBarItem:
        case PE_PanelScrollAreaCorner:
            return;
        case PE_PanelItemViewItem:
            if (const auto* item = qstyleoption_cast<const QStyleOptionViewItem*>(option))
                return drawItemPanel(*item, *painter);
            return;
        case PE_PanelItemViewRow:
            return;
        default:
            QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void LimnerStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                              const QWidget* widget) const {
    if (element == CE_FocusFrame) return drawFocusRing(option->rect, *painter, widget);
    if (element == CE_Splitter) {
        const QRect& rect = option->rect;
        if (option->state & State_Horizontal)
            painter->fillRect(rect.center().x(), rect.top(), px(1), rect.height(), tokens().line);
        else
            painter->fillRect(rect.left(), rect.center().y(), rect.width(), px(1), tokens().line);
        return;
    }
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option)) {
        if (element == CE_PushButtonBevel) return drawPushButtonPanel(*button, *painter, widget);
        if (element == CE_PushButtonLabel) return drawPushButtonLabel(*button, *painter, widget);
        if (element == CE_PushButton) {
            drawPushButtonPanel(*button, *painter, widget);
            return drawPushButtonLabel(*button, *painter, widget);
        }
    }
    if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option)) {
        if (element == CE_MenuItem) return drawMenuItem(*item, *painter);
        if (element == CE_MenuBarItem) return drawMenuBarItem(*item, *painter);
    }
    if (element == CE_MenuEmptyArea || element == CE_MenuBarEmptyArea) {
        if (element == CE_MenuBarEmptyArea) painter->fillRect(option->rect, tokens().panel);
        return;
    }
    if (const auto* tab = qstyleoption_cast<const QStyleOptionTab*>(option)) {
        if (element == CE_TabBarTabShape) return drawTabShape(*tab, *painter);
        if (element == CE_TabBarTabLabel) return drawTabLabel(*tab, *painter);
    }
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
        if (element == CE_ComboBoxLabel) return drawComboLabel(*combo, *painter);
    if (const auto* bar = qstyleoption_cast<const QStyleOptionProgressBar*>(option)) {
        if (element == CE_ProgressBarGroove || element == CE_ProgressBarLabel) return;
        if (element == CE_ProgressBarContents || element == CE_ProgressBar)
            return drawProgress(*bar, *painter, widget);
    }
    if (const auto* header = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
        if (element == CE_HeaderSection) return drawHeaderSection(*header, *painter);
        if (element == CE_HeaderLabel) return drawHeaderLabel(*header, *painter);
    }
    if (element == CE_HeaderEmptyArea) return;
    QProxyStyle::drawControl(element, option, painter, widget);
}

void LimnerStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                     QPainter* painter, const QWidget* widget) const {
    if (const auto* slider = qstyleoption_cast<const QStyleOptionSlider*>(option)) {
        if (control == CC_ScrollBar) return drawScrollBar(*slider, *painter);
        if (control == CC_Slider) return drawSlider(*slider, *painter);
    }
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option))
        if (control == CC_ComboBox) return drawComboPanel(*combo, *painter);
    if (const auto* button = qstyleoption_cast<const QStyleOptionToolButton*>(option))
        if (control == CC_ToolButton) return drawToolButton(*button, *painter, widget);
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QIcon LimnerStyle::standardIcon(StandardPixmap which, const QStyleOption* option,
                                const QWidget* widget) const {
    static const std::map<StandardPixmap, QString> names{
        {SP_LineEditClearButton, QStringLiteral("close")},
        {SP_TitleBarCloseButton, QStringLiteral("close")},
        {SP_DirIcon, QStringLiteral("folder")},
        {SP_DirOpenIcon, QStringLiteral("folder")},
        {SP_DirClosedIcon, QStringLiteral("folder")},
        {SP_TrashIcon, QStringLiteral("trash")},
        {SP_MessageBoxWarning, QStringLiteral("warning")},
        {SP_MessageBoxInformation, QStringLiteral("info")},
        {SP_MessageBoxCritical, QStringLiteral("error")},
        {SP_MessageBoxQuestion, QStringLiteral("help")},
        {SP_ArrowBack, QStringLiteral("chevron-left")},
        {SP_ArrowForward, QStringLiteral("chevron-right")},
        {SP_ArrowUp, QStringLiteral("chevron-up")},
        {SP_ArrowDown, QStringLiteral("chevron-down")},
        {SP_ToolBarHorizontalExtensionButton, QStringLiteral("more")},
    };
    const auto found = names.find(which);
    return found == names.end() ? QProxyStyle::standardIcon(which, option, widget) : icon(found->second);
}

}  // namespace limner::widgets
