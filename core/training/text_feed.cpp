#include "text_feed.h"

#include <algorithm>
#include <stdexcept>

#include "core/internal/random.h"

namespace limner::training {

TextParts splitText(const torch::Tensor& tokens, double validationShare, double testShare) {
    const int64_t count = tokens.size(0);
    const auto share = [count](double part) {
        return static_cast<int64_t>(part * static_cast<double>(count));
    };
    const int64_t test = count - share(testShare);
    const int64_t validation = test - share(validationShare);
    return {.train = tokens.slice(0, 0, validation),
            .validation = tokens.slice(0, validation, test),
            .test = tokens.slice(0, test, count)};
}

TextFeed::TextFeed(TextParts parts, std::shared_ptr<const language::Tokenizer> tokenizer, int64_t window,
                   bool carriesState, const ParamValues& values, const torch::Device& device)
    : m_parts{parts.train.to(device), parts.validation.to(device), parts.test.to(device)},
      m_tokenizer(std::move(tokenizer)),
      m_window(window),
      m_carriesState(carriesState),
      m_seed(static_cast<uint64_t>(intOf(values, "seed"))),
      m_windows((m_parts.train.size(0) - 1) / window) {
    if (m_windows < 1) throw std::invalid_argument("the text is shorter than one window");
    m_batchSize = std::min(intOf(values, "batch_size"), m_windows);
    m_batchesPerEpoch = m_windows / m_batchSize;
}

models::Batch TextFeed::training(const BatchPosition& position, at::Generator&) {
    models::Batch batch =
        cut(m_parts.train, m_carriesState ? laneStarts(position) : shuffledStarts(position));
    batch.continues = m_carriesState && position.batch > 0;
    return batch;
}

// Lane n reads from n · (length of a lane) on: its windows follow each other from batch to batch.
torch::Tensor TextFeed::laneStarts(const BatchPosition& position) const {
    const torch::Tensor lanes = torch::arange(m_batchSize, torch::kInt64) * (m_batchesPerEpoch * m_window);
    return lanes + position.batch * m_window;
}

torch::Tensor TextFeed::shuffledStarts(const BatchPosition& position) {
    if (position.epoch != m_permutedEpoch) {
        const auto part = static_cast<uint64_t>(position.epoch);
        at::Generator generator = makeGenerator(torch::kCPU, seedOf(m_seed, Stream::Order, part));
        // What is left over beside whole windows lets them begin a little later in each epoch.
        const int64_t spare = m_parts.train.size(0) - 1 - m_windows * m_window;
        const torch::Tensor shift = torch::randint(0, spare + 1, {1}, generator, torch::kInt64);
        m_starts = torch::randperm(m_windows, generator) * m_window + shift;
        m_permutedEpoch = position.epoch;
    }
    const int64_t first = position.batch * m_batchSize;
    return m_starts.slice(0, first, first + m_batchSize);
}

models::Batch TextFeed::cut(const torch::Tensor& tokens, const torch::Tensor& starts) const {
    const torch::Tensor places = starts.unsqueeze(1) + torch::arange(m_window + 1, torch::kInt64);
    const torch::Tensor rows =
        tokens.index_select(0, places.flatten().to(tokens.device())).view(places.sizes()).to(torch::kInt64);
    return {.inputs = rows.slice(1, 0, m_window), .targets = rows.slice(1, 1, m_window + 1)};
}

int64_t TextFeed::count(HeldOut part) const {
    return std::max<int64_t>(0, tokensOf(part).size(0) - 1) / m_window;
}

models::Batch TextFeed::heldOut(HeldOut part, int64_t first, int64_t last) {
    return cut(tokensOf(part), torch::arange(first, last, torch::kInt64) * m_window);
}

models::Batch TextFeed::examples() {
    if (count(HeldOut::Validation) > 0) return heldOut(HeldOut::Validation, 0, 1);
    return cut(m_parts.train, torch::zeros({1}, torch::kInt64));
}

Message TextFeed::rate(const std::string& perSecond) const {
    return {LIMNER_TR("core", "%1 tokens/s"), {perSecond}};
}

}  // namespace limner::training
