// Finds and replaces in a text editor: every place is tinted, Enter goes to the next, Escape closes.
#pragma once

#include <QTextCursor>
#include <QWidget>

class QLineEdit;

namespace limner::widgets {

class Button;
class Label;
class TextEditor;

class FindBar : public QWidget {
    Q_OBJECT

public:
    explicit FindBar(TextEditor& editor, QWidget* parent = nullptr);

    /// With the selected words, if there are any. @param withReplacing  shows the second line
    void open(bool withReplacing);
    void close();
    /// To the next (1) or previous (−1) place, round the end.
    void go(int way);
    void replaceOne();
    /// As one step.
    void replaceAll();
    /// Places found; at most kMostFound are counted.
    int found() const { return static_cast<int>(m_found.size()); }
    static constexpr int kMostFound = 10000;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void search();
    void goFrom(int position);
    void choose(const QTextCursor& found);
    void showCount();
    QTextDocument::FindFlags flags() const;

    TextEditor& m_editor;
    QLineEdit* m_words = nullptr;
    QLineEdit* m_others = nullptr;
    Label* m_count = nullptr;
    Button* m_case = nullptr;
    QWidget* m_second = nullptr;
    QList<QTextCursor> m_found;
};

}  // namespace limner::widgets
