"""Views of what a network answers: regions of a plane, rows of a table or texts, truth against prediction."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from torch import Tensor

from playground import protocol
from playground.core.language import tr
from playground.engine.pictures import pictures
from playground.engine.samples import Samples
from playground.engine.tasks import showing
from playground.engine.wording import four_digits, in_words

_ROWS = 24
_PICTURES = 40
_CELLS = 100  # of a plane, to each side
_DOTS, _LEAST_DOTS = 1000, 50
_MOST_ADDS = 2_000_000_000  # some hundredths of a second: what takes long is shown seldom
# A number counts as wrong when it is off by more than this part of the deviation of the truth.
_WRONG = 0.5

Predict = Callable[[Tensor], Tensor]


class Answers:
    """What there is to see of a network that predicts targets. ``predict``: prepared samples to probabilities or values
    in their units; ``threshold`` is what says yes to a label; ``cost`` are the multiply-adds for one sample.
    """

    def __init__(self, samples: Samples, predict: Predict, threshold: float, cost: int) -> None:
        self._samples, self._predict, self._threshold = samples, predict, threshold
        self._dataset = samples.arrays.dataset
        self._few, self._dots = showing.Chosen(samples, _ROWS), showing.Chosen(samples, _DOTS)
        self._compared = showing.Chosen(samples, max(_LEAST_DOTS, min(_DOTS, _MOST_ADDS // max(1, cost))))
        self._images = showing.Chosen(samples, _PICTURES)
        self._edges: tuple[float, float, float, float] | None = None
        self._grid: Tensor | None = None

    def views(self) -> tuple[protocol.View, ...]:
        if not len(self._few.places):
            return ()
        found: list[protocol.View] = []
        shape, look = self._dataset.shape, self._dataset.look
        if shape.sizes == (2,) and not shape.whole:
            found.append(self._plane())
        elif look in ("table", "text") and shape.rank == 1:
            found.append(self._rows())
        elif shape.is_image and self._dataset.target.kind != "classes":
            found.append(self._pictures())  # of images with classes all is told without a task's help
        if self._dataset.target.kind == "values":
            found.append(self._against_truth())
        return tuple(found)

    def _plane(self) -> protocol.Plane:
        points, labels = self._dots.stored
        there = np.isfinite(points).all(1)  # a row with a gap has no place
        points, labels = points[there], labels[there]
        if self._grid is None or self._edges is None:
            self._edges = showing.bounds(self._samples, points)
            self._grid = showing.grid(self._samples, self._edges, _CELLS)
        said = self._predict(self._grid).cpu().numpy().reshape(_CELLS * _CELLS, -1)
        classes, target = self._dataset.classes, self._dataset.target
        certainty = None
        if classes:
            values, certainty = said.argmax(1), said.max(1).reshape(_CELLS, _CELLS).astype(np.float32)
        else:
            values, labels = said[:, 0], labels.reshape(len(labels), -1)[:, 0]
        several = not classes and target.count > 1
        title = tr("What it says of each place")
        if several:
            title = tr("What it says of each place: {name}", name=target.names[0])
        return protocol.Plane(
            "plane", title, *self._edges, values.reshape(_CELLS, _CELLS).astype(np.float32), certainty,
            points.astype(np.float32), labels, classes,
        )  # fmt: skip

    def _rows(self) -> protocol.Rows:
        x, y = self._few.stored
        truth, said, wrong = self._told(self._predict(self._few.prepared).cpu().numpy(), y)
        if self._dataset.look == "text":
            lines = tuple((text,) for text in showing.texts(self._samples, x))
            return protocol.Rows("rows", tr("Texts and what it says of them"), ("text",), lines, truth, said, wrong)
        columns = self._dataset.features or tuple(f"x{number + 1}" for number in range(x.shape[1]))
        cells = tuple(tuple(four_digits(float(value)) for value in row) for row in x)
        return protocol.Rows("rows", tr("Rows and what it says of them"), columns, cells, truth, said, wrong)

    def _pictures(self) -> protocol.Pictures:
        x, y = self._images.stored
        truth, said, wrong = self._told(self._predict(self._images.prepared).cpu().numpy(), y)
        captions = tuple(f"{s} ({t})" if w else s for t, s, w in zip(truth, said, wrong, strict=True))
        title = tr("What it says, with the truth where that differs")
        return protocol.Pictures("answers", title, pictures(x), captions=captions)

    def _against_truth(self) -> protocol.Scatter:
        y = self._compared.stored[1].reshape(len(self._compared.places), -1)
        said = self._predict(self._compared.prepared).cpu().numpy().reshape(y.shape)
        names = self._dataset.target.names
        several = 1 < y.shape[1] == len(names) <= 12
        labels = np.tile(np.arange(y.shape[1]), len(y)) if several else np.full(y.size, -1)
        points = np.stack((y.ravel(), said.ravel()), 1).astype(np.float32)
        unit = f" {names[0]}" if len(names) == 1 else ""
        return protocol.Scatter(
            "truth", tr("Truth against prediction"), points, labels.astype(np.int64), names if several else (),
            (tr("true{unit}", unit=unit), tr("predicted{unit}", unit=unit)), diagonal=True,
        )  # fmt: skip

    # --- in words ----------------------------------------------------------------------------------------------------

    def _told(self, said: np.ndarray, y: np.ndarray) -> tuple[tuple[str, ...], tuple[str, ...], tuple[bool, ...]]:
        """Truth and answer as text, and whether the answer is wrong."""
        target, most = self._dataset.target, 6
        truth = in_words(target, y, most=most, number=four_digits)
        return truth, in_words(target, said, self._threshold, most, four_digits), tuple(self._wrong(said, y).tolist())

    def _wrong(self, said: np.ndarray, y: np.ndarray) -> np.ndarray:
        """Of each sample whether its answer is wrong."""
        if self._dataset.target.kind == "classes":
            return np.asarray(said.argmax(1) != y)
        flat, truth = said.reshape(len(said), -1), y.reshape(len(y), -1)
        if self._dataset.target.kind == "labels":
            return np.asarray(((flat > self._threshold) != (truth > 0.5)).any(1))
        limit = _WRONG * (self._dots.stored[1].reshape(len(self._dots.places), -1).std(0) + 1e-12)
        return np.asarray((np.abs(flat - truth) > limit).any(1))
