// One row of a direction list.
#pragma once

#include <QWidget>

#include "core/types/param.h"
#include "direction_list.h"

class QAbstractButton;
class QLineEdit;

namespace limner::widgets {

class NumberField;
class ResetDot;
class ParamSlider;

class DirectionItem : public QWidget {
    Q_OBJECT

public:
    DirectionItem(const ParamSpec& spec, QWidget* parent);

    void setRow(const DirectionRow& row);
    /// In pixels, the same for all rows of a list. A name wider than its room is elided (whole in the tool
    /// tip). @param shareWidth  0: no share is known
    void setColumns(int shareWidth, int nameWidth);
    static int leastNameWidth();
    void setRenamable(bool isRenamable) { m_isRenamable = isRenamable; }
    void startRename();

Q_SIGNALS:
    void valueChanged(double value, bool final);
    void lockChanged(bool isLocked);
    void renamed(const QString& name);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setupValue(const ParamSpec& spec);
    void setupButtons();
    void change(double value, bool final);
    void endRename(bool isKept);
    void arrange();
    int fieldWidth() const;

    DirectionRow m_row;
    QRect m_shareRect, m_nameRect;
    int m_shareWidth = 0, m_nameWidth = 0;
    bool m_isRenamable = true;
    ParamSlider* m_slider = nullptr;
    NumberField* m_field = nullptr;
    QAbstractButton* m_lock = nullptr;
    ResetDot* m_reset = nullptr;
    QLineEdit* m_editor = nullptr;  ///< while the name is being typed
};

}  // namespace limner::widgets
