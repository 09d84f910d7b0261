"""What is looked at batch by batch: classes, labels, numbers, reconstructions. Memory does not grow with the data."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

import numpy as np
from torch import Tensor

from playground.engine import wording
from playground.engine.evaluating.worst import Worst
from playground.engine.losses import per_sample, probabilities, threshold
from playground.engine.samples import Part
from playground.engine.spread import Spread
from playground.engine.state import TrainingState
from playground.protocol.findings import Cell, ClassRow, Kind, Mistake, ValueRow
from playground.training.outputs import final_activation, gives_probabilities

MOST_WORST = 100
MOST_CELL = 200  # numbers of samples that are kept for a cell
MOST_CELLS = 500_000  # and for all cells
MOST_MATRIX = 200  # classes of which a matrix of all pairs is told
MOST_RESIDUALS = 4000


class Look(ABC):
    """``add`` sees every batch in order; ``result`` gives what a report is made of."""

    kind: Kind

    def __init__(self, state: TrainingState, part: Part) -> None:
        self.state, self.part = state, part
        self.worst = Worst(MOST_WORST)
        self._next = 0

    def add(self, x: Tensor, y: Tensor) -> None:
        """A batch as the network takes it."""
        self._look(self._next, x, y)
        self._next += len(x)

    @abstractmethod
    def _look(self, start: int, x: Tensor, y: Tensor) -> None:
        """The samples from number ``start`` on."""

    @abstractmethod
    def result(self) -> dict[str, Any]:
        """Fields of a report."""

    def _origin(self, number: int) -> str:
        return self.state.samples.origins(self.part, np.array([number]))[0]


class Scored(Look):
    """Of networks whose loss reads scores and targets."""

    def __init__(self, state: TrainingState, part: Part) -> None:
        super().__init__(state, part)
        project = state.project
        self._network = state.networks[state.network]
        self._loss, self._final = project.training.loss, final_activation(project.networks[state.network])
        self.target = state.samples.arrays.dataset.target
        self._losses = per_sample(self._loss, self._final, self.target)

    def _said(self, scores: Tensor) -> Tensor:
        return probabilities(scores, self._loss, self._final, self.target)

    def _looked(self, x: Tensor, y: Tensor) -> tuple[np.ndarray, np.ndarray]:
        """What is said, and the loss of each sample."""
        scores = self._network(x)
        return self._said(scores).float().cpu().numpy(), self._losses(scores, y).double().cpu().numpy()

    def _keep(self, start: int, losses: np.ndarray, wrong: np.ndarray, mistakes: Any) -> None:
        """Those of a batch that are wrong and among the worst; ``mistakes`` makes the record of one."""
        places = np.flatnonzero(~(losses <= self.worst.least) & wrong)
        if len(places) > MOST_WORST:
            places = places[np.argsort(-np.nan_to_num(losses[places], nan=np.inf), kind="stable")[:MOST_WORST]]
        self.worst.add(mistakes(int(place), start + int(place), float(losses[place])) for place in places)


class Classes(Scored):
    kind = "classes"

    def __init__(self, state: TrainingState, part: Part) -> None:
        super().__init__(state, part)
        count = self.target.count
        self._sure = gives_probabilities(state.project, state.network)
        self._right, self._called, self._actual = np.zeros((3, count), np.int64)
        self._counts: dict[int, int] = {}  # by truth × classes + said
        self._numbers: dict[int, list[int]] = {}
        self._kept = 0

    def _look(self, start: int, x: Tensor, y: Tensor) -> None:
        said, losses = self._looked(x, y)
        truth, called, count = y.cpu().numpy(), said.argmax(1), self.target.count
        self._right += np.bincount(truth[truth == called], minlength=count)
        self._called += np.bincount(called, minlength=count)
        self._actual += np.bincount(truth, minlength=count)
        codes = truth * count + called
        for code in np.unique(codes).tolist():
            places = np.flatnonzero(codes == code)
            self._counts[code] = self._counts.get(code, 0) + len(places)
            numbers = self._numbers.setdefault(code, [])
            room = min(MOST_CELL - len(numbers), MOST_CELLS - self._kept)
            added = (places[: max(0, room)] + start).tolist()
            numbers += added
            self._kept += len(added)
        names = self.target.names

        def mistake(place: int, number: int, loss: float) -> Mistake:
            was, told = int(truth[place]), int(called[place])
            sure = float(said[place, told])
            return Mistake(number, names[was], names[told], loss, sure, self._origin(number))

        self._keep(start, losses, truth != called, mistake)

    def result(self) -> dict[str, Any]:
        count, names = self.target.count, self.target.names
        matrix: tuple[tuple[int, ...], ...] = ()
        if count <= MOST_MATRIX:
            matrix = tuple(tuple(self._counts.get(t * count + s, 0) for s in range(count)) for t in range(count))
        cells = tuple(
            Cell(code // count, code % count, self._counts[code], tuple(self._numbers[code]))
            for code in sorted(self._counts)
        )  # fmt: skip
        rows = class_rows(names, self._right, self._called, self._actual)
        return {
            "classes": names, "per_class": rows, "confusion": matrix, "cells": cells, "probabilities": self._sure,
        }  # fmt: skip


class Labels(Scored):
    kind = "labels"

    def __init__(self, state: TrainingState, part: Part) -> None:
        super().__init__(state, part)
        self._limit = threshold(self._loss, self._final)
        self._sure = gives_probabilities(state.project, state.network)
        self._right, self._called, self._actual = np.zeros((3, self.target.count), np.int64)

    def _look(self, start: int, x: Tensor, y: Tensor) -> None:
        said, losses = self._looked(x, y)
        called, was = said.reshape(len(said), -1) > self._limit, y.cpu().numpy().reshape(len(said), -1) > 0.5
        self._right += (called & was).sum(0)
        self._called += called.sum(0)
        self._actual += was.sum(0)

        def mistake(place: int, number: int, loss: float) -> Mistake:
            truth, told = (wording.labels(self.target.names, each[place]) for each in (was, called))
            return Mistake(number, truth, told, loss, None, self._origin(number))

        self._keep(start, losses, (was != called).any(1), mistake)

    def result(self) -> dict[str, Any]:
        rows = class_rows(self.target.names, self._right, self._called, self._actual)
        return {"classes": self.target.names, "per_class": rows, "probabilities": self._sure}


class Values(Scored):
    """Numbers, in their own units."""

    kind = "values"

    def __init__(self, state: TrainingState, part: Part) -> None:
        super().__init__(state, part)
        self._sums, self._truth = np.zeros((3, 1)), Spread()  # sums by number: |e|, e², e
        self._pairs: list[np.ndarray] = []
        self._every = max(1, -(-state.samples.count(part) // MOST_RESIDUALS))

    def _look(self, start: int, x: Tensor, y: Tensor) -> None:
        said, losses = self._looked(x, y)
        targets = self.state.samples.targets
        told, truth = (
            np.asarray(targets.invert(part), np.float64).reshape(len(part), -1) for part in (said, y.cpu().numpy())
        )
        errors = told - truth
        self._sums = self._sums + np.stack((np.abs(errors).sum(0), (errors**2).sum(0), errors.sum(0)))
        self._truth.add(truth)
        chosen = np.arange(-start % self._every, len(truth), self._every)
        self._pairs.append(np.stack((truth[chosen, 0], told[chosen, 0]), 1))

        def mistake(place: int, number: int, loss: float) -> Mistake:
            was, said = wording.numbers(truth[place]), wording.numbers(told[place])
            return Mistake(number, was, said, loss, None, self._origin(number))

        self._keep(start, losses, np.ones(len(losses), bool), mistake)

    def result(self) -> dict[str, Any]:
        n, (absolute, squared, plain) = self._next, self._sums
        if not n:
            return {}
        names = self.target.names
        if len(names) != len(absolute):
            names = tuple(f"y{number + 1}" for number in range(len(absolute)))
        rows = tuple(
            ValueRow(name, a / n, float(np.sqrt(s / n)), p / n, 1 - s / v if v > 0 else None)
            for name, a, s, p, v in zip(
                names, absolute.tolist(), squared.tolist(), plain.tolist(), self._truth.squares.tolist(), strict=True
            )
        )
        pairs = np.concatenate(self._pairs)
        return {"per_value": rows, "residuals": tuple((float(a), float(b)) for a, b in pairs)}


class Reconstructions(Look):
    """Of networks that give samples back: the mean squared error of each, in the units of the data."""

    kind = "data"

    def _look(self, start: int, x: Tensor, y: Tensor) -> None:
        back = self.state.task.predict(x).reshape(x.shape)
        wanted = self.state.samples.inputs.invert(x.float())
        errors = (back - wanted).double().square().flatten(1).mean(1).cpu().numpy()
        places = np.flatnonzero(~(errors <= self.worst.least))
        self.worst.add(
            Mistake(start + int(place), "", "", float(errors[place]), None, self._origin(start + int(place)))
            for place in places
        )

    def result(self) -> dict[str, Any]:
        return {}


def look_for(state: TrainingState, part: Part) -> Look | None:
    """None for a task that says nothing of single samples."""
    target = state.samples.arrays.dataset.target
    if state.task.description.predicts_target:
        kinds: dict[str, type[Look]] = {"classes": Classes, "labels": Labels, "values": Values}
        return kinds[target.kind](state, part)
    return None if state.task.description.from_noise else Reconstructions(state, part)


def class_rows(
    names: tuple[str, ...], right: np.ndarray, called: np.ndarray, actual: np.ndarray
) -> tuple[ClassRow, ...]:
    """Precision, recall and F1 by class; None where nothing was called so, or nothing was so."""
    rows = []
    for name, tp, said, was in zip(names, right.tolist(), called.tolist(), actual.tolist(), strict=True):
        precision, recall = tp / said if said else None, tp / was if was else None
        rows.append(ClassRow(name, precision, recall, 2 * tp / (said + was) if said + was else None, was))
    return tuple(rows)
