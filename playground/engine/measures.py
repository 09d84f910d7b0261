"""What predictions are worth: counted batch by batch, exact, in memory that does not grow with the data."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import torch
from torch import Tensor

from playground.engine.spread import Spread
from playground.training.datasets import Target
from playground.training.metrics import MOST_TOP, of_target

# AUROC compares every score with every other one: that many samples are kept, and no more numbers than 80 MB hold.
KEPT_SAMPLES = 200_000
KEPT_NUMBERS = 20_000_000
# A matrix of more classes than this can neither be read nor drawn, and grows with their square.
MOST_CLASSES = 1000


class Measures:
    """The metrics of ``training/metrics.py`` for one kind of target: those of ``names``, or all that there are.

    ``threshold`` is what an output must exceed to say yes to one of several labels (``losses.threshold``).
    """

    def __init__(self, target: Target, names: Collection[str] | None = None, threshold: float = 0.5) -> None:
        self._names = of_target(target) if names is None else tuple(names)
        self._classes = _Classes(target.count) if target.kind == "classes" else None
        self._labels = _Labels(target.count, threshold) if target.kind == "labels" else None
        self._values = _Values() if target.kind == "values" else None
        scored = "auroc" in self._names and (self._classes or self._labels)
        self._scores = _Scores(target.count) if scored else None

    def add(self, outputs: Tensor, targets: Tensor) -> None:
        """A batch, on any device: ``outputs`` as ``losses.probabilities`` gives them, N×classes, N×labels or N×shape;
        ``targets`` int64 N of classes, else float like the outputs.
        """
        if len(targets) == 0:
            return
        outputs, targets = outputs.detach(), targets.detach()
        for counted in (self._classes, self._labels, self._values):
            if counted is not None:
                counted.add(outputs, targets)
        if self._scores is not None:
            self._scores.add(outputs, targets)

    def result(self) -> dict[str, float]:
        """Of all batches, in the order of the names. What is not defined for them is left out; none is NaN."""
        found: dict[str, float] = {}
        for counted in (self._classes, self._labels, self._values):
            if counted is not None:
                found.update(counted.result())
        if self._scores is not None:
            found.update(self._scores.result())
        return {name: found[name] for name in self._names if name in found and np.isfinite(found[name])}

    def confusion(self) -> np.ndarray:
        """Counts int64 classes×classes: rows are what it was, columns what it was called. 0×0 without classes
        and with more than ``MOST_CLASSES``.
        """
        return np.zeros((0, 0), np.int64) if self._classes is None else self._classes.counts.copy()


def step_values(
    outputs: Tensor, targets: Tensor, sizes: Sequence[int], target: Target, threshold: float = 0.5
) -> np.ndarray:
    """Sums over the samples of each of several training steps, float64: how many are told rightly (of several labels
    the part of each sample's labels), or the absolute error. Divided by ``sizes`` that is accuracy, or MAE.

    Outputs and targets of all steps, one behind the other, are as in ``Measures.add``; of classes with a column each
    the bare scores will do. ``sizes`` are the samples of each step, 1 or more. The device is waited for once.
    """
    if target.kind == "classes":
        each, parts = outputs.argmax(1) == _class_numbers(targets), 1
    elif target.kind == "labels":
        right = _told_labels(outputs, targets, threshold)
        each, parts = right.sum(1), right.shape[1]
    else:
        each, parts = (outputs - targets).abs().flatten(1).mean(1), 1
    starts = np.cumsum(sizes, dtype=np.int64) - np.asarray(sizes, np.int64)
    # whole numbers in float64: the sums of counts are exact
    return np.add.reduceat(each.cpu().numpy().astype(np.float64), starts) / parts


def _class_numbers(targets: Tensor) -> Tensor:
    """Of one-hot targets or probabilities the likeliest class; class numbers as they are."""
    return targets if targets.dim() == 1 else targets.argmax(1)


def _told_labels(outputs: Tensor, targets: Tensor, threshold: float) -> Tensor:
    """Of each sample and label whether it is told rightly."""
    return ((outputs > threshold) == (targets > 0.5)).flatten(1)


# --- classes and labels ----------------------------------------------------------------------------------------------


class _Classes:
    """One class out of several. ``counts`` are empty where a matrix of all pairs would have no use."""

    def __init__(self, classes: int) -> None:
        self.counts = np.zeros((classes, classes) if classes <= MOST_CLASSES else (0, 0), np.int64)
        self._right, self._called, self._actual = np.zeros((3, classes), np.int64)
        self._top = 0

    def add(self, outputs: Tensor, targets: Tensor) -> None:
        targets = _class_numbers(targets)
        own = outputs.gather(1, targets.unsqueeze(1))
        # ties go to the first class, here as in argmax
        earlier = torch.arange(outputs.shape[1], device=outputs.device) < targets.unsqueeze(1)
        place = ((outputs > own) | ((outputs == own) & earlier)).sum(1)
        self._top += int((place < MOST_TOP).sum())
        was, called = targets.cpu().numpy(), outputs.argmax(1).cpu().numpy()
        classes = len(self._right)
        self._right += np.bincount(was[was == called], minlength=classes)
        self._called += np.bincount(called, minlength=classes)
        self._actual += np.bincount(was, minlength=classes)
        if len(self.counts):
            self.counts += np.bincount(was * classes + called, minlength=classes**2).reshape(classes, classes)

    def result(self) -> dict[str, float]:
        samples = int(self._actual.sum())
        if not samples:
            return {}
        found = _rates(self._right, self._called, self._actual, only=1 if len(self._right) == 2 else None)
        return {"accuracy": int(self._right.sum()) / samples, "top_5": self._top / samples, **found}


class _Labels:
    """Yes or no for each of several labels."""

    def __init__(self, labels: int, threshold: float) -> None:
        self._threshold, self._samples, self._told = threshold, 0, 0
        self._right, self._called, self._actual = np.zeros((3, labels), np.int64)

    def add(self, outputs: Tensor, targets: Tensor) -> None:
        called, was = (outputs > self._threshold).flatten(1), (targets > 0.5).flatten(1)
        counts = torch.stack(((called & was).sum(0), called.sum(0), was.sum(0), (called == was).sum(0)))
        right, said, actual, told = counts.cpu().numpy()
        self._right, self._called, self._actual = self._right + right, self._called + said, self._actual + actual
        self._samples, self._told = self._samples + len(targets), self._told + int(told.sum())

    def result(self) -> dict[str, float]:
        if not self._samples:
            return {}
        accuracy = self._told / (self._samples * len(self._right))
        return {"accuracy": accuracy, **_rates(self._right, self._called, self._actual)}


def _rates(right: np.ndarray, called: np.ndarray, actual: np.ndarray, only: int | None = None) -> dict[str, float]:
    """Precision, recall and F1: of class number ``only``, else the mean over those that there are.

    A class that no sample is of and none is called says nothing. One that is never called has a precision of 0.
    """
    there = (called + actual) > 0
    if only is not None:
        there &= np.arange(len(there)) == only
    if not there.any():
        return {}
    right, called, actual = right[there], called[there], actual[there]
    return {
        "precision": float((right / np.maximum(called, 1)).mean()),
        "recall": float((right / np.maximum(actual, 1)).mean()),
        "f1": float((2 * right / (called + actual)).mean()),
    }


# --- scores ----------------------------------------------------------------------------------------------------------


class _Scores:
    """Scores and answers for AUROC. Of more samples than are kept it is those at even distances, in their order."""

    def __init__(self, count: int) -> None:
        self._limit = max(2, min(KEPT_SAMPLES, KEPT_NUMBERS // max(1, count)))
        self._parts: list[tuple[np.ndarray, np.ndarray]] = []
        self._seen, self._kept, self._stride = 0, 0, 1

    def add(self, outputs: Tensor, targets: Tensor) -> None:
        first = -self._seen % self._stride
        self._seen += len(targets)
        # copies: what is kept must not hold on to the batch
        scores, answers = outputs[first :: self._stride].flatten(1), targets[first :: self._stride]
        self._parts.append((scores.float().cpu().numpy().copy(), answers.cpu().numpy().copy()))
        self._kept += len(scores)
        while self._kept > self._limit:
            self._parts = [tuple(whole[::2].copy() for whole in self._joined())]  # type: ignore[list-item]
            self._kept, self._stride = len(self._parts[0][0]), 2 * self._stride

    def _joined(self) -> tuple[np.ndarray, np.ndarray]:
        return np.concatenate([part[0] for part in self._parts]), np.concatenate([part[1] for part in self._parts])

    def result(self) -> dict[str, float]:
        """The mean over classes against all others, or over labels; of two classes that of the second."""
        if not self._parts:
            return {}
        scores, answers = self._joined()
        count = scores.shape[1]
        one_of_several = answers.ndim == 1
        yes = answers[:, None] == np.arange(count) if one_of_several else answers.reshape(len(answers), -1) > 0.5
        columns = [1] if count == 2 and one_of_several else range(count)
        areas = [area for column in columns if (area := auroc(scores[:, column], yes[:, column])) is not None]
        return {"auroc": float(np.mean(areas))} if areas else {}


def auroc(scores: np.ndarray, yes: np.ndarray) -> float | None:
    """Area under the receiver operating characteristic: how often one of ``yes`` scores higher than one of the others,
    ties counted half. None where all answers are the same or a score is not a number.

    From the ranks (Mann and Whitney 1947), so that it is exact.
    """
    positive = int(yes.sum())
    negative = len(yes) - positive
    if not positive or not negative or np.isnan(scores).any():
        return None
    _, place, counts = np.unique(scores, return_inverse=True, return_counts=True)
    ranks = np.cumsum(counts) - (counts - 1) / 2  # of tied scores the mean of theirs, from 1
    return float((ranks[place.reshape(-1)[yes]].sum() - positive * (positive + 1) / 2) / (positive * negative))


# --- numbers ---------------------------------------------------------------------------------------------------------


class _Values:
    """Errors of numbers, and how much each column of the truth varies."""

    def __init__(self) -> None:
        self._absolute, self._squared, self._truth = 0.0, np.zeros(1), Spread()
        self._least, self._most = np.full(1, np.inf), np.full(1, -np.inf)

    def add(self, outputs: Tensor, targets: Tensor) -> None:
        wanted = targets.flatten(1).cpu().numpy().astype(np.float64)
        errors = outputs.flatten(1).cpu().numpy().astype(np.float64) - wanted
        self._absolute += float(np.abs(errors).sum())
        self._squared = self._squared + (errors**2).sum(0)
        self._truth.add(wanted)
        self._least, self._most = np.minimum(self._least, wanted.min(0)), np.maximum(self._most, wanted.max(0))

    def result(self) -> dict[str, float]:
        """R² is the mean over the columns that vary."""
        numbers = int(self._truth.count.sum())
        if not numbers:
            return {}
        squared = float(self._squared.sum()) / numbers
        found = {"mae": self._absolute / numbers, "mse": squared, "rmse": squared**0.5}
        varies = self._most > self._least
        if varies.any():
            found["r2"] = float((1 - self._squared[varies] / self._truth.squares[varies]).mean())
        return found
