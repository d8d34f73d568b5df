// The right side of Write: how to sample, style tags, the next word, facts of the model, and the buttons that
// write.
#pragma once

#include "app/train/parameter_panel.h"
#include "live_reader.h"

namespace limner::widgets {
class Button;
class FoldSection;
class Label;
class ProbabilityBars;
class TagChips;
}  // namespace limner::widgets

namespace limner::app {

class Commands;
class WriteSession;

class WriteInspector : public ParameterPanel {
    Q_OBJECT

public:
    WriteInspector(const Commands& commands, WriteSession& session, QWidget* parent = nullptr);
    void setReading(const std::shared_ptr<const Reading>& reading);
    /// Side by side and chat have buttons of their own, and no caret to write a word at.
    void setEditorShown(bool isShown);

private:
    QWidget* makeTags();
    QWidget* makeNext();
    QWidget* makeFacts();
    QWidget* makeFoot(const Commands& commands);
    void showFacts();
    void showState();

    WriteSession& m_session;
    widgets::FoldSection* m_tagSection = nullptr;
    widgets::FoldSection* m_nextSection = nullptr;
    widgets::FoldSection* m_factSection = nullptr;
    widgets::TagChips* m_tags = nullptr;
    widgets::ProbabilityBars* m_next = nullptr;
    std::vector<widgets::Label*> m_facts;
    widgets::Button* m_go = nullptr;
    widgets::Button* m_stop = nullptr;
    widgets::Button* m_again = nullptr;
    widgets::Label* m_note = nullptr;
    QWidget* m_buttons = nullptr;
    bool m_isEditorShown = true;
    bool m_hasNext = false;
};

}  // namespace limner::app
