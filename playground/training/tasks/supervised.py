"""Supervised learning: samples with what is to be said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from playground.core.blocks import uses
from playground.core.infer import Inference
from playground.core.language import tr
from playground.core.problems import Problem, setting
from playground.core.project import Project
from playground.training import metrics
from playground.training.advice import advise
from playground.training.datasets import Dataset
from playground.training.endings import loss_fits
from playground.training.losses import LOSSES
from playground.training.outputs import output_node
from playground.training.requirements import Wanted, one_result
from playground.training.tasks.task import Task


class Supervised(Task):
    """Classes, two classes, several labels or numbers: whatever the data set has to be predicted."""

    name: ClassVar[str] = "supervised"
    title: ClassVar[str] = "Supervised learning"
    summary: ClassVar[str] = "Learns from examples with the right answer: a class, several labels, or numbers."
    explanation: ClassVar[str] = (
        "The network sees a sample and says what it thinks; the loss tells how wrong that is, and every weight moves a "
        "little so that it is less wrong. With classes it is a classifier, with numbers a regression."
    )
    when: ClassVar[str] = "When each sample comes with an answer: a class, several labels, or numbers."
    needs: ClassVar[str] = (
        "One network with one Input that takes a sample, and one end: a number for each class, label or value."
    )
    formula: ClassVar[str] = r"\theta \leftarrow \theta - \alpha \nabla_\theta J\left(f_\theta(x),\, y\right)"
    reference: ClassVar[str] = "Goodfellow et al. 2016, Deep Learning, chapter 5, deeplearningbook.org"
    losses: ClassVar[tuple[str, ...]] = tuple(LOSSES)
    predicts_target: ClassVar[bool] = True

    def metrics(self, project: Project, dataset: Dataset) -> tuple[str, ...]:
        return metrics.of_target(dataset.target)

    def problems(
        self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None
    ) -> Iterator[Problem]:
        name = self.main(project)
        wanted = None if dataset is None else Wanted.of(dataset, project.training.loss)
        if dataset is not None and wanted is None:
            yield Problem(
                "error", "no-target", tr("{title} has nothing to predict.", title=dataset.title),
                tr("Choose a task that needs no answers, an autoencoder say, or data with a target."),
            )  # fmt: skip
        if dataset is not None:
            end = output_node(project.networks[name])
            yield from loss_fits(project, dataset, None if end is None else networks[name].facts[end.id].shape)
            yield from _words_known(project, name, dataset)
        yield from one_result(project, name, networks[name], dataset, wanted)

    def advice(self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None) -> Iterator[Problem]:
        name = self.main(project)
        wanted = None if dataset is None else Wanted.of(dataset, project.training.loss)
        finished = not any(one_result(project, name, networks[name], dataset, wanted))
        yield from advise(project, name, networks[name], dataset, finished=finished)


def _words_known(project: Project, name: str, dataset: Dataset) -> Iterator[Problem]:
    """Each id of the data needs a row in the table that looks it up."""
    if not dataset.vocabulary:
        return
    for network in project.networks:
        if not uses(project.networks, name, network):
            continue
        for node in project.networks[network].nodes:
            rows = getattr(node.layer, "vocabulary", None)
            if node.type == "Embedding" and isinstance(rows, int) and rows < dataset.vocabulary:
                yield Problem(
                    "error",
                    "vocabulary",
                    tr(
                        "{title}: knows {rows:,} ids, but {title2} has {vocabulary:,}.",
                        title=node.title,
                        rows=rows,
                        title2=dataset.title,
                        vocabulary=dataset.vocabulary,
                    ),
                    tr("Give it a row for each."),
                    network,
                    node.id,
                    "vocabulary",
                    setting(network, node.id, {"vocabulary": dataset.vocabulary}),
                )
