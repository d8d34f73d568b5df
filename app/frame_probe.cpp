#include "frame_probe.h"

#include <algorithm>
#include <chrono>

namespace limner::app {

using namespace std::chrono_literals;

FrameProbe::FrameProbe(QObject* parent) : QObject(parent) {
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(4ms);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_gapsMs.push_back(static_cast<double>(m_clock.nsecsElapsed()) / 1e6), m_clock.restart();
    });
}

void FrameProbe::start() {
    m_gapsMs.clear();
    m_clock.start();
    m_timer.start();
}

FrameProbe::Gaps FrameProbe::gaps() const {
    if (m_gapsMs.empty()) return {};
    std::vector<double> sorted = m_gapsMs;
    std::sort(sorted.begin(), sorted.end());
    const auto at = [&sorted](size_t percent) { return sorted[(sorted.size() - 1) * percent / 100]; };
    return {sorted.size(), at(50), at(99), sorted.back()};
}

}  // namespace limner::app
