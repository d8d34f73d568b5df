"""Plain PyTorch training steps, written as a textbook would: what Limner's steps are compared with."""

import torch
from torch.nn import functional as F


def discriminator_loss(kind, real, fake, smoothing):
    if kind in ("bce", "bce-saturating"):
        targets = torch.full_like(real, 1 - smoothing)
        return (F.binary_cross_entropy_with_logits(real, targets)
                + F.binary_cross_entropy_with_logits(fake, torch.zeros_like(fake)))
    if kind == "least-squares":
        return 0.5 * F.mse_loss(real, torch.full_like(real, 1 - smoothing)) + 0.5 * fake.pow(2).mean()
    if kind == "hinge":
        return F.relu(1 - real).mean() + F.relu(1 + fake).mean()
    return fake.mean() - real.mean()


def generator_loss(kind, fake):
    if kind == "bce":
        return F.binary_cross_entropy_with_logits(fake, torch.ones_like(fake))
    if kind == "bce-saturating":
        return -F.binary_cross_entropy_with_logits(fake, torch.zeros_like(fake))
    if kind == "least-squares":
        return 0.5 * F.mse_loss(fake, torch.ones_like(fake))
    return -fake.mean()


def gradient_penalty(critic, real, fake, generator):
    share = torch.rand(len(real), 1, 1, 1, generator=generator).to(real)
    between = (share * real + (1 - share) * fake).requires_grad_()
    slope, = torch.autograd.grad(critic(between).sum(), between, create_graph=True)
    return (slope.reshape(len(real), -1).norm(dim=1) - 1).pow(2).mean()


def r1_penalty(critic, real):
    real = real.detach().requires_grad_()
    slope, = torch.autograd.grad(critic(real).sum(), real, create_graph=True)
    return 0.5 * slope.reshape(len(real), -1).pow(2).sum(1).mean()


def optimizer_for(parameters, v, rate):
    decay = v.get("weight_decay", 0.0)
    kind = v.get("optimizer", "adam")
    if kind == "sgd":
        return torch.optim.SGD(parameters, rate, momentum=v["momentum"], weight_decay=decay)
    if kind == "rmsprop":
        return torch.optim.RMSprop(parameters, rate, alpha=v["alpha"], weight_decay=decay)
    make = torch.optim.AdamW if kind == "adamw" else torch.optim.Adam
    return make(parameters, rate, betas=(v["beta1"], v["beta2"]), weight_decay=decay)


class GanTrainer:
    def __init__(self, twin, v, seed):
        self.twin, self.v, self.random = twin, v, torch.Generator().manual_seed(seed)
        self.of_d = optimizer_for(twin.discriminator.parameters(), v, v["learning_rate_d"])
        self.of_g = optimizer_for(twin.generator.parameters(), v, v["learning_rate_g"])

    def step(self, index, real, z, on_gradients=lambda network: None):
        v, g, d, kind = self.v, self.twin.generator, self.twin.discriminator, self.v["gan_loss"]
        fake = g(z)
        real_logits = d(real)
        fake_logits = d(fake.detach())
        loss_d = discriminator_loss(kind, real_logits, fake_logits, v["label_smoothing"])
        total = loss_d
        if v["r1_weight"] > 0:
            total = total + v["r1_weight"] * r1_penalty(d, real)
        if kind == "wasserstein-gp":
            total = total + v["gp_weight"] * gradient_penalty(d, real, fake.detach(), self.random)
        generator_is_due = (index + 1) % v["d_steps"] == 0

        if v["update"] == "simultaneous":
            loss_g = generator_loss(kind, d(fake))
            self.of_g.zero_grad()
            loss_g.backward()
            self.of_d.zero_grad()  # what the generator's loss left in the discriminator
            total.backward()
            on_gradients("discriminator")
            on_gradients("generator")
            self.of_d.step()
            self.of_g.step()
            return {"loss_d": loss_d, "loss_g": loss_g}

        self.of_d.zero_grad()
        total.backward()
        on_gradients("discriminator")
        self.of_d.step()
        if kind == "wasserstein":
            with torch.no_grad():
                for parameter in d.parameters():
                    parameter.clamp_(-v["clip_value"], v["clip_value"])
        if not generator_is_due:
            return {"loss_d": loss_d, "loss_g": generator_loss(kind, fake_logits)}
        loss_g = generator_loss(kind, d(fake))
        self.of_g.zero_grad()
        loss_g.backward()
        on_gradients("generator")
        self.of_g.step()
        return {"loss_d": loss_d, "loss_g": loss_g}


class VaeTrainer:
    def __init__(self, twin, v, seed):
        self.twin, self.v = twin, v
        self.optimizer = optimizer_for(twin.parameters(), v, v["learning_rate"])

    def step(self, index, pictures, noise, on_gradients=lambda network: None):
        v, n = self.v, len(pictures)
        mean, log_variance = self.twin.encoder(pictures).chunk(2, dim=1)
        output = self.twin.decoder(mean + noise * torch.exp(0.5 * log_variance))
        target = (pictures + 1) / 2 if v["normalise"] else pictures
        if v["likelihood"] == "bernoulli":
            reconstruction = F.binary_cross_entropy_with_logits(output, target, reduction="sum") / n
        else:
            normal = torch.distributions.Normal(output.sigmoid(), v["pixel_deviation"])
            reconstruction = -normal.log_prob(target).sum() / n
        kl = -0.5 * (1 + log_variance - mean.pow(2) - log_variance.exp()).sum() / n
        grown = min(1.0, index / v["kl_warmup"]) if v["kl_warmup"] else 1.0
        loss = reconstruction + v["kl_weight"] * grown * kl
        self.optimizer.zero_grad()
        loss.backward()
        on_gradients("encoder")
        on_gradients("decoder")
        self.optimizer.step()
        return {"loss": loss, "reconstruction": reconstruction, "kl": kl}


def trainer_for(model, twin, v, seed=7):
    return (VaeTrainer if model == "vae" else GanTrainer)(twin, v, seed)
