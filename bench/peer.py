"""The peer: the same training step, picture or step of a style in PyTorch eager, answering the same commands as limner_bench.

Usage: peer.py ROW THREADS [--fused]. The step is tests/reference/training.py, written as a textbook would; --fused
gives it torch.optim.Adam(fused=True).
"""

import functools
import json
import pathlib
import sys
import time

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests" / "reference"))

import torch  # noqa: E402

import formula  # noqa: E402
import style_networks as style  # noqa: E402
import training  # noqa: E402
from text_peer import TEXT_PEERS  # noqa: E402
from twins import TWINS, picture_shape  # noqa: E402


def timed(work, count):
    times = []
    for _ in range(count):
        begin = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - begin))
    return times


class Peer:
    def __init__(self, row):
        self.row, self.values = row, row["values"]
        self.twin = TWINS[row["model"]](self.values)
        formula.fill_parameters(self.twin)
        self.trainer = training.trainer_for(row["model"], self.twin, self.values)
        self.shape = (row["batch"], *picture_shape(self.values))
        self.pictures = formula.pictures(0, self.shape, self.values["normalise"])
        self.random = torch.Generator().manual_seed(1)
        self.steps = 0

    def step(self, z):
        scalars = self.trainer.step(self.steps, self.pictures, z)
        self.steps += 1
        return scalars

    def gate(self):
        losses = []
        for index in range(2):
            z = formula.latents(index, self.row["batch"], self.values["latent_size"])
            losses.append({name: value.item() for name, value in self.step(z).items()})
        return losses

    def run(self, steps):
        times = []
        for _ in range(steps):
            begin = time.perf_counter()
            self.step(torch.randn(self.row["batch"], self.values["latent_size"], generator=self.random))
            times.append(1000 * (time.perf_counter() - begin))
        return times


class PicturePeer:
    def __init__(self, row):
        self.twin = TWINS[row["model"]](row["values"])
        formula.fill_parameters(self.twin)
        for buffer in self.twin.generator.buffers():
            if buffer.is_floating_point():
                buffer.add_(formula.hashed(200, buffer.shape), alpha=0.5)
        self.twin.eval()
        self.latents = formula.latents(0, row["batch"], row["values"]["latent_size"])

    @torch.inference_mode()
    def gate(self):
        return [{str(i): pixel for i, pixel in enumerate(self.twin.decode(self.latents).flatten().tolist())}]

    @torch.inference_mode()
    def run(self, count):
        return timed(lambda: self.twin.decode(self.latents), count)


class NeuralPeer:
    def __init__(self, row):
        weights = style.formula_weights(style.squeezenet_shapes())
        self.task = style.NeuralStyle(
            lambda pictures, layers: style.squeezenet_features(weights, pictures, layers, style.torchvision_input),
            style.smooth(1, row["size"], row["size"]), style.smooth(11, row["size"], row["size"]), row["values"])

    def gate(self):
        return [{name: value.item() for name, value in self.task.step().items()} for _ in range(2)]

    def run(self, count):
        return timed(lambda: self.task.step()["total"].item(), count)


class FastPeer:
    def __init__(self, row):
        self.weights = style.formula_weights(style.lengstrom_shapes())
        self.picture = style.smooth(31, row["size"], row["size"])

    @torch.inference_mode()
    def gate(self):
        pixels = style.lengstrom(self.weights, self.picture).flatten().tolist()
        return [{str(i): pixels[i] for i in range(0, len(pixels), 37)}]

    @torch.inference_mode()
    def run(self, count):
        return timed(lambda: style.lengstrom(self.weights, self.picture), count)


PEERS = {"picture": PicturePeer, "neural": NeuralPeer, "fast": FastPeer} | TEXT_PEERS


def main():
    number, threads = sys.argv[1], int(sys.argv[2])
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)
    if "--fused" in sys.argv:
        torch.optim.Adam = functools.partial(torch.optim.Adam, fused=True)
    row = next(row for row in json.loads((HERE / "rows.json").read_text()) if row["row"] == number)
    peer = PEERS.get(row.get("work"), Peer)(row)
    for line in sys.stdin:
        command, *arguments = line.split()
        answer = peer.gate() if command == "gate" else peer.run(int(arguments[0]))
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
