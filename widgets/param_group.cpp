#include "param_group.h"

#include <QVBoxLayout>

#include "core_text.h"
#include "group_head.h"
#include "param_row.h"
#include "theme.h"

namespace limner::widgets {

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
