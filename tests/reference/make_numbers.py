"""Writes the reference numbers in numbers/: run by hand after a change of a model, `python make_numbers.py`.

Needs torch and numpy. The tests need neither: they read what is committed. Everything that goes in (weights, latents,
pictures) comes from formula.py, so that the files hold only what came out of PyTorch.
"""

import argparse
import json
import pathlib

import torch

import formula
from training import (discriminator_loss, generator_loss, gradient_penalty, optimizer_for, r1_penalty, trainer_for)
from twins import TWINS, picture_shape

STEPS = 10
GAN = {"size": 28, "channels": "grey", "normalise": True, "latent_size": 100, "gan_loss": "bce", "d_steps": 1,
       "update": "alternating", "label_smoothing": 0.0, "r1_weight": 0.0, "learning_rate_d": 2e-4,
       "learning_rate_g": 2e-4, "optimizer": "adam", "beta1": 0.5, "beta2": 0.999}
MLP = GAN | {"preset": "classic"}
# Adam's first steps are nearly sign(gradient), so rounding turns the smallest weights around, and batch norm makes much
# of it: at the usual learning rate float32 and float64 part within ten steps. A small one keeps them together.
STEADY = {"learning_rate_d": 1e-5, "learning_rate_g": 1e-5}
STEADIER = {"learning_rate_d": 1e-6, "learning_rate_g": 1e-6}
DCGAN = GAN | STEADY | {"g_width": 64, "d_width": 64}
VAE = {"size": 28, "channels": "grey", "normalise": False, "preset": "mlp", "hidden_size": 400, "latent_size": 20,
       "likelihood": "bernoulli", "kl_weight": 1.0, "kl_warmup": 0, "learning_rate": 1e-3, "optimizer": "adam",
       "beta1": 0.9, "beta2": 0.999}
CONV = {key: value for key, value in VAE.items() if key != "hidden_size"} | {
    "preset": "conv", "width": 32, "latent_size": 64}
WGAN = {"gan_loss": "wasserstein", "clip_value": 0.01, "d_steps": 5, "optimizer": "rmsprop", "alpha": 0.99}
WGAN_GP = {"gan_loss": "wasserstein-gp", "gp_weight": 10.0, "d_steps": 5, "beta1": 0.0, "beta2": 0.9}


def without_adam(values):
    return {key: value for key, value in values.items() if key not in ("beta1", "beta2")}


# name: model, values, batch size
CASES = {
    "mlp-gan-classic": ("mlp-gan", MLP, 16),
    "mlp-gan-simultaneous": ("mlp-gan", MLP | {"update": "simultaneous"}, 16),
    "mlp-gan-batch-norm": ("mlp-gan", MLP | {"preset": "batch-norm", "dropout": 0.0}, 16),
    "mlp-gan-wide": ("mlp-gan", MLP | {"preset": "wide", "learning_rate_d": 1e-4, "learning_rate_g": 1e-4,
                                       "beta1": 0.9}, 16),
    "mlp-gan-rgb-16": ("mlp-gan", MLP | {"size": 16, "channels": "rgb", "normalise": False}, 16),
    "mlp-gan-saturating": ("mlp-gan", MLP | {"gan_loss": "bce-saturating"}, 16),
    "mlp-gan-smoothing-r1": ("mlp-gan", MLP | {"label_smoothing": 0.1, "r1_weight": 2.0}, 16),
    "mlp-gan-least-squares": ("mlp-gan", MLP | {"gan_loss": "least-squares"}, 16),
    "mlp-gan-hinge": ("mlp-gan", MLP | {"gan_loss": "hinge"}, 16),
    "mlp-gan-wasserstein": ("mlp-gan", without_adam(MLP) | WGAN, 16),
    "mlp-gan-wasserstein-gp": ("mlp-gan", MLP | WGAN_GP, 16),
    "dcgan-28-grey": ("dcgan", DCGAN, 8),
    "dcgan-32-rgb": ("dcgan", DCGAN | {"size": 32, "channels": "rgb", "g_width": 16, "d_width": 16}, 8),
    "dcgan-64-rgb": ("dcgan", DCGAN | STEADIER | {"size": 64, "channels": "rgb"}, 4),
    # Of four pictures, one has an activation so near the kink of its rectifier that float32 and float64 part at once.
    "dcgan-128-grey": ("dcgan", DCGAN | STEADIER | {"size": 128, "g_width": 8, "d_width": 8}, 3),
    "dcgan-28-wasserstein-gp": ("dcgan", DCGAN | WGAN_GP | {"g_width": 16, "d_width": 16}, 8),
    "vae-mlp": ("vae", VAE, 16),
    "vae-mlp-gaussian-warmup": ("vae", VAE | {"likelihood": "gaussian", "pixel_deviation": 0.1, "normalise": True,
                                              "kl_weight": 4.0, "kl_warmup": 8}, 16),
    "vae-conv": ("vae", CONV, 8),
    "vae-conv-rgb-64": ("vae", CONV | {"size": 64, "channels": "rgb", "learning_rate": 1e-4}, 4),
}


