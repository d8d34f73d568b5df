#include "command_button.h"

#include "commands.h"
#include "widgets/button.h"

namespace limner::app {

widgets::Button* bindButton(widgets::Button* button, const Commands& commands, const QString& commandId) {
    QAction* command = commands.action(commandId);
    QObject::connect(button, &QPushButton::clicked, command, &QAction::trigger);
    const auto follow = [button, command] {
        button->setEnabled(command->isEnabled());
        if (button->text().isEmpty()) button->setToolTip(command->text());
    };
    QObject::connect(command, &QAction::changed, button, follow);
    follow();
    return button;
}

}  // namespace limner::app
