// Settings: the preferences as a form, the shortcuts, and facts about this machine.
#pragma once

#include "app/page.h"

class QVBoxLayout;

namespace limner::widgets {
class Label;
class ParamForm;
}  // namespace limner::widgets

namespace limner::app {

class ShortcutEditor;

class SettingsPage : public Page {
    Q_OBJECT

public:
    explicit SettingsPage(const Shell& shell, QWidget* parent = nullptr);
    ShortcutEditor* shortcuts() const { return m_shortcuts; }
    void entered() override;

private:
    void setupPreferences(QVBoxLayout* column);
    void setupShortcuts(QVBoxLayout* column);
    void setupFacts(QVBoxLayout* column);
    void preferenceChanged(const QString& id);

    Shell m_shell;
    widgets::ParamForm* m_form = nullptr;
    ShortcutEditor* m_shortcuts = nullptr;
    widgets::Label* m_restart = nullptr;
    widgets::Label* m_facts = nullptr;
};

}  // namespace limner::app
