// SIGTERM, SIGINT and SIGHUP as a Qt signal: what a session that ends sends to every program.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace limner::app {

/// Installs the handlers for as long as it lives. One for the program. A second signal ends the program at
/// once.
class QuitSignals : public QObject {
    Q_OBJECT

public:
    explicit QuitSignals(QObject* parent = nullptr);
    ~QuitSignals() override;

Q_SIGNALS:
    void quitAsked();

private:
    void takeSignal();

    QSocketNotifier* m_notifier = nullptr;
};

}  // namespace limner::app
