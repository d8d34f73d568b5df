#include "colour.h"

#include <ATen/Parallel.h>

#include <algorithm>

namespace limner::style {
namespace {

using torch::Tensor;

/// The symmetric root of a symmetric matrix; eigenvalues below `floor` count as `floor`.
Tensor matrixPower(const Tensor& matrix, double exponent, double floor) {
    const auto [values, vectors] = at::linalg_eigh(matrix);
    return vectors.mul(values.clamp_min(floor).pow(exponent)).matmul(vectors.t());
}

int binOf(float value) {
    constexpr int kLast = ColourHistogram::kBins - 1;
    return std::clamp(static_cast<int>(value * static_cast<float>(ColourHistogram::kBins)), 0, kLast);
}

std::vector<double> sharesOf(const float* values, int64_t count) {
    std::vector<int64_t> counts(ColourHistogram::kBins);
    for (int64_t i = 0; i < count; ++i) ++counts[static_cast<size_t>(binOf(values[i]))];
    std::vector<double> shares(ColourHistogram::kBins + 1);
    int64_t below = 0;
    for (size_t bin = 0; bin < counts.size(); ++bin) {
        below += counts[bin];
        shares[bin + 1] = static_cast<double>(below) / static_cast<double>(count);
    }
    return shares;
}

/// The value below which a share of the pixels lies. @param from  a bin to begin at that is not beyond it
float quantile(const std::vector<double>& shares, double share, size_t& from) {
    while (from + 2 < shares.size() && shares[from + 1] < share) ++from;
    const double inBin = shares[from + 1] - shares[from];
    const double part = inBin > 0 ? std::clamp((share - shares[from]) / inBin, 0.0, 1.0) : 0.5;
    return static_cast<float>((static_cast<double>(from) + part) / ColourHistogram::kBins);
}

/// Where the values of each bin go: by the middle of their ranks, so that a bin that stands alone keeps
/// together.
std::vector<float> risingMap(const std::vector<double>& from, const std::vector<double>& to) {
    std::vector<float> map(ColourHistogram::kBins);
    size_t bin = 0;
    for (size_t i = 0; i < map.size(); ++i) map[i] = quantile(to, (from[i] + from[i + 1]) / 2, bin);
    return map;
}

void applyMap(const std::vector<float>& map, const float* from, float* to, int64_t count) {
    at::parallel_for(0, count, 1 << 15, [&](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; ++i) to[i] = map[static_cast<size_t>(binOf(from[i]))];
    });
}

}  // namespace

ColourMoments momentsOf(const Tensor& picture) {
    const Tensor colours = picture.flatten(1).to(torch::kFloat64);  // [3, N]
    const Tensor mean = colours.mean(1);
    const Tensor centred = colours - mean.unsqueeze(1);
    return {mean, centred.matmul(centred.t()) / static_cast<double>(colours.size(1))};
}

ColourMoments mixed(const std::vector<ColourMoments>& moments, const std::vector<double>& weights) {
    double sum = 0;
    for (const double weight : weights) sum += weight;
    Tensor mean = torch::zeros({3}, torch::kFloat64);
    Tensor second = torch::zeros({3, 3}, torch::kFloat64);
    for (size_t i = 0; i < moments.size(); ++i) {
        const double share = weights[i] / sum;
        mean += moments[i].mean * share;
        second += (moments[i].covariance + moments[i].mean.outer(moments[i].mean)) * share;
    }
    return {mean, second - mean.outer(mean)};
}

Tensor matchMoments(const Tensor& picture, const ColourMoments& model) {
    constexpr double kLeastVariance = 1e-4;
    const ColourMoments own = momentsOf(picture);
    const Tensor root = matrixPower(own.covariance, 0.5, kLeastVariance);
    const Tensor inverse = matrixPower(own.covariance, -0.5, kLeastVariance);
    const Tensor middle = matrixPower(root.matmul(model.covariance).matmul(root), 0.5, 0);
    const Tensor map = inverse.matmul(middle).matmul(inverse).to(torch::kFloat32);
    const Tensor shift = model.mean.to(torch::kFloat32) - map.mv(own.mean.to(torch::kFloat32));
    return (map.matmul(picture.flatten(1)) + shift.unsqueeze(1)).view_as(picture);
}

ColourHistogram::ColourHistogram(const Tensor& picture) {
    const Tensor values = picture.contiguous();
    for (int64_t channel = 0; channel < 3; ++channel)
        m_shares[static_cast<size_t>(channel)] =
            sharesOf(values[channel].const_data_ptr<float>(), values[channel].numel());
}

ColourHistogram::ColourHistogram(const std::vector<ColourHistogram>& parts,
                                 const std::vector<double>& weights) {
    double sum = 0;
    for (const double weight : weights) sum += weight;
    for (size_t channel = 0; channel < 3; ++channel) {
        std::vector<double>& shares = m_shares[channel];
        shares.assign(kBins + 1, 0);
        for (size_t part = 0; part < parts.size(); ++part)
            for (size_t edge = 0; edge < shares.size(); ++edge)
                shares[edge] += parts[part].m_shares[channel][edge] * weights[part] / sum;
    }
}

Tensor matchHistogram(const Tensor& picture, const ColourHistogram& model) {
    const Tensor from = picture.contiguous();
    const ColourHistogram own(from);
    Tensor result = torch::empty_like(from);
    for (int channel = 0; channel < 3; ++channel)
        applyMap(risingMap(own.shares(channel), model.shares(channel)), from[channel].const_data_ptr<float>(),
                 result[channel].mutable_data_ptr<float>(), from[channel].numel());
    return result;
}

Tensor lumaOf(const Tensor& picture) {
    return (picture[0] * 0.299 + picture[1] * 0.587 + picture[2] * 0.114).unsqueeze(0);
}

}  // namespace limner::style
