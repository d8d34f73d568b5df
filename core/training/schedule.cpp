#include "schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/types/text.h"

namespace limner::training {
namespace {

double constantFactor(const ParamValues&, int64_t, int64_t) {
    return 1;
}

double stepFactor(const ParamValues& values, int64_t step, int64_t) {
    const int64_t drops = step / intOf(values, "schedule_every");
    return std::pow(realOf(values, "schedule_factor"), static_cast<double>(drops));
}

// Loshchilov & Hutter 2017, eq. 5, without restarts and down to zero.
double cosineFactor(const ParamValues&, int64_t step, int64_t totalSteps) {
    const double share = std::clamp(static_cast<double>(step) / static_cast<double>(totalSteps), 0.0, 1.0);
    return 0.5 * (1 + std::cos(std::numbers::pi * share));
}

ParamTable stepRows() {
    return {{.id = "schedule_every",
             .label = LIMNER_TR("core", "Drop every"),
             .help = LIMNER_TR("core", "After how many steps the learning rate drops."),
             .group = LIMNER_TR("core", "Training"),
             .unit = LIMNER_TR("core", "steps"),
             .kind = ParamKind::Integer,
             .standard = int64_t{2000},
             .range = {1, 1'000'000, Scale::Log}},
            {.id = "schedule_factor",
             .label = LIMNER_TR("core", "Drop to"),
             .help = LIMNER_TR("core", "What the learning rate is multiplied by at each drop."),
             .group = LIMNER_TR("core", "Training"),
             .kind = ParamKind::Real,
             .standard = 0.5,
             .range = {0.01, 1}}};
}

}  // namespace

const std::vector<ScheduleEntry>& scheduleRegistry() {
    static const std::vector<ScheduleEntry> rows{
        {"constant",
         LIMNER_TR("core", "Constant"),
         LIMNER_TR("core", "The learning rate stays as it is."),
         {},
         &constantFactor},
        {"step", LIMNER_TR("core", "Steps"),
         LIMNER_TR("core", "The learning rate drops at regular intervals."), stepRows(), &stepFactor},
        {"cosine",
         LIMNER_TR("core", "Cosine"),
         LIMNER_TR("core", "The learning rate falls along half a cosine wave, to zero at the end."),
         {},
         &cosineFactor},
    };
    return rows;
}

double scheduleFactor(const ParamValues& values, int64_t step, int64_t totalSteps) {
    const auto& entries = scheduleRegistry();
    const auto entry = std::ranges::find(entries, textOf(values, "schedule"), &ScheduleEntry::id);
    const int64_t warmup = intOf(values, "warmup_steps");
    const double rise = step < warmup ? static_cast<double>(step + 1) / static_cast<double>(warmup) : 1.0;
    return rise * entry->factor(values, step, totalSteps);
}

}  // namespace limner::training
