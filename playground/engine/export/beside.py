"""A place beside the target: what is written there takes the target's place only when it has proved itself."""

from __future__ import annotations

import os
import secrets
import shutil
import threading
import time
from pathlib import Path
from types import TracebackType

from playground.core.files import FileError, require_plain
from playground.core.language import tr
from playground.engine.export.leftovers import PATTERN, Owner, abandoned
from playground.protocol import Format

# Every source file that the program writes says so; a folder without such a file is somebody's own.
MARK = "Neural Playground"
_MARKED_FILE = "model.py"
_CACHES = frozenset({"__pycache__"})
# Held while files change their places: clearing up waits for it, so nothing is lost half-way.
_moving = threading.Lock()
_CLEARING_SECONDS = 3.0
_OLD = "old"


class Beside:
    """A hidden folder next to ``target``, for one owner's eyes; gone after the ``with``, whatever happened in it.

    ``path`` is where the new file or folder is written, under its final name. Raises ``FileError`` for a place that
    cannot be written to.
    """

    def __init__(self, target: Path | str, token: str | None = None) -> None:
        self.target = Path(target)
        self._real = Path(os.path.realpath(self.target))  # a link stays a link
        self.folder = beside(self.target, token or secrets.token_hex(4))
        self.path = self.folder / "result" / self._real.name
        self.scratch = self.folder / "scratch"
        self._owner: Owner | None = None

    def __enter__(self) -> Beside:
        _clear_leftovers(self.folder.parent)
        try:
            self.folder.mkdir(mode=0o700)  # what is being written may be private
            self._owner = Owner(self.folder, self._real.name)
            self.path.parent.mkdir()
            self.scratch.mkdir()
        except BaseException as error:  # Ctrl-C, too: there is no __exit__ yet
            self._release()
            _remove(self.folder)
            if isinstance(error, OSError):
                raise self._refused(error) from error
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._release()
        _clear_up(self.folder, self._real)
        if isinstance(error, OSError):
            raise self._refused(error) from error

    def _release(self) -> None:
        if self._owner is not None:
            self._owner.release()

    @property
    def replaces(self) -> bool:
        """Whether something has to make room for what is written."""
        return holds_something(self.target)

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that were written, where they lie now."""
        return tuple(sorted(path for path in self.path.parent.rglob("*") if path.is_file()))

    def keep(self) -> tuple[Path, ...]:
        """Put what was written in the target's place. Returns all files where they lie then. Raises ``FileError``."""
        root = self.path.parent
        names = [path.relative_to(root) for path in self.files]
        try:
            for name in names:
                _flush(root / name)
            with _moving:  # companions first: whoever opens the main file finds them
                for entry in sorted(root.iterdir(), key=lambda entry: entry == self.path):
                    self._move(entry, self._real.parent / entry.name)
        except OSError as error:
            raise self._refused(error) from error
        return tuple(self.target.parent / name for name in names)

    def _move(self, entry: Path, target: Path) -> None:
        if not entry.is_dir():
            require_plain(target)
            # what is private stays so; a new file gets what the system gives new files, whoever wrote it
            entry.chmod(target.stat().st_mode & 0o777 if target.exists() else self._usual_mode())
            entry.replace(target)
            return
        if target.exists():
            target.rename(self.folder / _OLD)  # comes back when the next line fails
        entry.rename(target)

    def _usual_mode(self) -> int:
        new = self.scratch / "new"
        new.touch()
        return new.stat().st_mode & 0o777

    def _refused(self, error: OSError) -> FileError:
        kept = tr("What is there is unchanged;") if os.path.lexists(self.target) else tr("Nothing was written;")
        return FileError(
            self.target,
            tr("cannot be saved: {value}. {kept} save it elsewhere.", value=error.strerror or error, kept=kept),
        )


def beside(target: Path, token: str) -> Path:
    """The hidden folder that ``Beside`` uses."""
    return Path(os.path.realpath(target)).parent / f".{token}.export.tmp"


def clear_up(target: Path, token: str) -> None:
    """Remove what an export that was ended has left beside ``target``; an old folder that it had moved comes back."""
    _clear_up(beside(target, token), Path(os.path.realpath(target)))


def holds_something(target: Path) -> bool:
    """Whether a file is there, or a folder that is not empty."""
    return any(target.iterdir()) if target.is_dir() else os.path.lexists(target)


def _clear_leftovers(parent: Path) -> None:
    """Clear up after exports into ``parent`` whose processes were killed."""
    for folder in tuple(parent.glob(PATTERN)):
        name = abandoned(folder)
        if name is not None:
            _clear_up(folder, parent / name)


def _clear_up(folder: Path, target: Path) -> None:
    with _moving:
        try:
            _bring_back(folder / _OLD, target)
        except OSError:
            return  # what was a person's stays where it is rather than be deleted
        _remove(folder)


def _bring_back(old: Path, target: Path) -> None:
    """The folder that had to make room: all of it when nothing took its place, else what the new one does not have."""
    if not old.exists():
        return
    if not target.exists():
        old.rename(target)
        return
    for entry in old.iterdir():
        if entry.name not in _CACHES and not os.path.lexists(target / entry.name):
            entry.rename(target / entry.name)


def _remove(folder: Path) -> None:
    """A process that has just been ended may hold its files for a moment."""
    end = time.monotonic() + _CLEARING_SECONDS
    while folder.exists() and time.monotonic() < end:
        shutil.rmtree(folder, ignore_errors=True)
        if folder.exists():
            time.sleep(0.05)


def require_place(target: Path, format: Format) -> None:  # noqa: A002  (the word on the command line)
    """Refuse before any work is done what could not be written after it, and what is not ours to write over.

    Raises ``FileError``.
    """
    if not target.parent.is_dir():
        raise FileError(
            target,
            tr("cannot be saved: there is no folder {parent}. Make it, or save it elsewhere.", parent=target.parent),
        )
    if format != "py" or target.suffix == ".py":
        if target.is_dir():
            raise FileError(target, tr("is a folder; give the name of a file in it."))
        require_plain(target)
        return
    if not os.path.lexists(target):
        return
    if not target.is_dir():
        raise FileError(target, tr("is a file; this format is a folder (or a file whose name ends in .py)."))
    names = {entry.name for entry in target.iterdir()} - _CACHES
    if names and not _is_marked(target / _MARKED_FILE):
        raise FileError(target, tr("is a folder with other things in it; give a name that is not taken."))


def _is_marked(path: Path) -> bool:
    try:
        with path.open(encoding="utf-8") as file:
            return MARK in file.read(4096)
    except (OSError, UnicodeDecodeError):
        return False


def _flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
