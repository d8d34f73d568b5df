"""The peers of the rows of Write: training, sampling and continuing a text in PyTorch eager and transformers."""

import time

import torch

import formula
import language_twins as language

PROMPT, SAMPLED = 32, 2000


def timed(work, count):
    times = []
    for _ in range(count):
        begin = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - begin))
    return times


class TextStepPeer:
    """A training step on the same rows, with the state carried over."""

    def __init__(self, row):
        twin = language.Twin(row["model"], row["values"])
        formula.fill_parameters(twin)
        self.trainer = language.LanguageTrainer(twin, row["values"])
        tokens = language.tokens(0, row["batch"], row["length"] + 1, row["values"]["vocabulary"])
        self.inputs, self.targets = tokens[:, :-1].contiguous(), tokens[:, 1:].contiguous()

    def step(self):
        return self.trainer.step(self.inputs, self.targets).item()

    def gate(self):
        return [{"loss": self.step()} for _ in range(2)]

    def run(self, count):
        return timed(self.step, count)


class ContinuePeer:
    """transformers' generate, greedy, with its cache."""

    def __init__(self, row):
        self.model = language.gpt(row["values"]).eval()
        formula.fill_parameters(self.model)
        self.prompt = language.tokens(0, 1, PROMPT, row["values"]["vocabulary"])
        self.tokens = row["tokens"]
        self.mask = torch.ones_like(self.prompt)

    @torch.inference_mode()
    def continued(self):
        whole = self.model.generate(self.prompt, attention_mask=self.mask, max_new_tokens=self.tokens,
                                    min_new_tokens=self.tokens, do_sample=False, use_cache=True, pad_token_id=0)
        return whole[0, PROMPT:].tolist()

    @torch.inference_mode()
    def gate(self):
        logits = self.model(torch.cat((self.prompt, self.prompt[:, :1]), 1)).logits[0, -1]
        return [{str(i): logits[i].item() for i in range(0, len(logits), 997)},
                {str(i): token % 97 for i, token in enumerate(self.continued())}]

    def run(self, count):
        return timed(self.continued, count)


class SamplePeer:
    """Character after character, drawn from the softmax of the logits."""

    def __init__(self, row):
        self.twin = language.Twin(row["model"], row["values"]).eval()
        formula.fill_parameters(self.twin)
        self.prompt = language.tokens(0, 1, PROMPT, row["values"]["vocabulary"])
        self.random = torch.Generator().manual_seed(1)

    @torch.inference_mode()
    def gate(self):
        state = None
        for token in self.prompt[0]:
            logits, state = self.twin(token.view(1, 1), state)
        return [{str(i): logit for i, logit in enumerate(logits.flatten().tolist())}]

    @torch.inference_mode()
    def sample(self):
        token, state = self.prompt[:, :1], None
        for _ in range(SAMPLED):
            logits, state = self.twin(token, state)
            token = torch.multinomial(logits[:, -1].softmax(-1), 1, generator=self.random)

    def run(self, count):
        return timed(self.sample, count)


TEXT_PEERS = {"text-step": TextStepPeer, "continue": ContinuePeer, "sample": SamplePeer}
