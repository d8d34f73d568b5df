// The pictures and latents of places, asked of the live lane one at a time and remembered.
#pragma once

#include <QImage>
#include <QObject>
#include <deque>
#include <map>

#include "core/types/studio.h"

namespace limner::app {

class StudioBridge;

class PlaceBook : public QObject {
    Q_OBJECT

public:
    struct Entry {
        Latent latent;
        QImage picture;
    };

    explicit PlaceBook(StudioBridge& bridge, QObject* parent = nullptr);

    /// Forgets everything. @param job  whose newest weights decode, or None for those that `model` names
    void setModel(const ParamValues& model, JobId job);
    /// Null if it is not known yet.
    const Entry* find(const ParamValues& place) const;
    /// `learned` or `missed` follows, now or later.
    void want(const ParamValues& place);
    void learn(const ParamValues& place, Entry entry);
    /// While a hand drags, nothing is asked.
    void setHeld(bool isHeld);

Q_SIGNALS:
    void learned(const limner::ParamValues& place);
    /// It cannot be decoded.
    void missed(const limner::ParamValues& place, const limner::Error& error);

private:
    void askNext();
    void take(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer);

    StudioBridge& m_bridge;
    RequesterId m_requester;
    ParamValues m_model;
    JobId m_job = JobId::None;
    std::map<ParamValues, Entry> m_entries;
    std::deque<ParamValues> m_wanted;  ///< the first one is asked for if `m_isAsking`
    bool m_isAsking = false;
    bool m_isHeld = false;
    uint64_t m_asked = 0;  ///< serial of the newest request
};

/// The values of a decode request: those of the model and, where they differ, those of the place.
ParamValues joined(const ParamValues& model, const ParamValues& place);

}  // namespace limner::app
