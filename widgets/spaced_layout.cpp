#include "spaced_layout.h"

#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>
#include <cmath>

namespace limner::widgets {

QRectF SpacedLayout::blockBoundingRect(const QTextBlock& block) const {
    QRectF rect = QPlainTextDocumentLayout::blockBoundingRect(block);
    const QTextLayout* layout = block.isValid() ? block.layout() : nullptr;
    const int lines = layout && block.isVisible() ? layout->lineCount() : 0;
    if (lines == 0) return rect;
    const auto wantedTop = [this, layout](int line) {
        return m_lineHeight * line + (m_lineHeight - layout->lineAt(line).height()) / 2;
    };
    const auto isSpaced = [&](int line) {
        return std::abs(layout->lineAt(line).y() - wantedTop(line)) < 0.01;
    };
    if (!isSpaced(0) || !isSpaced(lines - 1)) {
        for (int i = 0; i < lines; ++i) {
            QTextLine line = layout->lineAt(i);
            line.setPosition({line.x(), wantedTop(i)});
        }
    }
    const bool isLast = !block.next().isValid();
    rect.setHeight(m_lineHeight * lines + (isLast ? document()->documentMargin() : 0));
    return rect;
}

}  // namespace limner::widgets
