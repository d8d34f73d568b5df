// Side by side: two models, or two settings of one, go on from the same text.
#pragma once

#include <QWidget>

#include "app/page.h"
#include "write_models.h"

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class CompareColumn;
class WriteSession;

class ComparePanel : public QWidget {
    Q_OBJECT

public:
    ComparePanel(const Shell& shell, WriteSession& session, WriteModels& models, QWidget* parent = nullptr);

    /// Both columns write behind the text before the caret, one after the other.
    void writeBoth();
    void stop();
    bool isWriting() const;
    /// Whether the inspector shows the settings of the right column.
    bool isOtherChosen() const { return m_isOtherChosen; }
    void choose(bool other);
    const ParamValues& otherValues() const;
    /// As one undo step.
    void setOther(const std::string& id, const ParamValue& value);

Q_SIGNALS:
    void chosenChanged();
    void writingChanged();
    void failed(const limner::Error& error);

private:
    void showColumns();
    void putOther(const ParamValues& values);
    ParamValues valuesOf(bool other) const;
    void setModel(bool other, const WriteModel& model);
    const WriteModel& modelOf(bool other) const;

    Shell m_shell;
    WriteSession& m_session;
    WriteModels& m_models;
    CompareColumn* m_columns[2] = {};
    widgets::Label* m_prompt = nullptr;
    widgets::Button* m_go = nullptr;
    bool m_isOtherChosen = false;
};

}  // namespace limner::app
