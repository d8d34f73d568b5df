// One axis of a sweep as a row of controls: which parameter, from, to, how many.
#pragma once

#include <QWidget>
#include <vector>

#include "core/types/sweep.h"

namespace limner::widgets {
class ChoiceCombo;
class NumberField;
}  // namespace limner::widgets

namespace limner::app {

class SweepAxisRow : public QWidget {
    Q_OBJECT

public:
    /// @param name   what it is called: "Across"
    /// @param count  cells at first
    SweepAxisRow(const QString& name, int count, QWidget* parent = nullptr);

    /// Numeric rows of a table, with their standards. Keeps the choice if it is still there, else takes
    /// `first`.
    void setRows(std::vector<ParamSpec> rows, const std::string& first);
    SweepAxis axis() const;
    /// "Strength"
    QString title() const;
    int count() const;

Q_SIGNALS:
    void changed();

private:
    const ParamSpec* chosen() const;
    void showRange();

    std::vector<ParamSpec> m_rows;
    widgets::ChoiceCombo* m_what = nullptr;
    widgets::NumberField* m_from = nullptr;
    widgets::NumberField* m_to = nullptr;
    widgets::NumberField* m_count = nullptr;
};

}  // namespace limner::app
