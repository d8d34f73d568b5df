#include "pipeline_bar.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>

#include "accessible.h"
#include "focus_ring.h"
#include "paint.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kHeight = 24;
constexpr int kDash = 8;
constexpr int kRoom = 4;  ///< around each dash, and at both ends for the focus ring

QFont chipFont(StageState state) {
    return font(state == StageState::Now ? TextRole::Section : TextRole::Number);
}

/// What stands before the label: a tick, the workspace's own icon, or nothing.
QString iconFor(const Stage& stage) {
    if (stage.state == StageState::Done) return QStringLiteral("check");
    return stage.state == StageState::Now ? QStringLiteral("train") : QString();
}

QColor inkFor(StageState state) {
    if (state == StageState::Now) return tokens().text;
    return state == StageState::Done ? tokens().text2 : tokens().text3;
}

/// "Train, 3 of 5"
QString compactText(const Stage& stage, int place, size_t count) {
    return PipelineBar::tr("%1, %2 of %3").arg(stage.label).arg(place + 1).arg(count);
}

}  // namespace

PipelineBar::PipelineBar(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("pipelineBar"));
    setAccessibleName(tr("Stages"));
    setAccessible(*this, QAccessible::PageTabList);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setProperty("ownFocus", true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

std::vector<Stage> PipelineBar::trainStages(const QString& current) {
    std::vector<Stage> stages{{QStringLiteral("data"), tr("Data")},
                              {QStringLiteral("prepare"), tr("Prepare")},
                              {QStringLiteral("train"), tr("Train")},
                              {QStringLiteral("evaluate"), tr("Evaluate")},
                              {QStringLiteral("publish"), tr("Publish")}};
    bool isBefore = true;
    for (Stage& stage : stages) {
        const bool isNow = stage.id == current;
        isBefore = isBefore && !isNow;
        stage.state = isNow ? StageState::Now : isBefore ? StageState::Done : StageState::ToDo;
    }
    return stages;
}

void PipelineBar::setStages(std::vector<Stage> stages) {
    m_stages = std::move(stages);
    m_focused = std::max(0, currentStage());
    setAccessibleDescription(currentStage() < 0 ? QString() : m_stages[static_cast<size_t>(m_focused)].label);
    updateGeometry();
    update();
}

void PipelineBar::setCompact(bool isCompact) {
    if (isCompact == m_isCompact) return;
    m_isCompact = isCompact;
    updateGeometry();
    update();
}

int PipelineBar::currentStage() const {
    for (size_t i = 0; i < m_stages.size(); ++i) {
        if (m_stages[i].state == StageState::Now) return static_cast<int>(i);
    }
    return -1;
}

int PipelineBar::chipWidth(int index) const {
    const Stage& stage = m_stages[static_cast<size_t>(index)];
    const int words = QFontMetrics(chipFont(stage.state)).horizontalAdvance(stage.label);
    return px(8) + (iconFor(stage).isEmpty() ? 0 : px(14 + 4)) + words + px(10);
}

QRect PipelineBar::stageRect(int index) const {
    const int top = (height() - px(kHeight)) / 2;
    if (m_isCompact) return QRect(px(kRoom), top, width() - 2 * px(kRoom), px(kHeight));
    int x = px(kRoom);
    for (int i = 0; i < index; ++i) x += chipWidth(i) + px(kDash + 2 * kRoom);
    return {x, top, chipWidth(index), px(kHeight)};
}

int PipelineBar::indexAt(QPoint place) const {
    for (int i = 0; i < static_cast<int>(m_stages.size()); ++i) {
        if (stageRect(i).contains(place)) return i;
    }
    return -1;
}

QSize PipelineBar::sizeHint() const {
    if (m_stages.empty()) return {0, px(kHeight + 2 * kRoom)};
    const int last = static_cast<int>(m_stages.size()) - 1;
    int width = 0;
    if (m_isCompact) {
        const int at = std::max(0, currentStage());
        const QString text = compactText(m_stages[static_cast<size_t>(at)], at, m_stages.size());
        width = px(8 + 14 + 4 + 4 + 14 + 8) +
                QFontMetrics(widgets::font(TextRole::Number)).horizontalAdvance(text);
    } else {
        for (int i = 0; i <= last; ++i) width += chipWidth(i) + (i < last ? px(kDash + 2 * kRoom) : 0);
    }
    return {width + 2 * px(kRoom), px(kHeight + 2 * kRoom)};
}

QSize PipelineBar::minimumSizeHint() const {
    return sizeHint();
}

bool PipelineBar::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange) updateGeometry();
    return QWidget::event(event);
}

void PipelineBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_stages.empty()) return;
    if (m_isCompact) return paintCompact(painter);
    for (int i = 0; i < static_cast<int>(m_stages.size()); ++i) {
        paintChip(painter, i);
        if (i == 0) continue;
        const QRect chip = stageRect(i);
        painter.fillRect(chip.left() - px(kRoom + kDash), chip.center().y(), px(kDash), px(1), tokens().edge);
    }
}

void PipelineBar::paintChip(QPainter& painter, int index) const {
    const Stage& stage = m_stages[static_cast<size_t>(index)];
    const QRectF rect = stageRect(index);
    const bool isHovered = index == m_hovered && stage.isEnabled;
    if (stage.state == StageState::Now) fillRounded(painter, rect, px(12), tokens().accentDim);
    if (stage.state != StageState::Now && isHovered) fillRounded(painter, rect, px(12), tokens().hover);
    QRectF words = rect.adjusted(px(8), 0, 0, 0);
    if (const QString name = iconFor(stage); !name.isEmpty()) {
        const QColor colour = stage.state == StageState::Done ? tokens().ok : tokens().text;
        paint::icon(painter, QRectF(words.left(), words.top(), px(14), words.height()), name, colour, 14);
        words.setLeft(words.left() + px(18));
    }
    painter.setFont(chipFont(stage.state));
    painter.setPen(isHovered ? tokens().text : inkFor(stage.state));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, stage.label);
    if (hasFocus() && keyboardInUse() && index == m_focused) {
        paint::roundLine(painter, rect.adjusted(-px(2), -px(2), px(2), px(2)), px(14), tokens().accent,
                         px(2));
    }
}

void PipelineBar::paintCompact(QPainter& painter) const {
    const int at = std::max(0, currentStage());
    const QRectF rect = stageRect(at);
    fillRounded(painter, rect, px(12), tokens().accentDim);
    paint::icon(painter, QRectF(rect.left() + px(8), rect.top(), px(14), rect.height()),
                QStringLiteral("train"), tokens().text, 14);
    paint::icon(painter, QRectF(rect.right() - px(22), rect.top(), px(14), rect.height()),
                QStringLiteral("chevron-down"), tokens().text, 14);
    painter.setFont(widgets::font(TextRole::Number));
    painter.setPen(tokens().text);
    painter.drawText(rect.adjusted(px(26), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                     compactText(m_stages[static_cast<size_t>(at)], at, m_stages.size()));
    if (hasFocus() && keyboardInUse()) {
        paint::roundLine(painter, rect.adjusted(-px(2), -px(2), px(2), px(2)), px(14), tokens().accent,
                         px(2));
    }
}

void PipelineBar::choose(int index) {
    if (index < 0 || index >= static_cast<int>(m_stages.size())) return;
    const Stage& stage = m_stages[static_cast<size_t>(index)];
    if (stage.isEnabled) Q_EMIT stageClicked(stage.id);
}

void PipelineBar::openMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (size_t i = 0; i < m_stages.size(); ++i) {
        QAction* action =
            menu->addAction(m_stages[i].label, this, [this, i] { choose(static_cast<int>(i)); });
        action->setEnabled(m_stages[i].isEnabled);
        action->setCheckable(true);
        action->setChecked(m_stages[i].state == StageState::Now);
    }
    menu->popup(mapToGlobal(QPoint(px(kRoom), height())));
}

void PipelineBar::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return event->ignore();
    if (m_isCompact) return openMenu();
    choose(indexAt(event->position().toPoint()));
}

void PipelineBar::mouseMoveEvent(QMouseEvent* event) {
    const int index = indexAt(event->position().toPoint());
    if (index == m_hovered) return;
    m_hovered = index;
    const bool isActive = index >= 0 && m_stages[static_cast<size_t>(index)].isEnabled;
    setCursor(isActive ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void PipelineBar::leaveEvent(QEvent*) {
    m_hovered = -1;
    update();
}

void PipelineBar::keyPressEvent(QKeyEvent* event) {
    const int last = static_cast<int>(m_stages.size()) - 1;
    switch (event->key()) {
        case Qt::Key_Left:
            m_focused = std::max(0, m_focused - 1);
            break;
        case Qt::Key_Right:
            m_focused = std::min(last, m_focused + 1);
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            if (m_isCompact) return openMenu();
            return choose(m_focused);
        default:
            return event->ignore();
    }
    update();
}

}  // namespace limner::widgets
