"""How a figure is taken: the window is laid out, grabbed in both themes, and the picture made small."""

from __future__ import annotations

import os
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QSplitter, QTabBar, QWidget

from benchmarks.window import idle
from playground.core.language import VARIABLE, tr
from playground.ui.app import make_application
from playground.ui.main_window import MainWindow
from playground.ui.theme import theme

FIGURES = Path(__file__).parent / "figures"  # those of other languages lie in folders in it, not kept in the repository
THEMES = ("dark", "light")
COLORS = 256  # of a picture: nothing that an eye would miss, and less than half the size
SETTLE = 0.6  # seconds for formulas, plots and glyphs to be drawn
LOW, HIGH = 190, 370  # pixels of the panel under the canvas


def language() -> str:
    """The one that the window speaks: ``main_window`` was told by the environment."""
    return os.environ.get(VARIABLE, "en")


def share(window: MainWindow, plots: int) -> None:
    """Give the panel under the canvas its height, as a drag of its edge does."""
    splitter = next(
        found for found in window.workbench.findChildren(QSplitter) if found.orientation() is Qt.Orientation.Vertical
    )
    splitter.setSizes([splitter.height() - plots, plots])
    window.canvas.view.fit()


def show_tab(window: MainWindow, title: str) -> None:
    tabs = window.plots.findChild(QTabBar)
    tabs.setCurrentIndex([tabs.tabText(index) for index in range(tabs.count())].index(tr(title)))


def grab(
    window: MainWindow, name: str, *, part: QWidget | None = None, area: QRect | None = None,
    looks: tuple[str, ...] = THEMES,
) -> None:  # fmt: skip
    """``name-dark.png`` and ``name-light.png``: of the window, of a ``part`` of it or of an ``area``."""
    folder = FIGURES if language() == "en" else FIGURES / language()
    folder.mkdir(parents=True, exist_ok=True)
    for look in looks:
        theme().apply(make_application(), look)
        idle(SETTLE)
        shown = part or window
        picture = shown.grab(area) if area is not None else shown.grab()
        path = folder / f"{name}-{look}.png"
        if not picture.save(str(path)):
            raise SystemExit(f"{path} cannot be written")
        _shrink(path)
        print(path.name, f"{path.stat().st_size // 1024} KB", flush=True)


def _shrink(path: Path) -> None:
    """Fewer colours, the same picture."""
    with Image.open(path) as picture:
        fewer = picture.convert("RGB").quantize(
            COLORS, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE
        )
    fewer.save(path, optimize=True)
