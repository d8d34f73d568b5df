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

constexpr int kBarRow = 22;
constexpr int kLeastColumn = 180;
constexpr int kColumnGap = 24;
constexpr int kLeastRows = 4;  ///< fewer classes than this stay in one column

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

int ClassBars::columnsIn(int width) const {
    const int fitting = (width + px(kColumnGap)) / px(kLeastColumn + kColumnGap);
    const int wanted = (static_cast<int>(m_counts.size()) + kLeastRows - 1) / kLeastRows;
    return std::max(1, std::min(fitting, wanted));
}

int ClassBars::heightForWidth(int width) const {
    const int columns = columnsIn(width);
    return (static_cast<int>(m_counts.size()) + columns - 1) / columns * px(kBarRow);
}

/// Column after column, each read from top to bottom.
QRect ClassBars::lineRect(size_t index) const {
    const int columns = columnsIn(width());
    const int rows = (static_cast<int>(m_counts.size()) + columns - 1) / columns;
    const int room = (width() - (columns - 1) * px(kColumnGap)) / columns;
    const int place = static_cast<int>(index);
    return {place / rows * (room + px(kColumnGap)), place % rows * px(kBarRow), room, px(kBarRow)};
}

int ClassBars::nameWidth() const {
    const QFontMetrics metrics(widgets::font(TextRole::Number));
    int widest = 0;
    for (const auto& [name, count] : m_counts) widest = std::max(widest, metrics.horizontalAdvance(name));
    return m_counts.empty() ? widest : std::min(widest, lineRect(0).width() / 2);
}

int ClassBars::countWidth() const {
    const QFontMetricsF metrics(widgets::font(TextRole::Number));
    return static_cast<int>(std::ceil(tabularWidth(metrics, countText(m_largest))));
}

QRectF ClassBars::barRect(size_t index) const {
    const QRect line = lineRect(index);
    const double left = nameWidth() + px(12);
    const double room = std::max(0.0, line.width() - left - countWidth() - px(12));
    const double share = m_counts[index].second / m_largest;
    return {line.left() + left, line.top() + line.height() / 2.0 - px(2), room * share, double(px(4))};
}

void ClassBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(widgets::font(TextRole::Number));
    const QFontMetrics metrics = painter.fontMetrics();
    for (size_t index = 0; index < m_counts.size(); ++index) {
        const auto& [name, count] = m_counts[index];
        const QRect line = lineRect(index);
        painter.setPen(tokens().text2);
        painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeft,
                         metrics.elidedText(name, Qt::ElideRight, nameWidth()));
        fillRounded(painter, barRect(index), px(2), tokens().edge);
        painter.setPen(tokens().text);
        drawTabular(painter, line, Qt::AlignRight | Qt::AlignVCenter, countText(count));
    }
}

QSize ClassBars::sizeHint() const {
    return {px(280), heightForWidth(px(280))};
}
QSize ClassBars::minimumSizeHint() const {
    return {px(kLeastColumn), px(kBarRow)};
}

}  // namespace limner::widgets
