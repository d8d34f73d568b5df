// A card in the window: an error (what happened, what was kept, what to do, details to copy), or a question.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

namespace limner::widgets {

class Label;
class Scrim;

class NoticeCard : public QWidget {
    Q_OBJECT

public:
    struct Choice {
        QString id;
        QString label;
        QString role = {};  ///< primary, danger or empty
        QString iconName = {};
        bool destroys = false;  ///< stands at the left, never has the focus at first
    };
    /// An error names its sentences ("What happened"); a question says them as they are.
    enum class Kind { Error, Question };
    struct Content {
        Kind kind = Kind::Error;
        QString title;
        QString happened;
        QString kept;     ///< may be empty
        QString toDo;     ///< may be empty
        QString details;  ///< mono, may be empty
        std::vector<Choice>
            choices;  ///< the last one that destroys nothing has the focus; none: a Close button
    };

    explicit NoticeCard(QWidget* window);

    /// Shows the card over the window. A notice that is shown already is replaced and emits closed first.
    void show(const Content& content);
    bool isOpen() const;

Q_SIGNALS:
    /// Emitted before closed, with the id of the button.
    void chosen(const QString& id);
    /// Also after Esc and the cross, then without `chosen`.
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void build(const Content& content);
    QWidget* makeHead(const Content& content);
    QWidget* makeFacts(const Content& content);
    QWidget* makeSentences(const Content& content);
    Label* makeSentence(const QString& sentence, QWidget* parent) const;
    QWidget* makeDetails(const QString& details);
    QWidget* makeFoot(const Content& content);
    QWidget* makeChoice(const Choice& choice, QWidget* parent);
    void finish();

    Scrim* m_scrim = nullptr;
    QWidget* m_first = nullptr;  ///< what gets the focus
    bool m_open = false;
};

}  // namespace limner::widgets
