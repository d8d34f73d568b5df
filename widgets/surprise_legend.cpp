#include "surprise_legend.h"

#include <QPainter>

#include "accessible.h"
#include "paint.h"
#include "theme.h"
#include "token_marks.h"

namespace limner::widgets {
namespace {

constexpr int kStepWidth = 24, kStepHeight = 10, kStepGap = 2, kWordGap = 12;

int stepsWidth() {
    return kSurpriseLevels * px(kStepWidth) + (kSurpriseLevels - 1) * px(kStepGap);
}

}  // namespace

SurpriseLegend::SurpriseLegend(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("surpriseLegend"));
    setAccessible(*this, QAccessible::StaticText, tr("Tints run from expected to surprising"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

QSize SurpriseLegend::sizeHint() const {
    const QFontMetrics metrics(widgets::font(TextRole::Label));
    return {metrics.horizontalAdvance(tr("Expected")) + metrics.horizontalAdvance(tr("Surprising")) +
                stepsWidth() + 2 * px(kWordGap) + 2 * px(8),
            px(24)};
}

void SurpriseLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    fillRounded(painter, rect(), px(4), t.field);
    painter.setFont(widgets::font(TextRole::Label));
    painter.setPen(t.text3);
    const QRect inner = rect().adjusted(px(8), 0, -px(8), 0);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, tr("Expected"));
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, tr("Surprising"));
    int x = inner.left() + painter.fontMetrics().horizontalAdvance(tr("Expected")) + px(kWordGap);
    for (int level = 0; level < kSurpriseLevels; ++level) {
        QColor fill = t.tint;
        fill.setAlphaF(static_cast<float>(surpriseAlpha(level)));
        const QRect step(x, (height() - px(kStepHeight)) / 2, px(kStepWidth), px(kStepHeight));
        fillRounded(painter, step, px(2), fill, t.line, px(1));
        x += px(kStepWidth) + px(kStepGap);
    }
}

}  // namespace limner::widgets
