// How the turns of a chat are laid out as a text for the model: one line, with line ends as "\n".
#pragma once

#include <QWidget>

class QLineEdit;

namespace limner::widgets {
class Label;
}

namespace limner::app {

class ChatLayoutRow : public QWidget {
    Q_OBJECT

public:
    explicit ChatLayoutRow(QWidget* parent = nullptr);
    /// @param model  whose turns these are. Does not emit
    void setTemplate(const QString& chatTemplate, const QString& model);

Q_SIGNALS:
    /// One with {person} and {model}; empty: the model's own again.
    void changed(const QString& chatTemplate);

private:
    void fill();
    void take();

    QLineEdit* m_line = nullptr;
    widgets::Label* m_note = nullptr;
    QString m_shown, m_model;
};

}  // namespace limner::app
