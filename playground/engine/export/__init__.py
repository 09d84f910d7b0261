"""Taking the trained network away: its weights, or the model that runs without this program."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from playground.core.files import write_atomic
from playground.engine.export.errors import ExportError
from playground.engine.export.onnx_format import to_onnx
from playground.engine.export.weights import to_pt, to_safetensors
from playground.engine.state import TrainingState
from playground.engine.trained import TrainedModel
from playground.protocol import Format

__all__ = ["FORMATS", "ExportError", "export"]

# Each gives the whole file, or raises: a file that failed its check never reaches the disk.
FORMATS: dict[Format, Callable[[TrainedModel], tuple[bytes, tuple[str, ...]]]] = {
    "pt": to_pt,
    "safetensors": to_safetensors,
    "onnx": to_onnx,
}


def export(source: TrainingState | TrainedModel, path: Path | str, format: Format) -> tuple[str, ...]:  # noqa: A002
    """Write ``source`` atomically and tell in a few lines what was written and how it was checked.

    A run that goes on is not disturbed: its module, mode and random numbers stay as they are.
    Raises ``ExportError`` for a model that cannot be written so, ``FileError`` for a place that cannot be written to.
    """
    if format not in FORMATS:
        raise ExportError(f"There is no export format {format!r}.", f"Choose one of: {', '.join(FORMATS)}.")
    # a copy: training on while the file is made does not change it
    model = source if isinstance(source, TrainedModel) else TrainedModel.from_state(source)
    content, report = FORMATS[format](model)
    path = Path(path)
    write_atomic(path, content)
    return (f"wrote {path} ({_size(len(content))})", *report)


def _size(count: int) -> str:
    return f"{count / 2**20:,.1f} MB" if count >= 2**20 else f"{count / 1024:,.1f} KB"
