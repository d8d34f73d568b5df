// A dot that says "changed"; under the pointer an arrow that takes the change back.
#pragma once

#include <QAbstractButton>

namespace limner::widgets {

class ResetDot : public QAbstractButton {
    Q_OBJECT

public:
    explicit ResetDot(QWidget* parent);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace limner::widgets
