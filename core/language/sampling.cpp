#include "sampling.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <functional>
#include <limits>
#include <queue>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace limner::language {
namespace {

constexpr float kNever = -std::numeric_limits<float>::infinity();

/// A candidate on its way through the filters.
struct Weighed {
    int32_t id;
    float logit;  ///< over temperature, below that of the likeliest: 0 or less
    double probability;
};

/// exp for 0 and less, to 2e-7, where rounding is the same on every machine, unlike in std::exp; and as a
/// compiler can vectorize it. Below -87 it is 0.
float expOf(float x) {
    constexpr float kLog2E = 1.44269504F;
    constexpr float kRound = 12582912;  // 1.5 * 2^23: what is added to it is rounded to a whole number
    const float bounded = std::max(x, -88.F);
    const float whole = (bounded * kLog2E + kRound) - kRound;
    const float rest = (bounded - whole * 0.693359375F) + whole * 2.12194440e-4F;  // ln 2 in two parts
    // Coefficients of Cephes' expf.
    float sum = 1.9875691500e-4F;
    for (const float coefficient :
         {1.3981999507e-3F, 8.3334519073e-3F, 4.1665795894e-2F, 1.6666665459e-1F, 5.0000001201e-1F})
        sum = sum * rest + coefficient;
    sum = sum * rest * rest + rest + 1;
    const auto exponent = static_cast<int32_t>(whole) + 127;
    return x < -87 ? 0 : sum * std::bit_cast<float>(exponent << 23);
}

/// Where an order of candidates is cut: what comes after goes.
struct Cut {
    float key;
    size_t place;
};

/// The k-th largest logit; without NaN, which compares with nothing.
float largestButOf(std::span<const float> logits, size_t k) {
    std::priority_queue<float, std::vector<float>, std::greater<>> largest;
    for (const float logit : logits) {
        if (!(logit > kNever)) continue;
        if (largest.size() < k) {
            largest.push(logit);
        } else if (logit > largest.top()) {
            largest.pop();
            largest.push(logit);
        }
    }
    return largest.empty() ? kNever : largest.top();
}

void normalise(std::vector<Weighed>& all) {
    double sum = 0;
    for (const Weighed& one : all) sum += one.probability;
    const double scale = 1 / sum;
    for (Weighed& one : all) one.probability *= scale;
}

/// All that top-k leaves, by rising id.
std::vector<Weighed> weigh(std::span<const float> logits, const Sampling& sampling) {
    const auto topK = static_cast<size_t>(std::max<int64_t>(sampling.topK, 0));
    const bool isCut = topK > 0 && topK < logits.size();
    const float least = isCut ? largestButOf(logits, topK) : kNever;
    const int32_t best = likeliestOf(logits);
    std::vector<Weighed> all;
    if (best < 0) return all;
    all.reserve(isCut ? topK : logits.size());
    const float scale = static_cast<float>(1 / sampling.temperature);
    const float highest = logits[static_cast<size_t>(best)];
    for (size_t id = 0; id < logits.size(); ++id) {
        if (!(logits[id] > kNever) || logits[id] < least) continue;
        const float under = logits[id] == highest ? 0 : std::max((logits[id] - highest) * scale, -1e6F);
        all.push_back({static_cast<int32_t>(id), under, 0});
    }
    for (Weighed& one : all) one.probability = expOf(one.logit);
    normalise(all);
    return all;
}

/// The same over some of them, whose order is only found where the mass is reached: the parts before it are
/// weighed as a whole.
Cut cutAtMass(const std::vector<Weighed>& all, const std::vector<float>& keys, std::vector<size_t> places,
              double mass) {
    const auto isBefore = [&keys](size_t one, size_t other) {
        return keys[one] != keys[other] ? keys[one] < keys[other] : one < other;
    };
    auto low = places.begin();
    auto high = places.end();
    double before = 0;
    while (high - low > 1) {
        const auto middle = low + (high - low) / 2;
        std::nth_element(low, middle, high, isBefore);
        double part = 0;
        for (auto place = low; place != middle; ++place) part += all[*place].probability;
        if (before + part >= mass) {
            high = middle;
        } else {
            before += part;
            low = middle;
        }
    }
    return {keys[*low], *low};
}

/// The last of the first that together reach `mass` when candidates are ordered by key, then place. Linear:
/// the mass of each stretch of keys is summed, and only that in which it is reached is looked at further.
Cut cutAtMass(const std::vector<Weighed>& all, const std::vector<float>& keys, double mass) {
    constexpr size_t kStretches = 2048;
    const auto [lowest, highest] = std::minmax_element(keys.begin(), keys.end());
    const float low = *lowest;
    const float scale = *highest > low ? static_cast<float>(kStretches - 1) / (*highest - low) : 0;
    const auto stretchOf = [low, scale](float key) { return static_cast<size_t>((key - low) * scale); };
    std::array<double, kStretches> masses{};
    for (size_t i = 0; i < all.size(); ++i) masses[stretchOf(keys[i])] += all[i].probability;
    double before = 0;
    size_t reached = 0;
    while (reached < stretchOf(*highest) && before + masses[reached] < mass) before += masses[reached++];
    std::vector<size_t> places;
    for (size_t i = 0; i < all.size(); ++i) {
        if (stretchOf(keys[i]) == reached) places.push_back(i);
    }
    return cutAtMass(all, keys, std::move(places), mass - before);
}

void keepTopP(std::vector<Weighed>& all, double topP) {
    std::vector<float> keys;
    keys.reserve(all.size());
    for (const Weighed& one : all) keys.push_back(-one.logit);
    const Cut cut = cutAtMass(all, keys, topP);
    size_t place = 0;
    std::erase_if(all, [&](const Weighed&) {
        const size_t at = place++;
        return keys[at] > cut.key || (keys[at] == cut.key && at > cut.place);
    });
    normalise(all);
}

void keepMinP(std::vector<Weighed>& all, double minP) {
    double likeliest = 0;
    for (const Weighed& one : all) likeliest = std::max(likeliest, one.probability);
    std::erase_if(all, [&](const Weighed& one) { return one.probability < minP * likeliest; });
    normalise(all);
}

void keepTypical(std::vector<Weighed>& all, double mass) {
    double mean = 0;
    for (const Weighed& one : all) mean += one.probability * double{one.logit};
    // A token's log-probability is its logit less one number for all, so that its distance from the entropy
    // is that of its logit from the mean logit.
    std::vector<float> keys;
    keys.reserve(all.size());
    for (const Weighed& one : all) keys.push_back(std::abs(one.logit - static_cast<float>(mean)));
    const Cut cut = cutAtMass(all, keys, mass);
    size_t place = 0;
    std::erase_if(all, [&](const Weighed&) { return keys[place++] > cut.key; });
    normalise(all);
}

}  // namespace

