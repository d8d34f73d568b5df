// A plain area of the window: one fill of the theme, and 1-pixel lines along chosen edges.
#pragma once

#include <QWidget>

#include "widgets/theme.h"

namespace limner::app {

class Surface : public QWidget {
    Q_OBJECT

public:
    using Fill = QColor widgets::Tokens::*;

    explicit Surface(Fill fill, Qt::Edges lines = {}, QWidget* parent = nullptr);
    void setFill(Fill fill);
    void setLines(Qt::Edges lines);
    /// A dashed outline: something may be dropped here.
    void setDashed(bool isDashed);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Fill m_fill;
    Qt::Edges m_lines;
    bool m_isDashed = false;
};

}  // namespace limner::app
