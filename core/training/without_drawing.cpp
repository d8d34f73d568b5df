#include "core/internal/without_drawing.h"

#include <torch/library.h>

namespace {

/// Stands in for any function that fills its first argument in place: fills it with 0.
void fillWithZero(const c10::OperatorHandle& function, torch::jit::Stack* stack) {
    const auto count = static_cast<std::ptrdiff_t>(function.schema().arguments().size());
    const at::Tensor target = (stack->end() - count)->toTensor();
    target.zero_();
    stack->erase(stack->end() - count + 1, stack->end());
}

}  // namespace

// DeferredInit is the key that LibTorch leaves to others for building modules in another way; it is in force
// on a thread only where a guard puts it there. All but the functions below pass through it.
TORCH_LIBRARY_IMPL(_, DeferredInit, library) {
    library.fallback(torch::CppFunction::makeFallthrough());
}
TORCH_LIBRARY_IMPL(aten, DeferredInit, library) {
    library.impl("uniform_", torch::CppFunction::makeFromBoxedFunction<&fillWithZero>());
    library.impl("normal_", torch::CppFunction::makeFromBoxedFunction<&fillWithZero>());
}
