#include "key_caps.h"

#include <algorithm>

#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

QFont capFont() {
    QFont result = font(TextRole::Label);
    result.setWeight(QFont::Medium);
    return result;
}

int capWidth(const QString& cap) {
    return std::max(px(20), QFontMetrics(capFont()).horizontalAdvance(cap) + px(12));
}

}  // namespace

QStringList keyCaps(const QKeySequence& shortcut) {
    QString text = shortcut.toString(QKeySequence::NativeText);
    // A plus that ends a chord is the key itself.
    const bool plusKey = text.endsWith(QStringLiteral("++")) || text == QStringLiteral("+");
    if (plusKey) text.chop(text.size() == 1 ? 1 : 2);
    QStringList caps = text.split(u'+', Qt::SkipEmptyParts);
    for (QString& cap : caps) cap = cap.trimmed();
    if (plusKey) caps.append(QStringLiteral("+"));
    return caps;
}

int keyCapsWidth(const QStringList& caps) {
    int width = 0;
    for (const QString& cap : caps) width += capWidth(cap) + px(8);
    return std::max(0, width - px(8));
}

void drawKeyCaps(QPainter& painter, const QRect& rect, const QStringList& caps) {
    const PainterScope scope(painter);
    int x = rect.right() + 1 - keyCapsWidth(caps);
    const int height = px(20);
    painter.setFont(capFont());
    for (const QString& cap : caps) {
        const QRect box(x, rect.top() + (rect.height() - height) / 2, capWidth(cap), height);
        fillRounded(painter, box, px(4), {}, tokens().line, px(1));
        painter.setPen(tokens().text2);
        painter.drawText(box, Qt::AlignCenter, cap);
        x += box.width() + px(8);
    }
}

}  // namespace limner::widgets
