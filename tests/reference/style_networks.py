"""Feature networks, fast style networks and neural style in PyTorch, written as a textbook would.

The peers of core/style, for tests (make_style_numbers.py) and for measurements (bench/peer.py). Weights are dictionaries
of tensors with the names of the files.
"""

import json
import pathlib
import struct

import numpy
import torch
import torch.nn.functional as F

import formula

# ---- files ----


def read_safetensors(path):
    """Tensors as float32, and the metadata."""
    data = pathlib.Path(path).read_bytes()
    length, = struct.unpack("<Q", data[:8])
    header = json.loads(data[8:8 + length])
    metadata = header.pop("__metadata__", {})
    kinds = {"F16": numpy.float16, "F32": numpy.float32, "F64": numpy.float64}
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        numbers = numpy.frombuffer(data[begin:end], kinds[entry["dtype"]]).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(numbers.astype(numpy.float32))
    return tensors, metadata


# ---- pictures and weights by formula ----


def smooth(stream, height, width):
    """A picture in 0..1, [1, 3, height, width]: nine by nine colours, blended, and a little grain."""
    colours = F.interpolate(formula.hashed(stream, (1, 3, 9, 9)), size=(height, width), mode="bilinear",
                            align_corners=False)
    return ((0.9 * colours + 0.1 * formula.hashed(stream + 1, (1, 3, height, width)) + 1) / 2).contiguous()


def formula_weights(shapes):
    """He et al.'s uniform weights by formula; the stream of a tensor is its index."""
    tensors = {}
    for stream, (name, shape) in enumerate(shapes.items()):
        values = formula.hashed(stream, shape)
        if len(shape) > 1:
            values = values * (6 / (values.numel() / shape[0])) ** 0.5
        else:
            values = 1 + 0.1 * values if name.endswith("weight") else 0.1 * values
        tensors[name] = values
    return tensors


# ---- feature networks ----

SQUEEZENET = [("relu1", "conv", 0), ("", "pool"), ("fire2", "fire", 3), ("fire3", "fire", 4), ("", "pool"),
              ("fire4", "fire", 6), ("fire5", "fire", 7), ("", "pool"), ("fire6", "fire", 9), ("fire7", "fire", 10),
              ("fire8", "fire", 11), ("fire9", "fire", 12)]
VGG = {"vgg16": (2, 2, 3, 3, 3), "vgg19": (2, 2, 4, 4, 4)}


def vgg_shapes(kind):
    shapes, index, before = {}, 0, 3
    for count, width in zip(VGG[kind], (64, 128, 256, 512, 512)):
        for _ in range(count):
            shapes[f"features.{index}.weight"] = (width, before, 3, 3)
            shapes[f"features.{index}.bias"] = (width,)
            index, before = index + 2, width
        index += 1
    return shapes


def squeezenet_shapes():
    shapes = {"features.0.weight": (64, 3, 3, 3), "features.0.bias": (64,)}
    before = 64
    for index, squeeze, expand in ((3, 16, 64), (4, 16, 64), (6, 32, 128), (7, 32, 128), (9, 48, 192), (10, 48, 192),
                                   (11, 64, 256), (12, 64, 256)):
        for name, out, inner, kernel in (("squeeze", squeeze, before, 1), ("expand1x1", expand, squeeze, 1),
                                         ("expand3x3", expand, squeeze, 3)):
            shapes[f"features.{index}.{name}.weight"] = (out, inner, kernel, kernel)
            shapes[f"features.{index}.{name}.bias"] = (out,)
        before = 2 * expand
    return shapes


def caffe_input(pictures):
    mean = torch.tensor([104.0, 117.0, 123.0]).view(1, 3, 1, 1)
    return 255 * pictures.flip(1) - mean


def torchvision_input(pictures):
    mean = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1)
    return (pictures - mean) / torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1)


def convolved(weights, prefix, x, stride=1, padding=0):
    return F.relu(F.conv2d(x, weights[prefix + "weight"], weights[prefix + "bias"], stride, padding))


