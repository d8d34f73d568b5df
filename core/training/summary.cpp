#include "summary.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace limner::training {
namespace {

using Combine = std::function<double(double, double)>;

/// Folds the measured values of one scalar, oldest first; NaN where there is none.
double fold(const MetricTable& table, size_t scalar, const Combine& combine) {
    double result = std::nan("");
    for (const auto& block : table.blocks) {
        for (const double value : block->scalars[scalar]) {
            if (std::isnan(value)) continue;
            result = std::isnan(result) ? value : combine(result, value);
        }
    }
    return result;
}

bool isLearningRate(const std::string& name) {
    return name.starts_with("learning_rate");
}
bool isBetterHigh(const std::string& name) {
    return name.find("accuracy") != std::string::npos;
}

}  // namespace

std::map<std::string, double> lastValues(const MetricTable& table) {
    std::map<std::string, double> last;
    for (size_t i = 0; i < table.names.size(); ++i) {
        const double value = fold(table, i, [](double, double newer) { return newer; });
        if (!std::isnan(value)) last[table.names[i]] = value;
    }
    return last;
}

std::map<std::string, double> bestValues(const MetricTable& table) {
    std::map<std::string, double> best;
    for (size_t i = 0; i < table.names.size(); ++i) {
        const std::string& name = table.names[i];
        if (isLearningRate(name)) continue;
        const double value = fold(table, i, [&name](double a, double b) {
            return isBetterHigh(name) ? std::max(a, b) : std::min(a, b);
        });
        if (!std::isnan(value)) best[name] = value;
    }
    return best;
}

}  // namespace limner::training
