#include "key_panel.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "explore_session.h"
#include "widgets/button.h"
#include "widgets/image_convert.h"
#include "widgets/key_track.h"
#include "widgets/label.h"
#include "widgets/number_field.h"

namespace limner::app {

using widgets::Button;
using widgets::Ink;
using widgets::Label;
using widgets::px;
using widgets::TextRole;

namespace {

constexpr int kFilmFrames = 24;
constexpr int kFilmAtOnce = 4;
constexpr int kPlayMs = 16;

}  // namespace

KeyPanel::KeyPanel(ExploreSession& session, StudioBridge& bridge, QWidget* parent)
    : Surface(&widgets::Tokens::base, Qt::TopEdge, parent), m_session(session), m_film(bridge, kFilmAtOnce) {
    setObjectName(QStringLiteral("explore.keys"));
    m_track = new widgets::KeyTrack;
    m_track->setObjectName(QStringLiteral("explore.track"));
    m_track->setAccessibleName(tr("Keyframes"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(px(16), px(8), px(16), px(8));
    row->setSpacing(px(16));
    row->addWidget(makeSide());
    row->addWidget(m_track, 1);
    m_clock.setInterval(kPlayMs);
    m_clock.setTimerType(Qt::PreciseTimer);
    tie();
    tieTrack();
}

widgets::NumberField* KeyPanel::makeField(const char* name, const QString& text, const ParamSpec& spec) {
    auto* field = new widgets::NumberField;
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(text);
    field->setToolTip(text);
    field->setSpec(spec);
    return field;
}

QWidget* KeyPanel::makeSide() {
    m_play = widgets::makeIconButton(QStringLiteral("play"), tr("Play"));
    m_play->setObjectName(QStringLiteral("explore.play"));
    m_loop =
        widgets::makeIconButton(QStringLiteral("loop"), tr("Closed loop: the end leads to the beginning"));
    m_loop->setObjectName(QStringLiteral("explore.loop"));
    m_loop->setCheckable(true);
    auto* add = widgets::makeIconButton(QStringLiteral("diamond"), tr("Set a key here"));
    add->setObjectName(QStringLiteral("explore.addKey"));
    m_seconds = makeField(
        "explore.seconds", tr("Length in seconds"),
        {.kind = ParamKind::Real, .standard = 10.0, .range = {.low = 0.1, .high = 3600, .step = 1}});
    m_rate = makeField(
        "explore.rate", tr("Frames a second"),
        {.kind = ParamKind::Integer, .standard = int64_t{30}, .range = {.low = 1, .high = 120, .step = 1}});
    m_facts = new Label({}, TextRole::Label, Ink::Text3);

    auto* side = new QWidget;
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(4));
    column->addWidget(new Label(tr("Keyframes"), TextRole::Section));
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(px(4));
    for (Button* button : {m_play, m_loop, add}) buttons->addWidget(button);
    buttons->addStretch();
    column->addLayout(buttons);
    auto* numbers = new QHBoxLayout;
    numbers->setSpacing(px(4));
    numbers->addWidget(m_seconds);
    numbers->addWidget(new Label(tr("s"), TextRole::Label, Ink::Text3));
    numbers->addWidget(m_rate);
    numbers->addWidget(new Label(tr("fps"), TextRole::Label, Ink::Text3));
    numbers->addStretch();
    column->addLayout(numbers);
    column->addWidget(m_facts);
    column->addStretch();
    connect(add, &QPushButton::clicked, this, &KeyPanel::addKey);
    return side;
}

void KeyPanel::tie() {
    connect(m_play, &QPushButton::clicked, this, &KeyPanel::playOrPause);
    connect(&m_clock, &QTimer::timeout, this, &KeyPanel::tick);
    connect(m_loop, &QPushButton::toggled, this, [this](bool isOn) {
        if (isOn == timeline().isLoop) return;
        Timeline changed = timeline();
        changed.isLoop = isOn;
        put(std::move(changed), tr("Loop"));
    });
    connect(m_seconds, &widgets::NumberField::valueChanged, this, [this](double value, bool isFinal) {
        if (!isFinal) return;
        Timeline changed = timeline();
        for (Key& key : changed.keys) key.second *= value / changed.seconds;  // the rhythm stays
        changed.seconds = value;
        put(std::move(changed), tr("Length"));
    });
    connect(m_rate, &widgets::NumberField::valueChanged, this, [this](double value, bool isFinal) {
        if (!isFinal) return;
        Timeline changed = timeline();
        changed.rateHz = static_cast<int>(value);
        put(std::move(changed), tr("Frames a second"));
    });
    connect(&m_session, &ExploreSession::modelChanged, this, [this] {
        stop();
        m_track->setSecond(0);
        showTimeline();
    });
    connect(&m_session, &ExploreSession::timelineChanged, this, &KeyPanel::showTimeline);
    connect(&m_session, &ExploreSession::placeChanged, this, [this] { stop(); });
    connect(&m_session.book(), &PlaceBook::learned, this, [this] {
        if (!isReady()) gather();
    });
    connect(&m_film, &TileLoader::loaded, this, [this](const std::shared_ptr<const SampleSheet>& sheet) {
        std::vector<QImage> film;
        for (int i = 0; i < sheet->count; ++i) film.push_back(widgets::toQImage(sheet->tile(i)));
        m_track->setFilm(std::move(film));
    });
}

void KeyPanel::tieTrack() {
    connect(m_track, &widgets::KeyTrack::scrubbed, this, [this](double second, bool isFinal) {
        stop();
        m_film.setHeld(!isFinal);
        scrub(second);
    });
    connect(m_track, &widgets::KeyTrack::keyMoved, this, [this](int index, double second, bool isFinal) {
        if (!isFinal) return;
        Timeline changed = timeline();
        changed.keys[static_cast<size_t>(index)].second = second;
        put(std::move(changed), tr("Move a key"));
    });
    connect(m_track, &widgets::KeyTrack::easeChosen, this, [this](int index, Ease ease) {
        Timeline changed = timeline();
        changed.keys[static_cast<size_t>(index)].ease = ease;
        put(std::move(changed), tr("Easing"));
    });
    connect(m_track, &widgets::KeyTrack::addRequested, this, [this](double second) {
        insert({.second = second, .place = m_session.shownPlace()}, tr("Set a key"));
    });
    connect(m_track, &widgets::KeyTrack::removeRequested, this, [this](int index) {
        Timeline changed = timeline();
        changed.keys.erase(changed.keys.begin() + index);
        put(std::move(changed), tr("Remove a key"));
    });
    connect(m_track, &widgets::KeyTrack::duplicateRequested, this, [this](int index, double second) {
        Key key = timeline().keys[static_cast<size_t>(index)];
        key.second = second;
        insert(std::move(key), tr("Duplicate a key"));
    });
    connect(m_track, &widgets::KeyTrack::copyRequested, this,
            [this](int index) { m_copied = timeline().keys[static_cast<size_t>(index)]; });
    connect(m_track, &widgets::KeyTrack::pasteRequested, this, [this](double second) {
        if (!m_copied) return;
        Key key = *m_copied;
        key.second = second;
        insert(std::move(key), tr("Paste a key"));
    });
}

const Timeline& KeyPanel::timeline() const {
    return m_session.record().timeline;
}

void KeyPanel::put(Timeline changed, const QString& what) {
    m_session.setTimeline(changed, what);
}

/// On a whole frame; a key that is there already makes room.
void KeyPanel::insert(Key key, const QString& what) {
    Timeline changed = timeline();
    const double frame = 1.0 / changed.rateHz;
    key.second = std::clamp(std::round(key.second / frame) * frame, 0.0, changed.seconds);
    std::erase_if(changed.keys,
                  [&](const Key& there) { return std::abs(there.second - key.second) < frame / 2; });
    const auto place = std::ranges::upper_bound(changed.keys, key.second, {}, &Key::second);
    const auto index = static_cast<int>(place - changed.keys.begin());
    changed.keys.insert(place, std::move(key));
    put(std::move(changed), what);
    m_track->setCurrentKey(index);
}

void KeyPanel::addKey() {
    if (!m_session.isOpen()) return;
    const auto& keys = timeline().keys;
    const bool isTaken = std::ranges::any_of(keys, [&](const Key& key) {
        return std::abs(key.second - m_track->second()) < 0.5 / timeline().rateHz;
    });
    // The first keys spread by themselves, so that four presses make a film.
    const double step = timeline().seconds / 4;
    double second = m_track->second();
    if (isTaken && !m_session.isLooking()) second = std::min(keys.back().second + step, timeline().seconds);
    insert({.second = second, .place = m_session.shownPlace()}, tr("Set a key"));
    m_track->setSecond(second);
}

void KeyPanel::showTimeline() {
    m_track->setTimeline(timeline());
    m_loop->setChecked(timeline().isLoop);
    m_seconds->setValue(timeline().seconds);
    m_rate->setValue(timeline().rateHz);
    m_latents.clear();
    m_film.cancel();
    if (timeline().keys.empty()) m_track->setFilm({});
    showNumbers();
    gather();
}

void KeyPanel::showNumbers() {
    const auto count = static_cast<int>(timeline().keys.size());
    m_facts->setText(count == 0   ? tr("Go to a place, then set a key.")
                     : count == 1 ? tr("One more key makes a film.")
                                  : tr("%n frames", nullptr, static_cast<int>(frameCount(timeline()))));
}

void KeyPanel::gather() {
    std::vector<Latent> latents;
    for (const Key& key : timeline().keys) {
        const PlaceBook::Entry* entry = m_session.book().find(key.place);
        if (entry != nullptr) latents.push_back(entry->latent);
    }
    if (latents.size() < timeline().keys.size()) {
        for (const Key& key : timeline().keys)
            if (!m_session.book().find(key.place)) m_session.book().want(key.place);
        return;
    }
    m_latents = std::move(latents);
    if (m_latents.size() < 2) return;
    if (m_moment) scrub(*std::exchange(m_moment, std::nullopt));
    std::vector<Latent> points;
    for (int i = 0; i < kFilmFrames; ++i)
        points.push_back(latentAt(timeline(), m_latents, timeline().seconds * i / (kFilmFrames - 1)));
    m_film.load(m_session.model().values, m_session.model().job, std::move(points), kFilmFrames);
}

void KeyPanel::scrub(double second) {
    m_track->setSecond(second);
    if (isReady()) m_session.look(latentAt(timeline(), m_latents, second));
}

void KeyPanel::showMoment(double second) {
    m_track->setSecond(second);
    m_moment = second;
    gather();
}

void KeyPanel::playOrPause() {
    if (m_clock.isActive()) {
        stop();
        return;
    }
    if (!isReady() || m_latents.size() < 2) {
        Q_EMIT refused(tr("A film needs two keys: go to a place and press the diamond, twice."));
        return;
    }
    m_playedFrom = m_track->second() >= timeline().seconds - 1e-6 ? 0 : m_track->second();
    m_sincePlay.start();
    m_film.setHeld(true);
    m_clock.start();
    m_play->setIconName(QStringLiteral("pause"));
    m_play->setToolTip(tr("Pause"));
}

void KeyPanel::tick() {
    double second = m_playedFrom + static_cast<double>(m_sincePlay.elapsed()) / 1000;
    if (timeline().isLoop) second = std::fmod(second, timeline().seconds);
    scrub(std::min(second, timeline().seconds));
    if (second >= timeline().seconds) stop();
}

void KeyPanel::stop() {
    if (!m_clock.isActive()) return;
    m_clock.stop();
    m_film.setHeld(false);
    m_play->setIconName(QStringLiteral("play"));
    m_play->setToolTip(tr("Play"));
}

}  // namespace limner::app
