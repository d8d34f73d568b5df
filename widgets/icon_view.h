// An icon by itself, beside a line of text; follows theme and scale.
#pragma once

#include <QWidget>

#include "label.h"

namespace limner::widgets {

class IconView : public QWidget {
    Q_OBJECT

public:
    explicit IconView(const QString& iconName, Ink ink = Ink::Text3, QWidget* parent = nullptr);

    /// As high as a line of body text.
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_iconName;
    Ink m_ink;
};

}  // namespace limner::widgets
