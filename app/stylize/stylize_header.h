// The head of Stylize: what is made of what, undo, sweep, copy, save.
#pragma once

#include <functional>

#include "app/surface.h"

class QHBoxLayout;
class QMenu;

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class Commands;

class StylizeHeader : public Surface {
    Q_OBJECT

public:
    explicit StylizeHeader(Commands& commands, QWidget* parent = nullptr);

    /// @param detail  "saved as lake.png", "growing"
    void setTitle(const QString& title, const QString& detail);
    void setSweep(bool isOn);
    void setChannels(bool isOn);
    void setZoom(bool isOn);
    /// Whether what belongs to DeepDream is there.
    void setDream(bool isDream);
    void setCompact(bool isCompact);
    void setDrawer(bool isDrawer);
    /// Fills the menu at the title each time before it opens.
    void setMenuFiller(std::function<void(QMenu&)> fill) { m_fill = std::move(fill); }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitTexts();
    void setupActions(QHBoxLayout* row);

    Commands& m_commands;
    std::function<void(QMenu&)> m_fill;
    QMenu* m_menu = nullptr;
    QString m_titleText, m_detailText;
    widgets::Button* m_title = nullptr;
    widgets::Label* m_detail = nullptr;
    widgets::Button* m_sweep = nullptr;
    widgets::Button* m_channels = nullptr;
    widgets::Button* m_zoom = nullptr;
    widgets::Button* m_copy = nullptr;
    widgets::Button* m_save = nullptr;
    widgets::Button* m_inspector = nullptr;
};

}  // namespace limner::app
