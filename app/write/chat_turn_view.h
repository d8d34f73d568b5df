// One turn of a chat; it can be edited in place.
#pragma once

#include <QWidget>

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class ChatLine;
struct ChatTurn;

class ChatTurnView : public QWidget {
    Q_OBJECT

public:
    explicit ChatTurnView(const ChatTurn& turn, QWidget* parent = nullptr);
    void setText(const QString& text);
    /// With a dot that says that more is coming.
    void setGrowing(bool isGrowing);
    void startEditing();

Q_SIGNALS:
    void edited(const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void stopEditing();

    bool m_isPerson;
    bool m_isGrowing = false;
    QString m_text;
    widgets::Label* m_words = nullptr;
    widgets::Button* m_edit = nullptr;
    ChatLine* m_line = nullptr;
};

}  // namespace limner::app
