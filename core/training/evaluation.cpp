#include "evaluation.h"

#include <algorithm>

#include "core/internal/random.h"

namespace limner::training {

Evaluation::Evaluation(models::Model& model, BatchMaker& batches, torch::Tensor rows, uint64_t seed,
                       const torch::Device& device)
    : m_model(model),
      m_batches(batches),
      m_rows(std::move(rows)),
      m_names(model.evaluationNames()),
      m_generator(makeGenerator(device, seedOf(seed, Stream::Evaluation))),
      m_sums(torch::zeros({static_cast<int64_t>(m_names.size())},
                          torch::device(device).dtype(torch::kFloat64))) {
    if (m_names.empty()) m_next = m_rows.size(0);
}

void Evaluation::step() {
    constexpr int64_t kBatch = 256;  // fixed, so that scores do not depend on the batch size of training
    const torch::NoGradGuard noGrad;
    const int64_t last = std::min(m_next + kBatch, m_rows.size(0));
    const torch::Tensor part = m_rows.slice(0, m_next, last);
    const models::Scalars scalars = m_model.evaluate(m_batches.make(part), m_generator);
    m_sums.add_(torch::stack(scalars).to(torch::kFloat64), static_cast<double>(part.size(0)));
    m_next = last;
}

std::map<std::string, double> Evaluation::scores() const {
    if (m_names.empty() || m_rows.size(0) == 0) return {};
    const torch::Tensor means = (m_sums / static_cast<double>(m_rows.size(0))).cpu();
    std::map<std::string, double> scores;
    for (size_t i = 0; i < m_names.size(); ++i)
        scores[m_names[i]] = means[static_cast<int64_t>(i)].item<double>();
    return scores;
}

std::map<std::string, double> evaluate(models::Model& model, BatchMaker& batches, const torch::Tensor& rows,
                                       uint64_t seed, const torch::Device& device) {
    Evaluation evaluation(model, batches, rows, seed, device);
    while (!evaluation.isDone()) evaluation.step();
    return evaluation.scores();
}

}  // namespace limner::training
