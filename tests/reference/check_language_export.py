"""Checks that an exported language model loads into PyTorch with strict=True and goes on as Limner does. Run by hand.

    limner-cli export --run RUN --weights raw --out weights.safetensors
    limner-cli write --run RUN --weights raw --prompt "…" --decoding greedy --tokens 32 --out written.json
    python check_language_export.py RUN weights.safetensors written.json

Needs torch, safetensors and tokenizers, and transformers for a GPT, whose weights GPT2LMHeadModel itself must take. A
token may differ from PyTorch's likeliest one only where the two are as likely up to rounding.
"""

import argparse
import json
import pathlib

import safetensors.torch
import torch
from tokenizers import Tokenizer

from language_twins import Twin, gpt

TOLERANCE = 1e-3


@torch.no_grad()
def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=pathlib.Path)
    parser.add_argument("weights")
    parser.add_argument("written")
    arguments = parser.parse_args()

    recipe = json.loads((arguments.run / "recipe.json").read_text("utf-8"))
    values = recipe.get("values", recipe)
    weights = safetensors.torch.load_file(arguments.weights)
    table = "transformer.wte.weight" if values["model"] == "gpt" else "recurrent.embedding.weight"
    values["vocabulary"] = len(weights[table])
    if values["model"] == "gpt":
        print("GPT2LMHeadModel:", gpt(values).load_state_dict(weights, strict=False).unexpected_keys)
    elif values["tied"]:
        weights["recurrent.head.weight"] = weights["recurrent.embedding.weight"]
    twin = Twin(values["model"], values)
    print(twin.load_state_dict(weights, strict=True))
    twin.eval()

    written = json.loads(pathlib.Path(arguments.written).read_text("utf-8"))
    tokenizer = Tokenizer.from_file(str(arguments.run / "tokenizer.json"))
    prompt = tokenizer.encode(written["recipe"]["values"]["prompt"]).ids
    ids = prompt + [token["id"] for token in written["tokens"]]
    logits, _ = twin(torch.tensor([ids]))
    behind = logits[0, :-1].gather(1, torch.tensor(ids[1:]).unsqueeze(1))[:, 0]
    short = (logits[0, :-1].max(1).values - behind)[len(prompt) - 1:].max().item()
    print(f"most by which a written token's logit falls short of the largest: {short:.1e} (tolerance {TOLERANCE:.0e})")
    raise SystemExit(short > TOLERANCE)


if __name__ == "__main__":
    main()
