#include "direction_item.h"

#include <QAbstractButton>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

#include "accessible.h"
#include "number_field.h"
#include "paint.h"
#include "param_slider.h"
#include "reset_dot.h"
#include "tabular.h"
#include "theme.h"

namespace limner::widgets {
namespace {

constexpr int kColumnGap = 6;
constexpr int kLeastSlider = 40, kUsualSlider = 56;

/// An open lock in the background, a closed one in the text's colour.
class DirectionLock : public QAbstractButton {
public:
    explicit DirectionLock(QWidget* parent) : QAbstractButton(parent) {
        setCheckable(true);
        setFocusPolicy(Qt::TabFocus);
        setAttribute(Qt::WA_Hover);
        setToolTip(DirectionItem::tr("Keep this value while dice, map and reset change the others"));
    }
    QSize sizeHint() const override { return {px(20), px(24)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const bool isLit = isChecked() || underMouse() || hasFocus();
        painter.setOpacity(isLit ? 1 : 0.55);
        drawIcon(painter, rect(), isChecked() ? QStringLiteral("lock") : QStringLiteral("unlock"),
                 isLit ? tokens().text2 : tokens().text3, px(14));
    }
};

}  // namespace

DirectionItem::DirectionItem(const ParamSpec& spec, QWidget* parent) : QWidget(parent) {
    setAccessible(*this, QAccessible::Grouping);
    setupValue(spec);
    setupButtons();
}

void DirectionItem::setupValue(const ParamSpec& spec) {
    m_slider = new ParamSlider(this);
    m_slider->setSpec(spec);
    m_slider->setObjectName(QStringLiteral("direction.slider"));
    m_field = new NumberField(this);
    m_field->setSpec(spec);
    m_field->setObjectName(QStringLiteral("direction.field"));
    connect(m_slider, &ParamSlider::valueChanged, this, &DirectionItem::change);
    connect(m_slider, &ParamSlider::resetRequested, this, [this] { change(0, true); });
    connect(m_field, &NumberField::valueChanged, this, &DirectionItem::change);
    connect(m_field, &NumberField::refused, this, [this](const QString& sentence) {
        QToolTip::showText(m_field->mapToGlobal(m_field->rect().bottomLeft()), sentence, m_field);
    });
}

void DirectionItem::setupButtons() {
    m_lock = new DirectionLock(this);
    m_lock->setObjectName(QStringLiteral("direction.lock"));
    m_reset = new ResetDot(this);
    m_reset->setObjectName(QStringLiteral("direction.reset"));
    m_reset->setToolTip(tr("Back to %1").arg(0));
    m_reset->hide();
    connect(m_lock, &QAbstractButton::clicked, this, [this](bool isChecked) {
        m_row.isLocked = isChecked;
        Q_EMIT lockChanged(isChecked);
    });
    connect(m_reset, &QAbstractButton::clicked, this, [this] { change(0, true); });
}

void DirectionItem::setRow(const DirectionRow& row) {
    if (row == m_row) return;  // the other rows of a drag
    m_row = row;
    const bool isChanged = row.value != 0;
    m_slider->setValue(row.value);
    m_slider->setChanged(isChanged);
    m_field->setValue(row.value);
    m_field->setChanged(isChanged);
    m_lock->setChecked(row.isLocked);
    m_reset->setVisible(isChanged);
    setAccessibleName(row.name);
    m_slider->setAccessibleName(row.name);
    m_field->setAccessibleName(row.name);
    m_lock->setAccessibleName(tr("Lock %1").arg(row.name));
    m_reset->setAccessibleName(tr("Reset %1").arg(row.name));
    update();
}

void DirectionItem::change(double value, bool final) {
    const bool isSame = value == m_row.value;
    DirectionRow row = m_row;
    row.value = value;
    setRow(row);
    if (!isSame || final) Q_EMIT valueChanged(value, final);
}

void DirectionItem::setColumns(int shareWidth, int nameWidth) {
    m_shareWidth = shareWidth;
    m_nameWidth = nameWidth;
    arrange();
    update();
}

int DirectionItem::leastNameWidth() {
    return px(92);
}

int DirectionItem::fieldWidth() const {
    const QFontMetricsF metrics(m_field->font());
    return std::max(px(52), qCeil(tabularWidth(metrics, QStringLiteral("−88.88"))) + px(10));
}

/// Where there is no room for a slider, its place in the range is a bar in the field.
void DirectionItem::arrange() {
    const int gap = px(kColumnGap), button = px(20);
    int left = 0, right = width();
    m_shareRect = QRect(left, 0, m_shareWidth, height());
    if (m_shareWidth > 0) left += m_shareWidth + gap;
    right -= button;
    m_reset->setGeometry(right, 0, button, height());
    right -= button;
    m_lock->setGeometry(right, 0, button, height());
    right -= px(4);
    const int field = fieldWidth(), fieldHeight = px(24);
    // A long name gives way before the slider does.
    const int room = right - field - 2 * gap - left;
    const int name = std::min(m_nameWidth, std::max(leastNameWidth(), room - px(kUsualSlider)));
    m_nameRect = QRect(left, 0, name, height());
    left += name + gap;
    const bool hasSlider = right - field - gap - left >= px(kLeastSlider);
    m_slider->setVisible(hasSlider);
    m_field->setBar(!hasSlider);
    m_field->setGeometry(right - field, (height() - fieldHeight) / 2, field, fieldHeight);
    m_slider->setGeometry(left, 0, right - field - gap - left, height());
    if (m_editor != nullptr) m_editor->move(m_nameRect.left(), (height() - m_editor->height()) / 2);
}

void DirectionItem::resizeEvent(QResizeEvent*) {
    arrange();
}

void DirectionItem::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (m_row.share >= 0 && m_shareWidth > 0) {
        painter.setFont(widgets::font(TextRole::Label));
        painter.setPen(tokens().text3);
        painter.drawText(m_shareRect, Qt::AlignRight | Qt::AlignVCenter,
                         tr("%1 %").arg(QLocale().toString(qRound(m_row.share * 100))));
    }
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(m_row.value != 0 ? tokens().text : tokens().text2);
    painter.drawText(m_nameRect, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_row.name, Qt::ElideRight, m_nameRect.width()));
}

