"""A preview is enlarged by the resting pointer or by Space, and lives on while the network learns."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from playground.ui.main_window import MainWindow
from playground.ui.previews.magnifier import Magnifier

LONG = 30_000
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(open_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    """Paused after one batch, previews on its cards."""
    made = open_window("digits-cnn", in_thread=True)
    made.show_workbench()
    made.resize(1440, 1000)
    with qtbot.waitSignal(made.controller.progressed, timeout=LONG):
        made.controller.step()
    qtbot.waitUntil(lambda: made.controller.state == "paused" and made.workbench.previews.step == 1, timeout=LONG)
    return made


def magnifier(window: MainWindow) -> Magnifier:
    return window.workbench.preview_hover.magnifier


def place(window: MainWindow, node: str) -> QPointF:
    view = window.canvas.view
    return view.viewportTransform().map(view.canvas_scene.nodes[node].preview_rect(view.zoom).center())


def move(window: MainWindow, at: QPointF) -> None:
    port, none = window.canvas.view.viewport(), Qt.MouseButton.NoButton
    over = QPointF(port.mapToGlobal(at.toPoint()))
    QApplication.sendEvent(
        port, QMouseEvent(QEvent.Type.MouseMove, at, over, none, none, Qt.KeyboardModifier.NoModifier)
    )


def test_the_resting_pointer_enlarges_and_leaving_closes(window: MainWindow, qtbot: QtBot) -> None:
    card = magnifier(window)
    move(window, place(window, "conv1"))
    assert card.isHidden()  # not at once
    qtbot.waitUntil(card.isVisible, timeout=LONG)
    assert card.node == "conv1"
    seen = window.workbench.previews.seen_of("conv1")
    assert f"{seen.count} maps" in card.accessibleDescription()
    assert window.canvas.view.canvas_scene.nodes["conv1"].face.shape in card.accessibleDescription()
    assert card.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert window.canvas.rect().contains(card.geometry())
    assert not card.geometry().contains(place(window, "conv1").toPoint())
    assert not card.grab().isNull()
    move(window, QPointF(4, 4))
    assert card.isHidden()
    assert card.node is None


def test_no_tooltip_lies_over_it(window: MainWindow, qtbot: QtBot) -> None:
    port, at = window.canvas.view.viewport(), place(window, "conv1").toPoint()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, at, port.mapToGlobal(at)))
    assert not QToolTip.isVisible()


def test_space_toggles_it_for_the_selected_layer_and_escape_closes_first(window: MainWindow, qtbot: QtBot) -> None:
    view, card, session = window.canvas.view, magnifier(window), window.session
    session.select(["dense2"])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert card.node == "dense2"
    assert "likeliest" in card.accessibleDescription()
    session.select(["conv1"])
    assert card.node == "conv1"
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert card.node is None
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert card.node is None
    assert session.selection == {"conv1"}
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert session.selection == frozenset()


def test_space_with_the_mouse_pans_as_ever(window: MainWindow, qtbot: QtBot) -> None:
    view = window.canvas.view
    window.session.select(["conv1"])
    view.setFocus()
    qtbot.keyPress(view, Qt.Key.Key_Space)
    qtbot.mousePress(view.viewport(), LEFT, pos=QPoint(60, 300))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=QPoint(60, 300))
    qtbot.keyRelease(view, Qt.Key.Key_Space)
    assert magnifier(window).node is None


def test_it_follows_the_network_and_the_chosen_sample(window: MainWindow, qtbot: QtBot) -> None:
    card = magnifier(window)
    window.session.select(["dense2"])
    window.canvas.view.setFocus()
    qtbot.keyClick(window.canvas.view, Qt.Key.Key_Space)
    before = card.accessibleDescription()
    window.canvas.sample.next.click()
    qtbot.waitUntil(lambda: card.accessibleDescription() != before, timeout=LONG)
    assert card.node == "dense2"
    window.controller.reset()
    assert card.node is None


def test_all_of_it_is_reached_by_keys_and_has_a_name(window: MainWindow) -> None:
    bar = window.canvas.sample
    for widget in (bar.part, bar.back, bar.number, bar.next, bar.random, bar.load):
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        assert widget.accessibleName()
        assert widget.height() >= 24
        assert widget.width() >= 24


def test_on_a_small_canvas_all_of_it_is_inside(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(960, 600)
    window.canvas.view.fit()
    window.session.select(["conv1"])
    window.canvas.view.setFocus()
    qtbot.keyClick(window.canvas.view, Qt.Key.Key_Space)
    card = magnifier(window)
    assert card.node == "conv1"
    assert window.canvas.rect().contains(card.geometry())
