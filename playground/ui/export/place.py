"""Where an export goes: a name that is free, and whether something would have to make room."""

from __future__ import annotations

import os
from itertools import count
from pathlib import Path

from playground.training.export_formats import ExportFormat


def free_name(folder: Path, stem: str, found: ExportFormat) -> str:
    """A name for ``stem`` that nothing in ``folder`` has: ``net.onnx``, else ``net-2.onnx``, ``net-3.onnx``, …"""
    names = (found.path_from(stem if number == 1 else f"{stem}-{number}") for number in count(1))
    return next(name for name in names if not os.path.lexists(folder / name))


def would_replace(path: Path, found: ExportFormat) -> bool:
    """Whether there is a file, or a folder with something in it, that ``found`` would be put in the place of.

    A folder where a file should be, or the other way round, is not replaced: the export refuses it.
    """
    is_folder = not found.suffix and path.suffix != ".py"
    try:
        return any(path.iterdir()) if is_folder and path.is_dir() else os.path.lexists(path) and not path.is_dir()
    except OSError:  # a folder that cannot be looked into
        return True
