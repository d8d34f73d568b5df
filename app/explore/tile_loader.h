// Many pictures of the live lane, a few at a time, so that what a hand asks meanwhile comes first.
#pragma once

#include <QObject>
#include <memory>
#include <vector>

#include "core/types/studio.h"

namespace limner::app {

class StudioBridge;

class TileLoader : public QObject {
    Q_OBJECT

public:
    /// @param atOnce  tiles in one request
    TileLoader(StudioBridge& bridge, int atOnce, QObject* parent = nullptr);

    /// Leaves what it was doing. `loaded` follows, unless something fails or another call comes first.
    /// @param columns  tiles in a row of the sheet
    void load(const ParamValues& model, JobId job, std::vector<Latent> points, int columns);
    void cancel();
    /// While a hand drags, nothing is asked.
    void setHeld(bool isHeld);

Q_SIGNALS:
    void loaded(const std::shared_ptr<const limner::SampleSheet>& sheet);
    void failed(const limner::Error& error);

private:
    void askNext();
    void take(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer);
    void lay(const SampleSheet& part);

    StudioBridge& m_bridge;
    RequesterId m_requester;
    size_t m_atOnce;
    ParamValues m_model;
    JobId m_job = JobId::None;
    std::vector<Latent> m_points;
    size_t m_done = 0;
    int m_columns = 1;
    SampleSheet m_sheet;
    bool m_isAsking = false;
    bool m_isHeld = false;
    uint64_t m_asked = 0;  ///< serial of the newest request
};

}  // namespace limner::app
