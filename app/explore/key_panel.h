// Keyframes: the track, play, and what makes a film of it.
#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <vector>

#include "app/surface.h"
#include "explore_record.h"
#include "tile_loader.h"

namespace limner::widgets {
class Button;
class KeyTrack;
class Label;
class NumberField;
}  // namespace limner::widgets

namespace limner::app {

class ExploreSession;

class KeyPanel : public Surface {
    Q_OBJECT

public:
    KeyPanel(ExploreSession& session, StudioBridge& bridge, QWidget* parent = nullptr);
    widgets::KeyTrack* track() const { return m_track; }

    /// A key at the playhead with the place that is shown; where a key is already, it takes the place.
    void addKey();
    void playOrPause();
    /// Puts the playhead there and shows the frame, as soon as the keys are known.
    void showMoment(double second);
    bool isPlaying() const { return m_clock.isActive(); }

Q_SIGNALS:
    /// Something that cannot be done, and what to do instead.
    void refused(const QString& sentence);

private:
    QWidget* makeSide();
    void tie();
    void tieTrack();
    void showTimeline();
    void showNumbers();
    /// Takes the latents of the keys and asks for the film, once all are known.
    void gather();
    bool isReady() const { return !m_latents.empty() && m_latents.size() == timeline().keys.size(); }
    const Timeline& timeline() const;
    void put(Timeline changed, const QString& what);
    void insert(Key key, const QString& what);
    void scrub(double second);
    void tick();
    void stop();
    widgets::NumberField* makeField(const char* name, const QString& text, const ParamSpec& spec);

    ExploreSession& m_session;
    TileLoader m_film;
    QTimer m_clock;  ///< while it plays
    QElapsedTimer m_sincePlay;
    double m_playedFrom = 0;
    widgets::Button* m_play = nullptr;
    widgets::Button* m_loop = nullptr;
    widgets::NumberField* m_seconds = nullptr;
    widgets::NumberField* m_rate = nullptr;
    widgets::Label* m_facts = nullptr;
    widgets::KeyTrack* m_track = nullptr;
    std::vector<Latent> m_latents;  ///< of the keys; empty while they are not all known
    std::optional<Key> m_copied;
    std::optional<double> m_moment;  ///< to be shown when the keys are known
};

}  // namespace limner::app
