"""The language models of Limner as plain PyTorch modules, and their training step as a textbook would write it."""

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

import formula
from training import optimizer_for

TOKENS = 3000  # stream of the first step; one more for each further step
LAYERS = {"rnn": nn.RNN, "gru": nn.GRU, "lstm": nn.LSTM}


def tokens(step, rows, length, vocabulary):
    """int64 [rows, length], evenly drawn from the vocabulary."""
    share = (formula.hashed(TOKENS + step, (rows, length)) + 1) / 2
    return (share * np.float32(vocabulary)).floor().long().clamp(max=vocabulary - 1)


class Recurrent(nn.Module):
    def __init__(self, kind, v):
        super().__init__()
        hidden, embedding = v["hidden_size"], v["embedding_size"]
        self.embedding = nn.Embedding(v["vocabulary"], embedding)
        self.rnn = LAYERS[kind](embedding, hidden, v["layers"], batch_first=True)
        self.projection = None
        if v["tied"] and hidden != embedding:
            self.projection = nn.Linear(hidden, embedding, bias=False)
        self.head = nn.Linear(embedding if v["tied"] else hidden, v["vocabulary"])
        if v["tied"]:
            self.head.weight = self.embedding.weight

    def forward(self, inputs, state=None):
        outputs, state = self.rnn(self.embedding(inputs), state)
        if self.projection is not None:
            outputs = self.projection(outputs)
        return self.head(outputs), state


class Twin(nn.Module):
    """The module under the name of Limner's network."""

    def __init__(self, model, v):
        super().__init__()
        self.is_gpt = model == "gpt"
        if self.is_gpt:
            self.transformer = gpt(v).transformer
        else:
            self.recurrent = Recurrent(model, v)

    def forward(self, inputs, state=None):
        if not self.is_gpt:
            return self.recurrent(inputs, state)
        hidden = self.transformer(inputs).last_hidden_state
        return F.linear(hidden, self.transformer.wte.weight), None


def gpt(v):
    from transformers import GPT2Config, GPT2LMHeadModel
    config = GPT2Config(vocab_size=v["vocabulary"], n_positions=v["context"], n_embd=v["width"],
                        n_layer=v["layers"], n_head=v["heads"], resid_pdrop=0, embd_pdrop=0, attn_pdrop=0,
                        bos_token_id=None, eos_token_id=None)
    return GPT2LMHeadModel(config)


def detached(state):
    return tuple(part.detach() for part in state) if isinstance(state, tuple) else state.detach()


class LanguageTrainer:
    def __init__(self, twin, v):
        self.twin, self.state = twin, None
        self.optimizer = optimizer_for(twin.parameters(), v, v["learning_rate"])

    def step(self, inputs, targets, on_gradients=lambda: None):
        logits, state = self.twin(inputs, self.state)
        loss = F.cross_entropy(logits.flatten(0, 1), targets.flatten())
        self.optimizer.zero_grad()
        loss.backward()
        on_gradients()
        self.optimizer.step()
        self.state = detached(state) if state is not None else None
        return loss
