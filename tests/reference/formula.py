"""Numbers that Python and C++ make alike, bit for bit, so that no weights need to be committed.

tests/core/formula.h is the same in C++.
"""

import numpy as np
import torch

LATENTS, PICTURES = 1000, 2000  # streams of the first step; one more for each further step


def hashed(stream: int, shape) -> torch.Tensor:
    """float32 in [-1, 1): a 32-bit integer hash of the stream and the index of each element."""
    count = int(np.prod(shape))
    h = (np.arange(count, dtype=np.uint64) + np.uint64(stream) * np.uint64(0x9E3779B1)) & np.uint64(0xFFFFFFFF)
    for factor in (0x7FEB352D, 0x846CA68B):
        h ^= h >> np.uint64(16)
        h = (h * np.uint64(factor)) & np.uint64(0xFFFFFFFF)
    h ^= h >> np.uint64(16)
    values = (h >> np.uint64(8)).astype(np.float64) / 2**23 - 1
    return torch.from_numpy(values.astype(np.float32)).reshape(tuple(shape))


def fill_parameters(module: torch.nn.Module) -> None:
    """Weights in ±1/√fanIn, scales of batch norm in 1 ± 0.1, biases in ± 0.1; stream = index of the parameter."""
    with torch.no_grad():
        for stream, (name, parameter) in enumerate(module.named_parameters()):
            values = hashed(stream, parameter.shape)
            if parameter.dim() > 1:
                values *= np.float32(1 / np.sqrt(parameter.numel() // parameter.shape[0]))
            elif name.endswith("weight"):
                values = 1 + np.float32(0.1) * values
            else:
                values *= np.float32(0.1)
            parameter.copy_(values)


def latents(step: int, count: int, size: int) -> torch.Tensor:
    """Uniform, but with mean 0 and variance 1."""
    return hashed(LATENTS + step, (count, size)) * np.float32(np.sqrt(3))


def pictures(step: int, shape, is_signed: bool) -> torch.Tensor:
    """In [-1, 1) or [0, 1)."""
    values = hashed(PICTURES + step, shape)
    return values if is_signed else (values + 1) / 2
