#include "class_bars.h"

#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "paint.h"
#include "tabular.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kRow = 22;

QString countText(double count) {
    return QLocale().toString(static_cast<qlonglong>(std::llround(count)));
}

}  // namespace

ClassBars::ClassBars(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("classBars"));
    setAccessible(*this, QAccessible::Chart, tr("Pictures in each class"));
}

void ClassBars::setCounts(std::vector<std::pair<QString, double>> counts) {
    m_counts = std::move(counts);
    m_largest = 1;
    QStringList said;
    for (const auto& [name, count] : m_counts) {
        m_largest = std::max(m_largest, count);
        said.append(QStringLiteral("%1: %2").arg(name, countText(count)));
    }
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int ClassBars::nameWidth() const {
    const QFontMetrics metrics(widgets::font(TextRole::Number));
    int widest = 0;
    for (const auto& [name, count] : m_counts) widest = std::max(widest, metrics.horizontalAdvance(name));
    return std::min(widest, width() / 2);
}

int ClassBars::countWidth() const {
    const QFontMetricsF metrics(widgets::font(TextRole::Number));
    return static_cast<int>(std::ceil(tabularWidth(metrics, countText(m_largest))));
}

QRectF ClassBars::barRect(size_t row) const {
    const double left = nameWidth() + px(12);
    const double room = std::max(0.0, width() - left - countWidth() - px(12));
    const double share = m_counts[row].second / m_largest;
    const double middle = (static_cast<double>(row) + 0.5) * px(kRow);
    return {left, middle - px(2), room * share, double(px(4))};
}

void ClassBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(widgets::font(TextRole::Number));
    const QFontMetrics metrics = painter.fontMetrics();
    for (size_t row = 0; row < m_counts.size(); ++row) {
        const auto& [name, count] = m_counts[row];
        const QRect line(0, static_cast<int>(row) * px(kRow), width(), px(kRow));
        painter.setPen(tokens().text2);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(name, Qt::ElideRight, nameWidth()));
        fillRounded(painter, barRect(row), px(2), tokens().edge);
        painter.setPen(tokens().text);
        drawTabular(painter, line, Qt::AlignRight | Qt::AlignVCenter, countText(count));
    }
}

QSize ClassBars::sizeHint() const {
    return {px(280), static_cast<int>(m_counts.size()) * px(kRow)};
}
QSize ClassBars::minimumSizeHint() const {
    return {px(180), sizeHint().height()};
}

}  // namespace limner::widgets
