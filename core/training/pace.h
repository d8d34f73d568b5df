// How fast training goes: over the last seconds for the progress line, and on the whole for the summary.
#pragma once

#include <cstdint>
#include <deque>

namespace limner::training {

/// Times are seconds spent training, so pauses do not count.
class Pace {
public:
    /// @param seconds  at the start of this session
    explicit Pace(double seconds) : m_firstSeconds(seconds), m_marks{{seconds, 0, 0}} {}

    /// @param seconds  now; never falls
    /// @param units  pictures or tokens
    void note(double seconds, int64_t steps, int64_t units) {
        m_steps += steps;
        m_units += units;
        m_marks.push_back({seconds, m_steps, m_units});
        while (m_marks.size() > 2 && seconds - m_marks.front().seconds > kWindowSeconds) m_marks.pop_front();
    }

    double stepsPerSecond() const { return rate(&Mark::steps); }
    double unitsPerSecond() const { return rate(&Mark::units); }
    /// Over everything noted.
    double meanUnitsPerSecond() const {
        const double seconds = m_marks.back().seconds - m_firstSeconds;
        return seconds > 0 ? static_cast<double>(m_units) / seconds : 0;
    }

private:
    static constexpr double kWindowSeconds = 5;
    struct Mark {
        double seconds = 0;
        int64_t steps = 0;
        int64_t units = 0;
    };
    double rate(int64_t Mark::*what) const {
        const Mark& from = m_marks.front();
        const Mark& to = m_marks.back();
        return to.seconds > from.seconds
                   ? static_cast<double>(to.*what - from.*what) / (to.seconds - from.seconds)
                   : 0;
    }

    double m_firstSeconds;
    int64_t m_steps = 0;
    int64_t m_units = 0;
    std::deque<Mark> m_marks;
};

}  // namespace limner::training
