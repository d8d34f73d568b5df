#include "batches.h"

#include <ATen/CPUGeneratorImpl.h>

#include <algorithm>
#include <stdexcept>

#include "core/internal/random.h"

namespace limner::training {

BatchOrder::BatchOrder(torch::Tensor rows, int64_t batchSize, uint64_t seed)
    : m_rows(std::move(rows)), m_batchSize(std::min(batchSize, m_rows.size(0))), m_seed(seed) {
    if (m_batchSize < 2) throw std::invalid_argument("a batch needs two pictures or more");
    const int64_t count = m_rows.size(0);
    const int64_t rest = count % m_batchSize;
    m_batchesPerEpoch = count / m_batchSize + (rest > 1 ? 1 : 0);
}

torch::Tensor BatchOrder::at(const BatchPosition& position) {
    if (position.epoch != m_permutedEpoch) {
        const auto part = static_cast<uint64_t>(position.epoch);
        at::Generator generator = makeGenerator(torch::kCPU, seedOf(m_seed, Stream::Order, part));
        m_permuted = m_rows.index_select(0, torch::randperm(m_rows.size(0), generator));
        m_permutedEpoch = position.epoch;
    }
    const int64_t first = position.batch * m_batchSize;
    return m_permuted.slice(0, first, std::min(first + m_batchSize, m_permuted.size(0)));
}

BatchPosition after(const BatchPosition& position, int64_t batchesPerEpoch) {
    if (position.batch + 1 < batchesPerEpoch) return {position.epoch, position.batch + 1};
    return {position.epoch + 1, 0};
}

double epochsAt(const BatchPosition& position, int64_t batchesPerEpoch) {
    return static_cast<double>(position.epoch) +
           static_cast<double>(position.batch) / static_cast<double>(batchesPerEpoch);
}

BatchMaker::BatchMaker(const torch::Tensor& pictures, const torch::Tensor& labels, bool isSigned,
                       const torch::Device& device)
    : m_device(device),
      m_pictures(pictures.to(device).contiguous()),
      m_labels(labels.to(device)),
      m_isSigned(isSigned),
      m_bytes(torch::empty({0}, m_pictures.options())),
      m_floats(torch::empty({0}, m_pictures.options().dtype(torch::kFloat32))) {}

models::Batch BatchMaker::make(const torch::Tensor& rows) {
    const torch::NoGradGuard noGrad;
    const torch::Tensor here = rows.to(m_device);
    gather(here);
    m_floats.resize_(m_bytes.sizes());
    m_floats.copy_(m_bytes);
    if (m_isSigned) {
        m_floats.div_(127.5).sub_(1);
    } else {
        m_floats.div_(255);
    }
    return {m_floats, m_labels.index_select(0, here)};
}

void BatchMaker::gather(const torch::Tensor& rows) {
    std::vector<int64_t> shape = m_pictures.sizes().vec();
    shape[0] = rows.size(0);
    m_bytes.resize_(shape);
    at::index_select_out(m_bytes, m_pictures, 0, rows);
}

}  // namespace limner::training
