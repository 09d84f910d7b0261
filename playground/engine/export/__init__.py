"""Taking the trained network away: its weights, the model, or its source, each proved before it is left behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import numpy as np

from playground.core.language import tr
from playground.core.plan import Unplannable
from playground.engine.export.beside import Beside, require_place
from playground.engine.export.clean_process import CleanProcess
from playground.engine.export.errors import ExportError
from playground.engine.export.given import find_samples, given_to, samples_of
from playground.engine.export.interface import Interface, interface_of
from playground.engine.export.network_source import write_source
from playground.engine.export.onnx_format import write_onnx
from playground.engine.export.proof import Written, prove, require_numbers
from playground.engine.export.pt2_format import write_pt2
from playground.engine.export.python_format import write_python
from playground.engine.export.weights import write_pt, write_safetensors
from playground.engine.state import TrainingState
from playground.engine.trained import TrainedModel
from playground.proof_words import proof_lines, size_text
from playground.protocol import Format, Proof
from playground.training.cuts import NoSuchPart

__all__ = ["FORMATS", "Export", "ExportError", "Kind", "export"]

Stage = Literal["preparing", "writing", "proving"]
Tell = Callable[[Stage], None]


@dataclass(frozen=True)
class Kind:
    """``write`` puts the file or folder at a path and tells what is in it; data that go along are looked for in the
    folder that it is given last. ``bare``: weights without their network.
    """

    write: Callable[[TrainedModel, Interface, Path, Path | str | None], tuple[str, ...]]
    bare: bool = False


FORMATS: dict[Format, Kind] = {
    "pt": Kind(write_pt, bare=True),
    "safetensors": Kind(write_safetensors, bare=True),
    "onnx": Kind(write_onnx),
    "pt2": Kind(write_pt2),
    "py": Kind(write_python),
}


@dataclass(frozen=True)
class Export:
    """What was written, what it holds, and how it proved itself. Iterating gives ``lines`` for people."""

    path: Path
    format: Format
    files: tuple[Path, ...]
    contents: tuple[str, ...]
    proof: Proof
    replaced: bool = False  # something of that name was there before

    @property
    def did(self) -> str:
        return "replaced" if self.replaced else "wrote"

    @property
    def lines(self) -> tuple[str, ...]:
        wrote = f"{self.did} {self.path} ({size_text(self.proof.size)})"
        return (wrote, *self.contents, *proof_lines(self.proof))

    def __iter__(self) -> Iterator[str]:
        return iter(self.lines)


def export(
    source: TrainingState | TrainedModel,
    path: Path | str,
    format: Format,  # noqa: A002  (the word on the command line)
    *,
    data_dir: Path | str | None = None,
    samples: np.ndarray | None = None,
    tell: Tell = lambda _stage: None,
    token: str | None = None,
    part: str = "",
) -> Export:
    """Write ``source`` beside ``path``, read it again in a clean process, and put it in its place when it agrees.

    ``part`` is "encoder" or "decoder" of a network that has them, else all of it is written.
    It is compared on ``samples`` (N×shape in the units of the data, images from 0 to 1), else on test samples of the
    project's data where these are on this machine, else on random numbers. ``tell`` hears of each stage; ``token``
    names the place beside.
    A run that goes on is not disturbed: its module, mode and random numbers stay as they are.

    Raises ``ExportError`` for a model that cannot be written so or does not agree, ``FileError`` for a place that
    cannot be written to; nothing is left behind then, and what was there before is as it was.
    """
    if format not in FORMATS:
        raise ExportError(
            tr("There is no export format {format!r}.", format=format),
            tr("Choose one of: {names}.", names=", ".join(FORMATS)),
        )
    path, kind = Path(path), FORMATS[format]
    require_place(path, format)
    with Beside(path, token) as place, CleanProcess(format) as clean:  # which loads its libraries meanwhile
        tell("preparing")
        if samples is None:
            samples = _samples_of(source, data_dir)
        # a copy: training on while the file is made does not change it
        model = source if isinstance(source, TrainedModel) else _copy(source, format)
        model = _part(model, part)
        require_numbers(model)
        interface = _interface(model)
        tell("writing")
        contents = kind.write(model, interface, place.path, data_dir)
        network = write_source(model, interface, place.scratch) if kind.bare else None
        size = sum(file.stat().st_size for file in place.files)
        tell("proving")
        written = Written(place.path, place.scratch, network, size)
        proof = prove(clean, model, interface, given_to(model, interface, samples), written)
        replaced = place.replaces
        files = place.keep()
    return Export(path, format, files, contents, proof, replaced)


def _copy(state: TrainingState, kind: Format) -> TrainedModel:
    """With what its data must be where they go along."""
    model = TrainedModel.from_state(state)
    return replace(model, data_sha256=state.samples.arrays.sha256) if kind == "py" else model


def _samples_of(source: TrainingState | TrainedModel, data_dir: Path | str | None) -> np.ndarray | None:
    """Those of a run are in memory already."""
    if isinstance(source, TrainingState):
        return samples_of(source)
    return find_samples(source.project, data_dir)


def _part(model: TrainedModel, part: str) -> TrainedModel:
    try:
        return model.part(part)
    except NoSuchPart as error:
        raise ExportError(str(error)) from error


def _interface(model: TrainedModel) -> Interface:
    try:
        return interface_of(model)
    except Unplannable as error:
        raise ExportError(error.problem.message, error.problem.hint) from error