def squeezenet_features(weights, pictures, layers, prepared=caffe_input):
    """Activations of these layers of SqueezeNet 1.1."""
    x, found = prepared(pictures), {}
    for name, kind, *index in SQUEEZENET:
        if kind == "conv":
            x = convolved(weights, f"features.{index[0]}.", x, 2)
        elif kind == "pool":
            x = F.max_pool2d(x, 3, 2, ceil_mode=True)
        else:
            prefix = f"features.{index[0]}."
            squeezed = convolved(weights, prefix + "squeeze.", x)
            x = torch.cat([convolved(weights, prefix + "expand1x1.", squeezed),
                           convolved(weights, prefix + "expand3x3.", squeezed, 1, 1)], 1)
        if name in layers:
            found[name] = x
        if len(found) == len(set(layers)):
            break
    return [found[name] for name in layers]


def vgg_features(kind, weights, pictures, layers):
    x, found, index = torchvision_input(pictures), {}, 0
    for block, count in enumerate(VGG[kind], 1):
        for i in range(1, count + 1):
            x = convolved(weights, f"features.{index}.", x, 1, 1)
            found[f"relu{block}_{i}"] = x
            index += 2
        x = F.max_pool2d(x, 2, 2)
        index += 1
    return [found[name] for name in layers]


# ---- neural style (Gatys et al. 2016), losses relative to the size of what is wanted ----


def gram(activations):
    rows = activations.flatten(2)[0]
    return rows @ rows.t() / activations.numel()


def relative(drawn, wanted):
    return (drawn - wanted).square().sum() / wanted.square().sum()


def total_variation(picture):
    return ((picture[:, :, 1:] - picture[:, :, :-1]).square().mean() +
            (picture[:, :, :, 1:] - picture[:, :, :, :-1]).square().mean())


class NeuralStyle:
    """`features(pictures, layers)` sees content and style, pictures [1, 3, H, W]; Adam moves a copy of the content."""

    def __init__(self, features, content, style, settings):
        self.features, self.settings = features, settings
        with torch.no_grad():
            self.wanted_content = features(content, settings["content_layers"])
            self.wanted_style = [gram(a) for a in features(style, settings["style_layers"])]
        self.picture = content.clone().requires_grad_()
        self.optimizer = torch.optim.Adam([self.picture], lr=settings["learning_rate"])

    def losses(self):
        contents, styles = self.settings["content_layers"], self.settings["style_layers"]
        found = self.features(self.picture, contents + styles)
        content = sum(relative(a, w) for a, w in zip(found, self.wanted_content)) / len(contents)
        style = sum(relative(gram(a), w) for a, w in zip(found[len(contents):], self.wanted_style)) / len(styles)
        variation = total_variation(self.picture)
        total = (self.settings["content_weight"] * content + self.settings["style_weight"] * style +
                 self.settings["tv_weight"] * variation)
        return {"content": content, "style": style, "variation": variation, "total": total}

    def step(self):
        self.optimizer.zero_grad()
        losses = self.losses()
        losses["total"].backward()
        self.optimizer.step()
        with torch.no_grad():
            self.picture.clamp_(0, 1)
        return losses


# ---- fast style networks (Johnson et al. 2016) ----


