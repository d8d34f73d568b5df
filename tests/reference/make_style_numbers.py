"""Writes numbers/style.json: what PyTorch makes of the networks of style_networks.py.

Usage: make_style_numbers.py WEIGHTS, a folder with squeezenet1_1-imagenet.safetensors and fast-style-*.safetensors.
Those of VGG and of the layout of pytorch/examples come from a formula.
"""

import json
import pathlib
import sys

import torch

import style_networks as style

# What tests/core/style_numbers_test.cpp asks of Limner. At larger learning rates Adam jumps about, and two correct
# programs part.
SETTINGS = {"content_layers": ["fire5"], "style_layers": ["relu1", "fire2", "fire3", "fire4", "fire5"],
            "content_weight": 1.0, "style_weight": 100.0, "tv_weight": 10.0, "learning_rate": 0.005}
SIZES = ((64, 80), (61, 47))


def few(tensor, every=37):
    return [float(f"{x:.6g}") for x in tensor.flatten()[::every].tolist()]


def neural_numbers(weights):
    def features(pictures, layers):
        return style.squeezenet_features(weights, pictures, layers)

    task = style.NeuralStyle(features, style.smooth(1, 256, 256), style.smooth(11, 256, 256), SETTINGS)
    steps = [{name: value.item() for name, value in task.step().items()} for _ in range(201)]
    return {"settings": SETTINGS, "first": steps[0], "after_200": steps[200]}


def feature_numbers(features, layers):
    with torch.no_grad():
        return [{"layer": layer, "shape": list(found.shape), "norm": found.norm().item(), "few": few(found, 997)}
                for layer, found in zip(layers, features(style.smooth(21, 64, 72), layers))]


def fast_numbers(network, weights):
    with torch.no_grad():
        return [{"height": height, "width": width, "few": few(network(weights, style.smooth(31, height, width)))}
                for height, width in SIZES]


def main():
    folder = pathlib.Path(sys.argv[1])
    torch.set_num_threads(1)
    squeezenet, _ = style.read_safetensors(folder / "squeezenet1_1-imagenet.safetensors")
    numbers = {"neural": neural_numbers(squeezenet)}
    numbers["squeezenet1_1"] = feature_numbers(
        lambda p, layers: style.squeezenet_features(squeezenet, p, layers), ["relu1", "fire3", "fire9"])
    for kind in style.VGG:
        weights = style.formula_weights(style.vgg_shapes(kind))
        numbers[kind] = feature_numbers(lambda p, layers: style.vgg_features(kind, weights, p, layers),
                                        ["relu1_1", "relu3_3", "relu5_1"])
    for file in sorted(folder.glob("fast-style-*.safetensors")):
        numbers[file.stem] = fast_numbers(style.lengstrom, style.read_safetensors(file)[0])
    numbers["pytorch-example"] = fast_numbers(style.pytorch_example,
                                              style.formula_weights(style.pytorch_example_shapes()))
    path = pathlib.Path(__file__).parent / "numbers" / "style.json"
    path.write_text("{\n" + ",\n".join(f" {json.dumps(k)}: {json.dumps(v)}" for k, v in numbers.items()) + "\n}\n")


if __name__ == "__main__":
    main()
