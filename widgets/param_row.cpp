#include "param_row.h"

#include <QAbstractButton>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include "accessible.h"
#include "core_text.h"
#include "paint.h"
#include "param_editor.h"
#include "reset_dot.h"
#include "tabular.h"
#include "theme.h"
#include "tool_tip.h"

namespace limner::widgets {
namespace {

int padLeft() {
    return px(16);
}
int padRight() {
    return px(12);
}
int gap() {
    return px(6);
}
int markWidth() {
    return px(12);
}
int dotWidth() {
    return px(8);
}
int usualLabel() {
    return px(116);
}
int lineOf() {
    return px(28);
}

}  // namespace

ParamRow::ParamRow(std::shared_ptr<const ParamTable> table, const ParamSpec& spec, QWidget* parent)
    : QWidget(parent),
      m_table(std::move(table)),
      m_spec(spec),
      m_value(spec.standard),
      m_standard(spec.standard) {
    const QString name = coreText(spec.label);
    setObjectName(QStringLiteral("param.%1").arg(id()));
    setAccessible(*this, QAccessible::Grouping, name);
    m_editor = makeParamEditor(spec, name, this);
    m_dot = new ResetDot(this);
    m_dot->setObjectName(QStringLiteral("param.%1.reset").arg(id()));
    m_dot->setAccessibleName(tr("Reset %1").arg(name));
    m_dot->hide();
    connect(m_editor, &ParamEditor::valueChanged, this,
            [this](const ParamValue& value, bool final) { Q_EMIT valueChanged(id(), value, final); });
    connect(m_editor, &ParamEditor::refused, this, &ParamRow::setError);
    connect(m_editor, &ParamEditor::resetRequested, this, [this] { Q_EMIT resetRequested(id()); });
    connect(m_editor, &ParamEditor::widthChanged, this, &ParamRow::relayout);
    connect(m_dot, &QAbstractButton::clicked, this, [this] { Q_EMIT resetRequested(id()); });
    // Not Fixed: that would hold a row of two lines to the height of its hint, which is that of a wide row.
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ParamRow::setValue(const ParamValue& value, const ParamValue& standard) {
    m_value = value;
    m_standard = standard;
    m_changed = value != standard;
    m_editor->setValue(value);
    m_editor->setChanged(m_changed);
    m_dot->setVisible(m_changed && m_mark != Mark::Locked);
    m_dot->setToolTip(tr("Back to %1").arg(valueTextWithUnit(m_spec, standard)));
    setToolTip(paramToolTip(m_spec, standard));
    update();
}

void ParamRow::setNone() {
    m_editor->setNone();
}

void ParamRow::setMark(Mark mark) {
    if (mark == m_mark) return;
    m_mark = mark;
    m_editor->setVisible(mark != Mark::Locked);
    m_dot->setVisible(m_changed && mark != Mark::Locked);
    relayout();
}

void ParamRow::setCompact(bool compact) {
    m_compact = compact;
    m_editor->setCompact(compact);
    relayout();
}

void ParamRow::setRunsFolder(const QString& folder) {
    m_editor->setRunsFolder(folder);
}

void ParamRow::setError(const QString& sentence) {
    if (sentence == m_error) return;
    m_error = sentence;
    setAccessibleDescription(sentence);
    relayout();
}

bool ParamRow::matches(const QString& filter) const {
    const QString words = coreText(m_spec.label) + u' ' + id() + u' ' + coreText(m_spec.help);
    return filter.isEmpty() || words.contains(filter, Qt::CaseInsensitive);
}

void ParamRow::giveFocus() {
    m_editor->setFocus(Qt::ShortcutFocusReason);
}

QString ParamRow::lockedText() const {
    return valueTextWithUnit(m_spec, m_value);
}

/// A long path loses its middle; the end of it says which file it is.
QString ParamRow::lockedTextIn(int width) const {
    const QFontMetricsF metrics(widgets::font(TextRole::Number));
    const QString whole = lockedText();
    return tabularWidth(metrics, whole) <= width ? whole
                                                 : metrics.elidedText(whole, Qt::ElideMiddle, width - px(6));
}

int ParamRow::leastEditorWidth() const {
    if (m_mark != Mark::Locked) return m_editor->leastWidth();
    return qCeil(tabularWidth(QFontMetricsF(widgets::font(TextRole::Number)), lockedText())) + px(6);
}

ParamRow::Places ParamRow::places(int width) const {
    Places at;
    const int labelLeft = padLeft() + markWidth() + gap();
    const int dotLeft = width - padRight() - dotWidth();
    const int room = dotLeft - gap() - labelLeft;  // for label, gap and editor
    const int labelWidth =
        QFontMetrics(widgets::font(TextRole::Body)).horizontalAdvance(coreText(m_spec.label)) + 1;
    const int least = leastEditorWidth();
    const bool twoLines = labelWidth + gap() + least > room;
    const bool fills = m_mark != Mark::Locked && m_editor->fills();
    const int line = lineOf();
    const int editorTop = twoLines ? px(22) : 0;

    int editorLeft = labelLeft + std::max(usualLabel(), labelWidth) + gap();
    if (twoLines) editorLeft = labelLeft;
    const int right = dotLeft - gap();
    if (!fills || right - editorLeft < least) editorLeft = std::max(labelLeft, right - least);
    at.mark = {padLeft() - px(2), 0, px(14), twoLines ? px(24) : line};
    at.label = {labelLeft, 0, twoLines ? room : editorLeft - gap() - labelLeft, twoLines ? px(24) : line};
    at.editor = {editorLeft, editorTop, right - editorLeft, line};
    at.dot = {dotLeft, editorTop, dotWidth() + padRight(), line};
    at.height = editorTop + line;
    if (!m_error.isEmpty()) {
        const QFontMetrics metrics(widgets::font(TextRole::Number));
        const QRect wide(labelLeft + px(20), at.height, width - padRight() - labelLeft - px(20), px(400));
        at.error = metrics.boundingRect(wide, Qt::TextWordWrap, m_error);
        at.error.setWidth(wide.width());
        at.height = at.error.bottom() + px(6);
    }
    return at;
}

QSize ParamRow::sizeHint() const {
    const int wanted = px(320);
    return {wanted, heightForWidth(wanted)};
}

QSize ParamRow::minimumSizeHint() const {
    return {px(200), lineOf()};
}
int ParamRow::heightForWidth(int width) const {
    return places(width).height;
}

void ParamRow::relayout() {
    resizeEvent(nullptr);
    updateGeometry();
    update();
}

void ParamRow::resizeEvent(QResizeEvent*) {
    const Places at = places(width());
    m_editor->setGeometry(at.editor);
    m_dot->setGeometry(at.dot);
}

void ParamRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokens();
    const Places at = places(width());
    if (m_mark == Mark::Live) drawIcon(painter, at.mark, QStringLiteral("pulse"), t.text3, px(14));
    if (m_mark == Mark::Locked) drawIcon(painter, at.mark, QStringLiteral("lock"), t.text3, px(14));
    painter.setFont(widgets::font(TextRole::Body));
    painter.setPen(m_changed ? t.text : t.text2);
    painter.drawText(at.label, Qt::AlignVCenter | Qt::AlignLeft, coreText(m_spec.label));
    if (m_mark == Mark::Locked) {
        painter.setFont(widgets::font(TextRole::Number));
        painter.setPen(t.text2);
        const QRect room = at.editor.adjusted(0, 0, -px(6), 0);
        drawTabular(painter, room, Qt::AlignRight | Qt::AlignVCenter, lockedTextIn(room.width()));
    }
    if (m_error.isEmpty()) return;
    const QRect icon(at.label.left(), at.error.top(), px(14),
                     QFontMetrics(widgets::font(TextRole::Number)).height());
    drawIcon(painter, icon, QStringLiteral("error"), t.error, px(14));
    painter.setFont(widgets::font(TextRole::Number));
    painter.setPen(t.error);
    painter.drawText(at.error, Qt::TextWordWrap, m_error);
}

void ParamRow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_F1) {
        Q_EMIT helpRequested(id());
        return;
    }
    QWidget::keyPressEvent(event);
}

bool ParamRow::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip && m_mark != Mark::None) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (places(width()).mark.contains(help->pos())) {
            QToolTip::showText(help->globalPos(),
                               m_mark == Mark::Live
                                   ? tr("May change while it runs")
                                   : tr("Fixed at the start. Branch the run to change this."),
                               this);
            return true;
        }
    }
    if (event->type() == QEvent::StyleChange) relayout();
    return QWidget::event(event);
}

}  // namespace limner::widgets
