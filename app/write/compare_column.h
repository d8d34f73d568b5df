// One of the two columns of side by side: a model, its settings, and what it writes.
#pragma once

#include <functional>

#include "app/surface.h"
#include "writing_job.h"

class QMenu;

namespace limner::widgets {
class Button;
class Label;
class TextEditor;
}  // namespace limner::widgets

namespace limner::app {

class CompareColumn : public Surface {
    Q_OBJECT

public:
    CompareColumn(StudioBridge& bridge, const QString& name, QWidget* parent = nullptr);

    void setModel(const QString& title);
    void setSettings(const QString& text);
    /// The inspector shows its settings.
    void setChosen(bool isChosen);
    void setSurpriseShown(bool isShown);
    void setMenuFiller(std::function<void(QMenu&)> fill) { m_fill = std::move(fill); }
    Result<void> start(const QString& prompt, const ParamValues& values);
    void stop() { m_job.stop(); }
    bool isWriting() const { return m_job.isRunning(); }
    const std::vector<widgets::MachineWord>& words() const { return m_words; }
    widgets::TextEditor& view() const { return *m_view; }

Q_SIGNALS:
    void chosen();
    void takeRequested();
    void writingChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void showState();

    WritingJob m_job;
    std::function<void(QMenu&)> m_fill;
    std::vector<widgets::MachineWord> m_words;
    widgets::Button* m_model = nullptr;
    widgets::Label* m_settings = nullptr;
    widgets::TextEditor* m_view = nullptr;
    widgets::Label* m_measures = nullptr;
    widgets::Button* m_take = nullptr;
    bool m_isChosen = false;
};

}  // namespace limner::app
