// How each scalar looks in every plot and is called: colours, dashes and names are fixed by convention.
#pragma once

#include <QString>
#include <Qt>

namespace limner::widgets {

struct ScalarStyle {
    QString label;                     ///< "Loss D"
    int colour = 1;                    ///< 1 … 6: the plot colours p1 … p6
    Qt::PenStyle pen = Qt::SolidLine;  ///< dashed from the fourth line on
    bool isShownAtFirst = true;        ///< off for scalars of another scale (learning rates, accuracies)
};

/// @param id     the column's name: "loss_d"
/// @param place  among the columns, 0 first; decides the colour of a scalar without a convention
ScalarStyle scalarStyle(const QString& id, int place);

}  // namespace limner::widgets
