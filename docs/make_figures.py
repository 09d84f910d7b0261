"""The screenshots of the README and the docs, made by the program itself: ``make figures``.

The real window opens projects, trains, exports and imports, and is grabbed in both themes. Nothing is drawn by hand.
"""

from __future__ import annotations

import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QSplitter, QTabBar, QWidget

from benchmarks.window import Failed, idle, main_window, open_project, preset, train, wait_until
from docs.figure_networks import residual_classifier, write_foreign_model
from docs.make_layers_page import main as make_layers_page
from playground.protocol import Exported
from playground.training.check import check
from playground.ui.app import make_application
from playground.ui.main_window import MainWindow
from playground.ui.theme import theme

FIGURES = Path(__file__).parent / "figures"
THEMES = ("dark", "light")
COLORS = 256  # of a picture: nothing that an eye would miss, and less than half the size
SETTLE = 0.6  # seconds for formulas, plots and glyphs to be drawn
LOW, HIGH = 190, 370  # pixels of the panel under the canvas
SEARCH = QRect(0, 76, 720, 470)  # the palette and what of the canvas is beside it


def main() -> int:
    FIGURES.mkdir(exist_ok=True)
    make_layers_page()
    with main_window() as window, tempfile.TemporaryDirectory() as folder:
        _grab(window, "start")
        open_project(window, preset("digits-cnn", training={"device": "cpu"}))
        train(window)
        idle(1.0)
        window.session.select(["conv2"])
        window.canvas.view.fit()
        _grab(window, "window")
        _search(window)
        _evaluate(window)
        _tasks(window)
        _blocks(window)
        _export(window, Path(folder))
        _import(window, Path(folder))
    return 0


def _search(window: MainWindow) -> None:
    field = window.palette_panel.search_field
    field.setText("norm")
    _grab(window, "palette", area=SEARCH)
    field.clear()


def _evaluate(window: MainWindow) -> None:
    """The report on the test part of the run that is there."""
    _share(window, HIGH)
    panel = window.workbench.evaluate
    window.workbench.show_evaluate()
    wait_until(lambda: panel.client.last is not None, [panel.client.reported])
    _grab(window, "evaluate")
    _show_tab(window, "Curves")
    _share(window, LOW)


def _tasks(window: MainWindow) -> None:
    """What a GAN shows while it learns, and data that are looked at before anything is trained."""
    window.controller.reset()
    open_project(window, preset("gan-2d", training={"device": "cpu"}))
    train(window)
    window.inspector.show_tab("Training")
    _grab(window, "gan")
    window.controller.reset()
    open_project(window, preset("spiral-2d", training={"device": "cpu"}))
    window.inspector.show_tab("Data")
    _share(window, HIGH)
    _show_tab(window, "Data")
    idle(1.0)
    _grab(window, "data")
    window.inspector.show_tab("Layer")
    _show_tab(window, "Curves")
    _share(window, LOW)


def _blocks(window: MainWindow) -> None:
    """A network of blocks, the inside of one, and the tabs that tell about it."""
    project = residual_classifier()
    problems = check(project).problems
    if problems:
        raise Failed(f"the figures' network has problems: {problems}")
    window.controller.reset()
    open_project(window, project)
    train(window)
    window.session.select(["block1"])
    _share(window, LOW)
    _grab(window, "blocks")
    window.canvas.view.trail.enter("block1")
    window.session.select(["add1"])
    _grab(window, "inside-block")
    window.canvas.view.trail.leave()
    _share(window, HIGH)
    _show_tab(window, "Analysis")
    window.workbench.analysis.view.expandAll()
    _grab(window, "analysis")
    _show_tab(window, "Code")
    window.session.select(["conv3"])
    _grab(window, "code")
    _share(window, LOW)
    _show_tab(window, "Curves")


def _export(window: MainWindow, folder: Path) -> None:
    """The dialog with the proof of an export that was made."""
    window.files.export()
    dialog = window.files.export_dialog
    if dialog is None:
        raise Failed("the export dialog did not open")
    dialog.choose("onnx")
    controller, ended = window.controller, []
    for signal in (controller.exported, controller.request_failed):
        signal.connect(ended.append)
    with chdir(folder):  # so that a name alone is a place
        dialog.path_line.setText("digits-residual.onnx")
        dialog.export_button.click()
    wait_until(lambda: bool(ended), [controller.exported, controller.request_failed])
    if not isinstance(ended[0], Exported):
        raise Failed(str(ended[0]))
    _grab(window, "export", part=dialog)
    dialog.close()


def _import(window: MainWindow, folder: Path) -> None:
    """A model of another program with one operator that has no counterpart."""
    controller, ended = window.controller, []
    signals = (controller.model_imported, controller.bundle_refused)
    for signal in signals:
        signal.connect(ended.append)
    window.controller.reset()
    window.open_path(write_foreign_model(folder / "small-alexnet.onnx"))
    wait_until(lambda: bool(ended), [*signals])
    graph = window.session.graph
    window.session.select([node.id for node in graph.nodes if node.kind is None])
    _show_tab(window, "Problems (1)")
    window.canvas.view.fit()
    _grab(window, "import")


def _share(window: MainWindow, plots: int) -> None:
    """Give the panel under the canvas its height, as a drag of its edge does."""
    splitter = next(
        found for found in window.workbench.findChildren(QSplitter) if found.orientation() is Qt.Orientation.Vertical
    )
    splitter.setSizes([splitter.height() - plots, plots])
    window.canvas.view.fit()


def _show_tab(window: MainWindow, title: str) -> None:
    tabs = window.plots.findChild(QTabBar)
    tabs.setCurrentIndex([tabs.tabText(index) for index in range(tabs.count())].index(title))


def _grab(window: MainWindow, name: str, *, part: QWidget | None = None, area: QRect | None = None) -> None:
    for look in THEMES:
        theme().apply(make_application(), look)
        idle(SETTLE)
        shown = part or window
        picture = shown.grab(area) if area is not None else shown.grab()
        path = FIGURES / f"{name}-{look}.png"
        if not picture.save(str(path)):
            raise SystemExit(f"{path} cannot be written")
        _shrink(path)
        print(path.relative_to(FIGURES.parents[1]), f"{path.stat().st_size // 1024} KB", flush=True)


def _shrink(path: Path) -> None:
    """Fewer colours, the same picture."""
    with Image.open(path) as picture:
        fewer = picture.convert("RGB").quantize(
            COLORS, method=Image.Quantize.MAXCOVERAGE, kmeans=1, dither=Image.Dither.NONE
        )
    fewer.save(path, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
