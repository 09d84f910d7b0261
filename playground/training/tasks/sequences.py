"""Supervised learning on what comes in order: the next values of a series, the class of a text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import ClassVar

from playground.core.edits import SetTask
from playground.core.infer import Inference
from playground.core.language import mark, tr
from playground.core.problems import Fix, Problem
from playground.core.project import Project
from playground.training.datasets import Dataset
from playground.training.tasks.supervised import Supervised


class Forecasting(Supervised):
    """Values of a series from those before them."""

    name: ClassVar[str] = "forecasting"
    title: ClassVar[str] = "Forecasting"
    summary: ClassVar[str] = "Learns to say how a series goes on from the values before."
    explanation: ClassVar[str] = (
        "A sample is a window of the series, the target are the values that come next. What comes last in time is kept "
        "for testing. A forecast is worth something when it beats saying the last value again, which is told beside it."
    )
    when: ClassVar[str] = "When a series is to be carried on from what it did so far."
    needs: ClassVar[str] = (
        "One network with one Input that takes a window, time × features, and one end: a number for each value ahead."
    )
    formula: ClassVar[str] = r"\hat y_{t+1 \dots t+h} = f_\theta(x_{t-w+1}, \dots, x_t)"
    reference: ClassVar[str] = "Hyndman & Athanasopoulos 2021, Forecasting: Principles and Practice, otexts.com/fpp3"
    losses: ClassVar[tuple[str, ...]] = ("mean_squared_error", "mean_absolute_error", "huber")

    def metrics(self, project: Project, dataset: Dataset) -> tuple[str, ...]:
        found = super().metrics(project, dataset)
        return (*found, "repeat_last") if dataset.look == "sequences" and dataset.target.kind == "values" else found

    def step_metrics(self, project: Project, dataset: Dataset) -> tuple[str, ...]:
        return super().metrics(project, dataset)[:1]

    def problems(
        self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None
    ) -> Iterator[Problem]:
        if dataset is not None and (dataset.look != "sequences" or dataset.target.kind != "values"):
            what = mark(
                "Forecasting takes series with the values that follow, but the samples of {title} have no values that "
                "come next."
            )
            if dataset.look != "sequences":
                what = mark(
                    "Forecasting takes series with the values that follow, but the samples of {title} are no series."
                )
            yield Problem(
                "error",
                "no-series",
                tr(what, title=dataset.title),
                tr("Choose sequences, or supervised learning."),
                fix=_to_supervised(),
            )
            return
        yield from super().problems(project, networks, dataset)


class TextClassification(Supervised):
    """A class for each text."""

    name: ClassVar[str] = "text"
    title: ClassVar[str] = "Text classification"
    summary: ClassVar[str] = "Learns to tell what kind of text it reads, word by word."
    explanation: ClassVar[str] = (
        "A text comes as a row of ids, one for each word. An Embedding looks up a learned vector for each, and a "
        "recurrent or attention layer reads them in order."
    )
    when: ClassVar[str] = "When short texts belong to classes: opinions, topics, languages."
    needs: ClassVar[str] = (
        "One network with one Input that takes ids, an Embedding behind it with a row for each id, and one end: a "
        "number for each class."
    )
    formula: ClassVar[str] = r"p = \mathrm{softmax}\left(W h_T + b\right), \quad h_t = f(h_{t-1}, E_{x_t})"
    reference: ClassVar[str] = "Goodfellow et al. 2016, Deep Learning, chapters 10 and 12, deeplearningbook.org"

    def problems(
        self, project: Project, networks: Mapping[str, Inference], dataset: Dataset | None
    ) -> Iterator[Problem]:
        if dataset is not None and not (dataset.look == "text" and dataset.target.kind in ("classes", "labels")):
            what = mark("Text classification takes texts with classes, but the samples of {title} have no classes.")
            if dataset.look != "text":
                what = mark("Text classification takes texts with classes, but the samples of {title} are no texts.")
            yield Problem(
                "error",
                "no-text",
                tr(what, title=dataset.title),
                tr("Choose texts, or supervised learning."),
                fix=_to_supervised(),
            )
            return
        yield from super().problems(project, networks, dataset)


def _to_supervised() -> Fix:
    return Fix(tr("Use supervised learning"), SetTask({"type": Supervised.name, "params": {}}))
