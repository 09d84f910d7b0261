"""Autoencoders: the target is the input, on the other side of something that it does not fit through."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from pydantic import Field

from playground.core.infer import Inference
from playground.core.language import tr
from playground.core.problems import Problem
from playground.core.project import Project
from playground.training.datasets import Dataset
from playground.training.endings import choosing
from playground.training.losses import LOSSES
from playground.training.tasks.reproducing import in_unit_interval, reproduces, sigmoid_end, within_reach
from playground.training.tasks.task import Task


class Autoencoder(Task):
    name: ClassVar[str] = "autoencoder"
    title: ClassVar[str] = "Autoencoder"
    summary: ClassVar[str] = "Learns to give its input back through a narrow middle; noisy inputs make it clean them."
    explanation: ClassVar[str] = (
        "The target is the input itself. A middle with fewer numbers than the input forces the network to find what "
        "samples have in common. With noise or blanked parts it is shown spoiled samples and has to give whole ones."
    )
    when: ClassVar[str] = (
        "When there are samples but no answers: to compress them, to take noise away, to find what is unusual."
    )
    needs: ClassVar[str] = (
        "One network with one Input that takes a sample, and one end that gives as many numbers as the sample has: in "
        "its shape, or in a row, which is then reshaped."
    )
    formula: ClassVar[str] = r"\hat x = g\left(f(x)\right), \quad J = \frac{1}{n}\sum_i (x_i - \hat x_i)^2"
    reference: ClassVar[str] = "Hinton & Salakhutdinov 2006, doi:10.1126/science.1127647; Vincent et al. 2008, ICML"
    losses: ClassVar[tuple[str, ...]] = ("mean_squared_error", "mean_absolute_error", "huber", "binary_cross_entropy")

    noise: float = Field(
        0.0, ge=0.0, le=10.0, description="Deviation of normal noise added to prepared inputs; the target stays clean."
    )
    mask: float = Field(
        0.0, ge=0.0, le=0.95, description="Part of the numbers of each input that are set to 0; the target is whole."
    )

    @property
    def spoils(self) -> bool:
        """Whether the network is shown something else than what it has to give."""
        return self.noise > 0 or self.mask > 0

    def metrics(self, project: Project, dataset: Dataset) -> tuple[str, ...]:
        return ("mse", "mae")

    def problems(
        self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None
    ) -> Iterator[Problem]:
        name, loss = self.main(project), project.training.loss
        if loss in LOSSES and loss not in self.losses:
            fitting = ", ".join(tr(LOSSES[other].title).lower() for other in self.losses[:-1])
            yield Problem(
                "error",
                "loss-target",
                tr(
                    "{title} judges answers, but an autoencoder compares inputs with what comes back.",
                    title=tr(LOSSES[loss].title),
                ),
                tr("Use {fitting} or {title}.", fitting=fitting, title=tr(LOSSES[self.losses[-1]].title).lower()),
                field="loss",
                fix=choosing("mean_squared_error"),
            )
        yield from reproduces(project, name, networks[name], dataset)
        if loss == "binary_cross_entropy":
            yield from in_unit_interval(project, dataset, tr("Binary cross-entropy"))

    def advice(self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None) -> Iterator[Problem]:
        name = self.main(project)
        if project.training.loss == "binary_cross_entropy":
            yield from sigmoid_end(project, name, tr("Binary cross-entropy").lower())
        else:
            yield from within_reach(project, name, dataset)
