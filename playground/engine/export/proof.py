"""Whether what was written is what was trained: read again in a clean process, and run on the same samples there.

An output may differ from this program's by at most ``RELATIVE`` of the largest value of that output: float32 sums in
another order differ in the last digits only, and a wrong weight by far more. A sample must get the same class wherever
the two likeliest classes lie further apart than two such differences.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from playground.core.language import mark, tr
from playground.engine.data import Fitted
from playground.engine.export.clean_process import START_SECONDS, CleanProcess
from playground.engine.export.errors import ExportError
from playground.engine.export.given import Given
from playground.engine.export.interface import Interface
from playground.engine.export.prepared import whole
from playground.engine.export.reload import median_milliseconds, torch_run
from playground.engine.trained import TrainedModel
from playground.protocol import Proof

RELATIVE = 1e-4
_SMALLEST = 1e-9  # outputs that are all zero
# Beside all at once: a size that leaves a rest, and one sample at a time.
REST_BATCH, SINGLE_BATCH = 7, 1
# A reader may be slower than this program, and runs the samples many times to measure its speed, but not without end.
_PATIENCE = 500
_TURNS = 2
NOT_FINITE = mark("If the weights hold NaN, train again with a smaller learning rate.")


@dataclass(frozen=True)
class Written:
    """What was written at ``path``, ``size`` bytes in all; ``scratch`` is a folder for passing arrays.

    ``source``: the network's Python file and class, for files that hold weights alone.
    """

    path: Path
    scratch: Path
    source: tuple[Path, str] | None
    size: int


@dataclass(frozen=True)
class Compared:
    """The largest difference with what would be allowed there, and how many samples get the same class."""

    difference: float
    tolerance: float
    agreement: int | None
    wrong: int  # samples that get another class although it is no close call

    @property
    def agrees(self) -> bool:
        return self.difference <= self.tolerance and self.wrong == 0


def require_numbers(model: TrainedModel) -> None:
    """Refuse a network that has lost its weights to NaN. Raises ``ExportError``."""
    for name, tensor in model.module.state_dict().items():
        if tensor.is_floating_point() and bool(torch.isnan(tensor).any()):
            raise ExportError(tr("The weights {name} hold NaN; nothing was written.", name=name), tr(NOT_FINITE))


def prove(clean: CleanProcess, model: TrainedModel, interface: Interface, given: Given, written: Written) -> Proof:
    """Compare what was written with ``model``. Raises ``ExportError`` when it cannot be run or does not agree."""
    own, inputs = torch_run(whole(model)), list(given.inputs)
    began = time.perf_counter()
    expected = own(inputs)
    patience = START_SECONDS + _PATIENCE * (time.perf_counter() - began)
    if not all(np.isfinite(values).all() for values in expected):
        raise ExportError(tr("The network gives numbers that are not finite; nothing was written."), tr(NOT_FINITE))
    runtime = clean.ask("load", **_order(interface, written))["runtime"]
    batches = tuple(dict.fromkeys((given.count, min(REST_BATCH, given.count), SINGLE_BATCH)))
    found = _outputs(clean, inputs, batches, written.scratch, patience)
    tells = model.classes and model.tells != "labels"
    compared = [
        compare(expected, values, interface.outputs, model.leaving, classes=bool(tells)) for values in found
    ]  # fmt: skip
    worst = max(compared, key=lambda one: (one.wrong, one.difference / one.tolerance))
    if not worst.agrees:
        raise _disagreement(worst, given)
    milliseconds, own_milliseconds = _speeds(clean, lambda: own(inputs), patience)
    return Proof(
        samples=given.count, real=given.real, batches=batches, difference=worst.difference, tolerance=worst.tolerance,
        agreement=min((one.agreement for one in compared if one.agreement is not None), default=None),
        size=written.size, milliseconds=milliseconds, own_milliseconds=own_milliseconds, runtime=runtime,
        noise=given.noise,
    )  # fmt: skip


def _order(interface: Interface, written: Written) -> dict[str, Any]:
    order: dict[str, Any] = {"path": str(written.path), "threads": torch.get_num_threads()}
    order |= {"inputs": list(interface.names), "outputs": list(interface.outputs)}
    if written.source is not None:
        order |= {"source": str(written.source[0]), "class": written.source[1]}
    return order


def _outputs(
    clean: CleanProcess, inputs: list[np.ndarray], batches: tuple[int, ...], folder: Path, patience: float
) -> list[list[np.ndarray]]:
    """What it gives for all of ``inputs``, for each batch size."""
    for index, values in enumerate(inputs):
        np.save(folder / f"input{index}.npy", values)
    count = clean.ask("run", seconds=patience, folder=str(folder), count=len(inputs), batches=list(batches))["outputs"]
    return [[np.load(folder / f"output{batch}_{index}.npy") for index in range(count)] for batch in batches]


def _speeds(clean: CleanProcess, run: Callable[[], object], patience: float) -> tuple[float, float]:
    """Milliseconds there and here. They take turns, each waits for the other, and the better of two turns counts."""
    turns = [
        (float(clean.ask("time", seconds=patience)["milliseconds"]), median_milliseconds(run)) for _ in range(_TURNS)
    ]
    return min(turn[0] for turn in turns), min(turn[1] for turn in turns)


def compare(
    expected: list[np.ndarray], found: list[np.ndarray], names: tuple[str, ...], leaving: Fitted | None = None, *,
    classes: bool = True,
) -> Compared:  # fmt: skip
    """Output by output; ``classes`` are read from the first. Raises ``ExportError`` for outputs of another form.

    Outputs that were scaled back, as ``leaving`` says, are held against their distance from its shift: a large number
    that all of them share must not hide a difference.
    """
    if len(found) != len(expected):
        raise ExportError(
            tr(
                "What was exported has {count} outputs, not {count2}; nothing was written.",
                count=len(found),
                count2=len(expected),
            )
        )
    worst, ratio = (0.0, _SMALLEST), -1.0
    for right, values, name in zip(expected, found, names, strict=True):
        if values.shape != right.shape:
            forms = tr("{times}, not {times2}", times=_times(values.shape), times2=_times(right.shape))
            raise ExportError(
                tr("What was exported gives {name} as {forms}; nothing was written.", name=name, forms=forms)
            )
        tolerance = _tolerance(right, leaving)
        with np.errstate(invalid="ignore"):
            difference = float(np.abs(values.astype(np.float64) - right).max(initial=0.0))
        difference = difference if np.isfinite(difference) else float("inf")
        if difference / tolerance > ratio:
            worst, ratio = (difference, tolerance), difference / tolerance
    agreement, wrong = _classes(expected[0], found[0], names[0]) if classes else (None, 0)
    return Compared(*worst, agreement, wrong)


def _tolerance(right: np.ndarray, leaving: Fitted | None) -> float:
    largest = float(np.abs(right).max(initial=0.0))
    if leaving is None or leaving.shift is None:
        return max(RELATIVE * largest, _SMALLEST)
    apart = float(np.abs(right - leaving.shift).max(initial=0.0))
    # adding the shift rounds to the digits that a number of that size has
    return max(RELATIVE * apart, 4 * float(np.finfo(np.float32).eps) * largest, _SMALLEST)


def _classes(right: np.ndarray, values: np.ndarray, name: str) -> tuple[int | None, int]:
    """How many samples get the same class, and how many do not though it is no close call; None for no classes."""
    if right.ndim != 2:
        return None, 0
    close = 2 * RELATIVE * float(np.abs(right).max(initial=0.0))
    if right.shape[1] == 1:  # a single number decides between two classes
        border = 0.5 if name == "probabilities" else 0.0
        same = (right[:, 0] >= border) == (values[:, 0] >= border)
        margin = 2 * np.abs(right[:, 0] - border)
    else:
        same = right.argmax(1) == values.argmax(1)
        ordered = np.sort(right, axis=1)
        margin = ordered[:, -1] - ordered[:, -2]
    return int(same.sum()), int((~same & (margin > close)).sum())


def _disagreement(found: Compared, given: Given) -> ExportError:
    classes = (
        tr("{wrong} of {count} samples get another class; ", wrong=found.wrong, count=given.count)
        if found.wrong
        else ""
    )
    return ExportError(
        tr(
            "What was exported does not agree with the network: {classes}outputs differ by up to {difference:.1e} "
            "where rounding explains {tolerance:.1e}; nothing was written.",
            classes=classes,
            difference=found.difference,
            tolerance=found.tolerance,
        ),
        tr("Please report this with the project; another format may do."),
    )


def _times(sizes: tuple[int, ...]) -> str:
    return " × ".join(map(str, sizes))
