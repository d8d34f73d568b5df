// What the core uses of LibTorch. The whole of torch/torch.h makes every file that includes it half a minute
// slower to compile, since it instantiates every layer; files that build networks include those they need.
#pragma once

#include <torch/autograd.h>
#include <torch/nn/module.h>
#include <torch/types.h>
#include <torch/utils.h>
