// The middle of Write: the editor with its find bar, and what the model thinks of the words in it.
#pragma once

#include <QTimer>
#include <QWidget>

#include "live_reader.h"

namespace limner::widgets {
class FindBar;
class SurpriseLegend;
class TextEditor;
class TokenPopup;
}  // namespace limner::widgets

namespace limner::app {

class StudioBridge;
class WriteSession;

class EditorPanel : public QWidget {
    Q_OBJECT

public:
    /// Takes the session's editor.
    EditorPanel(StudioBridge& bridge, WriteSession& session, QWidget* parent = nullptr);

    widgets::TextEditor& editor() const;
    widgets::TokenPopup* popup() const { return m_popup; }
    void setSurpriseShown(bool isShown);
    void find(bool withReplacing);
    /// What else might stand at the caret, with the keyboard.
    void showAlternatives();
    /// Of the text before the caret; null until it has been read.
    const std::shared_ptr<const Reading>& reading() const { return m_ahead; }

Q_SIGNALS:
    void readingChanged();
    void failed(const limner::Error& error);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// A stretch of the text that the model reads.
    struct Window {
        int start = 0;
        QString text;
    };
    Window windowTo(int end) const;
    void readAhead();
    void wantAlternatives(int position, bool byKeyboard);
    void showWanted(const std::shared_ptr<const Reading>& reading);
    void open(int start, int length, const QString& instead, std::vector<widgets::Likelihood> choices,
              double entropyBits);
    void choose(int index);
    bool takeKeyForPopup(QKeyEvent& event);
    void placeLegend();

    StudioBridge& m_bridge;
    WriteSession& m_session;
    LiveReader m_reader;  ///< up to the caret
    LiveReader m_near;    ///< where alternatives are wanted
    std::shared_ptr<const Reading> m_ahead;
    widgets::FindBar* m_find = nullptr;
    widgets::TokenPopup* m_popup = nullptr;
    widgets::SurpriseLegend* m_legend = nullptr;
    QTimer m_leave;
    int m_wanted = -1;      ///< unit whose alternatives are wanted
    int m_wantedStart = 0;  ///< of the window that it is read in
    bool m_wantedByKeyboard = false;
    int m_shownStart = -1;  ///< of the word that the pop-up is about
    bool m_isNext = false;  ///< it is about what comes behind the text
    std::vector<widgets::Likelihood> m_choices;
};

}  // namespace limner::app
