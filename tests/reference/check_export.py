"""Checks that exported weights load into the PyTorch twin with strict=True and give the same pictures. Run by hand.

    limner-cli export --run RUN --out weights.safetensors
    limner-cli sample --run RUN --count 16 --seed 1 --out samples.npy
    python check_export.py RUN/recipe.json weights.safetensors samples.npy

Needs torch, numpy and safetensors. The latents are those of the sample grid: N(0, I) from PyTorch's own generator,
seeded with the seed of the sample alone. Give --latents latents.npy to use others.
"""

import argparse
import json

import numpy as np
import safetensors.torch
import torch

from twins import TWINS

TOLERANCE = 1e-5


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe")
    parser.add_argument("weights")
    parser.add_argument("samples", help="float32 [N, C, H, W], 0 to 1")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--latents")
    arguments = parser.parse_args()

    with open(arguments.recipe, encoding="utf-8") as file:
        recipe = json.load(file)
    values = recipe.get("values", recipe)
    twin = TWINS[values["model"]](values)
    print(twin.load_state_dict(safetensors.torch.load_file(arguments.weights), strict=True))
    twin.eval()

    samples = np.load(arguments.samples)
    if arguments.latents:
        latents = torch.from_numpy(np.load(arguments.latents))
    else:
        generator = torch.Generator().manual_seed(arguments.seed)
        latents = torch.randn(len(samples), values["latent_size"], generator=generator)
    with torch.no_grad():
        pictures = twin.decode(latents).numpy()
    if values["normalise"]:
        pictures = pictures / 2 + 0.5  # from -1 to 1, which the model learnt
    difference = np.abs(pictures - samples).max()
    print(f"largest difference of a pixel: {difference:.2e} (tolerance {TOLERANCE:.0e})")
    raise SystemExit(int(difference > TOLERANCE))


if __name__ == "__main__":
    main()
