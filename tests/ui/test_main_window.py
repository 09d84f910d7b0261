"""The whole path in the real window with a real worker process: drag, wire, train, save, reopen, export."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.core.edits import SetParams, SetTraining
from playground.core.files import load_project
from playground.ui.canvas.geometry import PortRef
from playground.ui.main_window import MainWindow
from playground.ui.palette.layer_list import mime_data

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
OpenWindow = Callable[..., MainWindow]


def drag_from_palette(window: MainWindow, type_name: str, at: QPoint) -> str:
    """Carry a layer from the palette to a place of the canvas; the id of the layer that is there then."""
    view = window.canvas.view
    before = set(window.session.graph.by_id)
    data = mime_data(type_name)
    action = Qt.DropAction.CopyAction
    viewport = view.viewport()
    enter = QDragEnterEvent(at, action, data, LEFT, NONE)
    move = QDragMoveEvent(at, action, data, LEFT, NONE)
    drop = QDropEvent(QPointF(at), action, data, LEFT, NONE)
    for event in (enter, move, drop):
        window.session.select([])  # a layer that is selected would be connected by itself
        view.viewportEvent(event)
    assert viewport.isVisible()
    (new,) = set(window.session.graph.by_id) - before
    return new


def pull_link(window: MainWindow, source: str, target: str) -> None:
    """From the output port to the input port, with the mouse."""
    view = window.canvas.view
    nodes = view.canvas_scene.nodes
    start = view.mapFromScene(nodes[source].port_position(PortRef(source, "out", output=True)))
    end = view.mapFromScene(nodes[target].port_position(PortRef(target, "in", output=False)))
    QTest.mousePress(view.viewport(), LEFT, NONE, start)
    for step in range(1, 5):
        QTest.mouseMove(view.viewport(), start + (end - start) * step / 4)
    QTest.mouseRelease(view.viewport(), LEFT, NONE, end)


def test_a_network_is_dragged_wired_trained_saved_reopened_and_exported(
    open_window: OpenWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window = open_window()
    window.new_project()
    session, controller = window.session, window.controller
    ids = [
        drag_from_palette(window, name, QPoint(130 + 230 * place, 200))
        for place, name in enumerate(("Input", "Flatten", "Dense"))
    ]
    assert ids == ["input1", "flatten1", "dense1"]
    pull_link(window, "input1", "flatten1")
    pull_link(window, "flatten1", "dense1")
    assert [(link.source, link.target) for link in session.graph.links] == [
        ("input1", "flatten1"), ("flatten1", "dense1"),
    ]  # fmt: skip
    session.do(SetParams("Classifier", "dense1", {"units": 10}))
    session.do(SetTraining({"epochs": 2}))
    assert session.check.ok

    # Train two epochs in a real process.
    epochs: list[int] = []
    controller.epoch_done.connect(lambda event: epochs.append(event.epoch))
    with qtbot.waitSignal(controller.run_finished, timeout=60_000) as finished:
        window.toolbar.run_button.click()
    assert epochs == [1, 2]
    assert finished.args[0].test["accuracy"] > 0.5  # ten classes: guessing gives 0.1
    assert window.toolbar.status()[0] == "Finished"
    assert "loss" in window.plots.current_run_csv()

    # Save the project, and the bundle.
    path, bundle = tmp_path / "mine.json", tmp_path / "mine.playground"
    assert session.dirty
    assert window.files.save_to(path)
    assert (session.dirty, window.toolbar.saved.text()) == (False, "saved")
    assert load_project(path).networks == session.project.networks
    assert controller.unsaved_weights
    with qtbot.waitSignal(controller.saved, timeout=60_000):
        controller.save_bundle(bundle)
    assert not controller.unsaved_weights

    # Reopen both; the bundle's weights can be exported without training again.
    project = session.project
    window.new_project()
    assert session.graph.nodes == ()
    assert window.open_path(path)
    assert session.project.networks == project.networks
    with qtbot.waitSignal(controller.bundle_opened, timeout=60_000):
        assert window.open_path(bundle)
    assert (controller.state, controller.has_weights) == ("finished", True)
    assert "loss" in window.plots.current_run_csv()
    with qtbot.waitSignal(controller.exported, timeout=60_000):
        controller.export(tmp_path / "mine.safetensors", "safetensors")
    assert (tmp_path / "mine.safetensors").stat().st_size > 4 * 7850  # 784·10 weights and 10 biases, float32


def test_the_window_opens_with_the_start_page_and_without_a_network_to_run(open_window: OpenWindow) -> None:
    window = open_window(in_thread=True)
    actions = window.menu_actions
    assert window.start_page.isVisible()
    assert not window.toolbar.isVisible()
    assert not any(action.isEnabled() for action in (actions.run, actions.save, actions.fit, actions.export))
    window.start_page.preset_chosen.emit("digits-cnn")
    assert window.canvas.isVisible()
    assert window.session.project.title == "Digits · convolutional"
    assert actions.run.isEnabled()


def test_a_preset_is_not_overwritten_but_saved_elsewhere(open_window: OpenWindow, tmp_path: Path) -> None:
    window = open_window("digits-cnn", in_thread=True)
    assert window.session.path is None
    assert window.toolbar.saved.text() == "not saved yet"
    assert window.files.save_to(tmp_path / "copy.json")
    assert window.session.path == tmp_path / "copy.json"


def test_the_menu_names_the_edit_that_undo_takes_back(open_window: OpenWindow) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.session.do(SetTraining({"epochs": 3}))
    assert "Change epochs" in window.menu_actions.undo.text()
    assert window.isWindowModified()
    window.menu_actions.undo.trigger()
    assert "Change epochs" in window.menu_actions.redo.text()
    assert not window.isWindowModified()


def test_every_panel_folds_and_stays_folded_in_the_next_window(open_window: OpenWindow) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.menu_actions.show_palette.trigger()
    assert not window.palette_panel.isVisible()
    again = open_window("digits-cnn", in_thread=True)
    assert not again.palette_panel.isVisible()
    assert not again.menu_actions.show_palette.isChecked()
    assert again.inspector.isVisible()
    again.menu_actions.show_palette.trigger()
    assert again.palette_panel.isVisible()


@pytest.mark.parametrize(("height", "room"), [(900, 480), (800, 400), (720, 340), (600, 270)])
def test_the_plots_shrink_before_the_canvas_does(open_window: OpenWindow, height: int, room: int) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.resize(1280, height)
    assert window.canvas.height() >= room
    assert window.canvas.height() > window.plots.height() >= 150


def test_a_run_of_a_network_with_an_error_shows_the_problems(open_window: OpenWindow) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.session.do(SetParams("Classifier", "conv1", {"filters": 0}))
    window.toolbar.run_button.click()
    assert window.controller.state in ("starting", "idle")
    assert window.toolbar.status()[0] == "Cannot run"
    assert window.problems.isVisible()


def test_exporting_without_a_run_says_what_to_do(open_window: OpenWindow) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.menu_actions.export.trigger()
    assert window.messages.texts == ["There are no trained weights yet. Press Run, or open a trained bundle."]


def test_the_title_is_edited_in_place_and_undone(open_window: OpenWindow) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.toolbar.title.setText("My digits")
    window.toolbar.title.editingFinished.emit()
    assert window.session.project.title == "My digits"
    assert window.windowTitle().startswith("My digits")
    window.menu_actions.undo.trigger()
    assert window.toolbar.title.text() == "Digits · convolutional"
