#include "place_book.h"

#include <algorithm>

#include "app/studio_bridge.h"
#include "widgets/image_convert.h"

namespace limner::app {

ParamValues joined(const ParamValues& model, const ParamValues& place) {
    ParamValues values = model;
    for (const auto& [id, value] : place) values[id] = value;
    values["count"] = int64_t{1};
    return values;
}

PlaceBook::PlaceBook(StudioBridge& bridge, QObject* parent)
    : QObject(parent), m_bridge(bridge), m_requester(StudioBridge::newRequester()) {
    connect(&bridge, &StudioBridge::answered, this, &PlaceBook::take);
}

void PlaceBook::setModel(const ParamValues& model, JobId job) {
    m_model = model;
    m_job = job;
    m_entries.clear();
    m_wanted.clear();
    m_isAsking = false;
}

const PlaceBook::Entry* PlaceBook::find(const ParamValues& place) const {
    const auto found = m_entries.find(place);
    return found == m_entries.end() ? nullptr : &found->second;
}

void PlaceBook::want(const ParamValues& place) {
    if (find(place)) {
        Q_EMIT learned(place);
        return;
    }
    if (std::ranges::find(m_wanted, place) == m_wanted.end()) m_wanted.push_back(place);
    askNext();
}

void PlaceBook::learn(const ParamValues& place, Entry entry) {
    m_entries[place] = std::move(entry);
    Q_EMIT learned(place);
}

void PlaceBook::setHeld(bool isHeld) {
    m_isHeld = isHeld;
    askNext();
}

void PlaceBook::askNext() {
    if (m_isAsking || m_isHeld || m_wanted.empty() || !m_bridge.isOpen()) return;
    m_isAsking = true;
    ++m_asked;
    m_bridge.ask({.requester = m_requester,
                  .what = "decode",
                  .job = m_job,
                  .values = joined(m_model, m_wanted.front())});
}

void PlaceBook::take(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer) {
    if (requester != m_requester || answer->serial != m_asked || !m_isAsking) return;
    m_isAsking = false;
    const ParamValues place = m_wanted.front();
    m_wanted.pop_front();
    if (!answer->picture)
        Q_EMIT missed(place, answer->picture.error());
    else if (!answer->picture->latents.empty())
        learn(place, {answer->picture->latents.front(), widgets::toQImage(answer->picture->sheet.tile(0))});
    askNext();
}

}  // namespace limner::app
