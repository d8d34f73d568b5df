#include "scalar_series.h"

#include <algorithm>
#include <cmath>

namespace limner::widgets {

void ScalarSeries::append(double step, double value) {
    if (std::isnan(value)) return;
    m_steps.push_back(step);
    m_raw.push_back(value);
}

void ScalarSeries::clear() {
    const double weight = m_weight;
    *this = {};
    m_weight = weight;
}

void ScalarSeries::setSmoothing(double weight) {
    weight = std::clamp(weight, 0.0, 0.9999);
    if (weight == m_weight) return;
    m_weight = weight;
    m_smooth.clear();
    m_moment = 0;
    m_decay = 1;
}

const std::vector<double>& ScalarSeries::smooth() const {
    constexpr double kNothing = 0x1p-54;  // 1 minus this is 1
    m_smooth.reserve(m_raw.capacity());
    for (size_t i = m_smooth.size(); i < size(); ++i) {
        if (!std::isfinite(m_raw[i])) {  // an infinity would stay in the moment for ever
            m_smooth.push_back(m_raw[i]);
            continue;
        }
        m_moment = m_weight * m_moment + (1 - m_weight) * m_raw[i];
        if (m_decay != 0) m_decay = m_decay > kNothing ? m_decay * m_weight : 0;
        m_smooth.push_back(m_decay == 0 ? m_moment : m_moment / (1 - m_decay));
    }
    return m_smooth;
}

size_t ScalarSeries::lowerBound(double step) const {
    return static_cast<size_t>(std::lower_bound(m_steps.begin(), m_steps.end(), step) - m_steps.begin());
}

size_t ScalarSeries::nearest(double step) const {
    const size_t right = lowerBound(step);
    if (right == 0) return 0;
    if (right == size()) return size() - 1;
    return step - m_steps[right - 1] <= m_steps[right] - step ? right - 1 : right;
}

void ScalarSeries::thin(Line line, const View& view, std::vector<SeriesPoint>& out) const {
    out.clear();
    const size_t begin = std::max<size_t>(lowerBound(view.low), 1) - 1;
    const size_t end = std::min(lowerBound(view.high) + 2, size());
    if (begin >= end) return;
    const std::vector<double>& value = values(line);
    const auto add = [&](size_t i) { out.push_back({m_steps[i], value[i]}); };
    const int columns = std::max(view.columns, 1);
    if (end - begin <= static_cast<size_t>(columns) * 2) {
        for (size_t i = begin; i < end; ++i) add(i);
        return;
    }
    const double perColumn = (view.high - view.low) / columns;
    out.reserve(static_cast<size_t>(columns) * 4);
    for (size_t i = begin; i < end;) {
        const double edge = view.low + perColumn * (std::floor((m_steps[i] - view.low) / perColumn) + 1);
        size_t low = i, high = i, last = i;
        double sum = 0;
        for (size_t k = i; k < end && (k == i || m_steps[k] < edge); ++k) {
            if (value[k] < value[low]) low = k;
            if (value[k] > value[high]) high = k;
            sum += value[k];
            last = k;
        }
        if (line == Line::Smooth && m_weight > 0) {
            out.push_back({m_steps[i + (last - i) / 2], sum / static_cast<double>(last - i + 1)});
            i = last + 1;
            continue;
        }
        if (i > begin && value[high] - value[low] < view.flat) low = high = i = last;
        size_t kept[4] = {i, std::min(low, high), std::max(low, high), last};
        const size_t* keptEnd = std::unique(kept, kept + 4);
        for (const size_t* k = kept; k != keptEnd; ++k) add(*k);
        i = last + 1;
    }
}

}  // namespace limner::widgets
