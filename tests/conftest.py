"""Every test runs off screen, in folders of its own, and fails when it leaves something running (support/leaks.py)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import hypothesis
import pytest

# Before anything imports Qt; worker processes inherit them.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")
_DATA_DIR = os.environ.get("PLAYGROUND_DATA_DIR")
# Hundreds of processes import the program: where Python is told to write no bytecode, each would compile all of it.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

pytest_plugins = ["pytester", "leaks", "warm"]

if not os.environ.get("CI"):  # there Hypothesis has a profile of its own: the same examples every time
    hypothesis.settings.register_profile("busy machine", deadline=None)
    hypothesis.settings.load_profile("busy machine")


def pytest_sessionfinish() -> None:
    """Qt's off-screen clipboard lives on after Python: what a test has copied would be deleted too late, and crash."""
    gui = sys.modules.get("PySide6.QtGui")
    if gui is not None and gui.QGuiApplication.instance() is not None:
        gui.QGuiApplication.clipboard().clear()


FOLDERS = {
    "HOME": ".",
    "USERPROFILE": ".",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_STATE_HOME": "state",
    "XDG_RUNTIME_DIR": "run",
    "APPDATA": "config",
    "LOCALAPPDATA": "data",
}


class Homes:
    """A home that is as it was made serves the next test too: most leave nothing there, and folders take time."""

    def __init__(self, factory: pytest.TempPathFactory) -> None:
        self._factory = factory
        self._last: Path | None = None

    def next(self) -> Path:
        if self._last is None or not self._untouched(self._last):
            self._last = self._factory.mktemp("home")
            for name in FOLDERS.values():
                (self._last / name).mkdir(mode=0o700, exist_ok=True)
        return self._last

    @staticmethod
    def _untouched(home: Path) -> bool:
        made = set(FOLDERS.values()) - {"."}
        try:
            found = {path.name for path in home.iterdir()}
            return found == made and not any(path for name in made for path in (home / name).iterdir())
        except OSError:
            return False


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Homes:
    return Homes(tmp_path_factory)


@pytest.fixture(autouse=True)
def own_folders(homes: Homes, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of the test's own: settings, recent files, data and caches of other tests or people are not seen."""
    home = homes.next()
    for variable, name in FOLDERS.items():
        monkeypatch.setenv(variable, str(home / name))
    monkeypatch.delenv("PLAYGROUND_DATA_DIR", raising=False)
    core = sys.modules.get("PySide6.QtCore")
    if core is not None:  # Qt reads the folders of the settings once only
        for file_format in (core.QSettings.Format.NativeFormat, core.QSettings.Format.IniFormat):
            core.QSettings.setPath(file_format, core.QSettings.Scope.UserScope, str(home / "config"))
    return home


@pytest.fixture
def mnist_dir(monkeypatch: pytest.MonkeyPatch) -> Path:
    """The data folder (what ``--data-dir`` takes) in which ``mnist/`` holds the real files; the test sees it too."""
    if not _DATA_DIR or not any(Path(_DATA_DIR, "mnist").glob("train-images-idx3-ubyte*")):
        pytest.skip("needs the real MNIST: set PLAYGROUND_DATA_DIR to a folder with mnist/train-images-idx3-ubyte(.gz)")
    monkeypatch.setenv("PLAYGROUND_DATA_DIR", _DATA_DIR)
    return Path(_DATA_DIR)
