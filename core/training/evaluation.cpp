#include "evaluation.h"

#include <algorithm>

#include "core/internal/random.h"

namespace limner::training {

Evaluation::Evaluation(models::Model& model, Feed& feed, HeldOut part, uint64_t seed,
                       const torch::Device& device)
    : m_model(model),
      m_feed(feed),
      m_part(part),
      m_total(model.evaluationNames().empty() ? 0 : feed.count(part)),
      m_names(model.evaluationNames()),
      m_generator(makeGenerator(device, seedOf(seed, Stream::Evaluation))),
      m_sums(torch::zeros({static_cast<int64_t>(m_names.size())},
                          torch::device(device).dtype(torch::kFloat64))) {}

void Evaluation::step() {
    const torch::NoGradGuard noGrad;
    const int64_t last = std::min(m_next + m_feed.scoredAtOnce(), m_total);
    const models::Scalars scalars = m_model.evaluate(m_feed.heldOut(m_part, m_next, last), m_generator);
    m_sums.add_(torch::stack(scalars).to(torch::kFloat64), static_cast<double>(last - m_next));
    m_next = last;
}

std::map<std::string, double> Evaluation::scores() const {
    if (m_total == 0) return {};
    const torch::Tensor means = (m_sums / static_cast<double>(m_total)).cpu();
    std::map<std::string, double> scores;
    for (size_t i = 0; i < m_names.size(); ++i)
        scores[m_names[i]] = m_model.scoreOf(i, means[static_cast<int64_t>(i)].item<double>());
    return scores;
}

std::map<std::string, double> evaluate(models::Model& model, Feed& feed, HeldOut part, uint64_t seed,
                                       const torch::Device& device) {
    Evaluation evaluation(model, feed, part, seed, device);
    while (!evaluation.isDone()) evaluation.step();
    return evaluation.scores();
}

}  // namespace limner::training
