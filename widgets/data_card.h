// What a data set holds, before anything is trained: pictures, how many, and how they spread over the
// classes; or how a text begins.
#pragma once

#include <QString>
#include <QWidget>

#include "core/types/studio.h"

class QScrollArea;

namespace limner::widgets {

class Button;
class ClassBars;
class Label;
class SampleGrid;
class TextEditor;

class DataCard : public QWidget {
    Q_OBJECT

public:
    enum class State { Empty, Loading, Ready, Failed };

    explicit DataCard(QWidget* parent = nullptr);

    /// "Fashion-MNIST"
    void setTitle(const QString& title);
    /// The sheet as thumbnails. Each number is the count of a class and becomes a bar, but for one named
    /// "pictures", which is the total (else the sum of the classes). Of a text, its beginning; the numbers
    /// "characters", "tokens" and "lines" are said.
    void setPicture(const LivePicture& picture);
    /// Keeps what is shown, greyed, until the next picture or error.
    void setLoading();
    /// @param hint  what to do next; may be empty
    void setError(const QString& message, const QString& hint = {});
    void clear(const QString& sentence = {});

    State state() const { return m_state; }
    SampleGrid* grid() const { return m_grid; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void tileSelected(int index);
    void retryClicked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setupHeader();
    void setupContent();
    void setupNotice();
    void setText(const LivePicture& picture);
    void setState(State state);
    void arrange();

    State m_state = State::Empty;
    Label* m_title = nullptr;
    Label* m_facts = nullptr;
    QWidget* m_content = nullptr;
    SampleGrid* m_grid = nullptr;
    TextEditor* m_text = nullptr;
    ClassBars* m_bars = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_notice = nullptr;
    Label* m_noticeText = nullptr;
    Label* m_noticeHint = nullptr;
    Button* m_retry = nullptr;
};

}  // namespace limner::widgets
