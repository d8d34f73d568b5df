"""Makes the small .pth files of tests/reference/pth, as PyTorch and as a stranger would write them.

python make_pth.py    (torch 2.x; run in tests/reference)
"""
import os
import pathlib
import pickle

import torch

OUT = pathlib.Path(__file__).parent / "pth"


class Hostile:
    def __reduce__(self):
        return os.system, ("touch hostile-was-here",)


def weights():
    """Every kind of number, a view into a larger storage, a transposed one, an empty one and a scalar."""
    shared = torch.arange(12, dtype=torch.float32)
    net = torch.nn.Sequential(torch.nn.Conv2d(2, 3, 3), torch.nn.BatchNorm2d(3))
    with torch.no_grad():
        for i, p in enumerate(net.parameters()):
            p.copy_(torch.arange(p.numel(), dtype=torch.float32).reshape(p.shape) / 8 - i)
    state = net.state_dict()
    state["view"] = shared[4:10].reshape(2, 3)
    state["transposed"] = shared.reshape(3, 4).t()
    state["half"] = torch.tensor([0.5, -2.0], dtype=torch.float16)
    state["brain"] = torch.tensor([1.0, -3.0], dtype=torch.bfloat16)
    state["long"] = torch.tensor([-1, 1 << 40])
    state["flags"] = torch.tensor([True, False, True])
    state["empty"] = torch.zeros(0, 4)
    state["scalar"] = torch.tensor(2.5, dtype=torch.float64)
    return state


def main():
    OUT.mkdir(exist_ok=True)
    state = weights()
    torch.save(state, OUT / "new.pth")
    torch.save(state, OUT / "old.pth", _use_new_zipfile_serialization=False)
    nested = {"epoch": 3, "loss": 0.25, "name": "n", "state_dict": {"w": torch.nn.Parameter(torch.ones(2))}}
    torch.save(nested, OUT / "nested.pth")
    torch.save({"w": torch.ones(2), "extra": Hostile()}, OUT / "hostile.pth")
    torch.save({"w": torch.ones(2), "extra": Hostile()}, OUT / "hostile-old.pth",
               _use_new_zipfile_serialization=False)
    (OUT / "bare.pth").write_bytes(pickle.dumps(Hostile(), protocol=2))
    torch.save({"w": 1}, OUT / "no-tensors.pth")


if __name__ == "__main__":
    main()
