"""Writes numbers/style-training.json: the loss with which a fast style is trained, and its gradients, in PyTorch.

All weights come from a formula, so that nothing else is needed. The peer of tests/core/style_training_test.cpp.
"""

import json
import pathlib

import torch

import style_networks as style

SETTINGS = {"content_layers": ["fire4"], "style_layers": ["relu1", "fire2", "fire3", "fire4"],
            "content_weight": 1.0, "style_weight": 10.0, "tv_weight": 2.0}
CONTRAST, GREY = 20.0, 127.5
STYLE_SIZE, HEIGHT, WIDTH = 72, 48, 56


def painted(weights, pictures):
    """As style.pytorch_example, without the clamp: what lies outside of 0..255 has gradients too."""
    clamp = torch.Tensor.clamp
    torch.Tensor.clamp = lambda self, *_: self
    try:
        return style.pytorch_example(weights, pictures)
    finally:
        torch.Tensor.clamp = clamp


def losses(features, weights, content, manner):
    contents, styles = SETTINGS["content_layers"], SETTINGS["style_layers"]
    result = painted(weights, content)
    with torch.no_grad():
        wanted_content = features(content, contents)
        wanted_style = [style.gram(a) for a in features(manner, styles)]
    found = features(result, contents + styles)
    count = len(content)
    parts = {"content": 0, "style": 0, "variation": style.total_variation(result)}
    for i in range(count):
        own = [a[i:i + 1] for a in found]
        parts["content"] += sum(style.relative(a, w[i:i + 1]) for a, w in zip(own, wanted_content)) / len(contents)
        parts["style"] += sum(style.relative(style.gram(a), w)
                              for a, w in zip(own[len(contents):], wanted_style)) / len(styles)
    parts["content"], parts["style"] = parts["content"] / count, parts["style"] / count
    parts["loss"] = (SETTINGS["content_weight"] * parts["content"] + SETTINGS["style_weight"] * parts["style"] +
                     SETTINGS["tv_weight"] * parts["variation"])
    return parts


def main():
    torch.set_num_threads(1)
    seen = style.formula_weights(style.squeezenet_shapes())
    weights = style.formula_weights(style.pytorch_example_shapes())
    weights["deconv3.conv2d.weight"] *= CONTRAST  # else the picture would be nearly black
    weights["deconv3.conv2d.bias"] += GREY
    weights = {name: tensor.clone().requires_grad_() for name, tensor in weights.items()}

    def features(pictures, layers):
        return style.squeezenet_features(seen, pictures, layers, style.torchvision_input)

    content = torch.cat([style.smooth(51, HEIGHT, WIDTH), style.smooth(61, HEIGHT, WIDTH)])
    parts = losses(features, weights, content, style.smooth(71, STYLE_SIZE, STYLE_SIZE))
    parts["loss"].backward()
    numbers = {"settings": SETTINGS, "losses": {name: value.item() for name, value in parts.items()},
               "gradients": {name: tensor.grad.norm().item() for name, tensor in weights.items()}}
    path = pathlib.Path(__file__).parent / "numbers" / "style-training.json"
    path.write_text(json.dumps(numbers, indent=1) + "\n")


if __name__ == "__main__":
    main()
