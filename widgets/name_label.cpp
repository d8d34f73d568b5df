#include "name_label.h"

namespace limner::widgets {

NameLabel::NameLabel(TextRole role, QWidget* parent) : Label({}, role, Ink::Text, parent) {
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
}

void NameLabel::setName(const QString& name) {
    m_name = name;
    setToolTip(name);
    fit();
}

void NameLabel::fit() {
    setText(fontMetrics().elidedText(m_name, Qt::ElideMiddle, width()));
}

void NameLabel::resizeEvent(QResizeEvent* event) {
    Label::resizeEvent(event);
    fit();
}

}  // namespace limner::widgets
