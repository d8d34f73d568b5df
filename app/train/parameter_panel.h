// The inspector of Train: the form of a parameter table with its head (count of changes, search, reset) and a
// foot.
#pragma once

#include <QWidget>

#include "core/types/param.h"

class QLineEdit;
class QScrollArea;
class QVBoxLayout;

namespace limner::widgets {
class Chip;
class Label;
class ParamForm;
}  // namespace limner::widgets

namespace limner::app {

class Surface;

class ParameterPanel : public QWidget {
    Q_OBJECT

public:
    explicit ParameterPanel(QWidget* parent = nullptr);

    widgets::ParamForm* form() const { return m_form; }
    void setTitle(const QString& title);
    /// Behind the form, scrolling with it.
    void addSection(QWidget* section);
    /// Below the form, always in sight; null for none.
    void setFoot(QWidget* foot);
    void setCompact(bool isCompact);
    void startSearch();

private:
    QWidget* makeHead();
    void setupForm(QVBoxLayout* column);

    widgets::Label* m_title = nullptr;
    widgets::Chip* m_changed = nullptr;
    QWidget* m_reset = nullptr;
    QWidget* m_searchRoom = nullptr;
    QLineEdit* m_search = nullptr;
    QScrollArea* m_scroll = nullptr;
    QVBoxLayout* m_sections = nullptr;
    widgets::ParamForm* m_form = nullptr;
    Surface* m_foot = nullptr;
};

}  // namespace limner::app
