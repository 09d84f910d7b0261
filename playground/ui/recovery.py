"""Unsaved work is written beside the program's data every few seconds, and offered after a crash."""

from __future__ import annotations

import json
import logging
import time
import uuid
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from playground.core.bundle import SUFFIX
from playground.core.files import FileError, dump_project, parse_project, write_atomic
from playground.core.language import tr
from playground.core.project import Project
from playground.ui.project_session import ProjectSession
from playground.ui.settings import data_folder
from playground.ui.weights_copy import WeightsCopy

if TYPE_CHECKING:
    from playground.ui.run_controller import RunController

_LOG = logging.getLogger("playground")
INTERVAL = 5_000  # milliseconds
FORSAKEN = 24 * 3600.0  # seconds until what nobody speaks of is nobody's
LEISURE = 50  # a copy that took t is not written again before so many times t: large projects take their time


@dataclass(frozen=True, slots=True)
class Recovered:
    """Work that a crashed window left in ``file``: the project, and the file it belonged to, if any.

    ``bundle``: what was trained, to ``step``, in a file of its own; None where nothing was, or it had been saved.
    """

    project: Project
    path: Path | None
    file: Path
    bundle: Path | None = None
    step: int = 0

    def give_way(self, *, trained: bool) -> None:
        """A copy of another window's holds it, with the bundle if it could be read as ``trained``."""
        self.file.unlink(missing_ok=True)
        if self.bundle is not None and not trained:
            _put_aside(self.bundle)

    def delete(self) -> None:
        """Nobody wants it back."""
        for file in (self.file, self.bundle):
            if file is not None:
                file.unlink(missing_ok=True)


class Recovery(QObject):
    """Keeps a copy of the open project while it, or what it was trained to, is not saved; the copy goes with a clean
    exit.
    """

    failed = Signal(str)

    def __init__(self, session: ProjectSession, controller: RunController, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        folder = _folder()
        self._written: Project | None = None
        self._file = folder / f"recovery-{uuid.uuid4().hex[:12]}.json"
        # Who holds the lock is alive; the system's locks outlive no process.
        self._lock = QLockFile(str(_lock_path(self._file)))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)
        self._timer = QTimer(self, interval=INTERVAL)
        self._timer.timeout.connect(self.write)
        self.weights = WeightsCopy(controller, self._file.with_suffix(SUFFIX), self)
        self.weights.failed.connect(self.failed)
        self.weights.changed.connect(self._on_weights)
        session.file_changed.connect(self._follow)
        self._follow()

    @property
    def file(self) -> Path:
        return self._file

    def write(self) -> bool:
        """Write the copy now, if there is something to lose. False when it cannot be written (``failed`` says why)."""
        if not self._needed or (self._written is self._session.project and self._file.exists()):
            return True
        began = time.perf_counter()
        path = self._session.path
        content: dict[str, Any] = {
            "path": None if path is None else str(path),
            "project": dump_project(self._session.project),
        }
        if self.weights.wanted:
            content |= {"bundle": self.weights.file.name, "step": self.weights.step}
        try:
            write_atomic(self._file, json.dumps(content).encode("utf-8"))
        except FileError as error:
            self._timer.stop()  # it would say the same again and again
            self.failed.emit(tr("Unsaved work cannot be backed up. {error}", error=error))
            return False
        self._written = self._session.project
        self._timer.setInterval(max(INTERVAL, round(1000 * LEISURE * (time.perf_counter() - began))))
        return True

    def stop(self) -> None:
        """Nothing is written from now on."""
        self._timer.stop()
        self.weights.stop()

    def close(self, *, keep: bool) -> None:
        """Give the lock back, the worker being gone; without ``keep`` all is saved or given up."""
        self.stop()
        if not keep:
            self.weights.discard()
            self._discard()
        self._lock.unlock()

    @property
    def _needed(self) -> bool:
        return self._session.dirty or self.weights.wanted

    def _discard(self) -> None:
        self._timer.stop()
        self._file.unlink(missing_ok=True)

    def _follow(self) -> None:
        if not self._needed:
            self._discard()
        elif not self._timer.isActive():
            self._timer.start()

    def _on_weights(self) -> None:
        """The copy of the project says where theirs is, so it is written first."""
        self._written = None
        self.write()
        self._follow()


def find_recovered() -> list[Recovered]:
    """What crashed windows left, newest first.

    A copy that cannot be read now, or is of a newer version of the program, waits for another time; one that is
    damaged itself is put aside as ``*.damaged``.
    """
    found = []
    files = sorted(_folder().glob("recovery-*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for file in files:
        lock = QLockFile(str(_lock_path(file)))
        lock.setStaleLockTime(0)
        if not lock.tryLock(0):
            continue  # its window is open
        lock.unlock()
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            path, project = content["path"], parse_project(content["project"], file)
            found.append(Recovered(project, Path(path) if path else None, file, *_trained(content)))
        except (OSError, FileError) as error:
            _LOG.warning("%s waits: %s", file, error)
        except (ValueError, KeyError, TypeError) as error:
            _LOG.warning("%s is damaged: %s", file, error)
            _put_aside(file)
    _clear_up()
    return found


def _trained(content: dict[str, Any]) -> tuple[Path | None, int]:
    """The bundle that a copy speaks of, and its step, if it was written before the window went."""
    name = content.get("bundle")
    bundle = None if name is None else _folder() / Path(name).name
    return (bundle, int(content["step"])) if bundle is not None and bundle.is_file() else (None, 0)


def _clear_up() -> None:
    """Remove bundles that no copy speaks of any more, and what was being written when a window went."""
    try:
        copies = [json.loads(file.read_text(encoding="utf-8")) for file in _folder().glob("recovery-*.json")]
        named = {copy.get("bundle") for copy in copies}
        before = time.time() - FORSAKEN
        for file in (*_folder().glob(f"recovery-*{SUFFIX}"), *_folder().glob(".recovery-*.tmp")):
            if file.name not in named and file.stat().st_mtime < before:
                file.unlink(missing_ok=True)
    except (OSError, ValueError, AttributeError) as error:
        _LOG.warning("not cleared up: %s", error)  # a copy that cannot be read may speak of any of them


def _put_aside(file: Path) -> None:
    try:
        file.rename(file.with_suffix(".damaged"))
    except OSError as error:
        _LOG.warning("%s stays where it is: %s", file, error)


def _folder() -> Path:
    folder = data_folder() / "recovery"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _lock_path(file: Path) -> Path:
    return file.with_suffix(".lock")