def same_padded(x, kernel, stride):
    """TensorFlow's SAME: as many zeros as needed, one more at the end where they are odd."""
    sides = []
    for size in (x.shape[3], x.shape[2]):
        zeros = max((-(-size // stride) - 1) * stride + kernel - size, 0)
        sides += [zeros // 2, zeros - zeros // 2]
    return F.pad(x, sides)


def lengstrom(weights, pictures):
    """Pictures in 0..1 to pictures in 0..1, in the layout of lengstrom/fast-style-transfer."""
    def norm(x, name):
        return F.instance_norm(x, weight=weights[name + ".norm.weight"], bias=weights[name + ".norm.bias"], eps=1e-3)

    def conv(x, name, stride=1):
        weight = weights[name + ".weight"]
        return norm(F.conv2d(same_padded(x, weight.shape[2], stride), weight, stride=stride), name)

    def deconv(x, name):
        whole = F.conv_transpose2d(x, weights[name + ".weight"], stride=2)
        return norm(whole[:, :, :2 * x.shape[2], :2 * x.shape[3]], name)

    x = F.relu(conv(255 * pictures, "conv1"))
    x = F.relu(conv(x, "conv2", 2))
    x = F.relu(conv(x, "conv3", 2))
    for i in range(1, 6):
        x = x + conv(F.relu(conv(x, f"res{i}.conv1")), f"res{i}.conv2")
    x = F.relu(deconv(x, "deconv1"))
    x = F.relu(deconv(x, "deconv2"))
    whole = (torch.tanh(conv(x, "conv_out")) * 150 + 127.5).clamp(0, 255) / 255
    return whole[:, :, :pictures.shape[2], :pictures.shape[3]]


def pytorch_example(weights, pictures):
    """The same in the layout of pytorch/examples, fast_neural_style."""
    def conv(x, name, stride=1, upsample=1):
        weight = weights[name + ".conv2d.weight"]
        if upsample > 1:
            x = F.interpolate(x, scale_factor=upsample, mode="nearest")
        x = F.pad(x, [weight.shape[2] // 2] * 4, mode="reflect")
        return F.conv2d(x, weight, weights[name + ".conv2d.bias"], stride)

    def norm(x, name):
        return F.instance_norm(x, weight=weights[name + ".weight"], bias=weights[name + ".bias"], eps=1e-5)

    x = F.relu(norm(conv(255 * pictures, "conv1"), "in1"))
    x = F.relu(norm(conv(x, "conv2", 2), "in2"))
    x = F.relu(norm(conv(x, "conv3", 2), "in3"))
    for i in range(1, 6):
        inner = F.relu(norm(conv(x, f"res{i}.conv1"), f"res{i}.in1"))
        x = x + norm(conv(inner, f"res{i}.conv2"), f"res{i}.in2")
    x = F.relu(norm(conv(x, "deconv1", 1, 2), "in4"))
    x = F.relu(norm(conv(x, "deconv2", 1, 2), "in5"))
    return (conv(x, "deconv3").clamp(0, 255) / 255)[:, :, :pictures.shape[2], :pictures.shape[3]]


def pytorch_example_shapes():
    shapes = {}

    def conv(name, out, inner, kernel):
        shapes[name + ".conv2d.weight"], shapes[name + ".conv2d.bias"] = (out, inner, kernel, kernel), (out,)

    def norm(name, width):
        shapes[name + ".weight"], shapes[name + ".bias"] = (width,), (width,)

    for name, norm_name, sizes in (("conv1", "in1", (32, 3, 9)), ("conv2", "in2", (64, 32, 3)),
                                   ("conv3", "in3", (128, 64, 3))):
        conv(name, *sizes)
        norm(norm_name, sizes[0])
    for i in range(1, 6):
        for k in (1, 2):
            conv(f"res{i}.conv{k}", 128, 128, 3)
            norm(f"res{i}.in{k}", 128)
    for name, norm_name, sizes in (("deconv1", "in4", (64, 128, 3)), ("deconv2", "in5", (32, 64, 3))):
        conv(name, *sizes)
        norm(norm_name, sizes[0])
    conv("deconv3", 3, 32, 9)
    return shapes


def lengstrom_shapes():
    shapes = {}
    stages = [("conv1", 32, 3, 9), ("conv2", 64, 32, 3), ("conv3", 128, 64, 3)]
    stages += [(f"res{i}.conv{k}", 128, 128, 3) for i in range(1, 6) for k in (1, 2)]
    stages += [("deconv1", 64, 128, 3), ("deconv2", 32, 64, 3), ("conv_out", 3, 32, 9)]
    for name, out, inner, kernel in stages:
        first, second = (inner, out) if name.startswith("deconv") else (out, inner)
        shapes[name + ".weight"] = (first, second, kernel, kernel)
        shapes[name + ".norm.weight"], shapes[name + ".norm.bias"] = (out,), (out,)
    return shapes
