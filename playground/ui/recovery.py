"""Unsaved work is written beside the program's data every few seconds, and offered after a crash."""

from __future__ import annotations

import json
import logging
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal

from playground.core.files import FileError, dump_project, parse_project, write_atomic
from playground.core.language import tr
from playground.core.project import Project
from playground.ui.project_session import ProjectSession
from playground.ui.settings import data_folder

_LOG = logging.getLogger("playground")
INTERVAL = 5_000  # milliseconds
LEISURE = 50  # a copy that took t is not written again before so many times t: large projects take their time


@dataclass(frozen=True, slots=True)
class Recovered:
    """Work that a crashed window left: the project, and the file it belonged to, if any."""

    project: Project
    path: Path | None
    file: Path


class Recovery(QObject):
    """Keeps a copy of the open project while it is not saved; the copy goes with a clean exit."""

    failed = Signal(str)

    def __init__(self, session: ProjectSession, parent: QObject | None = None) -> None:
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
        session.file_changed.connect(self._follow)
        self._follow()

    @property
    def file(self) -> Path:
        return self._file

    def write(self) -> bool:
        """Write the copy now, if there is something to lose. False when it cannot be written (``failed`` says why)."""
        if not self._session.dirty or (self._written is self._session.project and self._file.exists()):
            return True
        began = time.perf_counter()
        path = self._session.path
        content = {"path": None if path is None else str(path), "project": dump_project(self._session.project)}
        try:
            write_atomic(self._file, json.dumps(content).encode("utf-8"))
        except FileError as error:
            self._timer.stop()  # it would say the same again and again
            self.failed.emit(tr("Unsaved work cannot be backed up. {error}", error=error))
            return False
        self._written = self._session.project
        self._timer.setInterval(max(INTERVAL, round(1000 * LEISURE * (time.perf_counter() - began))))
        return True

    def discard(self) -> None:
        """The work is saved or given up."""
        self._timer.stop()
        self._file.unlink(missing_ok=True)

    def close(self) -> None:
        """Give the lock back; the copy stays when there is one."""
        self._timer.stop()
        self._lock.unlock()

    def _follow(self) -> None:
        if not self._session.dirty:
            self.discard()
        elif not self._timer.isActive():
            self._timer.start()


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
            path = content["path"]
            found.append(Recovered(parse_project(content["project"], file), Path(path) if path else None, file))
        except (OSError, FileError) as error:
            _LOG.warning("%s waits: %s", file, error)
        except (ValueError, KeyError, TypeError) as error:
            _LOG.warning("%s is damaged: %s", file, error)
            _put_aside(file)
    return found


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
