// What the tints of surprise mean: "Expected", the four steps, "Surprising".
#pragma once

#include <QWidget>

namespace limner::widgets {

class SurpriseLegend : public QWidget {
    Q_OBJECT

public:
    explicit SurpriseLegend(QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
};

}  // namespace limner::widgets
