// Tells whether a tensor holds NaN or infinity, at about the price of reading it once.
#pragma once

#include "core/internal/torch.h"

#include <stdexcept>

#include "core/types/text.h"

namespace limner::training {

/// Leaves a training step before the weights move. Its message names the number that went first.
class NotFiniteError : public std::runtime_error {
public:
    explicit NotFiniteError(Message what) : std::runtime_error(what.text()), m_message(std::move(what)) {}
    const Message& message() const { return m_message; }

private:
    Message m_message;
};

/// True where no element is NaN or infinite. Waits for the device.
bool isFinite(const torch::Tensor& tensor);

}  // namespace limner::training
