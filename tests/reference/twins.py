"""The networks of Limner as plain PyTorch modules: what its exported weights load into with strict=True."""

from torch import nn


class Stack(nn.Module):
    """Layers under the name "main" between two shapes."""

    def __init__(self, layers, row_in, row_out):
        super().__init__()
        self.main = nn.Sequential(*layers)
        self.row_in, self.row_out = row_in, row_out

    def forward(self, x):
        return self.main(x.reshape(len(x), *self.row_in)).reshape(len(x), *self.row_out)


class Gan(nn.Module):
    def __init__(self, generator, discriminator):
        super().__init__()
        self.generator, self.discriminator = generator, discriminator

    def decode(self, z):
        return self.generator(z)


class Vae(nn.Module):
    def __init__(self, encoder, decoder, is_signed):
        super().__init__()
        self.encoder, self.decoder, self.is_signed = encoder, decoder, is_signed

    def encode(self, pictures):
        """Means and log-variances of q(z | picture)."""
        return self.encoder(pictures).chunk(2, 1)

    def decode(self, z):
        unit = self.decoder(z).sigmoid()
        return unit * 2 - 1 if self.is_signed else unit


def picture_shape(v):
    return (3 if v["channels"] == "rgb" else 1, v["size"], v["size"])


def last_activation(v):
    return nn.Tanh() if v["normalise"] else nn.Sigmoid()


def mlp_gan(v):
    shape, z = picture_shape(v), v["latent_size"]
    pixels = shape[0] * shape[1] * shape[2]
    if v["preset"] == "classic":
        g = [nn.Linear(z, 128), nn.LeakyReLU(0.01), nn.Linear(128, pixels)]
        d = [nn.Linear(pixels, 128), nn.LeakyReLU(0.01), nn.Linear(128, 1)]
    elif v["preset"] == "batch-norm":
        g = [nn.Linear(z, 256), nn.BatchNorm1d(256), nn.LeakyReLU(0.2), nn.BatchNorm1d(256),
             nn.Linear(256, 128), nn.BatchNorm1d(128), nn.LeakyReLU(0.2),
             nn.Linear(128, 64), nn.BatchNorm1d(64), nn.LeakyReLU(0.2),
             nn.Linear(64, pixels)]
        d = [nn.Linear(pixels, 128), nn.LeakyReLU(0.2), nn.Dropout(v["dropout"]),
             nn.Linear(128, 64), nn.LeakyReLU(0.2), nn.Dropout(v["dropout"]),
             nn.Linear(64, 1)]
    else:
        g = [nn.Linear(z, 128), nn.ReLU(), nn.Linear(128, 256), nn.ReLU(), nn.Linear(256, 512), nn.ReLU(),
             nn.Linear(512, pixels)]
        d = [nn.Linear(pixels, 128), nn.ReLU(), nn.Linear(128, 256), nn.ReLU(), nn.Linear(256, 512), nn.ReLU(),
             nn.Linear(512, 1)]
    return Gan(Stack(g + [last_activation(v)], (z,), shape), Stack(d, (pixels,), ()))


def up(i, o, kernel, stride, padding):
    return nn.ConvTranspose2d(i, o, kernel, stride, padding, bias=False)


def down(i, o, kernel, stride, padding):
    return nn.Conv2d(i, o, kernel, stride, padding, bias=False)


def dcgan(v):
    shape, z, w, u = picture_shape(v), v["latent_size"], v["g_width"], v["d_width"]
    c = shape[0]
    if v["size"] == 28:
        ups = [up(z, 4 * w, 4, 1, 0), up(4 * w, 2 * w, 3, 2, 1), up(2 * w, w, 4, 2, 1), up(w, c, 4, 2, 1)]
        downs = [down(c, u, 4, 2, 1), down(u, 2 * u, 4, 2, 1), down(2 * u, 4 * u, 4, 2, 1), down(4 * u, 1, 3, 1, 0)]
    else:
        steps = {32: 2, 64: 3, 128: 4}[v["size"]]
        ups = [up(z, w << steps, 4, 1, 0)]
        ups += [up(w << n, w << (n - 1), 4, 2, 1) for n in range(steps, 0, -1)] + [up(w, c, 4, 2, 1)]
        downs = [down(c, u, 4, 2, 1)] + [down(u << n, u << (n + 1), 4, 2, 1) for n in range(steps)]
        downs += [down(u << steps, 1, 4, 1, 0)]
    g = []
    for layer in ups[:-1]:
        g += [layer, nn.BatchNorm2d(layer.out_channels), nn.ReLU()]
    d = [downs[0], nn.LeakyReLU(0.2)]
    for layer in downs[1:-1]:
        d += [layer, nn.BatchNorm2d(layer.out_channels), nn.LeakyReLU(0.2)]
    return Gan(Stack(g + [ups[-1], last_activation(v)], (z, 1, 1), shape), Stack(d + [downs[-1]], shape, ()))


def vae(v):
    shape, z = picture_shape(v), v["latent_size"]
    pixels = shape[0] * shape[1] * shape[2]
    if v["preset"] == "mlp":
        h = v["hidden_size"]
        encoder = [nn.Flatten(), nn.Linear(pixels, h), nn.ReLU(), nn.Linear(h, 2 * z)]
        decoder = [nn.Linear(z, h), nn.ReLU(), nn.Linear(h, pixels)]
    else:
        w = v["width"]
        channels = [shape[0], w, 2 * w, 4 * w, 8 * w]
        side = [v["size"] >> n for n in range(5)]
        encoder = []
        for i, o in zip(channels, channels[1:]):
            encoder += [nn.Conv2d(i, o, 4, 2, 1), nn.ReLU()]
        flat = channels[4] * side[4] ** 2
        encoder += [nn.Flatten(), nn.Linear(flat, 2 * z)]
        decoder = [nn.Linear(z, flat), nn.ReLU(), nn.Unflatten(1, (channels[4], side[4], side[4]))]
        for n in range(4, 0, -1):
            decoder += [nn.ConvTranspose2d(channels[n], channels[n - 1], 4, 2, 1, side[n - 1] - 2 * side[n])]
            decoder += [nn.ReLU()] if n > 1 else []
    return Vae(Stack(encoder, shape, (2 * z,)), Stack(decoder, (z,), shape), v["normalise"])


TWINS = {"mlp-gan": mlp_gan, "dcgan": dcgan, "vae": vae}
