// The foot of Explore's inspector: what the film will be, and the button that renders it.
#pragma once

#include <QWidget>

#include "core/types/param.h"

namespace limner::widgets {
class Button;
class Label;
class ParamForm;
}  // namespace limner::widgets

namespace limner::app {

class ExploreSession;

class FilmPanel : public QWidget {
    Q_OBJECT

public:
    explicit FilmPanel(ExploreSession& session, QWidget* parent = nullptr);
    /// @param table  of the kind "render"
    void setTable(const ParamTable& table);
    /// What the person chose beside the model and the time line: size, scaling, …
    ParamValues values() const;

Q_SIGNALS:
    /// @param suffix  "mp4", "webm", "gif", "webp", or "png" for a folder of frames
    void renderRequested(const QString& suffix);

private:
    void showFacts();
    /// What stands in the way of rendering; nothing if it can begin.
    void showProblems(int side);

    ExploreSession& m_session;
    widgets::Label* m_frames = nullptr;
    widgets::Label* m_problem = nullptr;
    widgets::Button* m_render = nullptr;
    widgets::Button* m_format = nullptr;
    widgets::Button* m_options = nullptr;
    widgets::ParamForm* m_form = nullptr;
    QString m_suffix = QStringLiteral("mp4");
};

}  // namespace limner::app
