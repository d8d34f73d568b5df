#include "entropy_strip.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "paint.h"
#include "text_editor.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr double kMostBits = 6;
constexpr int kLongestBar = 36;

double shareOf(double bits) {
    return std::clamp(bits / kMostBits, 0.0, 1.0);
}

}  // namespace

EntropyStrip::EntropyStrip(TextEditor& editor) : QWidget(&editor), m_editor(editor) {
    setObjectName(QStringLiteral("entropyStrip"));
    setAccessible(*this, QAccessible::Chart, tr("How undecided the model was in each line"));
}

int EntropyStrip::barWidth(double entropyBits) {
    return std::max(1, px(kLongestBar * shareOf(entropyBits)));
}

QSize EntropyStrip::sizeHint() const {
    return {px(kLongestBar), px(200)};
}

void EntropyStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const int top = m_editor.viewport()->y() - y();
    for (const TextEditor::LineTint& line : m_editor.visibleLines()) {
        if (!line.entropyBits) continue;
        QColor fill = tokens().tint;
        fill.setAlphaF(static_cast<float>(0.2 + 0.5 * shareOf(*line.entropyBits)));
        const QRect bar(0, line.rect.center().y() - px(7) + top, barWidth(*line.entropyBits), px(14));
        fillRounded(painter, bar, px(2), fill);
    }
}

bool EntropyStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const int height = help->pos().y() + y() - m_editor.viewport()->y();
    for (const TextEditor::LineTint& line : m_editor.visibleLines()) {
        if (!line.entropyBits || height < line.rect.top() || height > line.rect.bottom()) continue;
        QToolTip::showText(help->globalPos(),
                           tr("%1 bits: how undecided the model was in this line, on average")
                               .arg(QLocale().toString(*line.entropyBits, 'f', 1)),
                           this);
        return true;
    }
    QToolTip::hideText();
    return true;
}

}  // namespace limner::widgets
