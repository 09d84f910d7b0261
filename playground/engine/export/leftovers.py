"""What an export that was killed has left beside its target: known by a lock that ends with its process."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_OWNER, _NEW = "owner", "owner.new"
PATTERN = ".*.export.tmp"


class Owner:
    """Marks ``folder`` as in use for ``name`` until ``release``, or until this process has gone, however it went."""

    def __init__(self, folder: Path, name: str) -> None:
        """Raises ``OSError`` when the folder cannot be written to."""
        # it gets its final name when it is locked: nobody ever finds it free while its process lives
        new = folder / (_OWNER if sys.platform == "win32" else _NEW)  # Windows renames no file that is open
        self._file: IO[bytes] = new.open("wb")
        self._file.write(os.fsencode(name))
        self._file.flush()
        if _lock(self._file) and sys.platform != "win32":
            new.rename(folder / _OWNER)

    def release(self) -> None:
        self._file.close()


def abandoned(folder: Path) -> str | None:
    """The name that was being written in ``folder``, if the process that wrote it has gone; None while that is open."""
    try:
        with (folder / _OWNER).open("rb+") as file:
            name = os.fsdecode(file.read()) if _lock(file) else ""
    except OSError:
        return None  # not ours, or no way to tell whose
    return name if name and Path(name).name == name else None


def _lock(file: IO[bytes]) -> bool:
    """Whether the lock could be had; False also where the file system has none."""
    try:
        if sys.platform == "win32":
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
