"""How a command fails: one line, and an exit status that scripts rely on."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from playground.core.bundle import SUFFIX
from playground.core.files import FileError, load_project, write_atomic
from playground.core.presets import NoSuchProject, find_project
from playground.core.project import Project

WRONG_PROJECT, WRONG_USAGE, INTERRUPTED = 1, 2, 130
_ZIP = b"PK\x03\x04"


class Failure(Exception):
    """Ends the command: ``message`` and ``hint`` in one line, ``code`` as the exit status."""

    def __init__(self, message: str, hint: str = "", code: int = WRONG_PROJECT) -> None:
        super().__init__(" ".join(f"{message} {hint}".split()))
        self.code = code


def usage(message: str) -> Failure:
    """The command was called in a way that it cannot be."""
    return Failure(message, code=WRONG_USAGE)


def locate(text: str) -> Path:
    """The file of a project, bundle or preset."""
    try:
        return find_project(text)
    except NoSuchProject as error:
        raise usage(str(error)) from error


def is_bundle(path: Path) -> bool:
    """Whether ``path`` is meant as a trained bundle: by its suffix, or because it is a zip file."""
    if path.suffix == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return file.read(len(_ZIP)) == _ZIP
    except OSError:
        return False  # reading it as a project will say why


def refuse_bundle(path: Path) -> None:
    if is_bundle(path):
        raise usage(f"{path.name} is a trained bundle; this command takes a project file or a preset.")


def open_project(path: Path) -> Project:
    """The project in a project file."""
    refuse_bundle(path)
    try:
        return load_project(path)
    except FileError as error:
        raise Failure(str(error)) from error


def require_writable(path: Path, option: str) -> None:
    """Refuse before any work is done what could not be written after it."""
    if path.is_dir():
        raise usage(f"{option}: {path} is a folder; give the name of a file in it.")
    folder = path.absolute().parent
    if not folder.is_dir():
        raise usage(f"{option}: the folder {folder} does not exist. Make it first.")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise usage(f"{option}: the folder {folder} cannot be written to.")


def refuse_overwriting(source: Path, **written: Path | None) -> None:
    """Refuse to write over what is read, or two results into one file: neither could be had back."""
    taken = {source.resolve(): "the file that is read"}
    for name, path in written.items():
        if path is None or str(path) == "-":
            continue
        option = "-o" if name == "output" else f"--{name}"
        if path.resolve() in taken:
            raise usage(f"{option}: {path} is {taken[path.resolve()]}; give it another name.")
        taken[path.resolve()] = f"what {option} writes"


def write_json(data: Any, path: Path) -> None:
    """Write beside and rename: a script never reads half a file."""
    try:
        write_atomic(path, (to_json(data) + "\n").encode("utf-8"))
    except FileError as error:
        raise Failure(str(error)) from error


def to_json(data: Any) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False, allow_nan=False)
