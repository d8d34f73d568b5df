// Turns with a model: what was said, the model's next turn as it comes, and a line to say something.
#pragma once

#include <QPlainTextEdit>

#include "app/page.h"
#include "write_values.h"
#include "writing_job.h"

class QScrollArea;
class QVBoxLayout;

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class ChatLayoutRow;
class ChatTurnView;
class WriteSession;

/// Enter sends, Shift+Enter begins a line.
class ChatLine : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit ChatLine(QWidget* parent = nullptr);

Q_SIGNALS:
    void sent();

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

class ChatPanel : public QWidget {
    Q_OBJECT

public:
    ChatPanel(const Shell& shell, WriteSession& session, QWidget* parent = nullptr);

    /// What the person wrote in the line.
    void send();
    /// The model's last turn once more.
    void regenerate();
    bool canRegenerate() const;
    void stop();
    bool isWriting() const { return m_job.isRunning(); }
    void clear();
    void exportTo(const QString& path);
    /// How turns are laid out for the model: as the person set it, as it brings it, or plainly.
    QString chatTemplate() const;
    /// Remembered for this model; empty takes back what was set.
    void setChatTemplate(const QString& text);
    ChatLine* line() const { return m_line; }

Q_SIGNALS:
    void writingChanged();
    void failed(const limner::Error& error);

private:
    QWidget* makeFoot();
    const std::vector<ChatTurn>& turns() const;
    void setTurns(std::vector<ChatTurn> turns, const QString& what);
    void answer();
    void takeWords(const std::vector<WrittenWord>& words);
    void finish();
    void showTurns();
    void showState();
    void editTurn(size_t index, const QString& text);
    void pickExport();

    Shell m_shell;
    WriteSession& m_session;
    WritingJob m_job;
    int64_t m_tries = 0;
    QString m_growing;  ///< the model's turn as far as it has come
    std::vector<ChatTurnView*> m_views;
    QVBoxLayout* m_column = nullptr;
    QScrollArea* m_room = nullptr;
    ChatLine* m_line = nullptr;
    widgets::Button* m_send = nullptr;
    widgets::Button* m_again = nullptr;
    widgets::Button* m_export = nullptr;
    widgets::Button* m_clear = nullptr;
    widgets::Button* m_layoutSwitch = nullptr;
    ChatLayoutRow* m_layoutRow = nullptr;
};

}  // namespace limner::app