def described(gradient):
    """Sum, 2-norm and five elements of a gradient."""
    flat = gradient.detach().double().flatten()
    picked = [(i * (len(flat) - 1)) // 4 for i in range(5)]
    return {"sum": flat.sum().item(), "norm": flat.norm().item(), "at": picked,
            "elements": [flat[i].item() for i in picked]}


def run_case(model, values, batch, dtype):
    twin = TWINS[model](values)
    formula.fill_parameters(twin)
    twin = twin.to(dtype)
    trainer = trainer_for(model, twin, values)
    gradients, scalars = {}, {}
    for index in range(STEPS):
        def keep(network):
            for name, parameter in getattr(twin, network).named_parameters():
                gradients.setdefault(f"{network}.{name}", described(parameter.grad))
        shape = (batch, *picture_shape(values))
        pictures = formula.pictures(index, shape, values["normalise"]).to(dtype)
        z = formula.latents(index, batch, values["latent_size"]).to(dtype)
        for name, value in trainer.step(index, pictures, z, keep).items():
            scalars.setdefault(name, []).append(value.item())
    twin.eval()
    with torch.no_grad():
        decoded = twin.decode(formula.latents(0, 2, values["latent_size"]).to(dtype))
    return {"model": model, "values": values, "batch": batch, "scalars": scalars, "gradients": gradients,
            "decoded": described(decoded)}


def run_optimizers():
    """Five steps of each optimizer on two tensors, with gradients from the formula."""
    kinds = {
        "adam": {"optimizer": "adam", "beta1": 0.5, "beta2": 0.99, "weight_decay": 0.1},
        "adamw": {"optimizer": "adamw", "beta1": 0.9, "beta2": 0.999, "weight_decay": 0.1},
        "sgd": {"optimizer": "sgd", "momentum": 0.9, "weight_decay": 0.1},
        "sgd without momentum": {"optimizer": "sgd", "momentum": 0.0, "weight_decay": 0.0},
        "rmsprop": {"optimizer": "rmsprop", "alpha": 0.9, "weight_decay": 0.1},
    }
    results = []
    for values in kinds.values():
        layer = torch.nn.Linear(3, 2)
        formula.fill_parameters(layer)
        optimizer = optimizer_for(layer.parameters(), values, 0.01)
        for step in range(5):
            for index, parameter in enumerate(layer.parameters()):
                parameter.grad = formula.hashed(100 + 10 * step + index, parameter.shape)
            optimizer.step()
        results.append({"values": values, "weight": layer.weight.flatten().tolist(), "bias": layer.bias.tolist()})
    return results


def run_losses():
    """Each loss and its gradients on eight logits, and the two penalties on a small critic."""
    results = []
    for kind in ("bce", "bce-saturating", "least-squares", "hinge", "wasserstein", "wasserstein-gp"):
        for smoothing in (0.0, 0.2):
            real = (3 * formula.hashed(1, (8,))).requires_grad_()
            fake = (3 * formula.hashed(2, (8,))).requires_grad_()
            loss_d = discriminator_loss(kind, real, fake, smoothing)
            gradients = torch.autograd.grad(loss_d, (real, fake))
            loss_g = generator_loss(kind, fake)
            toward_g, = torch.autograd.grad(loss_g, fake)
            results.append({"loss": kind, "smoothing": smoothing, "d": loss_d.item(), "g": loss_g.item(),
                            "d_real": gradients[0].tolist(), "d_fake": gradients[1].tolist(),
                            "g_fake": toward_g.tolist()})
    weight = formula.hashed(3, (12, 4))

    def critic(pictures):
        return torch.tanh(pictures.flatten(1) @ weight).sum(1)

    real, fake = formula.hashed(4, (5, 3, 2, 2)), formula.hashed(5, (5, 3, 2, 2))
    return {"losses": results,
            "gradient_penalty": gradient_penalty(critic, real, fake, torch.Generator().manual_seed(7)).item(),
            "r1_penalty": r1_penalty(critic, real).item()}


def run_encode():
    """Each VAE with the weights of the formula: two pictures encoded, and their means decoded; every 29th pixel."""
    cases = []
    for name, (model, values, _) in CASES.items():
        if model != "vae":
            continue
        twin = TWINS[model](values)
        formula.fill_parameters(twin)
        twin.eval()
        with torch.no_grad():
            pictures = formula.pictures(0, (2, *picture_shape(values)), values["normalise"])
            mean, log_variance = twin.encode(pictures)
            decoded = twin.decode(mean)
        cases.append({"name": name, "model": model, "values": values, "mean": mean.flatten().tolist(),
                      "log_variance": log_variance.flatten().tolist(), "decoded": decoded.flatten()[::29].tolist()})
    return {"cases": cases}


def write(name, content):
    path = pathlib.Path(__file__).parent / "numbers" / f"{name}.json"
    lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in content.items()]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dtype", choices=("float32", "float64"), default="float32",
                        help="float64 shows how much of a difference is rounding; commit float32")
    parser.add_argument("--show", action="store_true", help="print the losses instead of writing files")
    arguments = parser.parse_args()
    torch.set_num_threads(1)
    for name, (model, values, batch) in CASES.items():
        result = run_case(model, values, batch, getattr(torch, arguments.dtype))
        if arguments.show:
            print(name, {key: [float(f"{x:.7g}") for x in row] for key, row in result["scalars"].items()})
        else:
            write(name, result)
    if not arguments.show:
        write("optimizers", {"optimizers": run_optimizers()})
        write("losses", run_losses())
        write("encode", run_encode())


if __name__ == "__main__":
    main()
