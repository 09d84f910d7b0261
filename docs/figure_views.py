"""Figures of the views into a network: each of a project that it says something about, trained shortly."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest

from benchmarks.window import idle, open_project, preset, train
from docs.figure_shots import HIGH, LOW, grab, share, show_tab
from playground.core.edits import SetTraining
from playground.ui.main_window import MainWindow
from playground.ui.views.view import View

LOOK = 2.0  # seconds for the worker to answer, and for heavy questions to be worked out
TALL, FLAT = 430, 190  # pixels of the panel under the canvas, for one that is looked at, and for a few rows
EDGE = 6
# a 3, as a hand draws it: places on the pad from 0 to 1
DIGIT = (
    (0.32, 0.24), (0.44, 0.17), (0.6, 0.19), (0.67, 0.3), (0.6, 0.42), (0.46, 0.48), (0.61, 0.52), (0.69, 0.65),
    (0.61, 0.79), (0.45, 0.83), (0.31, 0.75),
)  # fmt: skip


def views(window: MainWindow) -> None:
    _points(window)
    _digits(window)
    _codes(window)
    _game(window)


def _points(window: MainWindow) -> None:
    """What is seen of a network of two numbers, and of its runs."""
    _begin(window, "spiral-2d", {"epochs": 60, "learning_rate": 0.003})
    train(window)
    window.session.do(SetTraining({"epochs": 100, "learning_rate": 0.01}))
    train(window)
    _view(window, "runs", lambda _view: None, height=FLAT)
    window.session.select([])
    _open(window, "boundary", HIGH)
    grab(window, "inside")
    _view(window, "boundary", lambda _view: None)
    _view(window, "landscape", lambda _view: None, seconds=4 * LOOK)
    _look_back(window)


def _look_back(window: MainWindow) -> None:
    """The window at a step that is long ago."""
    travel = window.workbench.travel
    show_tab(window, "Curves")
    share(window, HIGH)
    travel.look_near(travel.steps[-1] / 6)
    idle(LOOK)
    grab(window, "time")
    travel.now()


def _digits(window: MainWindow) -> None:
    """What is seen of a network of images."""
    _begin(window, "mnist-cnn", {"epochs": 3}, limit=4000)
    train(window)
    first_convolution = window.session.graph.nodes[1].id
    window.session.select([first_convolution])
    _view(window, "microscope", _point_at_a_number)
    _view(window, "explain", lambda _view: None, seconds=2 * LOOK)
    _view(window, "compare", lambda _view: None)
    _view(window, "confusion", _worst_cell)
    _view(window, "histograms", lambda _view: None)
    _view(window, "draw", _draw)
    share(window, LOW)


def _point_at_a_number(view: Any) -> None:
    sheet = view.sheet
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton, pos=sheet.place_of((1, 12, 17)).center())


def _worst_cell(view: Any) -> None:
    counts = np.array(view.sight.counts)
    np.fill_diagonal(counts, 0)
    truth, said = np.unravel_index(int(counts.argmax()), counts.shape)
    view.matrix.choose(int(truth), int(said))


def _draw(view: Any) -> None:
    pad = view.page.pad
    side = min(pad.width(), pad.height())
    left = (pad.width() - side) / 2
    points = [QPoint(round(left + x * side), round(y * side)) for x, y in DIGIT]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        QTest.mouseMove(pad, point)
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


def _codes(window: MainWindow) -> None:
    _begin(window, "vae-2d", {"epochs": 12}, limit=8000)
    train(window)
    _view(window, "latent", lambda view: view.turn_to("Grid"))


def _game(window: MainWindow) -> None:
    _begin(window, "gan-2d", {"epochs": 120})
    window.workbench.open_view("gan")  # its curves are drawn while it is seen
    train(window)
    _view(window, "gan", lambda _view: None, seconds=2 * LOOK)


# --- laying out ---


def _begin(window: MainWindow, name: str, training: dict[str, object], limit: int | None = None) -> None:
    window.controller.reset()
    open_project(window, preset(name, training={**training, "device": "cpu"}, data={"limit": limit}))
    share(window, HIGH)


def _open(window: MainWindow, name: str, height: int) -> View:
    window.workbench.open_view(name)
    share(window, height)
    idle(LOOK)
    return window.workbench.docks.open_views[name]


def _area(window: MainWindow, view: View) -> QRect:
    """The panel under the canvas without its tabs."""
    start = view.mapTo(window, QPoint(0, 0))
    return QRect(start, view.size()).adjusted(-EDGE, 0, EDGE, 0).intersected(window.rect())


def _view(
    window: MainWindow, name: str, prepare: Callable[[Any], None], *, seconds: float = LOOK, height: int = TALL
) -> None:
    """One view alone, as a person has it who gives it some room."""
    view = _open(window, name, height)
    prepare(view)
    idle(seconds)
    grab(window, f"view-{name}", area=_area(window, view))
    window.workbench.docks.close(name)
