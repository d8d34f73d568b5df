#include "fold_section.h"

#include <QVBoxLayout>

#include "group_head.h"
#include "theme.h"

namespace limner::widgets {

FoldSection::FoldSection(const QString& name, QWidget* content, QWidget* parent)
    : QWidget(parent), m_head(new GroupHead(this)), m_content(content) {
    m_head->setText(name);
    m_head->setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);  // what stands in it is never squeezed
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    column->addWidget(content);
    connect(m_head, &QAbstractButton::clicked, this, [this](bool isOpen) {
        setFolded(!isOpen);
        Q_EMIT foldedChanged(!isOpen);
    });
}

void FoldSection::setNote(const QString& note) {
    m_head->setNote(note);
}

void FoldSection::setFolded(bool folded) {
    m_head->setChecked(!folded);
    m_content->setVisible(!folded);
}

bool FoldSection::isFolded() const {
    return !m_head->isChecked();
}

}  // namespace limner::widgets
