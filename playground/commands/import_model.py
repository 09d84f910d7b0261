"""``playground import``: an ONNX file as a trained bundle."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from playground.commands.failures import Failure, refuse_overwriting, require_writable, to_json, usage
from playground.core.bundle import SUFFIX
from playground.core.files import FileError

if TYPE_CHECKING:
    from playground.engine.importing import Imported


def import_model(
    source: Annotated[Path, typer.Argument(metavar="MODEL.onnx", help="An ONNX file.", show_default=False)],
    output: Annotated[
        Path,
        typer.Option("-o", "--output", metavar="FILE", help=f"The bundle to write ({SUFFIX}).", show_default=False),
    ],
    shape: Annotated[
        str | None,
        typer.Option("--shape", metavar="SIZES", help="Of one sample, as in 3,224,224, where the file leaves it open."),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the bundle if it is there already.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print everything as JSON.")] = False,
) -> None:
    """Make a project with weights of an ONNX model: open it in the window, export it, train it on.

    Operators that no layer stands for become placeholders; their weights are kept. Nothing in the file is executed.
    """
    if not source.exists():
        raise usage(f"{source} does not exist.")
    if source.is_dir():
        raise usage(f"{source} is a folder; give an ONNX file.")
    if output.suffix != SUFFIX:
        raise usage(f"-o: {output} is to be a trained bundle; let its name end in {SUFFIX}.")
    require_writable(output, "-o")
    refuse_overwriting(source, output=output)
    if not force and os.path.lexists(output):
        raise usage(f"-o: {output} is there already; give it another name, or replace it with --force.")
    sizes = _sizes(shape)
    from playground.engine.importing import import_onnx, save_imported

    try:
        found = import_onnx(source, sizes)
        save_imported(found, output)
    except FileError as error:
        raise Failure(str(error)) from error
    except MemoryError as error:
        raise Failure(f"{source.name}: this machine has too little memory for that network.") from error
    print(to_json(as_data(found, output)) if json else as_text(found, output))


def _sizes(text: str | None) -> tuple[int, ...] | None:
    if text is None:
        return None
    try:
        sizes = tuple(int(part) for part in text.replace("x", ",").replace("×", ",").split(","))
    except ValueError as error:
        raise usage(f"--shape: {text!r} is not a list of sizes, as in 3,224,224.") from error
    if not 1 <= len(sizes) <= 4 or min(sizes) < 1:
        raise usage(f"--shape: {text!r} is no shape of a sample; give one to four sizes from 1, without the batch.")
    return sizes


def as_data(found: Imported, output: Path) -> dict[str, Any]:
    """What ``import --json`` prints."""
    graph = found.project.networks[found.network]
    return {
        "path": str(output),
        "network": found.network,
        "layers": [{"id": node.id, "type": node.type, "name": node.name} for node in graph.nodes],
        "weights": found.parameters,
        "classes": list(found.classes),
        "placeholders": [
            {"id": placeholder.node, "operator": placeholder.operator, "reason": placeholder.reason}
            for placeholder in found.placeholders
        ],
        "opset": found.opset,
        "producer": found.producer,
        "sha256": found.sha256,
    }


def as_text(found: Imported, output: Path) -> str:
    """What was written, in a few lines; what is missing stands last."""
    layers = len(found.project.networks[found.network].nodes)
    made = f", made by {found.producer}" if found.producer else ""
    what = f"{layers} {'layer' if layers == 1 else 'layers'}, {found.parameters:,} weights"
    lines = [f"wrote {output}", f"  {what}, from opset {found.opset}{made}"]
    for placeholder in found.placeholders:
        lines.append(f"  placeholder {placeholder.node} ({placeholder.operator}): {placeholder.reason}")
    return "\n".join(lines + ([found.missing] if found.missing else []))
