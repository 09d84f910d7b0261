"""Where the moments of a run lie: a private folder under the user's caches that goes with the process."""

from __future__ import annotations

import shutil
import tempfile
import time
from pathlib import Path

from platformdirs import user_cache_path

from playground.engine.export.leftovers import Owner, abandoned

_FORSAKEN_SECONDS = 24 * 3600.0  # a folder that nobody has marked as his own for so long is nobody's


class Folder:
    """Made when the first file is wanted, gone with ``remove``; what killed processes left is cleared up before."""

    def __init__(self, parent: Path | None = None) -> None:
        self._parent = parent
        self._path: Path | None = None
        self._owner: Owner | None = None

    @property
    def parent(self) -> Path:
        return self._parent or user_cache_path("neural-playground", appauthor=False) / "snapshots"

    def path(self) -> Path:
        """The folder, which nobody else may read. Raises ``OSError``."""
        if self._path is None:
            self.parent.mkdir(parents=True, exist_ok=True)
            clear_leftovers(self.parent)
            path = Path(tempfile.mkdtemp(dir=self.parent))
            self._owner = Owner(path, path.name)
            self._path = path
        return self._path

    @property
    def place(self) -> str:
        """The folder, "" before it is made."""
        return "" if self._path is None else str(self._path)

    def take_over(self, path: Path) -> None:
        """Have ``path``, which a process that is gone has left. Raises ``OSError``: somebody cleared it up."""
        if path.parent != self.parent or abandoned(path) != path.name:
            raise FileNotFoundError(f"{path} was not left by anybody")
        self._owner, self._path = Owner(path, path.name), path

    def free(self) -> int:
        """Bytes that the disk still has room for. Raises ``OSError``."""
        return shutil.disk_usage(self.path()).free

    def remove(self) -> None:
        path, self._path = self._path, None
        if self._owner is not None:
            self._owner.release()
            self._owner = None
        if path is not None:
            shutil.rmtree(path, ignore_errors=True)


def clear_leftovers(parent: Path) -> None:
    """Remove the folders of processes that were killed."""
    for folder in tuple(parent.iterdir()):
        if folder.is_dir() and not folder.is_symlink() and (abandoned(folder) == folder.name or _forsaken(folder)):
            shutil.rmtree(folder, ignore_errors=True)


def _forsaken(folder: Path) -> bool:
    """Whether its process was killed before it had marked the folder as its own."""
    try:
        return not (folder / "owner").exists() and time.time() - folder.stat().st_mtime > _FORSAKEN_SECONDS
    except OSError:
        return False  # somebody else clears up at this moment
