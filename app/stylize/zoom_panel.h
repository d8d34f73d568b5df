// A movie that dreams itself into the content: how it goes, and its frames while they are made.
#pragma once

#include <QWidget>

#include "app/page.h"
#include "core/types/job.h"
#include "core/types/param.h"

namespace limner::widgets {
class Button;
class Label;
class ParamForm;
class PictureView;
class Segment;
}  // namespace limner::widgets

namespace limner::app {

class StylizeSession;

class ZoomPanel : public QWidget {
    Q_OBJECT

public:
    ZoomPanel(const Shell& shell, StylizeSession& session, QWidget* parent = nullptr);

    void setCompact(bool isCompact);
    /// Shows how the movie of a recipe goes.
    void take(const ParamValues& values);
    /// Makes the movie with the settings of the page and those of the panel.
    void start();

Q_SIGNALS:
    void closeRequested();

private:
    QWidget* makeHead();
    void open();
    void showState();
    ParamValues values() const;
    QString unusedFile() const;
    void takeSnapshot(JobId job);
    void takeEvent(const Event& event);

    Shell m_shell;
    StylizeSession& m_session;
    ParamTable m_table;  ///< of the kind "zoom"
    widgets::ParamForm* m_form = nullptr;
    widgets::Segment* m_formats = nullptr;
    widgets::Label* m_facts = nullptr;
    widgets::Button* m_start = nullptr;
    widgets::Button* m_done = nullptr;
    QWidget* m_room = nullptr;  ///< of the form
    widgets::PictureView* m_view = nullptr;
    JobId m_job = JobId::None;
};

}  // namespace limner::app
