"""Checks that an exported language model loads into PyTorch with strict=True and goes on as Limner does. Run by hand.

    limner-cli export --run RUN --out weights.safetensors
    limner-cli write --run RUN --prompt "…" --decoding greedy --tokens 32 --out written.json
    python check_language_export.py RUN/recipe.json weights.safetensors written.json

Needs torch and safetensors, and transformers for a GPT, whose weights GPT2LMHeadModel itself must take. A token may
differ from PyTorch's likeliest one only where the two are as likely up to rounding.
"""

import argparse
import json

import safetensors.torch
import torch

from language_twins import Twin, gpt

TOLERANCE = 1e-3


def ids_in(written):
    """Of all tokens: those of the prompt, then those that the model wrote."""
    return [token["id"] for token in written["tokens"]]


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("recipe")
    parser.add_argument("weights")
    parser.add_argument("written")
    parser.add_argument("--prompt", type=int, default=1, help="how many tokens the prompt has")
    arguments = parser.parse_args()

    with open(arguments.recipe, encoding="utf-8") as file:
        recipe = json.load(file)
    values = recipe.get("values", recipe)
    weights = safetensors.torch.load_file(arguments.weights)
    if values["model"] == "gpt":
        print("GPT2LMHeadModel:", gpt(values).load_state_dict(weights, strict=False).unexpected_keys)
    elif values["tied"]:
        weights["recurrent.head.weight"] = weights["recurrent.embedding.weight"]
    twin = Twin(values["model"], values)
    print(twin.load_state_dict(weights, strict=True))
    twin.eval()

    with open(arguments.written, encoding="utf-8") as file:
        ids = ids_in(json.load(file))
    logits, _ = twin(torch.tensor([ids]))
    behind = logits[0, :-1].gather(1, torch.tensor(ids[1:]).unsqueeze(1))[:, 0]
    short = (logits[0, :-1].max(1).values - behind)[arguments.prompt - 1:].max().item()
    print(f"the largest logit that a written token falls short of the likeliest: {short:.1e} (tolerance {TOLERANCE:.0e})")
    raise SystemExit(short > TOLERANCE)


if __name__ == "__main__":
    main()
