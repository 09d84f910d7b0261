"""The base of all tasks: what is learned, which networks that takes, and what must be true of them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from typing import ClassVar

from playground.core.described import Described
from playground.core.infer import Inference
from playground.core.problems import Problem
from playground.core.project import Project
from playground.training.datasets import Dataset


class Task(Described):
    """One class is one task; its fields are the task's own settings. ``engine/tasks`` does what it describes.

    ``needs`` says in words which networks, inputs and outputs it takes. ``parts`` are what one step can be taken of
    alone, name and title: a GAN's generator. ``losses`` are those of ``training/losses.py`` that one may choose;
    empty where the task has its own. ``predicts_target``: what the main network gives is the target of the data;
    ``from_noise``: it is made out of noise, of no sample. Else samples come back.
    """

    explanation: ClassVar[str]
    when: ClassVar[str]
    needs: ClassVar[str]
    formula: ClassVar[str] = ""
    reference: ClassVar[str] = ""
    parts: ClassVar[tuple[tuple[str, str], ...]] = ()
    losses: ClassVar[tuple[str, ...]] = ()
    predicts_target: ClassVar[bool] = False
    from_noise: ClassVar[bool] = False

    def trains(self, project: Project) -> tuple[str, ...]:
        """The networks that train; those that the project lacks are left out."""
        return (project.main_network,)

    def main(self, project: Project) -> str:
        """The network that predicts, is analysed and exported."""
        return project.main_network

    def idle(self) -> dict[str, str]:
        """Settings that do nothing as the others are, each with the reason."""
        return {}

    @abstractmethod
    def metrics(self, project: Project, dataset: Dataset) -> tuple[str, ...]:
        """Names of ``METRICS`` that an evaluation gives besides the loss, most telling first."""

    def step_metrics(self, project: Project, dataset: Dataset) -> tuple[str, ...]:
        """Those that each training step gives, most telling first; shown as curves."""
        return self.metrics(project, dataset)[:1]

    @abstractmethod
    def problems(
        self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None
    ) -> Iterator[Problem]:
        """What stands in the way of training, with fixes; ``networks`` are the facts of all networks."""

    def advice(self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None) -> Iterator[Problem]:
        """What an expert would warn of."""
        yield from ()
