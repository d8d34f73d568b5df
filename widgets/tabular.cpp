#include "tabular.h"

#include <QPainter>
#include <algorithm>

namespace limner::widgets {
namespace {

bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

qreal digitCell(const QFontMetricsF& metrics) {
    qreal widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

/// Calls `visit(run, width)` for each digit alone and for each stretch of other characters.
template <typename Visit>
void forEachRun(const QFontMetricsF& metrics, const QString& text, const Visit& visit) {
    const qreal cell = digitCell(metrics);
    for (qsizetype i = 0; i < text.size();) {
        qsizetype end = i + 1;
        const bool digit = isDigit(text[i]);
        while (!digit && end < text.size() && !isDigit(text[end])) ++end;
        const QString run = text.mid(i, end - i);
        visit(run, digit ? cell : metrics.horizontalAdvance(run));
        i = end;
    }
}

}  // namespace

qreal tabularWidth(const QFontMetricsF& metrics, const QString& text) {
    qreal width = 0;
    forEachRun(metrics, text, [&](const QString&, qreal runWidth) { width += runWidth; });
    return width;
}

void drawTabular(QPainter& painter, const QRectF& rect, Qt::Alignment alignment, const QString& text) {
    const QFontMetricsF metrics(painter.font(), painter.device());
    const qreal spare = rect.width() - tabularWidth(metrics, text);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight) x += spare;
    if (alignment & Qt::AlignHCenter) x += spare / 2;
    qreal y = rect.top() + metrics.ascent();
    if (alignment & Qt::AlignBottom) y = rect.bottom() - metrics.descent();
    if (alignment & Qt::AlignVCenter) y = rect.center().y() + (metrics.ascent() - metrics.descent()) / 2;
    forEachRun(metrics, text, [&](const QString& run, qreal width) {
        const qreal inset = run.size() == 1 ? (width - metrics.horizontalAdvance(run)) / 2 : 0;
        painter.drawText(QPointF(x + inset, y), run);
        x += width;
    });
}

}  // namespace limner::widgets
