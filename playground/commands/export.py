"""``playground export``: weights or model as a file for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from playground.commands.failures import (
    Failure,
    is_bundle,
    locate,
    open_project,
    refuse_overwriting,
    require_writable,
    usage,
)
from playground.core.files import FileError

if TYPE_CHECKING:
    from playground.engine.trained import TrainedModel
    from playground.protocol import Format

FORMATS: dict[str, Format] = {"pt": "pt", "safetensors": "safetensors", "onnx": "onnx"}


def export(
    source: Annotated[
        str, typer.Argument(metavar="PROJECT|BUNDLE", help="A trained bundle, or a project.", show_default=False)
    ],
    format: Annotated[  # noqa: A002  (the option's name)
        str, typer.Option("--format", metavar="pt|safetensors|onnx", help="What to write.", show_default=False)
    ],
    output: Annotated[
        Path, typer.Option("-o", "--output", metavar="PATH", help="The file to write.", show_default=False)
    ],
) -> None:
    """Write the weights (pt: a state dict, safetensors) or the whole model (onnx, checked in onnxruntime)."""
    if format not in FORMATS:
        raise usage(f"--format: there is no format {format!r}. Formats: {', '.join(FORMATS)}.")
    require_writable(output, "-o")
    path = locate(source)
    refuse_overwriting(path, output=output)
    model = _model(path)
    from playground.engine.export import ExportError, export as write

    try:
        report = write(model, output, FORMATS[format])
    except (ExportError, FileError) as error:
        raise Failure(str(error)) from error
    for line in report:
        print(line)
    if not is_bundle(path):
        seed = model.project.training.seed
        print(f"{path.name} is a project: these are its untrained weights, from seed {seed}. Train it to get a bundle.")


def _model(path: Path) -> TrainedModel:
    from playground.engine.trained import TrainedModel

    if is_bundle(path):
        try:
            return TrainedModel.from_bundle(path)
        except FileError as error:
            raise Failure(str(error)) from error
    from playground.engine.loop import CannotTrain

    try:
        return TrainedModel.untrained(open_project(path))
    except CannotTrain as error:
        raise Failure(error.message, error.hint) from error
