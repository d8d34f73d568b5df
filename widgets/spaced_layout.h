// The layout of a plain text whose lines stand a fixed distance apart. Qt's own takes the font's distance.
#pragma once

#include <QPlainTextDocumentLayout>

namespace limner::widgets {

class SpacedLayout : public QPlainTextDocumentLayout {
    Q_OBJECT

public:
    explicit SpacedLayout(QTextDocument* document) : QPlainTextDocumentLayout(document) {}

    /// From one line to the next, in logical pixels.
    void setLineHeight(int pixels) { m_lineHeight = pixels; }
    int lineHeight() const { return m_lineHeight; }
    /// Also sets the lines of the block apart, if that has not been done since it was laid out.
    QRectF blockBoundingRect(const QTextBlock& block) const override;

private:
    int m_lineHeight = 30;
};

}  // namespace limner::widgets
