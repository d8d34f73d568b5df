#include "tile_loader.h"

#include <algorithm>

#include "app/studio_bridge.h"

namespace limner::app {

TileLoader::TileLoader(StudioBridge& bridge, int atOnce, QObject* parent)
    : QObject(parent),
      m_bridge(bridge),
      m_requester(StudioBridge::newRequester()),
      m_atOnce(static_cast<size_t>(atOnce)) {
    connect(&bridge, &StudioBridge::answered, this, &TileLoader::take);
}

void TileLoader::load(const ParamValues& model, JobId job, std::vector<Latent> points, int columns) {
    m_model = model;
    m_job = job;
    m_points = std::move(points);
    m_columns = columns;
    m_done = 0;
    m_sheet = {};
    m_isAsking = false;
    askNext();
}

void TileLoader::cancel() {
    m_points.clear();
    m_done = 0;
    m_isAsking = false;
}

void TileLoader::setHeld(bool isHeld) {
    m_isHeld = isHeld;
    askNext();
}

void TileLoader::askNext() {
    if (m_isAsking || m_isHeld || m_done >= m_points.size() || !m_bridge.isOpen()) return;
    const size_t last = std::min(m_done + m_atOnce, m_points.size());
    const auto at = [this](size_t index) { return m_points.begin() + static_cast<std::ptrdiff_t>(index); };
    m_isAsking = true;
    ++m_asked;
    m_bridge.ask({.requester = m_requester,
                  .what = "decode",
                  .job = m_job,
                  .values = m_model,
                  .latents = {at(m_done), at(last)}});
}

void TileLoader::take(RequesterId requester, const std::shared_ptr<const LiveAnswer>& answer) {
    if (requester != m_requester || answer->serial != m_asked || !m_isAsking) return;
    m_isAsking = false;
    if (!answer->picture) {
        cancel();
        Q_EMIT failed(answer->picture.error());
        return;
    }
    lay(answer->picture->sheet);
    if (m_done >= m_points.size()) {
        cancel();
        Q_EMIT loaded(std::make_shared<const SampleSheet>(std::move(m_sheet)));
        return;
    }
    askNext();
}

void TileLoader::lay(const SampleSheet& part) {
    const auto count = static_cast<int>(m_points.size());
    if (m_done == 0) {
        m_sheet = {
            .step = part.step,
            .columns = m_columns,
            .count = count,
            .tileWidth = part.tileWidth,
            .tileHeight = part.tileHeight,
            .sheet = Image(m_columns * part.tileWidth, (count + m_columns - 1) / m_columns * part.tileHeight,
                           part.sheet.channels)};
    }
    for (int i = 0; i < part.count; ++i, ++m_done) m_sheet.setTile(static_cast<int>(m_done), part.tile(i));
}

}  // namespace limner::app
