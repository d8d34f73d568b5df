#include "param_group.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QVBoxLayout>

#include "core_text.h"
#include "focus_ring.h"
#include "paint.h"
#include "param_row.h"
#include "theme.h"

namespace limner::widgets {

/// The heading: chevron, name, note. Space, Enter and a click fold; Left folds and Right unfolds.
class GroupHead : public QAbstractButton {
public:
    explicit GroupHead(QWidget* parent) : QAbstractButton(parent) {
        setCheckable(true);
        setChecked(true);
        setFocusPolicy(Qt::TabFocus);
        setProperty("ownFocus", true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    void setNote(const QString& note) {
        m_note = note;
        update();
    }
    void setLine(bool line) {
        m_line = line;
        update();
    }
    QSize sizeHint() const override { return {px(200), px(32)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Tokens& t = tokens();
        if (m_line) painter.fillRect(QRect(0, 0, width(), px(1)), t.line);
        QRect inner = rect().adjusted(px(12), px(1), -px(12), 0);
        const QString chevron =
            isChecked() ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right");
        drawIcon(painter, QRect(inner.left(), inner.top(), px(14), inner.height()), chevron,
                 underMouse() ? t.text : t.text3, px(14));
        painter.setFont(widgets::font(TextRole::Section));
        painter.setPen(t.text);
        painter.drawText(inner.adjusted(px(20), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
        painter.setFont(widgets::font(TextRole::Label));
        painter.setPen(t.text3);
        painter.drawText(inner, Qt::AlignVCenter | Qt::AlignRight, m_note);
        if (hasFocus() && keyboardInUse())
            fillRounded(painter, rect().adjusted(px(4), px(3), -px(4), -px(2)), px(4), {}, t.accent, px(2));
    }
    void keyPressEvent(QKeyEvent* event) override {
        const bool folds = event->key() == Qt::Key_Left && isChecked();
        const bool unfolds = event->key() == Qt::Key_Right && !isChecked();
        const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
        if (folds || unfolds || enter) return click();
        QAbstractButton::keyPressEvent(event);
    }

private:
    QString m_note;
    bool m_line = true;
};

ParamGroup::ParamGroup(const std::string& name, QWidget* parent)
    : QWidget(parent), m_name(name), m_head(new GroupHead(this)), m_body(new QWidget(this)) {
    setObjectName(QStringLiteral("group.%1").arg(QString::fromStdString(name)));
    m_head->setText(coreText(name));
    m_head->setAccessibleName(coreText(name));
    m_head->setObjectName(objectName() + QStringLiteral(".head"));
    m_bodyLayout = new QVBoxLayout(m_body);
    m_bodyLayout->setContentsMargins(0, 0, 0, px(4));
    m_bodyLayout->setSpacing(0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_body);
    connect(m_head, &QAbstractButton::clicked, this, [this](bool open) {
        setFolded(!open);
        Q_EMIT foldedChanged(m_folded);
    });
}

void ParamGroup::setRows(const std::vector<ParamRow*>& rows) {
    if (rows == m_rows) return;
    while (QLayoutItem* item = m_bodyLayout->takeAt(0)) delete item;
    m_rows = rows;
    for (ParamRow* row : rows) {
        m_bodyLayout->addWidget(row);
    }
    applyVisibility();
}

QWidgetList ParamGroup::tabStops() const {
    QWidgetList stops{m_head};
    for (const ParamRow* row : m_rows)
        for (QWidget* child : row->findChildren<QWidget*>())
            if ((child->focusPolicy() & Qt::TabFocus) && child->focusProxy() == nullptr &&
                child->window() == row->window())  // not the pop-up of a combo
                stops.append(child);
    return stops;
}

void ParamGroup::setFolded(bool folded) {
    m_folded = folded;
    applyVisibility();
}

void ParamGroup::setNote(const QString& note) {
    m_head->setNote(note);
}
void ParamGroup::setFirst(bool first) {
    m_head->setLine(!first);
}

bool ParamGroup::applyFilter(const QString& filter) {
    m_filter = filter;
    applyVisibility();
    for (const ParamRow* row : m_rows)
        if (row->matches(filter)) return true;
    return false;
}

void ParamGroup::applyVisibility() {
    const bool open = !m_folded || !m_filter.isEmpty();
    m_head->setChecked(open);
    m_body->setVisible(open);
    for (ParamRow* row : m_rows) row->setVisible(row->matches(m_filter));
}

}  // namespace limner::widgets
