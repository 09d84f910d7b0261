"""The real main window as the benchmarks drive it: opened, given a project, run, waited for."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QTabBar

from playground.core.files import load_project
from playground.core.presets import preset_path
from playground.core.project import Project
from playground.engine.data.folders import VARIABLE, find_files
from playground.protocol import RunFinished
from playground.training.datasets.published import Mnist
from playground.ui.app import make_application
from playground.ui.main_window import MainWindow
from playground.ui.plots.curve_plot import CurvePlot
from playground.ui.plots.panel import GRADIENTS, PlotsPanel
from playground.ui.settings import settings

PATIENCE_SECONDS = 300


class Failed(Exception):
    """The window did not do what the benchmark asked for."""


def own_folders(folder: str) -> dict[str, str]:
    """Environment variables that keep a person's settings, recent files and unsaved work out of it."""
    return dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "LOCALAPPDATA"), folder)


@contextmanager
def main_window(language: str = "en") -> Iterator[MainWindow]:
    """A painted window of 1440 × 900 with a warm worker and folders of its own; gone, with its worker, at the end."""
    found = find_files(Mnist().describe())
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        if found is not None:  # the person's own data folder is left behind with the rest
            os.environ[VARIABLE] = str(found[0].parents[1])
        os.environ.update(own_folders(folder))
        for file_format in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
            QSettings.setPath(file_format, QSettings.Scope.UserScope, folder)
        settings().language = language
        application = make_application()
        window = MainWindow()
        window.resize(1440, 900)
        window.show()
        try:
            wait_until(lambda: window.controller.worker is not None, [window.controller.ready])
            yield window
        finally:
            window.close_quietly()
            application.processEvents()


def wait_until(done: Callable[[], bool], signals: list[object], seconds: float = PATIENCE_SECONDS) -> None:
    """Run the event loop until ``done()``, asked whenever one of ``signals`` comes. Raises ``Failed``."""
    loop = QEventLoop()

    def ask(*_: object) -> None:
        if done():
            loop.quit()

    for signal in signals:
        signal.connect(ask)  # type: ignore[attr-defined]
    limit = QTimer(singleShot=True, interval=round(1000 * seconds))
    limit.timeout.connect(loop.quit)
    limit.start()
    if not done():
        loop.exec()
    for signal in signals:
        signal.disconnect(ask)  # type: ignore[attr-defined]
    if not done():
        raise Failed(f"nothing came in {seconds:.0f} seconds")


def idle(seconds: float) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()


def preset(name: str, **changes: dict[str, object]) -> Project:
    """A preset with fields of ``data`` and ``training`` replaced."""
    path = preset_path(name)
    assert path is not None
    project = load_project(path)
    parts = {part: getattr(project, part).replace(**fields) for part, fields in changes.items()}
    return project.replace(**parts)


def open_project(window: MainWindow, project: Project) -> None:
    """Show ``project`` on the workbench."""
    window.session.open(project)
    window.show_workbench()
    window.plots.prepare()
    idle(0.5)


@contextmanager
def four_plots(window: MainWindow) -> Iterator[Callable[[], int]]:
    """The window's two curves and test images, and a second plots panel beside it that shows the other two curves.

    A person sees two plots at a time, by tab; four that draw at once are the harder case. Gives a function that counts
    the plots that are visible: none before a run has begun.
    """
    second = PlotsPanel(window.controller)
    second.resize(900, 300)
    second.show()
    second.prepare()
    tabs = second.findChild(QTabBar)
    tabs.setCurrentIndex(GRADIENTS)
    idle(0.5)
    plots = [*window.plots.findChildren(CurvePlot), *second.findChildren(CurvePlot)]
    try:
        yield lambda: sum(plot.isVisible() for plot in plots)
    finally:
        second.close()
        second.deleteLater()


def train(window: MainWindow) -> None:
    """Press Run and wait for the end. Raises ``Failed`` with the run's own words."""
    ended: list[object] = []
    controller = window.controller
    good, bad = controller.run_finished, (controller.run_failed, controller.blocked, controller.worker_died)
    for signal in (good, *bad):
        signal.connect(ended.append)
    try:
        window.toolbar.run_button.click()
        wait_until(lambda: bool(ended), [good, *bad])
    finally:
        for signal in (good, *bad):
            signal.disconnect(ended.append)
    if not isinstance(ended[0], RunFinished):
        raise Failed(str(ended[0]))


def has_mnist() -> bool:
    """Whether the real MNIST lies in a data folder; benchmarks never download."""
    return find_files(Mnist().describe()) is not None


def mnist_folder() -> Path:
    """Where its files lie. Raises ``Failed`` where they are not here."""
    found = find_files(Mnist().describe())
    if found is None:
        raise Failed("no MNIST: set PLAYGROUND_DATA_DIR")
    return found[0].parent
