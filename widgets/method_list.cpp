#include "method_list.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "accessible.h"
#include "core_text.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kMethodPad = 12;
constexpr int kMethodCheck = 24;

}  // namespace

MethodList::MethodList(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("methodList"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessible(*this, QAccessible::List, tr("Method"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void MethodList::setChoices(const std::vector<Choice>& choices) {
    const QString before = currentId();
    m_choices = choices;
    m_current = m_hovered = -1;
    setCurrentId(before);
    updateGeometry();
    update();
}

QString MethodList::currentId() const {
    return m_current < 0 ? QString() : QString::fromStdString(m_choices[static_cast<size_t>(m_current)].id);
}

void MethodList::setCurrentId(const QString& id) {
    const auto found = std::ranges::find(m_choices, id.toStdString(), &Choice::id);
    if (found == m_choices.end()) return;
    m_current = static_cast<int>(found - m_choices.begin());
    setAccessibleDescription(coreText(found->label));
    update();
    announceValue(*this);
}

bool MethodList::isAvailable(int index) const {
    return m_choices[static_cast<size_t>(index)].unavailable.isEmpty();
}

QString MethodList::detail(int index) const {
    const Choice& choice = m_choices[static_cast<size_t>(index)];
    return choice.unavailable.isEmpty() ? coreText(choice.help) : coreText(choice.unavailable);
}

int MethodList::rowHeight(int index, int width) const {
    const QString words = detail(index);
    if (words.isEmpty()) return px(32);
    const int room = std::max(px(40), width - 2 * px(kMethodPad) - px(kMethodCheck));
    const QRect lines = QFontMetrics(widgets::font(TextRole::Label))
                            .boundingRect(QRect(0, 0, room, px(400)), Qt::TextWordWrap, words);
    return px(24) + lines.height() + px(6);
}

QRect MethodList::rowRect(int index) const {
    int top = 0;
    for (int i = 0; i < index; ++i) top += rowHeight(i, width());
    return {0, top, width(), rowHeight(index, width())};
}

int MethodList::heightForWidth(int width) const {
    int sum = 0;
    for (int i = 0; i < static_cast<int>(m_choices.size()); ++i) sum += rowHeight(i, width);
    return std::max(sum, px(32));
}

QSize MethodList::sizeHint() const {
    return {px(200), heightForWidth(px(200))};
}

QSize MethodList::minimumSizeHint() const {
    return {px(120), px(32)};
}

int MethodList::rowAt(QPoint place) const {
    for (int i = 0; i < static_cast<int>(m_choices.size()); ++i)
        if (rowRect(i).contains(place)) return i;
    return -1;
}

void MethodList::choose(int index) {
    if (index < 0 || index == m_current) return;
    const QString id = QString::fromStdString(m_choices[static_cast<size_t>(index)].id);
    if (!isAvailable(index)) return Q_EMIT unavailableClicked(id);
    setCurrentId(id);
    Q_EMIT chosen(id);
}

void MethodList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    for (int i = 0; i < static_cast<int>(m_choices.size()); ++i) paintRow(painter, i);
}

void MethodList::paintRow(QPainter& painter, int index) const {
    const Tokens& t = tokens();
    const QRect row = rowRect(index);
    const bool isCurrent = index == m_current, canChoose = isAvailable(index);
    if (isCurrent)
        fillRounded(painter, row, px(6), t.accentDim);
    else if (index == m_hovered && canChoose)
        fillRounded(painter, row, px(6), t.control);
    const QRect room = row.adjusted(px(kMethodPad), px(3), -px(kMethodPad), 0);
    painter.setFont(widgets::font(isCurrent ? TextRole::Strong : TextRole::Body));
    painter.setPen(canChoose ? t.text : t.text3);
    painter.drawText(QRect(room.left(), room.top(), room.width(), px(20)), Qt::AlignVCenter | Qt::AlignLeft,
                     coreText(m_choices[static_cast<size_t>(index)].label));
    painter.setFont(widgets::font(TextRole::Label));
    painter.setPen(isCurrent || (index == m_hovered && canChoose) ? t.text2 : t.text3);
    painter.drawText(room.adjusted(0, px(20), -px(kMethodCheck), 0), Qt::TextWordWrap, detail(index));
    if (isCurrent)
        paint::icon(painter, QRectF(room.right() - px(14), row.top(), px(14), row.height()),
                    QStringLiteral("check"), t.accent, 14);
}

bool MethodList::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        const int index = rowAt(help->pos());
        if (index >= 0)
            QToolTip::showText(help->globalPos(), coreText(m_choices[static_cast<size_t>(index)].help), this);
        return true;
    }
    return QWidget::event(event);
}

void MethodList::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) choose(rowAt(event->position().toPoint()));
}

void MethodList::mouseMoveEvent(QMouseEvent* event) {
    m_hovered = rowAt(event->position().toPoint());
    update();
}

void MethodList::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void MethodList::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_choices.size()) - 1;
    int from = m_current, step = 0;
    if (event->key() == Qt::Key_Up) step = -1;
    if (event->key() == Qt::Key_Down) step = 1;
    if (event->key() == Qt::Key_Home) from = -1, step = 1;
    if (event->key() == Qt::Key_End) from = last + 1, step = -1;
    if (step == 0) return QWidget::keyPressEvent(event);
    for (int i = from + step; i >= 0 && i <= last; i += step)
        if (isAvailable(i)) return choose(i);
}

}  // namespace limner::widgets
