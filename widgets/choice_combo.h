// A combo over the options of a Choice; what cannot be chosen here is grey and says why.
#pragma once

#include <QComboBox>

#include "core/types/param.h"

namespace limner::widgets {

class ChoiceCombo : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceCombo(QWidget* parent = nullptr);

    void setChoices(const std::vector<Choice>& choices);
    /// Shows without emitting `chosen`.
    void setCurrentId(const QString& id);
    QString currentId() const;

    void showPopup() override;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    /// Scrolls what the combo stands in: no value changes by chance on the way.
    void wheelEvent(QWheelEvent* event) override;

private:
    int popUpWidth() const;
};

}  // namespace limner::widgets
