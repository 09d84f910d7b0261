"""``playground export``: weights, model or source as files for other programs, each proved before it is left behind."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from playground.commands.failures import (
    Failure,
    is_bundle,
    locate,
    open_project,
    refuse_overwriting,
    require_writable,
    to_json,
    usage,
)
from playground.core.files import FileError
from playground.proof_words import milliseconds, proof_head, size_text
from playground.training.cuts import PARTS, NoSuchPart
from playground.training.export_formats import EXPORT_FORMATS

if TYPE_CHECKING:
    from playground.engine.export import Export
    from playground.engine.trained import TrainedModel

NAMES = "|".join(EXPORT_FORMATS)


def export(
    source: Annotated[
        str, typer.Argument(metavar="PROJECT|BUNDLE", help="A trained bundle, or a project.", show_default=False)
    ],
    format: Annotated[  # noqa: A002  (the option's name)
        list[str], typer.Option("--format", metavar=NAMES, help="What to write; may be repeated.", show_default=False)
    ],
    output: Annotated[
        Path,
        typer.Option(
            "-o",
            "--output",
            metavar="PATH",
            show_default=False,
            help="The file to write (py: a folder, or a .py file); for several formats the folder they go into.",
        ),
    ],
    data_dir: Annotated[Path | None, typer.Option(metavar="DIR", help="Where the data sets lie.")] = None,
    part: Annotated[
        str, typer.Option(metavar="|".join(PARTS), help="Only this part of an autoencoder or VAE.", show_default=False)
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="Print what was written and measured as JSON.")] = False,
) -> None:
    """Write the whole model (onnx, pt2), its Python source (py) or its weights (pt, safetensors).

    Each is read again in a clean process and run on 64 samples of the project's test data. What does not agree with the
    network is not left behind.
    """
    formats = tuple(dict.fromkeys(format))
    for name in formats:
        if name not in EXPORT_FORMATS:
            raise usage(f"--format: there is no format {name!r}. Formats: {', '.join(EXPORT_FORMATS)}.")
    if data_dir is not None and not data_dir.is_dir():
        raise usage(f"--data-dir: {data_dir} is not a folder.")
    path = locate(source)
    targets = _targets(path, formats, output)
    for target in targets.values():
        refuse_overwriting(path, output=target)
    model = _part(_model(path), part)
    exports = _write(model, targets, data_dir)
    if json:
        print(to_json(as_data(exports)))
        return
    for line in as_text(exports):
        print(line)
    if not is_bundle(path):
        seed = model.project.training.seed
        print(f"{path.name} is a project: these are its untrained weights, from seed {seed}. Train it to get a bundle.")


def _targets(source: Path, formats: tuple[str, ...], output: Path) -> dict[str, Path]:
    """Where each format goes. Refuses before any work is done what could not be written after it."""
    if len(formats) == 1:
        name = formats[0]
        if name == "py" and output.is_dir():
            require_writable(output / "any", "-o")  # whether it may be replaced is the export's to say
        else:
            require_writable(output, "-o")
        return {name: output}
    if output.suffix in {found.suffix for found in EXPORT_FORMATS.values() if found.suffix}:
        raise usage(f"-o: {output} is named like a file; several formats go into a folder.")
    if output.exists() and not output.is_dir():
        raise usage(f"-o: {output} is a file; several formats go into a folder.")
    require_writable(output / "any" if output.is_dir() else output, "-o")
    return {name: output / EXPORT_FORMATS[name].path_from(source.stem) for name in formats}


def _write(model: TrainedModel, targets: dict[str, Path], data_dir: Path | None) -> list[Export]:
    """One after the other; what was written before one fails stays, and is told."""
    from playground.engine.export import ExportError, export as write
    from playground.engine.threads import use_training_threads

    use_training_threads()
    made: Path | None = None
    done: list[Export] = []
    try:
        for name, target in targets.items():
            if len(targets) > 1 and not target.parent.exists():
                made = target.parent
                made.mkdir()
            done.append(write(model, target, name, data_dir=data_dir))  # type: ignore[arg-type]  # a known format
    except (ExportError, FileError, OSError) as error:
        if made is not None and not done:
            made.rmdir()
        written = f" Written before: {', '.join(str(export.path) for export in done)}." if done else ""
        which = f"{name}: " if len(targets) > 1 else ""
        raise Failure(f"{which}{error}{written}") from error
    return done


def as_data(exports: list[Export]) -> dict[str, Any]:
    """What ``export --json`` prints. ``size`` in bytes; times in milliseconds for all samples at once."""
    return {
        "exports": [
            {
                "format": export.format,
                "path": str(export.path),
                "files": [str(path) for path in export.files],
                "contents": list(export.contents),
                "proof": asdict(export.proof),
            }
            for export in exports
        ]
    }


def as_text(exports: list[Export]) -> list[str]:
    """What each holds, a table of what was measured, and how."""
    lines: list[str] = []
    rows: list[tuple[str, ...]] = [("format", "size", "difference", "same class", "time", "here", "read with")]
    for export in exports:
        lines += [f"{export.did} {export.path}", *(f"  {line}" for line in export.contents)]
        proof = export.proof
        same = "–" if proof.agreement is None else f"{proof.agreement} of {proof.samples}"
        rows.append(
            (
                export.format, size_text(proof.size), f"{proof.difference:.1e}", same,
                milliseconds(proof.milliseconds), milliseconds(proof.own_milliseconds), proof.runtime,
            )
        )  # fmt: skip
    return [*lines, "", *_table(rows), "", *proof_head(exports[0].proof)]


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    """Names to the left, numbers to the right."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    last = len(widths) - 1
    lines = [
        "  ".join(
            f"{cell:<{width}}" if column in (0, last) else f"{cell:>{width}}"
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
    return [lines[0], "-" * (sum(widths) + 2 * last), *lines[1:]]


def _part(model: TrainedModel, part: str) -> TrainedModel:
    try:
        return model.part(part)
    except NoSuchPart as error:
        raise usage(f"--part: {error}") from error


def _model(path: Path) -> TrainedModel:
    from playground.engine.trained import TrainedModel

    if is_bundle(path):
        try:
            return TrainedModel.from_bundle(path)
        except FileError as error:
            raise Failure(str(error)) from error
    from playground.engine.errors import CannotTrain

    try:
        return TrainedModel.untrained(open_project(path))
    except CannotTrain as error:
        raise Failure(error.message, error.hint) from error