double TokenDraws::next() {
    m_state += 0x9E3779B97F4A7C15;
    uint64_t bits = m_state;
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EB;
    bits ^= bits >> 31;
    return static_cast<double>(bits >> 11) * 0x1.0p-53;
}

void penalise(std::span<float> logits, std::span<const int32_t> text, std::span<const int32_t> written,
              const Sampling& sampling) {
    if (sampling.repetitionPenalty != 1) {
        const auto penalty = static_cast<float>(sampling.repetitionPenalty);
        for (const int32_t id : std::unordered_set<int32_t>(text.begin(), text.end())) {
            float& logit = logits[static_cast<size_t>(id)];
            logit = logit < 0 ? logit * penalty : logit / penalty;
        }
    }
    if (sampling.frequencyPenalty == 0) return;
    std::unordered_map<int32_t, int> counts;
    for (const int32_t id : written) ++counts[id];
    for (const auto& [id, count] : counts)
        logits[static_cast<size_t>(id)] -= static_cast<float>(count * sampling.frequencyPenalty);
}

int32_t likeliestOf(std::span<const float> logits) {
    int32_t best = -1;
    float highest = kNever;
    for (size_t id = 0; id < logits.size(); ++id) {
        if (!(logits[id] > highest)) continue;
        highest = logits[id];
        best = static_cast<int32_t>(id);
    }
    return best;
}

std::vector<TokenShare> candidatesOf(std::span<const float> logits, const Sampling& sampling) {
    std::vector<Weighed> all = weigh(logits, sampling);
    if (sampling.topP < 1 && all.size() > 1) keepTopP(all, sampling.topP);
    if (sampling.minP > 0 && all.size() > 1) keepMinP(all, sampling.minP);
    if (sampling.typical > 0 && sampling.typical < 1 && all.size() > 1) keepTypical(all, sampling.typical);
    std::vector<TokenShare> candidates;
    candidates.reserve(all.size());
    for (const Weighed& one : all) candidates.push_back({one.id, one.probability});
    return candidates;
}

int32_t drawFrom(std::span<const TokenShare> candidates, double number) {
    double sum = 0;
    for (const TokenShare& candidate : candidates) {
        sum += candidate.probability;
        if (number < sum) return candidate.id;
    }
    // The shares may sum to a little less than 1.
    const auto isPossible = [](const TokenShare& candidate) { return candidate.probability > 0; };
    const auto last = std::find_if(candidates.rbegin(), candidates.rend(), isPossible);
    return last == candidates.rend() ? candidates.back().id : last->id;
}

int32_t chooseToken(std::span<float> logits, std::span<const int32_t> text, std::span<const int32_t> written,
                    const Sampling& sampling, TokenDraws& draws) {
    penalise(logits, text, written, sampling);
    if (sampling.temperature <= 0) return likeliestOf(logits);
    const std::vector<TokenShare> candidates = candidatesOf(logits, sampling);
    return candidates.empty() ? -1 : drawFrom(candidates, draws.next());
}

}  // namespace limner::language
