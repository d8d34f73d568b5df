// Where the lines of the editor stand, and what is painted behind their words.
#include <QPainter>
#include <QTextBlock>
#include <QTextLayout>
#include <algorithm>
#include <cmath>

#include "paint.h"
#include "text_editor.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr double kMachineAlpha = 0.10;  ///< of all that a model wrote, while surprise is not shown

QColor tintOf(double alpha) {
    QColor colour = tokens().tint;
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

/// A stretch of a block to paint in one colour.
struct Stretch {
    int from = 0, to = 0;  ///< units of the block
    int level = 0;
};

/// Words without the spaces around them; neighbours of one level are one stretch.
std::vector<Stretch> stretchesOf(std::span<const TokenMark> marks, const QTextBlock& block, bool bySurprise) {
    std::vector<Stretch> all;
    const QString text = block.text();
    for (const TokenMark& mark : marks) {
        Stretch next{std::max(0, mark.start - block.position()),
                     std::min(static_cast<int>(text.size()), mark.end() - block.position()),
                     bySurprise ? surpriseLevel(mark.probability) : 1};
        const bool touches = !all.empty() && all.back().to == next.from && all.back().level == next.level;
        while (bySurprise && next.from < next.to && text[next.from].isSpace()) ++next.from;
        while (bySurprise && next.to > next.from && text[next.to - 1].isSpace()) --next.to;
        if (next.from >= next.to || next.level == 0) continue;
        if (touches && all.back().to == next.from)
            all.back().to = next.to;
        else
            all.push_back(next);
    }
    return all;
}

}  // namespace

void TextEditor::paintEvent(QPaintEvent* event) {
    {
        QPainter painter(viewport());
        paintMarks(painter, event->rect());
    }
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    paintRing(painter);
}

void TextEditor::paintMarks(QPainter& painter, const QRect& area) const {
    QPointF at = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingRect(block).translated(at);
        if (rect.top() > area.bottom()) return;
        if (block.isVisible() && rect.bottom() >= area.top()) paintBlockMarks(painter, block, at);
        at.ry() += rect.height();
    }
}

void TextEditor::paintBlockMarks(QPainter& painter, const QTextBlock& block, const QPointF& at) const {
    const auto marks = m_marks.within(block.position(), block.position() + block.length());
    for (const Stretch& stretch : stretchesOf(marks, block, m_isSurpriseShown)) {
        const double alpha = m_isSurpriseShown ? surpriseAlpha(stretch.level) : kMachineAlpha;
        paintStretch(painter, block, at, stretch.from, stretch.to, tintOf(alpha), {});
    }
}

void TextEditor::paintStretch(QPainter& painter, const QTextBlock& block, const QPointF& at, int from, int to,
                              const QColor& fill, const QColor& line) const {
    const double height = px(24), overhang = px(1);
    for (int i = 0; i < block.layout()->lineCount(); ++i) {
        const QTextLine row = block.layout()->lineAt(i);
        const int begin = std::max(from, row.textStart());
        const int end = std::min(to, row.textStart() + row.textLength());
        if (begin >= end) continue;
        const double a = row.cursorToX(begin), b = row.cursorToX(end);
        const double middle = at.y() + row.y() + row.height() / 2;
        const QRectF rect(at.x() + std::min(a, b) - overhang, middle - height / 2,
                          std::abs(b - a) + 2 * overhang, height);
        fillRounded(painter, rect, px(3), fill, line, 1.5 * uiScale());
    }
}

void TextEditor::paintRing(QPainter& painter) const {
    if (m_ringLength <= 0) return;
    const QTextBlock block = document()->findBlock(m_ringStart);
    if (!block.isValid() || block.blockNumber() < firstVisibleBlock().blockNumber()) return;
    const QPointF at = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
    const QString text = block.text();
    int from = m_ringStart - block.position();
    int to = std::min(static_cast<int>(text.size()), from + m_ringLength);
    while (from < to && text[from].isSpace()) ++from;
    paintStretch(painter, block, at, from, to, {}, tokens().accent);
}

QRect TextEditor::rectOf(int start, int length) const {
    const QTextBlock block = document()->findBlock(start);
    if (!block.isValid()) return {};
    const QRectF geometry = blockBoundingGeometry(block).translated(contentOffset());
    int from = start - block.position();
    const QString text = block.text();
    while (from < text.size() && from < start - block.position() + length - 1 && text[from].isSpace()) ++from;
    const QTextLine line = block.layout()->lineForTextPosition(from);
    if (!line.isValid()) return {};
    const int to = std::min(start - block.position() + length, line.textStart() + line.textLength());
    const double a = line.cursorToX(from), b = line.cursorToX(std::max(from, to));
    return QRectF(geometry.x() + std::min(a, b), geometry.y() + line.y(), std::abs(b - a), line.height())
        .toAlignedRect();
}

int TextEditor::unitAt(const QPoint& place) const {
    QPointF at = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingRect(block).translated(at);
        if (rect.top() > place.y()) break;
        for (int i = 0; rect.bottom() >= place.y() && i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const double top = at.y() + line.y();
            const QRectF words(at.x() + line.naturalTextRect().left(), top, line.naturalTextWidth(),
                               line.height());
            if (!words.contains(place)) continue;
            return block.position() + line.xToCursor(place.x() - at.x(), QTextLine::CursorOnCharacter);
        }
        at.ry() += rect.height();
    }
    return -1;
}

/// Qt takes a click between two lines for the beginning of the lower one; here it means the nearest line.
QPointF TextEditor::onLine(const QPointF& place) const {
    QPointF at = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingRect(block).translated(at);
        if (rect.top() > place.y()) break;
        const QTextLayout* layout = block.layout();
        if (rect.bottom() > place.y() && layout->lineCount() > 0) {
            const int pitch = lineHeight(TextRole::Editor);
            const int row =
                std::clamp(static_cast<int>((place.y() - at.y()) / pitch), 0, layout->lineCount() - 1);
            const QTextLine line = layout->lineAt(row);
            const double top = at.y() + line.y();
            return {place.x(), std::clamp(place.y(), top + 1, top + std::max(2.0, line.height() - 1))};
        }
        at.ry() += rect.height();
    }
    return place;
}

std::vector<TextEditor::LineTint> TextEditor::visibleLines() const {
    std::vector<LineTint> lines;
    QPointF at = contentOffset();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingRect(block).translated(at);
        if (rect.top() > viewport()->height()) break;
        for (int i = 0; block.isVisible() && i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            LineTint shown{QRectF(at.x(), at.y() + line.y(), viewport()->width(), line.height()).toRect()};
            const int from = block.position() + line.textStart();
            const bool isLast = i + 1 == block.layout()->lineCount();
            const int to = from + line.textLength() + (isLast ? 1 : 0);  // with the line end
            double sum = 0;
            int count = 0;
            for (const TokenMark& mark : m_marks.within(from, to)) {
                const int last = mark.end() - 1;  // a word may have left its space on the line above
                if (last < from || last >= to) continue;
                sum += mark.entropyBits;
                ++count;
            }
            if (sum > 0) shown.entropyBits = sum / count;  // a text of which it is not known has none
            lines.push_back(shown);
        }
        at.ry() += rect.height();
    }
    return lines;
}

}  // namespace limner::widgets
