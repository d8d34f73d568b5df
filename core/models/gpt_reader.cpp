#include "gpt_reader.h"

#include <algorithm>
#include <utility>

namespace limner::models {
namespace {

using torch::Tensor;

std::vector<int64_t> idsOf(const Tensor& tokens) {
    const Tensor here = tokens.to(torch::kCPU, torch::kInt64).contiguous();
    return {here.const_data_ptr<int64_t>(), here.const_data_ptr<int64_t>() + here.numel()};
}

Tensor emptyMemory(const GptShape& shape, int64_t capacity, const Tensor& weight) {
    return torch::empty({shape.layers, shape.heads, capacity, shape.headSize()}, weight.options());
}

}  // namespace

GptReader::GptReader(GptNetwork network, const GptShape& shape, std::shared_ptr<const GptBytes> bytes)
    : m_network(std::move(network)),
      m_shape(shape),
      m_bytes(std::move(bytes)),
      m_keys(emptyMemory(shape, 0, m_network->tokenTable->weight)),
      m_values(torch::empty_like(m_keys)) {
    if (GptRow::canRead(*m_network)) m_row.emplace(m_network, shape, m_bytes);
}

void GptReader::forgetFirstHalf() {
    const auto kept = static_cast<std::ptrdiff_t>(std::max<int64_t>(1, m_shape.context / 2));
    m_tokens.erase(m_tokens.begin(), m_tokens.end() - kept);
    m_kept = 0;
}

size_t GptReader::take(const std::vector<int64_t>& tokens, size_t first) {
    if (length() == m_shape.context) forgetFirstHalf();
    const auto room = static_cast<size_t>(m_shape.context - length());
    const size_t last = std::min(first + room, tokens.size());
    const auto at = [&](size_t i) { return tokens.begin() + static_cast<std::ptrdiff_t>(i); };
    m_tokens.insert(m_tokens.end(), at(first), at(last));
    return last;
}

void GptReader::makeRoom() {
    constexpr int64_t kLeast = 128;
    const int64_t capacity = m_keys.size(2);
    if (length() <= capacity) return;
    const int64_t larger = std::min(m_shape.context, std::max({length(), 2 * capacity, kLeast}));
    for (Tensor* memory : {&m_keys, &m_values}) {
        const Tensor grown = emptyMemory(m_shape, larger, *memory);
        grown.slice(2, 0, m_kept).copy_(memory->slice(2, 0, m_kept));
        *memory = grown;
    }
}

Tensor GptReader::catchUp() {
    makeRoom();
    const int64_t first = m_kept, last = length();
    const auto options = torch::dtype(torch::kInt64);
    const Tensor tokens = torch::from_blob(m_tokens.data() + first, {1, last - first}, options)
                              .to(m_network->tokenTable->weight.device());
    // A token sees those kept, those before it among the new ones, and itself.
    Tensor visible;
    if (first > 0 && last - first > 1)
        visible = torch::ones({last - first, last}, tokens.options().dtype(torch::kBool)).tril(first);
    const Attention attention = [&](size_t layer, const Tensor& queries, const Tensor& keys,
                                    const Tensor& values) {
        const auto index = static_cast<int64_t>(layer);
        m_keys[index].slice(1, first, last).copy_(keys[0]);
        m_values[index].slice(1, first, last).copy_(values[0]);
        const auto mask = visible.defined() ? std::optional<Tensor>(visible) : std::nullopt;
        return at::scaled_dot_product_attention(queries, m_keys[index].slice(1, 0, last).unsqueeze(0),
                                                m_values[index].slice(1, 0, last).unsqueeze(0), mask, 0.0,
                                                /*is_causal=*/first == 0 && last > 1);
    };
    const Tensor hidden = m_network->hidden(tokens, first, attention, /*dropout=*/0);
    m_kept = last;
    return hidden[0];
}

Tensor GptReader::read(const Tensor& tokens) {
    const torch::NoGradGuard noGradients;
    const std::vector<int64_t> ids = idsOf(tokens);
    std::vector<Tensor> parts;
    for (size_t first = 0; first < ids.size();) {
        const size_t next = take(ids, first);
        const auto count = static_cast<int64_t>(next - first);
        parts.push_back(catchUp().slice(0, -count));
        first = next;
    }
    return m_network->head(torch::cat(parts));
}

Tensor GptReader::readLast(const Tensor& tokens) {
    const torch::NoGradGuard noGradients;
    const std::vector<int64_t> ids = idsOf(tokens);
    for (size_t first = 0; first < ids.size();) first = take(ids, first);
    if (!isOneBehind()) return m_network->head(catchUp()[-1]);
    makeRoom();
    const float* hidden = m_row->hidden(m_tokens.back(), m_kept++,
                                        {.keys = m_keys.mutable_data_ptr<float>(),
                                         .values = m_values.mutable_data_ptr<float>(),
                                         .capacity = m_keys.size(2)});
    return m_row->head(hidden);
}

bool GptReader::rewind(int64_t length) {
    if (length > this->length()) return false;
    m_tokens.resize(static_cast<size_t>(length));
    m_kept = std::min(m_kept, length);
    return true;
}

std::unique_ptr<Reader> GptReader::fork() const {
    auto other = std::make_unique<GptReader>(m_network, m_shape, m_bytes);
    other->m_tokens = m_tokens;
    other->m_kept = m_kept;
    other->m_keys = m_keys.clone();
    other->m_values = m_values.clone();
    return other;
}

}  // namespace limner::models
