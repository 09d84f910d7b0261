"""The screenshots of the README and the docs, made by the program itself: ``make figures``.

The real window opens projects, trains, exports and imports, and is grabbed in both themes. Nothing is drawn by hand.
``python -m docs.make_figures zh_CN`` makes them in another language, ``make figures`` in all, for a look before a
release: those that are not English lie in a folder of their own, which is not kept in the repository.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from contextlib import chdir
from pathlib import Path

from PySide6.QtCore import QRect

from benchmarks.window import Failed, idle, main_window, open_project, preset, train, wait_until
from docs.figure_editing import editing
from docs.figure_networks import residual_classifier, write_foreign_model
from docs.figure_shots import HIGH, LOW, grab, share, show_tab
from docs.figure_views import views
from docs.make_layers_page import main as make_layers_page
from playground.core.language import OFFERED
from playground.protocol import Exported
from playground.training.check import check
from playground.ui.main_window import MainWindow

SEARCH = QRect(0, 76, 720, 470)  # the palette and what of the canvas is beside it


def main(languages: list[str]) -> int:
    """Of the one language that is named; else of each, in a process of its own: a window speaks one."""
    if len(languages) != 1:
        make_layers_page()
        command = [sys.executable, "-m", "docs.make_figures"]
        return max(subprocess.run([*command, name], check=False).returncode for name in languages or OFFERED)  # noqa: S603
    with main_window(languages[0]) as window, tempfile.TemporaryDirectory() as folder:
        grab(window, "start")
        open_project(window, preset("digits-cnn", training={"device": "cpu"}))
        train(window)
        idle(1.0)
        window.session.select(["conv2"])
        window.canvas.view.fit()
        grab(window, "window")
        _search(window)
        _evaluate(window)
        _tasks(window)
        _blocks(window)
        _export(window, Path(folder))
        _import(window, Path(folder))
        editing(window)
        views(window)
    return 0


def _search(window: MainWindow) -> None:
    field = window.palette_panel.search_field
    field.setText("norm")
    grab(window, "palette", area=SEARCH)
    field.clear()


def _evaluate(window: MainWindow) -> None:
    """The report on the test part of the run that is there."""
    share(window, HIGH)
    panel = window.workbench.evaluate
    window.workbench.show_evaluate()
    wait_until(lambda: panel.client.last is not None, [panel.client.reported])
    grab(window, "evaluate")
    show_tab(window, "Curves")
    share(window, LOW)


def _tasks(window: MainWindow) -> None:
    """What a GAN shows while it learns, and data that are looked at before anything is trained."""
    window.controller.reset()
    open_project(window, preset("gan-2d", training={"device": "cpu"}))
    train(window)
    window.inspector.show_tab("Training")
    grab(window, "gan")
    window.controller.reset()
    open_project(window, preset("spiral-2d", training={"device": "cpu"}))
    window.inspector.show_tab("Data")
    share(window, HIGH)
    show_tab(window, "Data")
    idle(1.0)
    grab(window, "data")
    window.inspector.show_tab("Layer")
    show_tab(window, "Curves")
    share(window, LOW)


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
    share(window, LOW)
    grab(window, "blocks")
    window.canvas.view.trail.enter("block1")
    window.session.select(["add1"])
    grab(window, "inside-block")
    window.canvas.view.trail.leave()
    share(window, HIGH)
    show_tab(window, "Analysis")
    window.workbench.analysis.view.expandAll()
    grab(window, "analysis")
    show_tab(window, "Code")
    window.session.select(["conv3"])
    grab(window, "code")
    share(window, LOW)
    show_tab(window, "Curves")


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
    grab(window, "export", part=dialog)
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
    window.workbench.show_problems()
    window.canvas.view.fit()
    grab(window, "import")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
