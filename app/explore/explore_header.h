// The head of Explore: which model, what is shown of it, undo, copy, save.
#pragma once

#include <functional>

#include "app/surface.h"

class QHBoxLayout;
class QMenu;

namespace limner::widgets {
class Button;
class Label;
class Segment;
}  // namespace limner::widgets

namespace limner::app {

class Commands;

class ExploreHeader : public Surface {
    Q_OBJECT

public:
    explicit ExploreHeader(Commands& commands, QWidget* parent = nullptr);

    void setModel(const QString& name, const QString& detail);
    /// "picture", "seeds" or "sweep". Does not emit.
    void setView(const QString& id);
    void setCompact(bool isCompact);
    void setDrawer(bool isDrawer);
    /// Fills the menu of models each time before it opens.
    void setMenuFiller(std::function<void(QMenu&)> fill) { m_fill = std::move(fill); }

Q_SIGNALS:
    void viewChosen(const QString& id);

private:
    void setupTitle(QHBoxLayout* row);
    void setupActions(QHBoxLayout* row);

    Commands& m_commands;
    std::function<void(QMenu&)> m_fill;
    QMenu* m_menu = nullptr;
    widgets::Button* m_title = nullptr;
    widgets::Label* m_detail = nullptr;
    widgets::Segment* m_views = nullptr;
    widgets::Button* m_copy = nullptr;
    widgets::Button* m_save = nullptr;
    widgets::Button* m_inspector = nullptr;
};

}  // namespace limner::app
