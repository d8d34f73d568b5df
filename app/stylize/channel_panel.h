// What each channel of a layer likes, as pictures to choose from: the channels of DeepDream. Asked of the
// live lane one by one, those in sight first.
#pragma once

#include <QWidget>
#include <memory>

#include "app/page.h"
#include "core/types/studio.h"

class QListWidget;

namespace limner::widgets {
class Button;
class ChoiceCombo;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class StylizeSession;

class ChannelPanel : public QWidget {
    Q_OBJECT

public:
    ChannelPanel(const Shell& shell, StylizeSession& session, QWidget* parent = nullptr);

    /// Whether the chosen method dreams of channels.
    static bool canShow(const StylizeSession& session);
    QListWidget* list() const { return m_list; }
    void setCompact(bool isCompact);

Q_SIGNALS:
    /// A channel was chosen, or none.
    void closeRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void tie();
    /// The layers and channels of the network; pictures are asked for anew where the network or layer
    /// changed.
    void showRows();
    void showChosen();
    void choose(int row);
    void askNext();
    int nextWanted() const;
    void takeAnswer(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer);
    ParamValues question(int channel) const;

    Shell m_shell;
    StylizeSession& m_session;
    RequesterId m_requester;
    widgets::ChoiceCombo* m_layers = nullptr;
    widgets::Label* m_title = nullptr;
    widgets::Label* m_count = nullptr;
    QListWidget* m_list = nullptr;
    ParamValues m_shown;  ///< the network and the layer whose channels are listed
    int m_asked = -1;     ///< the row whose picture is on its way
    bool m_hasFailed = false;
};

}  // namespace limner::app
