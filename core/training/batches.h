// Which pictures make a batch, and how a batch is made of them.
#pragma once

#include "core/internal/torch.h"

#include <cstdint>

#include "core/internal/model.h"

namespace limner::training {

/// A place in the data. Together with the seed it says which pictures come next.
struct BatchPosition {
    int64_t epoch = 0;
    int64_t batch = 0;  ///< within the epoch
    friend bool operator==(const BatchPosition&, const BatchPosition&) = default;
};

/// The position that follows.
BatchPosition after(const BatchPosition& position, int64_t batchesPerEpoch);
/// Epochs as a number with a fraction: 2.5 is half-way through the third.
double epochsAt(const BatchPosition& position, int64_t batchesPerEpoch);

/// The order in which the pictures of a run are seen. The permutation of an epoch depends on the seed and the
/// number of the epoch alone, so a position can be taken up again exactly.
///
/// The last batch of an epoch may be smaller. Where it would hold one single picture, that picture sits out
/// the epoch: batch normalisation cannot learn from one, and the next epoch shuffles anew.
class BatchOrder {
public:
    /// @param rows  int64 [M], the pictures to draw from, M >= 2
    /// @param batchSize  >= 2; more than M means M
    /// @throws std::invalid_argument otherwise
    BatchOrder(torch::Tensor rows, int64_t batchSize, uint64_t seed);

    int64_t batchesPerEpoch() const { return m_batchesPerEpoch; }
    /// The rows of one batch, int64 [<= batchSize].
    torch::Tensor at(const BatchPosition& position);

private:
    torch::Tensor m_rows;
    int64_t m_batchSize;
    uint64_t m_seed;
    int64_t m_batchesPerEpoch;
    int64_t m_permutedEpoch = -1;
    torch::Tensor m_permuted;
};

/// Turns rows of a picture set into batches: gather from uint8, then scale.
class BatchMaker {
public:
    /// @param pictures  uint8 [N, C, H, W]; @param labels  int64 [N]. Both go to the device once.
    /// @param isSigned  whether pixels are to run from −1 to 1, else from 0 to 1
    BatchMaker(const torch::Tensor& pictures, const torch::Tensor& labels, bool isSigned,
               const torch::Device& device);

    /// The tensors are kept and written anew by the next call.
    models::Batch make(const torch::Tensor& rows);

private:
    void gather(const torch::Tensor& rows);

    torch::Device m_device;
    torch::Tensor m_pictures;  // uint8
    torch::Tensor m_labels;
    bool m_isSigned;
    torch::Tensor m_bytes;   // the gathered batch
    torch::Tensor m_floats;  // and the scaled one
};

}  // namespace limner::training
