// Beside a text: for each line how undecided the model was that wrote it, as a bar.
#pragma once

#include <QWidget>

namespace limner::widgets {

class TextEditor;

class EntropyStrip : public QWidget {
    Q_OBJECT

public:
    explicit EntropyStrip(TextEditor& editor);
    QSize sizeHint() const override;
    /// Of a line with this entropy; the longest is one of 6 bits.
    static int barWidth(double entropyBits);

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    TextEditor& m_editor;
};

}  // namespace limner::widgets
