"""Writes text/sampling.json and text/beams.json: what the filters and the beam search of transformers make of formulas.

Needs torch and transformers. Run by hand, `python make_sampling_numbers.py`.
"""

import json
import pathlib

import torch
from transformers import GenerationConfig, GenerationMixin, PretrainedConfig, PreTrainedModel
from transformers.generation import logits_process as process
from transformers.modeling_outputs import CausalLMOutput

FOLDER = pathlib.Path(__file__).parent / "text"
NONE = {"temperature": 1.0, "top_k": 0, "top_p": 1.0, "min_p": 0.0, "typical": 0.0, "repetition": 1.0}
CASES = [
    {}, {"temperature": 0.3}, {"temperature": 2.0}, {"top_k": 5}, {"top_k": 1}, {"top_k": 500}, {"top_p": 0.9},
    {"top_p": 0.3}, {"top_p": 0.0}, {"top_p": 0.999}, {"min_p": 0.1}, {"min_p": 1.0}, {"typical": 0.2}, {"typical": 0.9},
    {"typical": 0.95, "temperature": 0.7}, {"repetition": 1.3}, {"repetition": 2.0, "top_k": 10},
    {"temperature": 0.8, "top_k": 50, "top_p": 0.95, "min_p": 0.02, "typical": 0.9, "repetition": 1.1},
    {"temperature": 1.5, "top_k": 20, "top_p": 0.5},
]
BEAM_CASES = [(seed, beams, tokens) for seed in range(6) for beams, tokens in ((2, 8), (3, 12), (4, 5), (8, 20))]
VOCABULARY = 12
END = 0
PROMPT = [3, 7]


def logits_of(size, seed):
    """The same in sampling_test.cpp: a few tokens stand out of many."""
    values = [((i + 1) * 2654435761 + seed * 40503) % 2**32 / 2**32 for i in range(size)]
    return torch.tensor([[8 * value**3 - 4 for value in values]], dtype=torch.float32)


def filtered(logits, text, values):
    values = NONE | values
    scores = logits.clone()
    if values["repetition"] != 1:
        scores = process.RepetitionPenaltyLogitsProcessor(values["repetition"])(torch.tensor([text]), scores)
    warpers = []
    if values["temperature"] != 1:
        warpers.append(process.TemperatureLogitsWarper(values["temperature"]))
    if values["top_k"] > 0:
        warpers.append(process.TopKLogitsWarper(values["top_k"]))
    if values["top_p"] < 1:
        warpers.append(process.TopPLogitsWarper(values["top_p"]))
    if values["min_p"] > 0:
        warpers.append(process.MinPLogitsWarper(values["min_p"]))
    if 0 < values["typical"] < 1:
        warpers.append(process.TypicalLogitsWarper(values["typical"]))
    for warper in warpers:
        scores = warper(None, scores)
    return scores.softmax(-1)[0]


def sampling_numbers():
    cases = []
    for size, seed in ((40, 1), (1000, 2), (50257, 3)):
        text = [i % size for i in (0, 5, 5, 11, 23, 7, 39, 5)]
        for values in CASES:
            shares = filtered(logits_of(size, seed), text, values)
            kept = shares.nonzero()[:, 0].tolist()
            first = kept[:20]
            cases.append({"size": size, "seed": seed, "text": text, "values": NONE | values, "kept": len(kept),
                          "first": [[i, float(f"{shares[i].item():.6g}")] for i in first],
                          "id_mean": float(f"{(shares * torch.arange(size)).sum().item():.6g}")})
    return {"cases": cases}


class Config(PretrainedConfig):
    model_type = "limner-table"
    vocab_size = VOCABULARY
    num_hidden_layers = 1


class Table(PreTrainedModel, GenerationMixin):
    """Looks up what comes next by the last two tokens. The same in beam_search_test.cpp."""

    config_class = Config

    def __init__(self, config, seed=0):
        super().__init__(config)
        self.unused = torch.nn.Parameter(torch.zeros(1))
        self.seed = seed
        self.post_init()

    def forward(self, input_ids, **_):
        before = torch.cat([input_ids[:, :1], input_ids[:, :-1]], 1)[..., None]
        ids = torch.arange(VOCABULARY)
        mixed = (before * 73 + input_ids[..., None] * 179 + ids * 283 + before * input_ids[..., None] * ids * 31
                 + self.seed * 97) % 1009
        return CausalLMOutput(logits=mixed.float() / 1009 * 5)

    def prepare_inputs_for_generation(self, input_ids, **_):
        return {"input_ids": input_ids}


def beam_numbers():
    cases = []
    for seed, beams, tokens in BEAM_CASES:
        settings = GenerationConfig(num_beams=beams, max_new_tokens=tokens, do_sample=False, eos_token_id=END,
                                    pad_token_id=VOCABULARY - 1, use_cache=False, length_penalty=1.0,
                                    early_stopping=False, return_dict_in_generate=True, output_scores=True)
        with torch.no_grad():
            out = Table(Config(), seed).generate(torch.tensor([PROMPT]), generation_config=settings)
        written = out.sequences[0, len(PROMPT):].tolist()
        if END in written:
            written = written[:written.index(END) + 1]
        cases.append({"seed": seed, "beams": beams, "tokens": tokens, "written": written,
                      "score": float(f"{out.sequences_scores[0].item():.6g}")})
    return {"prompt": PROMPT, "end": END, "vocabulary": VOCABULARY, "cases": cases}


def main():
    for name, numbers in (("sampling", sampling_numbers()), ("beams", beam_numbers())):
        text = json.dumps(numbers, separators=(",", ":")).replace('{"size"', '\n{"size"').replace('{"seed"', '\n{"seed"')
        (FOLDER / f"{name}.json").write_text(text + "\n")


if __name__ == "__main__":
    main()
