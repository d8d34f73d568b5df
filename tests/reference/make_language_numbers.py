"""Writes numbers/language.json: run by hand after a change of a language model, `python make_language_numbers.py`.

Needs torch, numpy and transformers. The tests need none of them: they read what is committed. Weights and tokens come
from formula.py, so that the file holds only what came out of PyTorch.
"""

import torch

import formula
from language_twins import LanguageTrainer, Twin, gpt, tokens
from make_numbers import described, write

STEPS = 10
ADAM = {"optimizer": "adam", "beta1": 0.9, "beta2": 0.999, "learning_rate": 1e-4}
RECURRENT = ADAM | {"vocabulary": 61, "layers": 2, "hidden_size": 48, "embedding_size": 32, "tied": False}
GPT = ADAM | {"optimizer": "adamw", "weight_decay": 0.01, "vocabulary": 61, "layers": 3, "heads": 4, "width": 64,
              "context": 24}

# name: model, values, rows, tokens of a row
TRAINED = {
    "rnn": ("rnn", RECURRENT, 4, 12),
    "gru": ("gru", RECURRENT, 4, 12),
    "lstm": ("lstm", RECURRENT, 4, 12),
    "lstm-one-layer": ("lstm", RECURRENT | {"layers": 1}, 1, 12),
    "lstm-tied": ("lstm", RECURRENT | {"tied": True}, 4, 12),
    # Fewer tokens are known than read.
    "lstm-few-tokens": ("lstm", RECURRENT | {"vocabulary": 23}, 4, 12),
    "gru-tied-same-size": ("gru", RECURRENT | {"tied": True, "embedding_size": 48}, 4, 12),
    "gpt": ("gpt", GPT, 4, 24),
    "gpt-short-rows": ("gpt", GPT | {"layers": 2, "heads": 2}, 5, 9),
}
# What is read, token by token and at once, and continued: weights three times as large, so that tokens differ in what
# they attend to and the likeliest one is clear.
READ = {
    "rnn": ("rnn", RECURRENT),
    "gru": ("gru", RECURRENT),
    "lstm": ("lstm", RECURRENT | {"tied": True}),
    "gpt": ("gpt", GPT | {"vocabulary": 97, "layers": 4, "heads": 4, "width": 128, "context": 96}),
}
FACTOR, PROMPT, CONTINUED = 3, 24, 64


def train(model, values, rows, length):
    twin = Twin(model, values)
    formula.fill_parameters(twin)
    trainer = LanguageTrainer(twin, values)
    gradients, losses = {}, []

    def keep():
        for name, parameter in twin.named_parameters():
            gradients.setdefault(name, described(parameter.grad))

    for step in range(STEPS):
        row = tokens(step, rows, length + 1, values["vocabulary"])
        losses.append(trainer.step(row[:, :-1], row[:, 1:], keep).item())
    return {"model": model, "values": values, "rows": rows, "length": length, "losses": losses,
            "gradients": gradients}


def rounded(rows):
    return [[round(number, 5) for number in row] for row in rows.tolist()]


def continue_recurrent(twin, prompt):
    read, state, ids = prompt[None], None, []
    for _ in range(CONTINUED):
        logits, state = twin(read, state)
        read = logits[:, -1].argmax(-1, keepdim=True)
        ids.append(read.item())
    return ids


def continue_gpt(whole, prompt):
    mask = torch.ones_like(prompt[None])
    made = [whole.generate(prompt[None], attention_mask=mask, max_new_tokens=CONTINUED, do_sample=False,
                           use_cache=cached, pad_token_id=0)[0, len(prompt):].tolist() for cached in (True, False)]
    assert made[0] == made[1]
    return made[0]


@torch.no_grad()
def read(model, values):
    twin = Twin(model, values)
    formula.fill_parameters(twin)
    for parameter in twin.parameters():
        if parameter.dim() > 1:
            parameter.mul_(FACTOR)
    twin.eval()
    prompt = tokens(100, 1, PROMPT, values["vocabulary"])[0]
    logits, _ = twin(prompt[None])
    if model == "gpt":
        whole = gpt(values).eval()
        whole.transformer.load_state_dict(twin.transformer.state_dict())
        ids = continue_gpt(whole, prompt)
    else:
        ids = continue_recurrent(twin, prompt)
    return {"model": model, "values": values, "factor": FACTOR, "logits": rounded(logits[0]), "continued": ids}


def main():
    torch.set_num_threads(1)
    write("language", {"trained": {name: train(*case) for name, case in TRAINED.items()},
                       "read": {name: read(*case) for name, case in READ.items()}})


if __name__ == "__main__":
    main()
