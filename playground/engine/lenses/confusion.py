"""Confusion matrices of every epoch, and the samples behind their cells, out of what was kept at each evaluation."""

from __future__ import annotations

import numpy as np
import torch

from playground.core.language import tr
from playground.engine.errors import CannotTrain
from playground.engine.evaluating.looks import MOST_MATRIX
from playground.engine.evaluating.showing import shown_as_told
from playground.engine.judged import Collected, JudgedStep, Verdicts
from playground.engine.lenses.portions import Portions
from playground.engine.lenses.study import Study
from playground.engine.lenses.subjects import BroughtSamples
from playground.engine.samples import Part
from playground.engine.state import TrainingState
from playground.engine.tasks import EVALUATION_BATCH
from playground.protocol.findings import Shown
from playground.protocol.lenses import Confusion, ConfusionSeen, KnownStep
from playground.training.outputs import gives_probabilities
from playground.training.split import part_name

MOST_SHOWN, MOST_BYTES = 40, 1 << 20  # samples, and what they may weigh as they are stored
SLICE_SECONDS = 0.03


class ConfusionStudy(Study):
    """Weights of which nothing is kept are asked, a slice in each look: all samples where they rest; while they train
    and no evaluation has come yet, the first of them.
    """

    def __init__(self) -> None:
        self._at: int | None = None  # the weights of the last look
        self._asking: _Asking | None = None
        self._last: tuple[tuple[object, ...], Shown] | None = None  # the samples that were shown last, and by what

    def look(self, state: TrainingState, lens: Confusion, brought: BroughtSamples) -> ConfusionSeen:
        """Raises ``CannotTrain`` where no classes are told, and for a part without samples."""
        _require(state, lens)
        here = state.position.step
        rests, self._at = self._at == state.version, state.version
        known = state.judged.of(lens.part, here)
        self.unfinished = False
        if not known or known[-1].step != here:
            if rests or not known:
                known = self._ask(state, lens.part, known)
            else:
                self.unfinished = True  # whether it rests is known at the second look
        else:
            self._asking = None
        return self._seen(state, lens, known)

    def _ask(self, state: TrainingState, part: Part, known: list[JudgedStep]) -> list[JudgedStep]:
        """Ask the weights of now about more samples; what is kept, with these once they are all."""
        here = state.position.step
        if self._asking is None or self._asking.key != (state.version, part):
            self._asking = _Asking(state, part)
        done = self._asking.go_on(state)
        self.unfinished = not done
        if done:
            state.judged.note(part, here, here / state.samples.steps_per_epoch, self._asking.verdicts)
            self._asking = None
            return state.judged.of(part, here)
        if known:
            return known  # what is whole says more
        return [JudgedStep(here, here / state.samples.steps_per_epoch, self._asking.verdicts)]

    def _seen(self, state: TrainingState, lens: Confusion, known: list[JudgedStep]) -> ConfusionSeen:
        chosen = known[-1] if lens.step is None else min(known, key=lambda one: abs(one.step - (lens.step or 0)))
        verdicts, target = chosen.verdicts, state.samples.arrays.dataset.target
        whole = state.samples.count(lens.part)
        few = len(verdicts.truth) < whole
        steps = tuple(KnownStep(one.step, one.epochs, one.verdicts.right) for one in known)
        none = np.zeros((0, 0), np.int64)
        numbers = _behind(verdicts, lens.cell)
        picked = numbers[: _room(state)]
        return ConfusionSeen(
            part=lens.part, cell=lens.cell, classes=target.names,
            counts=verdicts.counts(target.count) if target.count <= MOST_MATRIX else none,
            samples=len(verdicts.truth), whole=whole, known=() if few else steps, at=steps[known.index(chosen)],
            shown=self._shown(state, lens.part, chosen, picked), sure=tuple(verdicts.sure[picked].tolist()),
            found=len(numbers), probabilities=gives_probabilities(state.project, state.network),
        )  # fmt: skip

    def _shown(self, state: TrainingState, part: Part, chosen: JudgedStep, picked: np.ndarray) -> Shown:
        key = (part, chosen.step, chosen.verdicts.said[picked].tobytes(), *picked.tolist())
        if self._last is None or self._last[0] != key:
            names = state.samples.arrays.dataset.target.names
            said = tuple(names[number] for number in chosen.verdicts.said[picked].tolist())
            self._last = key, shown_as_told(state, part, picked, said)
        return self._last[1]


class _Asking:
    """The way through the samples of a part with the same weights."""

    def __init__(self, state: TrainingState, part: Part) -> None:
        self.key = (state.version, part)
        self._portions, self._next = Portions(SLICE_SECONDS, most=EVALUATION_BATCH), 0
        self._collected = Collected(state.samples.arrays.dataset.target.count)

    def go_on(self, state: TrainingState) -> bool:
        """Another slice; whether it was the last. A sample at least, so that there is something to see."""
        part = self.key[1]
        whole = state.samples.count(part)
        for count in self._portions.within(lambda: whole - self._next):
            x, y = state.samples.stored(part, np.arange(self._next, self._next + count))
            self._collected.add(state.task.predict(state.samples.prepared(x)), torch.from_numpy(np.asarray(y)))
            self._next += count
        return self._next >= whole

    @property
    def verdicts(self) -> Verdicts:
        return self._collected.verdicts()


def _require(state: TrainingState, lens: Confusion) -> None:
    """Raises ``CannotTrain`` where there is no matrix."""
    target, described = state.samples.arrays.dataset.target, state.task.description
    if not described.predicts_target:
        raise CannotTrain(tr("The network predicts no classes."), tr("A confusion matrix needs a classifier."))
    if target.kind != "classes":
        what = {"labels": tr("several labels at once"), "values": tr("numbers")}.get(target.kind, tr("no classes"))
        raise CannotTrain(
            tr("The network predicts {what}.", what=what), tr("A confusion matrix needs one class of several.")
        )
    if not state.samples.count(lens.part):
        raise CannotTrain(
            tr("The {part} part has no samples.", part=part_name(lens.part)),
            tr("Hold some back under Data, or choose another part."),
        )


def _behind(verdicts: Verdicts, cell: tuple[int, int] | None) -> np.ndarray:
    """Numbers of the samples of a cell, or of all mistakes: the surest mistakes first, of what is right the doubtful
    first.
    """
    if cell is None:
        numbers, right = np.flatnonzero(verdicts.truth != verdicts.said), False
    else:
        numbers = np.flatnonzero((verdicts.truth == cell[0]) & (verdicts.said == cell[1]))
        right = cell[0] == cell[1]
    sure = np.nan_to_num(verdicts.sure[numbers], nan=np.inf)
    found: np.ndarray = numbers[np.argsort(sure if right else -sure, kind="stable")]
    return found


def _room(state: TrainingState) -> int:
    """How many samples are shown: a few of large images."""
    return max(4, min(MOST_SHOWN, MOST_BYTES // max(1, state.samples.arrays.dataset.shape.count)))
