#include "settings_page.h"

#include <QVBoxLayout>

#include "app/app_log.h"
#include "app/commands.h"
#include "app/core_text.h"
#include "app/settings.h"
#include "app/studio_bridge.h"
#include "app/value_edit.h"
#include "shortcut_editor.h"
#include "widgets/label.h"
#include "widgets/param_form.h"

namespace limner::app {

using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

SettingsPage::SettingsPage(const Shell& shell, QWidget* parent) : Page(parent), m_shell(shell) {
    auto* sheet = new QWidget;
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(px(16), px(24), px(16), px(24));
    column->setSpacing(px(12));
    column->addWidget(new Label(tr("Settings"), TextRole::Welcome));
    setupPreferences(column);
    setupShortcuts(column);
    setupFacts(column);
    column->addStretch();

    setScrollingSheet(sheet, 680);
}

void SettingsPage::setupPreferences(QVBoxLayout* column) {
    m_form = new widgets::ParamForm;
    m_form->setObjectName(QStringLiteral("settings.form"));
    m_form->setTable(preferenceTable(), m_shell.settings.preferences());
    m_restart = new Label(tr("What you changed takes effect at the next start."), TextRole::Body, Ink::Warn);
    m_restart->hide();
    column->addWidget(m_form);
    column->addWidget(m_restart);
    connect(m_form, &widgets::ParamForm::valueChanged, this,
            [this](const QString& id, const ParamValue& value, bool final) {
                if (!final) return;
                const ParamValue old = m_shell.settings.value(toUtf8(id));
                Settings& settings = m_shell.settings;
                pushValueEdit(m_shell.undo, {id, tr("Setting"), old, value},
                              [&settings, id](const ParamValue& v) { settings.set(toUtf8(id), v); });
            });
    connect(&m_shell.settings, &Settings::changed, this,
            [this](const std::string& id) { preferenceChanged(fromUtf8(id)); });
}

void SettingsPage::preferenceChanged(const QString& id) {
    const ParamValues preferences = m_shell.settings.preferences();
    const auto found = preferences.find(toUtf8(id));
    if (found == preferences.end()) return;
    m_form->setValue(id, found->second);
    const QStringList atOnce{QStringLiteral("theme"), QStringLiteral("reduced_motion")};
    if (!atOnce.contains(id)) m_restart->show();
}

void SettingsPage::setupShortcuts(QVBoxLayout* column) {
    column->addSpacing(px(12));
    column->addWidget(new Label(tr("Shortcuts"), TextRole::Section));
    m_shortcuts = new ShortcutEditor(m_shell.commands);
    column->addWidget(m_shortcuts);
}

void SettingsPage::setupFacts(QVBoxLayout* column) {
    column->addSpacing(px(12));
    column->addWidget(new Label(tr("This computer"), TextRole::Section));
    m_facts = new Label({}, TextRole::Mono, Ink::Text2);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_facts->setWordWrap(true);
    column->addWidget(m_facts);
}

void SettingsPage::entered() {
    QStringList lines;
    if (const auto studio = m_shell.bridge.studio()) {
        const StudioFacts facts = studio->facts();
        lines
            << tr("Limner %1, LibTorch %2").arg(fromUtf8(facts.programVersion), fromUtf8(facts.torchVersion))
            << tr("Computes on %1 with %n thread(s)", nullptr, facts.threads).arg(fromUtf8(facts.device));
    }
    lines << tr("Qt %1").arg(QString::fromLatin1(qVersion()));
    if (!logFile().isEmpty()) lines << tr("Log: %1").arg(logFile());
    m_facts->setText(lines.join(QLatin1Char('\n')));
}

}  // namespace limner::app
