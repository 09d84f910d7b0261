"""Autoencoders: the prepared input is the target; what the network is shown may be spoiled."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import torch
from torch import Tensor

from playground import protocol
from playground.core.infer import infer
from playground.engine.losses import activate, loss_function
from playground.engine.samples import Batch
from playground.engine.tasks import measured, showing
from playground.engine.tasks.task import Setting, StepValues, Task
from playground.layers.shared.elementwise import feature_axis
from playground.training.datasets import Target
from playground.training.losses import reading
from playground.training.outputs import final_activation
from playground.training.tasks import Autoencoder as Description


class Autoencoder(Task):
    """One network; its scores, before a last Sigmoid, may come in a row."""

    def __init__(self, setting: Setting) -> None:
        super().__init__(setting)
        project = setting.project
        assert isinstance(self.description, Description)
        self._settings = self.description
        name = self.description.main(project)
        self._final, self._loss_name = final_activation(project.networks[name]), project.training.loss
        self._updater, self._forward, self._network = self.updaters[name], self.forward[name], setting.networks[name]
        graph = project.networks[name]
        end = infer(graph, name, setting.dataset.shape, networks=project.networks).facts[graph.exits[0]].shape
        assert end is not None  # it was built
        self._axis = feature_axis(end) + 1
        self._judge = loss_function(self._loss_name, self._final, Target("values", shape=end))
        self._squared = self._loss_name == "mean_squared_error"
        self._shown = showing.Chosen(setting.samples, showing.FEW)

    @property
    def classes(self) -> tuple[str, ...]:
        return ()

    def step(self, batch: Batch) -> dict[str, Tensor]:
        x = batch[0]
        with self._updater.autocast():
            scores = self._forward(self._spoiled(x))
            loss = self._loss(scores, x)
        with torch.no_grad():
            squared = loss.detach() if self._squared else (self.said(scores.detach(), x) - x).square().mean()
        return measured.sized({"loss": self._updater.update(loss), "mse": squared}, len(x))

    def values(self, steps: list[dict[str, Tensor]]) -> StepValues:
        return measured.read(steps)

    def evaluate(self, batches: Iterable[Batch], keep_going: Callable[[], bool]) -> dict[str, float] | None:
        means, generator = measured.Means(), self.fixed_random()
        for x, _ in batches:
            if not keep_going():
                return None
            scores = self._network(self._spoiled(x, generator))
            error = self.said(scores, x) - x
            means.add({
                "loss": self._loss(scores, x) * len(x), "mse": error.square().flatten(1).mean(1).sum(),
                "mae": error.abs().flatten(1).mean(1).sum(),
            }, len(x))  # fmt: skip
        return means.result()

    def predict(self, x: Tensor) -> Tensor:
        """What comes back, in the shape and the units of the data (bytes from 0 to 1)."""
        return self.setting.samples.inputs.invert(self.said(self._network(x), x))

    def views(self) -> tuple[protocol.View, ...]:
        x = self._shown.prepared
        if not len(x):
            return ()
        given = self._spoiled(x, self.fixed_random())
        return showing.reconstructions(
            self.setting.samples, x, self.said(self._network(given), x), given if self._settings.spoils else None
        )

    def _loss(self, scores: Tensor, x: Tensor) -> Tensor:
        wanted = x.reshape(scores.shape)
        if self._loss_name == "binary_cross_entropy":
            wanted = wanted.clamp(0, 1)  # what lies a little outside of the range that training had
        return self._judge(scores, wanted)

    def said(self, scores: Tensor, x: Tensor) -> Tensor:
        """What comes back as prepared numbers, in the shape of the samples ``x``, of what the network gives."""
        return activate(scores.float(), reading(self._loss_name, self._final), self._axis).reshape(x.shape)

    def _spoiled(self, x: Tensor, generator: torch.Generator | None = None) -> Tensor:
        """``x`` with noise and blanked numbers; drawn anew from the run's random numbers, or from ``generator``."""
        found = x
        if self._settings.noise:
            found = found + self._settings.noise * _drawn(torch.randn, x, generator)
        if self._settings.mask:
            found = found * (_drawn(torch.rand, x, generator) >= self._settings.mask)
        return found


def _drawn(draw: Callable[..., Tensor], x: Tensor, generator: torch.Generator | None) -> Tensor:
    """Random numbers like ``x``; those of a fixed generator come from the CPU, the same on every device."""
    if generator is None:
        return draw(x.shape, device=x.device)
    return draw(x.shape, generator=generator).to(x.device)