bool DirectionItem::event(QEvent* event) {
    if (event->type() == QEvent::StyleChange) arrange();
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const bool isOnName = m_nameRect.contains(help->pos()) || m_shareRect.contains(help->pos());
    QToolTip::showText(help->globalPos(), isOnName ? m_row.name : QString(), this);
    return true;
}

void DirectionItem::mouseDoubleClickEvent(QMouseEvent* event) {
    if (m_nameRect.contains(event->position().toPoint())) startRename();
}

void DirectionItem::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F2) return startRename();
    if (event->key() == Qt::Key_Escape && m_editor != nullptr) return endRename(false);
    event->ignore();
}

void DirectionItem::startRename() {
    if (!m_isRenamable || m_editor != nullptr) return;
    m_editor = new QLineEdit(m_row.name, this);
    m_editor->setObjectName(QStringLiteral("direction.name"));
    m_editor->setAccessibleName(tr("Name of the direction"));
    m_editor->resize(std::min(width(), std::max(m_nameRect.width() + px(12), px(160))), px(24));
    m_editor->selectAll();
    connect(m_editor, &QLineEdit::editingFinished, this, [this] { endRename(true); });
    arrange();
    m_editor->show();
    m_editor->setFocus();
}

void DirectionItem::endRename(bool isKept) {
    if (m_editor == nullptr) return;
    QLineEdit* editor = std::exchange(m_editor, nullptr);  // losing the focus below ends it a second time
    const QString name = editor->text().trimmed();
    const bool hadFocus = editor->hasFocus();
    editor->hide();
    editor->deleteLater();
    if (hadFocus) m_slider->setFocus();
    if (!isKept || name.isEmpty() || name == m_row.name) return;
    DirectionRow row = m_row;
    row.name = name;
    setRow(row);
    Q_EMIT renamed(name);
}

}  // namespace limner::widgets
