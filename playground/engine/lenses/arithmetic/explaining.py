"""From the operations that a layer ran to the parts of one number, and to the places of its inputs that were read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from torch import fx, nn

from playground.core.language import tr
from playground.engine.lenses.arithmetic import (
    activation,
    attention,
    convolution,
    linear,
    merging,
    moving,
    normalization,
    pooling,
    recurrent,
)
from playground.engine.lenses.arithmetic.stages import Dissected, Index, Stage, origins
from playground.engine.lenses.arithmetic.step import Explain, Step
from playground.protocol.lenses.arithmetic import Attending, Moved, Part, Reads, Terms, Windows

MODULES: dict[type[nn.Module], Explain] = {
    **convolution.KINDS, **linear.KINDS, **pooling.KINDS, **activation.KINDS, **normalization.KINDS,
    **recurrent.KINDS, **attention.KINDS, **moving.KINDS,
}  # fmt: skip
FUNCTIONS: dict[Any, Explain] = {**pooling.FUNCTIONS, **merging.FUNCTIONS, **moving.FUNCTIONS}
# Torch adds 32-bit numbers in another order: so far the sum of the terms may be from what it gave.
TOLERANCE = 1e-4


@dataclass
class Explained:
    """``parts`` in the order of computing, and the box of each input that was read."""

    parts: tuple[Part, ...]
    reads: tuple[Reads, ...]


@dataclass
class _Walk:
    """What is gathered on the way back from a layer's output to its inputs."""

    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    read: list[tuple[int, np.ndarray]] = field(default_factory=list)  # by the number of an input
    landed: tuple[int, int] | None = None  # where the one number came from: an input, its flat place
    stages: list[Stage] = field(default_factory=list)  # of the parts


def explain(dissected: Dissected, index: Index) -> Explained:
    """The number at ``index`` of what a layer gave. One whose operations are not known has one part without terms."""
    if not dissected.stages:
        return Explained(
            (Moved(result=_real(dissected, index), source=None, note=tr("This is what the network is fed.")),), ()
        )
    walk = _Walk()
    _back(dissected.stages[-1], index, walk)
    value = _real(dissected, index)
    if not walk.parts:
        walk.parts = [_moved(dissected, walk, value)]
    elif walk.notes:
        last = walk.parts[-1]
        walk.parts[-1] = replace(last, note=" ".join((*filter(None, (last.note,)), *walk.notes)))
    if abs(walk.parts[-1].result - value) > TOLERANCE * (1 + _size(walk.parts)):
        # a layer of a plug-in that computes something else: better nothing than wrong terms
        walk.parts = [Moved(result=value, source=None, note=tr("How this number comes about is not written out."))]
    return Explained(tuple(walk.parts), _boxes(dissected, walk.read))


def _back(stage: Stage, index: Index, walk: _Walk) -> None:
    """Gather what ``stage`` did at ``index``, after all that was done before it."""
    known = MODULES.get(type(stage.module)) if stage.module is not None else FUNCTIONS.get(stage.target)
    if known is None:
        note = tr("How this layer computes is not written out; this is what it gave.")
        if isinstance(stage.module, (fx.GraphModule, nn.Sequential)):
            note = tr("This is a block: enter it, and look at the layers inside.")
        walk.parts = [Moved(result=float(stage.output[0][index]), source=None, note=note)]
        return
    step = known(stage, index)
    before = stage.sources[step.number] if step.goes_on is not None else None
    if step.goes_on is not None and before is not None:
        place = np.unravel_index(step.goes_on, before.output.shape[1:])
        _back(before, tuple(int(i) for i in place), walk)
        if _only_moved(before):  # then what was read is known place by place, as of a norm
            walk.read = []
            _read(walk, stage, step)
    else:
        if step.goes_on is not None:
            walk.landed = (_number(stage, step.number), step.goes_on)
        _read(walk, stage, step)
    walk.parts += step.parts
    walk.stages += [stage] * len(step.parts)
    walk.notes += [step.note] if step.note else []


def _read(walk: _Walk, stage: Stage, step: Step) -> None:
    reads = [(stage, number, flats) for number, flats in step.reads]
    if not reads and not step.leaves and step.goes_on is not None:
        reads = [(stage, step.number, np.array([step.goes_on]))]
    walk.read += [_traced(*each) for each in (*reads, *step.leaves)]


def _traced(stage: Stage, number: int, flats: np.ndarray) -> tuple[int, np.ndarray]:
    """Which input of the layer the numbers of a stage's input came from, and where they stood there."""
    source = stage.sources[number]
    while source is not None and len(flats):
        if moving.moves(source):
            flats = origins(source).reshape(-1).numpy()[flats]
            flats = flats[flats >= 0]
        stage, number = source, 0
        source = stage.sources[0]
    return _number(stage, number), flats


def _number(stage: Stage, at: int) -> int:
    """Which of the layer's inputs it is."""
    while (source := stage.sources[at]) is not None:
        stage, at = source, 0
    found = stage.numbers[at]
    assert found is not None  # what no stage gave came from outside
    return found


def _only_moved(stage: Stage) -> bool:
    at: Stage | None = stage
    while at is not None:
        if not moving.moves(at):
            return False
        at = at.sources[0]
    return True


def _moved(dissected: Dissected, walk: _Walk, value: float) -> Moved:
    note = " ".join(walk.notes)
    if walk.landed is None:
        return Moved(result=value, source=None, note=note)
    number, place = walk.landed
    source = np.unravel_index(place, dissected.inputs[number].shape[1:])
    return Moved(result=value, source=tuple(int(i) for i in source), number=number, note=note)


def _boxes(dissected: Dissected, read: list[tuple[int, np.ndarray]]) -> tuple[Reads, ...]:
    found: dict[int, list[np.ndarray]] = {}
    for number, flats in read:
        if len(flats):
            found.setdefault(number, []).append(flats)
    boxes = []
    for number, several in sorted(found.items()):
        axes = np.unravel_index(np.concatenate(several), dissected.inputs[number].shape[1:])
        boxes.append(Reads(number, tuple(int(a.min()) for a in axes), tuple(int(a.max()) + 1 for a in axes)))
    return tuple(boxes)


def _size(parts: list[Part]) -> float:
    """How large the numbers are that were added up: so much rounding is to be expected."""
    sizes = [abs(part.result) for part in parts if np.isfinite(part.result)]
    for part in parts:
        if isinstance(part, Windows) and part.weights is not None:
            sizes.append(float(np.abs(part.values * part.weights).sum()))
        elif isinstance(part, (Windows, Terms, Attending)):
            sizes.append(float(np.abs(part.sums if isinstance(part, Windows) else part.parts).sum()))
    return max(sizes, default=0.0)


def _real(dissected: Dissected, index: Index) -> float:
    output = dissected.output
    assert output is not None  # whoever explains a layer knows that it gave something
    return float(output[0][index])
