// `limner --measure-typing SECONDS`: how soon a key that is typed into the editor of Write stands on the
// screen while a model writes in the same text.
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <random>
#include <vector>

namespace limner::app {

class MainWindow;

/// Two parts of SECONDS each: a text that has just been begun, and one of 100,000 characters that a model
/// wrote, both with the probability view. Prints one JSON object and quits: 0 if keys were painted and the
/// model wrote throughout, else 1.
/// @pre the window's project holds no text of a person
class MeasureTyping : public QObject {
    Q_OBJECT

public:
    MeasureTyping(MainWindow& window, int seconds);

protected:
    /// Sees when a key arrives at the editor, and when its words are painted.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    enum class Part { Waiting, Short, Long };
    void begin(Part part);
    void end();
    void writeOn();
    void typeOn();
    void painted();
    void finish(int code);

    MainWindow& m_window;
    int m_seconds;
    Part m_part = Part::Waiting;
    QElapsedTimer m_sinceKey;
    bool m_isTyping = false;    ///< a key has not been painted yet
    bool m_hasArrived = false;  ///< it is in the text
    qint64 m_written = 0;       ///< tokens of the model in this part
    std::mt19937 m_random{1};
    std::vector<double> m_latencies;  ///< ms
    QJsonObject m_report;
};

}  // namespace limner::app
