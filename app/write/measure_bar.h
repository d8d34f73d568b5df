// The foot of Write: what can be measured of the text, by the model and against a text of reference.
#pragma once

#include <QTimer>

#include "app/surface.h"
#include "core/types/studio.h"
#include "live_reader.h"

namespace limner::widgets {
class Button;
class Label;
}  // namespace limner::widgets

namespace limner::app {

class Notices;
class StudioBridge;
class WriteSession;

class MeasureBar : public Surface {
    Q_OBJECT

public:
    MeasureBar(StudioBridge& bridge, Notices& notices, WriteSession& session, QWidget* parent = nullptr);
    void setReading(const std::shared_ptr<const Reading>& reading);
    void setCompact(bool isCompact);
    /// Measures the text against this file from now on, after each passage. Empty takes it away.
    void setReference(const QString& file);

private:
    enum Measure { Perplexity, Entropy, Words, Tokens, Repeated, Bleu, Rouge, Meteor, kMeasures };
    struct Column {
        QWidget* room = nullptr;
        widgets::Label* name = nullptr;
        widgets::Label* value = nullptr;
    };

    Column makeColumn(const QString& name, const QString& tip);
    void count();
    void showCounts(int words, double repeated);
    void show(Measure measure, const QString& value);
    void pickReference();
    void score();
    void takeScores(JobId job);
    void showReference();

    StudioBridge& m_bridge;
    Notices& m_notices;
    WriteSession& m_session;
    std::vector<Column> m_columns;
    QWidget* m_divider = nullptr;
    widgets::Button* m_reference = nullptr;
    QTimer m_countSoon;
    bool m_isCounting = false;
    JobId m_scoring = JobId::None;
    bool m_isCompact = false;
};

}  // namespace limner::app
