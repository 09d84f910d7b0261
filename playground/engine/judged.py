"""What a network said of every sample of a part, epoch by epoch: kept small, so that any epoch can be looked at."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from torch import Tensor

from playground.protocol import Part

MOST_BYTES = 32 << 20  # for all epochs of all parts; beyond it every other one of them goes


@dataclass(frozen=True, eq=False)
class Verdicts:
    """For each sample of a part, in its order: the class ``truth`` and the class ``said``, whole numbers as small as
    they may be, and how ``sure`` (float32: probability or score of what was said).
    """

    truth: np.ndarray
    said: np.ndarray
    sure: np.ndarray

    def counts(self, classes: int) -> np.ndarray:
        """int64 classes×classes: rows are what samples are, columns what they were called."""
        codes = self.truth.astype(np.int64) * classes + self.said
        return np.bincount(codes, minlength=classes**2).reshape(classes, classes)

    @property
    def right(self) -> int:
        """How many samples are told rightly."""
        return int((self.truth == self.said).sum())


class Collected:
    """Verdicts on a part while its batches go by."""

    def __init__(self, classes: int) -> None:
        self._type = np.min_scalar_type(max(classes - 1, 1))
        self._parts: list[tuple[np.ndarray, np.ndarray, np.ndarray]] = []

    def add(self, outputs: Tensor, targets: Tensor) -> None:
        """A batch: probabilities or scores N×classes, and the class numbers int64 N (or one-hot N×classes)."""
        sure, said = outputs.max(1)  # of ties the first, as argmax has it
        truth = targets if targets.dim() == 1 else targets.argmax(1)
        was, called = (part.cpu().numpy().astype(self._type) for part in (truth, said))
        self._parts.append((was, called, sure.float().cpu().numpy().copy()))

    @property
    def count(self) -> int:
        return sum(len(truth) for truth, _, _ in self._parts)

    def verdicts(self) -> Verdicts:
        """Of all batches so far."""
        if not self._parts:
            return Verdicts(np.zeros(0, self._type), np.zeros(0, self._type), np.zeros(0, np.float32))
        return Verdicts(*(np.concatenate(column) for column in zip(*self._parts, strict=True)))


@dataclass(frozen=True)
class JudgedStep:
    """Verdicts on a part by the weights after ``step`` batches; ``epochs`` as a number with a fraction."""

    step: int
    epochs: float
    verdicts: Verdicts


@dataclass
class Judged:
    """Bounded: where it grows too large, every other step of the fullest part goes, but never its last."""

    most_bytes: int = MOST_BYTES
    _steps: dict[Part, list[JudgedStep]] = field(default_factory=dict)

    def note(self, part: Part, step: int, epochs: float, verdicts: Verdicts) -> None:
        """Add a step in its place; one that is there already is replaced."""
        kept = [known for known in self._steps.get(part, []) if known.step != step]
        if kept and np.array_equal(kept[-1].verdicts.truth, verdicts.truth):  # one for all steps
            verdicts = Verdicts(kept[-1].verdicts.truth, verdicts.said, verdicts.sure)
        self._steps[part] = sorted([*kept, JudgedStep(step, epochs, verdicts)], key=lambda known: known.step)
        while self._bytes() > self.most_bytes and max(map(len, self._steps.values())) > 2:
            fullest = max(self._steps.values(), key=len)
            fullest[:] = [*fullest[:-1:2], fullest[-1]]

    def rewind(self, step: int) -> None:
        """Forget what came after ``step``: the run took another course from there."""
        for part, steps in self._steps.items():
            self._steps[part] = [known for known in steps if known.step <= step]

    def copy(self) -> Judged:
        """What is told to the copy, and forgotten by it, does not touch this one."""
        return Judged(self.most_bytes, {part: list(steps) for part, steps in self._steps.items()})

    def of(self, part: Part, until: int) -> list[JudgedStep]:
        """Those of ``part`` up to step ``until``, in their order."""
        return [known for known in self._steps.get(part, []) if known.step <= until]

    def _bytes(self) -> int:
        return sum(
            known.verdicts.said.nbytes + known.verdicts.sure.nbytes for steps in self._steps.values() for known in steps
        )
