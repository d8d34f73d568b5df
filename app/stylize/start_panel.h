// The foot of Stylize's inspector: start or queue, keep the best, go on.
#pragma once

#include <QWidget>

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class Commands;
class StylizeSession;

class StartPanel : public QWidget {
    Q_OBJECT

public:
    StartPanel(const Commands& commands, StylizeSession& session, QWidget* parent = nullptr);

private:
    void showState();

    StylizeSession& m_session;
    widgets::Button* m_start = nullptr;
    widgets::Button* m_keep = nullptr;
    widgets::Button* m_goOn = nullptr;
    widgets::Label* m_waiting = nullptr;
};

}  // namespace limner::app
