"""``playground demo``: the window drives itself once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from playground.commands.failures import usage

DEFAULT_FOLDER = Path("demo-out")


def demo(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where the results are left.")] = DEFAULT_FOLDER,
) -> None:
    """Open a preset, train it, save and export it, take a screenshot: without a display, too."""
    from playground.cli import open_demo

    if out.exists() and not out.is_dir():
        raise usage(f"--out: {out} is a file; give a folder.")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise usage(f"--out: the folder {out} cannot be made: {error.strerror or error}.") from error
    raise typer.Exit(open_demo(out))
