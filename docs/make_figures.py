"""The screenshots of the README and the docs, made by the program itself: ``make figures``.

The real window opens a preset, trains it, and is grabbed in both themes. Nothing is drawn by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.window import idle, main_window, open_project, preset, train
from playground.ui.app import make_application
from playground.ui.main_window import MainWindow
from playground.ui.theme import theme

FIGURES = Path(__file__).parent / "figures"
THEMES = ("dark", "light")


def main() -> int:
    FIGURES.mkdir(exist_ok=True)
    with main_window() as window:
        _grab(window, "start")
        open_project(window, preset("digits-cnn", training={"device": "cpu"}))
        train(window)
        idle(1.0)
        window.session.select(["conv2"])
        window.canvas.view.fit()
        _grab(window, "window")
    return 0


def _grab(window: MainWindow, name: str) -> None:
    for look in THEMES:
        theme().apply(make_application(), look)
        idle(1.0)
        path = FIGURES / f"{name}-{look}.png"
        if not window.grab().save(str(path)):
            raise SystemExit(f"{path} cannot be written")
        print(path.relative_to(FIGURES.parents[1]))


if __name__ == "__main__":
    sys.exit(main())
