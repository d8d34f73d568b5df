// A text that a person and a model write together. What the model wrote is marked until somebody edits it.
#pragma once

#include <QPlainTextEdit>
#include <QTimer>
#include <optional>
#include <vector>

#include "token_marks.h"

namespace limner::widgets {

class EntropyStrip;
class SpacedLayout;

/// A token on its way into the text.
struct MachineWord {
    QString text;  ///< line ends as "\n"
    double probability = 1;
    double entropyBits = 0;
};

/// Soft wrap, input methods and the clipboard are Qt's own. Typing, each passage of the model and each
/// `replace` are steps for somebody else's undo stack: `stepAdded` tells of one, `undoStep` and `redoStep`
/// take them back and forth. Marks come and go with the text they belong to. Keys: Ctrl+F and Ctrl+H find, F3
/// the next, Ctrl+S saves, Ctrl+Space asks for alternatives, Escape stops.
class TextEditor : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit TextEditor(QWidget* parent = nullptr);
    ~TextEditor() override;

    /// Another text, with nothing to undo.
    void begin(const QString& text, const std::vector<TokenMark>& marks = {});
    /// Replaces [from, to) as one step. @param marks  in the text as it stands after it
    void replace(int from, int to, const QString& text, const std::vector<TokenMark>& marks = {});
    const TokenMarks& marks() const { return m_marks; }
    void setCaret(int position);

    /// The model begins to write in place of [from, to). What it writes is one step, unless somebody else
    /// types in between.
    void startPassage(int from, int to);
    /// @pre isWriting()
    void write(const std::vector<MachineWord>& words);
    /// Takes back the last units of the passage, as part of its step.
    void cutBack(int units);
    void endPassage();
    bool isWriting() const { return m_pen.has_value(); }
    /// Where the next word comes; −1 while nobody writes.
    int penPosition() const { return m_pen ? m_pen->position() : -1; }

    void undoStep();
    void redoStep();
    /// What is typed next is a step of its own.
    void closeStep();

    /// Tints by surprise; else all that a model wrote gets the same faint tint.
    void setSurpriseShown(bool isShown);
    bool isSurpriseShown() const { return m_isSurpriseShown; }
    /// Room below the text for what the page puts there.
    void setFootHeight(int height);
    /// While somebody looks for words the selection is what was found, and shows without the keyboard.
    void setFinding(bool isFinding);
    /// A ring around a stretch of text; an empty one takes it away.
    void setRing(int start, int length);

    /// Of the first line of a stretch, in the viewport's coordinates.
    QRect rectOf(int start, int length) const;
    /// The unit under a point of the viewport; −1 beside the text.
    int unitAt(const QPoint& place) const;

    /// One line as it stands on the screen, with the mean entropy of what the model wrote there.
    struct LineTint {
        QRect rect;                              ///< of the viewport
        std::optional<double> entropyBits = {};  ///< nothing where a person wrote alone
    };
    std::vector<LineTint> visibleLines() const;

Q_SIGNALS:
    /// Emitted in the middle of the change: the text must not be read yet.
    void stepAdded();
    void undoRequested();
    void redoRequested();
    void saveRequested();
    void stopRequested();
    void findRequested(bool withReplacing);
    void findNextRequested(int way);  ///< 1 or −1
    /// @param byKeyboard  else the pointer has rested there; `position` is −1 once it has left the text
    void alternativesWanted(int position, bool byKeyboard);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool canInsertFromMimeData(const QMimeData* source) const override;

private:
    /// What one step changed, and the marks that it took away.
    struct Step {
        std::vector<TextChange> changes = {};
        std::vector<TokenMark> lost = {};    ///< by doing it, as they stood before it
        std::vector<TokenMark> undone = {};  ///< by undoing it, as they stood after it
    };
    enum class Hand { Person, Model, Stack, Nobody };  ///< who changes the text now

    void applyLook();
    void applyColours();
    void placeMargins();
    void addStep();
    void takeChange(int position, int removed, int added);
    std::vector<TokenMark> collectWhile(void (QPlainTextEdit::*step)());
    QPointF onLine(const QPointF& place) const;
    QMouseEvent snapped(const QMouseEvent& event) const;
    void paintMarks(QPainter& painter, const QRect& area) const;
    void paintBlockMarks(QPainter& painter, const QTextBlock& block, const QPointF& at) const;
    void paintRing(QPainter& painter) const;
    void paintStretch(QPainter& painter, const QTextBlock& block, const QPointF& at, int from, int to,
                      const QColor& fill, const QColor& line) const;

    SpacedLayout* m_layout;
    EntropyStrip* m_strip;
    TokenMarks m_marks;
    std::optional<QTextCursor> m_pen;
    Hand m_hand = Hand::Person;
    bool m_isJoining = false;         ///< the change goes on with the model's own step
    bool m_ownsLastStep = false;      ///< the newest step is the passage that is being written
    std::vector<Step> m_steps;        ///< as in the document's undo stack
    size_t m_done = 0;                ///< of them, not counting undone ones
    std::vector<TextChange> m_moved;  ///< while undoing or redoing
    std::vector<TokenMark> m_gone;
    bool m_isSurpriseShown = false;
    bool m_isFinding = false;
    int m_footHeight = 0;
    int m_ringStart = 0, m_ringLength = 0;
    QTimer m_rest;  ///< until a pointer counts as resting
    QPoint m_pointer;
    int m_hovered = -1;
};

}  // namespace limner::widgets
