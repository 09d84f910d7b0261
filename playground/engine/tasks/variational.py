"""Variational autoencoders: mean and log variance are read where they enter the layer that draws the codes."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from playground import protocol
from playground.core.language import tr
from playground.engine.losses import activate
from playground.engine.samples import Batch
from playground.engine.tasks import cutting, measured, showing
from playground.engine.tasks.task import Setting, StepValues, Task
from playground.engine.tracing import failing_node
from playground.engine.updating import forward_of
from playground.training.outputs import final_activation
from playground.training.tasks import VariationalAutoencoder as Description

_PRIOR_SAMPLES = 64
_GRID = 15  # of a manifold, to each side
_GRID_EDGE = 0.02  # part of the distribution beyond the grid
_CODES = 1000


class VariationalAutoencoder(Task):
    """``encoder`` gives mean and log variance, ``decoder`` takes codes: cuts of the one network, weights shared."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        project = setting.project
        assert isinstance(self.description, Description)
        self._settings = self.description
        name, sample = self.description.main(project), self.description.sample_node(project)
        assert sample is not None  # it was checked
        self._final, self._network = final_activation(project.networks[name]), setting.networks[name]
        self._updater = self.updaters[name]
        self._watched = cutting.watched(self._network, sample.id)
        self._forward = forward_of(self._watched, project.training)
        self.encoder, self.decoder = cutting.before(self._network, sample.id), cutting.after(self._network, sample.id)
        self._few = showing.Chosen(setting.samples, showing.FEW)
        self._many = showing.Chosen(setting.samples, _CODES)
        self._noise: Tensor | None = None

    @property
    def classes(self) -> tuple[str, ...]:
        return ()

    def step(self, batch: Batch) -> dict[str, Tensor]:
        x = batch[0]
        with self._updater.autocast():
            scores, mean, log_variance = self._forward(x)
        lost, divergence = self._lost(scores, x).mean(), kl(mean, log_variance).mean()
        loss = self._updater.update(lost + self.kl_weight * divergence)
        return measured.sized({"loss": loss, "reconstruction": lost, "kl": divergence}, len(x))

    @property
    def kl_weight(self) -> float:
        """β, or the part of it that the warm-up has come to."""
        if not self._settings.warm_up:
            return self._settings.beta
        epoch, number = self.at
        done = epoch + number / self.setting.samples.steps_per_epoch
        return self._settings.beta * min(1.0, done / self._settings.warm_up)

    @property
    def settled(self) -> int:
        return math.ceil(self._settings.warm_up)

    def values(self, steps: list[dict[str, Tensor]]) -> StepValues:
        return measured.read(steps)

    def evaluate(self, batches: Iterable[Batch], keep_going: Callable[[], bool]) -> dict[str, float] | None:
        """``loss`` is the negative evidence lower bound in nats for each sample, from one draw of a code for each."""
        means, generator = measured.Means(), self.fixed_random()
        for x, _ in batches:
            if not keep_going():
                return None
            mean, log_variance = self.encoder(x)
            drawn = torch.randn(mean.shape, generator=generator).to(mean.device)
            lost = self._lost(self.decoder(mean + torch.exp(log_variance / 2) * drawn), x).double().sum()
            divergence = kl(mean, log_variance).double().sum()
            means.add({"loss": lost + divergence, "reconstruction": lost, "kl": divergence}, len(x))
        return means.result()

    def predict(self, x: Tensor) -> Tensor:
        """What comes back of the mean of the codes, in the shape and the units of the data (bytes from 0 to 1)."""
        return self.setting.samples.inputs.invert(self.said(self._network(x)).reshape(x.shape))

    def failing(self, error: BaseException) -> str | None:
        found = (failing_node(network, error) for network in (self._watched, self.encoder, self.decoder))
        return next((node for node in found if node is not None), None) or super().failing(error)

    def _lost(self, scores: Tensor, x: Tensor) -> Tensor:
        """−log p(x|z) of each sample in nats: N."""
        scores, wanted = scores.float().flatten(1), x.flatten(1)
        if self._settings.output == "bernoulli":
            return functional.binary_cross_entropy_with_logits(scores, wanted.clamp(0, 1), reduction="none").sum(1)
        deviation = self._settings.deviation
        squares = (self.said(scores) - wanted).square().sum(1) / (2 * deviation**2)
        return squares + wanted.shape[1] * (math.log(deviation) + 0.5 * math.log(2 * math.pi))

    def said(self, scores: Tensor) -> Tensor:
        """The middle of the distribution of each number, of what the network gives."""
        final = "sigmoid" if self._settings.output == "bernoulli" else self._final
        return activate(scores.float(), final)

    # --- what there is to see ----------------------------------------------------------------------------------------

    def views(self) -> tuple[protocol.View, ...]:
        x = self._few.prepared
        if not len(x):
            return ()
        codes, samples = self._codes(self._many.prepared), self.setting.samples
        back = self.said(self._network(x)).reshape(x.shape)
        dreamt = self._decoded(self._prior(codes.shape[1]))
        found = showing.reconstructions(samples, x, back, None)
        if x.dim() == 4:
            found += (protocol.Pictures("samples", tr("Samples from the prior"), showing.as_pictures(samples, dreamt)),)
        else:
            title = tr("Data, and samples from the prior")
            found += (showing.real_and_made(samples, "samples", self._many.prepared, dreamt, title),)
        if codes.shape[1] >= 2 and x.dim() == 4:
            found += (self._manifold(codes),)
        return (*found, self._map(codes))

    def _prior(self, count: int) -> Tensor:
        """The same codes throughout the run."""
        if self._noise is None:
            drawn = torch.randn(_PRIOR_SAMPLES, count, generator=self.fixed_random(1))
            self._noise = drawn.to(self.setting.device)
        return self._noise

    def _codes(self, x: Tensor) -> Tensor:
        """Means of the codes, N×numbers."""
        mean: Tensor = self.encoder(x)[0]
        self._form = mean.shape[1:]
        return mean.float().flatten(1)

    def _decoded(self, codes: Tensor) -> Tensor:
        shape = self.setting.dataset.shape.sizes
        return self.said(self.decoder(codes.reshape(-1, *self._form))).reshape(-1, *shape)

    def _manifold(self, known: Tensor) -> protocol.View:
        """What the decoder makes of a grid of codes: evenly likely ones of two numbers, else along the two directions
        in which the codes ``known`` differ most.
        """
        line = torch.special.ndtri(torch.linspace(_GRID_EDGE, 1 - _GRID_EDGE, _GRID, dtype=torch.float64)).float()
        second, first = torch.meshgrid(line.flip(0), line, indexing="ij")  # up is more of the second
        codes = torch.stack((first.flatten(), second.flatten()), 1)
        title = tr("What codes stand for, first across and second up")
        if known.shape[1] > 2:
            middle, axes, deviations = (
                torch.from_numpy(part).float() for part in showing.directions(known.cpu().numpy())
            )
            codes = middle + (codes * deviations) @ axes.T
            title = tr("What codes stand for, along two of {shape} directions", shape=known.shape[1])
        images = showing.as_pictures(self.setting.samples, self._decoded(codes.to(self.setting.device)))
        return protocol.Pictures("manifold", title, images, columns=_GRID)

    def _map(self, codes: Tensor) -> protocol.View:
        """Where samples lie among the codes: the two numbers, or the two directions in which they differ most."""
        points, axes, title = codes.cpu().numpy(), ("z1", "z2"), tr("Codes")
        if points.shape[1] == 1:
            points, axes = np.concatenate((points, np.zeros_like(points)), 1), ("z", "")
        elif points.shape[1] > 2:
            points, axes = showing.principal(points), (tr("first component"), tr("second component"))
            title = tr("Codes, two of {shape} directions", shape=codes.shape[1])
        labels, classes = self._many.labels()
        return protocol.Scatter("codes", title, points.astype(np.float32), labels, classes, axes)


def kl(mean: Tensor, log_variance: Tensor) -> Tensor:
    """Kullback–Leibler divergence of N(mean, variance) from N(0, 1) in nats, of each sample: N."""
    return kl_of_numbers(mean, log_variance).sum(1)


def kl_of_numbers(mean: Tensor, log_variance: Tensor) -> Tensor:
    """The same of each number of a code by itself, N×numbers: the divergence is their sum."""
    mean, log_variance = mean.float().flatten(1), log_variance.float().flatten(1)
    return 0.5 * (mean.square() + log_variance.exp() - 1 - log_variance)
