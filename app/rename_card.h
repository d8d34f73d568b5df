// Asks for a run's new name in a card over the window.
#pragma once

#include <QWidget>

class QLineEdit;

namespace limner::widgets {
class Scrim;
}

namespace limner::app {

/// Shows itself and goes by itself: Enter accepts, Esc leaves the name as it is.
class RenameCard : public QWidget {
    Q_OBJECT

public:
    RenameCard(QWidget* window, const QString& name);

Q_SIGNALS:
    void accepted(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void finish(bool isAccepted);

    widgets::Scrim* m_scrim = nullptr;
    QLineEdit* m_name = nullptr;
};

}  // namespace limner::app
