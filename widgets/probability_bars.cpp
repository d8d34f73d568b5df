#include "probability_bars.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "accessible.h"
#include "focus_ring.h"
#include "paint.h"
#include "tabular.h"
#include "theme.h"
#include "token_label.h"

namespace limner::widgets {
namespace {

constexpr int kWordWidth = 72;  ///< at least
constexpr int kLeastBar = 40;

}  // namespace

QString percentText(double probability) {
    const int whole = static_cast<int>(std::lround(probability * 100));
    if (whole == 0 && probability > 0) return QStringLiteral("<1\u00A0%");
    return QLocale().toString(whole) + QStringLiteral("\u00A0%");
}

ProbabilityBars::ProbabilityBars(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("probabilityBars"));
    setAccessible(*this, QAccessible::List, tr("Likely words"));
    setFocusPolicy(Qt::TabFocus);
    setProperty("ownFocus", true);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ProbabilityBars::setRows(std::vector<Likelihood> rows) {
    m_rows = std::move(rows);
    m_hovered = -1;
    m_current = std::min(m_current, static_cast<int>(m_rows.size()) - 1);
    QStringList said;
    for (const Likelihood& row : m_rows)
        said.append(QStringLiteral("%1 %2").arg(tokenLabel(row.text), percentText(row.probability)));
    setAccessibleDescription(said.join(QStringLiteral(", ")));
    setFixedHeight(sizeHint().height());
    update();
}

void ProbabilityBars::setChosen(int index) {
    m_chosen = index;
    update();
}

void ProbabilityBars::setCurrent(int index) {
    m_current = index;
    update();
}

void ProbabilityBars::setRowHeight(int height) {
    m_rowHeight = height;
    setFixedHeight(sizeHint().height());
}

void ProbabilityBars::setInset(int left, int right) {
    m_left = left;
    m_right = right;
    update();
}

QSize ProbabilityBars::sizeHint() const {
    return {px(248), px(m_rowHeight) * static_cast<int>(m_rows.size())};
}

QSize ProbabilityBars::minimumSizeHint() const {
    return {px(160), px(m_rowHeight) * static_cast<int>(m_rows.size())};
}

QRect ProbabilityBars::rowRect(int index) const {
    return {0, index * px(m_rowHeight), width(), px(m_rowHeight)};
}

int ProbabilityBars::percentWidth() const {
    const QFontMetricsF metrics(widgets::font(TextRole::Number));
    return static_cast<int>(std::ceil(tabularWidth(metrics, QStringLiteral("100\u00A0%"))));
}

/// Words take what they need, as long as the bars stay readable.
int ProbabilityBars::wordWidth() const {
    const QFontMetricsF metrics(widgets::font(TextRole::Body));
    int widest = px(kWordWidth);
    for (const Likelihood& row : m_rows)
        widest = std::max(widest,
                          static_cast<int>(std::ceil(metrics.horizontalAdvance(tokenLabel(row.text)))) + 1);
    const int room = width() - px(m_left + m_right) - percentWidth() - px(16) - px(kLeastBar);
    return std::min(widest, std::max(px(kLeastBar), room));
}

QRect ProbabilityBars::barRect(int index) const {
    const QRect row = rowRect(index);
    const int left = px(m_left) + wordWidth() + px(8);
    const int room = width() - left - percentWidth() - px(8) - px(m_right);
    const double most = m_rows.empty() ? 1 : std::max(1e-9, m_rows.front().probability);
    const double share = std::clamp(m_rows[static_cast<size_t>(index)].probability / most, 0.0, 1.0);
    return {left, row.center().y() - px(3) + 1, std::max(0, static_cast<int>(std::lround(room * share))),
            px(6)};
}

void ProbabilityBars::paintRow(QPainter& painter, int index) const {
    const Tokens& t = tokens();
    const Likelihood& shown = m_rows[static_cast<size_t>(index)];
    const QRect row = rowRect(index);
    const bool isCurrent = index == m_current && (hasFocus() || m_chosen >= 0);
    if (isCurrent)
        fillRounded(painter, row, px(4), t.accentDim);
    else if (index == m_hovered)
        fillRounded(painter, row, px(4), t.control);
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(t.text);
    const QRect words(px(m_left), row.top(), wordWidth(), row.height());
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(tokenLabel(shown.text), Qt::ElideRight, words.width()));
    QRect trough = barRect(index);
    const QRect bar = trough;
    trough.setRight(width() - percentWidth() - px(8) - px(m_right) - 1);
    fillRounded(painter, trough, px(3), t.trough);
    if (bar.width() > 0)
        fillRounded(painter, bar.adjusted(0, 0, std::max(0, px(3) - bar.width()), 0), px(3),
                    index == m_chosen ? t.accent : t.edge);
    painter.setFont(widgets::font(TextRole::Number));
    painter.setPen(isCurrent || index == m_hovered ? t.text2 : t.text3);
    drawTabular(painter, row.adjusted(0, 0, -px(m_right), 0), Qt::AlignRight | Qt::AlignVCenter,
                percentText(shown.probability));
}

void ProbabilityBars::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) paintRow(painter, i);
}

int ProbabilityBars::rowAt(const QPoint& place) const {
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i)
        if (rowRect(i).contains(place)) return i;
    return -1;
}

bool ProbabilityBars::takeNumber(const QKeyEvent& event) {
    const int number = event.key() - Qt::Key_1;
    const bool isPlain = !(event.modifiers() & ~Qt::KeypadModifier);
    if (!isPlain || number < 0 || number >= std::min(static_cast<int>(m_rows.size()), 9)) return false;
    Q_EMIT activated(number);
    return true;
}

bool ProbabilityBars::takeKey(QKeyEvent& event) {
    const auto count = static_cast<int>(m_rows.size());
    const int key = event.key();
    const bool isPlain = !(event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (count == 0 || !isPlain) return false;
    if (takeNumber(event)) return true;
    if (key == Qt::Key_Up || key == Qt::Key_Down) {
        setCurrent(std::clamp(m_current + (key == Qt::Key_Down ? 1 : -1), 0, count - 1));
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter) && m_current >= 0) {
        Q_EMIT activated(m_current);
    } else {
        return false;
    }
    return true;
}

void ProbabilityBars::keyPressEvent(QKeyEvent* event) {
    if (!takeKey(*event)) QWidget::keyPressEvent(event);
}

void ProbabilityBars::mouseMoveEvent(QMouseEvent* event) {
    m_hovered = rowAt(event->position().toPoint());
    setCursor(m_hovered < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    update();
}

void ProbabilityBars::mouseReleaseEvent(QMouseEvent* event) {
    const int row = rowAt(event->position().toPoint());
    if (row >= 0 && event->button() == Qt::LeftButton) Q_EMIT activated(row);
}

void ProbabilityBars::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void ProbabilityBars::focusInEvent(QFocusEvent* event) {
    if (m_current < 0 && !m_rows.empty()) m_current = 0;
    QWidget::focusInEvent(event);
    update();
}

void ProbabilityBars::focusOutEvent(QFocusEvent* event) {
    QWidget::focusOutEvent(event);
    update();
}

}  // namespace limner::widgets
