"""The verdicts of epochs as arrays for a file: a class and two bytes of certainty for each sample and epoch."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import get_args

import numpy as np

from playground.engine.judged import Judged, JudgedStep, Verdicts
from playground.protocol import Part

MOST_BYTES = 1 << 20  # of all parts together; beyond it every other epoch goes, but not the last
_LEVELS = 2**16 - 1
_NAMES = ("steps", "truth", "said", "sure", "low", "high")


def to_arrays(judged: Judged, until: int) -> dict[str, np.ndarray]:
    """For each part with E steps of N samples: ``<part>/steps`` int64 E; the classes ``truth`` N and ``said`` E×N, as
    small unsigned numbers as they may be; ``sure`` uint16 E×N from ``low`` to ``high`` (float32 E) in equal levels.
    """
    parts = {part: list(judged.of(part, until)) for part in get_args(Part)}
    parts = {part: [one for one in steps if len(one.verdicts.truth)] for part, steps in parts.items()}
    while sum(map(_size, parts.values())) > MOST_BYTES:
        fullest = max(parts, key=lambda part: _size(parts[part]))
        steps = parts[fullest]
        parts[fullest] = [*steps[:-1:2], steps[-1]] if len(steps) > 2 else steps[1:]
    arrays: dict[str, np.ndarray] = {}
    for part, steps in parts.items():
        if steps:
            arrays |= {f"{part}/{name}": values for name, values in _packed(steps).items()}
    return arrays


def from_arrays(arrays: Mapping[str, np.ndarray], count: Callable[[Part], int], classes: int, per_epoch: int) -> Judged:
    """The inverse of ``to_arrays``, but for what rounding took of ``sure``. ``count`` tells how many samples a part
    has, ``per_epoch`` how many steps are an epoch. Raises ``ValueError`` for what does not fit.
    """
    judged = Judged()
    for part in get_args(Part):
        found = {name: arrays[f"{part}/{name}"] for name in _NAMES if f"{part}/{name}" in arrays}
        if not found:
            continue
        if len(found) < len(_NAMES):
            raise ValueError(f"the verdicts on the {part} part are not whole")
        _require(found, count(part), classes)
        steps, low, high = (found[name] for name in ("steps", "low", "high"))
        for row, step in enumerate(steps.tolist()):
            share = found["sure"][row].astype(np.float32) / _LEVELS
            sure = (low[row] + (high[row] - low[row]) * share).astype(np.float32)
            judged.note(part, step, step / per_epoch, Verdicts(found["truth"], found["said"][row], sure))
    return judged


def _size(steps: list[JudgedStep]) -> int:
    return sum(one.verdicts.said.nbytes + 2 * one.verdicts.said.size for one in steps)


def _packed(steps: list[JudgedStep]) -> dict[str, np.ndarray]:
    sure = np.stack([one.verdicts.sure for one in steps])
    low, high = sure.min(1), sure.max(1)
    span = np.where(high > low, high - low, 1)
    return {
        "steps": np.array([one.step for one in steps], np.int64),
        "truth": steps[0].verdicts.truth,
        "said": np.stack([one.verdicts.said for one in steps]),
        "sure": np.rint((sure - low[:, None]) / span[:, None] * _LEVELS).astype(np.uint16),
        "low": low,
        "high": high,
    }


def _require(found: Mapping[str, np.ndarray], count: int, classes: int) -> None:
    epochs = len(found["steps"])
    shapes: dict[str, tuple[int, ...]] = {"steps": (epochs,), "truth": (count,), "low": (epochs,), "high": (epochs,)}
    shapes |= {"said": (epochs, count), "sure": (epochs, count)}
    kind = np.min_scalar_type(max(classes - 1, 1))
    kinds = {"steps": np.int64, "truth": kind, "said": kind, "sure": np.uint16, "low": np.float32, "high": np.float32}
    if any(found[name].shape != shapes[name] or found[name].dtype != kinds[name] for name in _NAMES):
        raise ValueError("the verdicts are of other data")
    if not epochs or (np.diff(found["steps"]) <= 0).any() or found["steps"][0] < 0:
        raise ValueError("the verdicts are in no order")
    if max(found["truth"].max(initial=0), found["said"].max(initial=0)) >= classes:
        raise ValueError("the verdicts name classes that there are not")
    if not all(np.isfinite(found[name]).all() for name in ("low", "high")):
        raise ValueError("the verdicts are no numbers")
