"""Figures of the window around the network: start page, search, frames, help, lessons, commands, settings."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from benchmarks.window import Failed, idle, open_project, preset, wait_until
from docs.figure_networks import residual_classifier
from docs.figure_shots import LOW, grab, share
from playground.ui.canvas.name_editor import NameEditor
from playground.ui.main_window import MainWindow

EVERY_LOOK = ("dark", "light", "contrast-dark", "contrast-light")
# Frames by their titles, and the layers in them: by name, or by kind where they have none.
PARTS = {"Stem": ("Input", "Stem", "BatchNorm", "ReLU"), "Two scales": ("Near", "Wide", "Concatenate")}
SHORT = 0.4  # seconds until what was opened stands


def editing(window: MainWindow) -> None:
    """Everything that is about drawing and reading, on networks that are not trained."""
    window.controller.reset()
    open_project(window, preset("mnist-cnn", training={"device": "cpu"}))
    share(window, LOW)
    _quick_search(window)
    _commands(window)
    _help(window)
    _dialogs(window)
    _frames(window)
    _lesson(window)


def _quick_search(window: MainWindow) -> None:
    """The search at the pointer, where a link was dropped on the empty canvas."""
    view = window.canvas.view
    window.session.select([window.session.graph.nodes[1].id])
    window.menu_actions.add_layer.trigger()
    idle(SHORT)
    popup = view.composer.search.popup
    if popup.isHidden():
        raise Failed("the search did not open")
    QTest.keyClicks(popup.field, "pool")
    idle(SHORT)
    grab(window, "quick-search")
    popup.close_search()
    window.menu_actions.find_network.trigger()
    field = window.canvas.network_search.bar.field
    QTest.keyClicks(field, "kernel 3")
    idle(SHORT)
    grab(window, "network-search")
    QTest.keyClick(field, Qt.Key.Key_Escape)


def _commands(window: MainWindow) -> None:
    window.menu_actions.commands.trigger()
    idle(SHORT)
    palette = window.commands.palette
    QTest.keyClicks(palette.field, "conv")
    idle(SHORT)
    grab(window, "commands")
    palette.close_palette()


def _help(window: MainWindow) -> None:
    """A page with an interactive picture, and one of theory."""
    for topic, name in (("layer:Conv2D", "help-layer"), ("theory:overfitting", "help-theory")):
        window.helping.open(topic)
        idle(SHORT)
        window.canvas.view.fit()
        idle(SHORT)
        grab(window, name)
    window.helping.close()


def _dialogs(window: MainWindow) -> None:
    actions = window.menu_actions
    for action, name in (
        (actions.preferences, "settings"), (actions.shortcuts, "shortcuts"), (actions.about, "about"),
        (actions.export_picture, "export-picture"),
    ):  # fmt: skip
        before = set(window.findChildren(QDialog))
        action.trigger()
        idle(SHORT)
        (dialog,) = (each for each in window.findChildren(QDialog) if each not in before and each.isVisible())
        grab(window, name, part=dialog)
        dialog.close()
        idle(SHORT)


def _frames(window: MainWindow) -> None:
    """Frames and a note around parts of a network, laid out."""
    open_project(window, residual_classifier())
    share(window, LOW)
    view, session, actions = window.canvas.view, window.session, window.menu_actions
    actions.arrange.trigger()
    idle(2 * SHORT)
    ids = {node.name or node.type: node.id for node in session.graph.nodes}
    for name, parts in PARTS.items():
        view.canvas_scene.annotations.select([])  # the frame before would be framed, too
        session.select([ids[part] for part in parts])
        actions.frame.trigger()
        idle(SHORT)
        (editor,) = (each for each in view.findChildren(NameEditor) if each.isVisible())
        editor.selectAll()
        QTest.keyClicks(editor, name)
        QTest.keyClick(editor, Qt.Key.Key_Return)
    view.canvas_scene.annotations.select([])
    session.select([])
    view.fit()
    idle(SHORT)
    grab(window, "frames", looks=EVERY_LOOK)


def _lesson(window: MainWindow) -> None:
    open_project(window, preset("mnist-cnn"))  # nothing that one would be asked about
    window.commands.lessons.start("first-network")
    wait_until(lambda: window.commands.lessons.card is not None, [window.session.opened], seconds=5)
    idle(2 * SHORT)
    grab(window, "lesson")
    window.commands.lessons.end()
