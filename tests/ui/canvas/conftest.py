"""A canvas at 100 % on a small network, and the mouse of a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.core.graph import Graph, Link, Node
from playground.core.project import Project, View
from playground.ui.canvas import CanvasPanel
from playground.ui.canvas.geometry import PortRef
from playground.ui.project_session import ProjectSession
from playground.ui.theme import theme


def chain() -> Graph:
    """Input → Conv 2D → Flatten → Dense, and a ReLU that stands alone; room below."""
    return Graph(
        nodes=(
            Node(id="input1", type="Input", x=0.0, y=0.0),
            Node(id="conv1", type="Conv2D", params={"filters": 8, "kernel": 3}, x=232.0, y=0.0),
            Node(id="flatten1", type="Flatten", x=464.0, y=0.0),
            Node(id="dense1", type="Dense", params={"units": 10}, x=696.0, y=0.0),
            Node(id="relu1", type="ReLU", x=232.0, y=240.0),
        ),
        links=(
            Link(source="input1", target="conv1"),
            Link(source="conv1", target="flatten1"),
            Link(source="flatten1", target="dense1"),
        ),
    )


class Hand:
    """Presses, drags and drops with real events; places are scene coordinates."""

    def __init__(self, panel: CanvasPanel) -> None:
        self.view = panel.view
        self._down = Qt.MouseButton.NoButton

    def at(self, place: QPointF) -> QPoint:
        return self.view.viewportTransform().map(place).toPoint()

    def port(self, node: str, *, output: bool) -> QPointF:
        name = "out" if output else "in"
        return self.view.canvas_scene.nodes[node].port_position(PortRef(node, name, output))

    def card(self, node: str) -> QPointF:
        """A place on the card away from ports and name."""
        return self.view.canvas_scene.nodes[node].rect.center() + QPointF(0, 30)

    def _send(self, kind: QMouseEvent.Type, place: QPointF, button: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        point = QPointF(self.at(place))
        over = QPointF(self.view.viewport().mapToGlobal(point.toPoint()))
        QApplication.sendEvent(self.view.viewport(), QMouseEvent(kind, point, over, button, self._down, keys))

    def press(
        self, place: QPointF, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:  # fmt: skip
        self._down = button
        self._send(QMouseEvent.Type.MouseButtonPress, place, button, keys)

    def move(self, place: QPointF, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self._send(QMouseEvent.Type.MouseMove, place, Qt.MouseButton.NoButton, keys)

    def release(self, place: QPointF, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        button, self._down = self._down, Qt.MouseButton.NoButton
        self._send(QMouseEvent.Type.MouseButtonRelease, place, button, keys)

    def click(self, place: QPointF, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.press(place, keys)
        self.release(place, keys)

    def double_click(self, place: QPointF) -> None:
        self.click(place)
        self._down = Qt.MouseButton.LeftButton
        self._send(
            QMouseEvent.Type.MouseButtonDblClick, place, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        self.release(place)

    def drag(
        self, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        button: Qt.MouseButton = Qt.MouseButton.LeftButton,
    ) -> None:  # fmt: skip
        self.press(start, keys, button)
        for step in range(1, 5):
            self.move(start + (end - start) * (step / 4), keys)
        self.release(end, keys)

    def drop(self, data: QMimeData, place: QPointF) -> bool:
        """Drag ``data`` in and drop it; whether the canvas took it."""
        target: QWidget = self.view.viewport()
        actions, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(self.at(place), actions, data, left, none)
        QApplication.sendEvent(target, enter)
        if not enter.isAccepted():
            return False
        QApplication.sendEvent(target, QDragMoveEvent(self.at(place), actions, data, left, none))
        event = QDropEvent(QPointF(self.at(place)), actions, data, left, none)
        QApplication.sendEvent(target, event)
        return event.isAccepted()


@pytest.fixture
def session(qapp: QApplication) -> ProjectSession:
    made = ProjectSession()
    view = {"Classifier": View(x=430.0, y=200.0, zoom=1.0)}
    made.open(Project(networks={"Classifier": chain()}, view=view))
    return made


@pytest.fixture
def make_panel(qtbot: QtBot, qapp: QApplication) -> Iterator[Callable[..., CanvasPanel]]:
    theme().apply(qapp, "light")
    made: list[CanvasPanel] = []  # a collector must not take one while Qt still paints it

    def make(session: ProjectSession, width: int = 1100, height: int = 720) -> CanvasPanel:
        panel = CanvasPanel(session)
        made.append(panel)
        qtbot.addWidget(panel)
        panel.resize(width, height)
        with qtbot.waitExposed(panel):
            panel.show()
        panel.view.navigator.restore()
        panel.view.setFocus()
        return panel

    yield make
    qapp.setStyleSheet("")


@pytest.fixture
def panel(make_panel: Callable[..., CanvasPanel], session: ProjectSession) -> CanvasPanel:
    return make_panel(session)


@pytest.fixture
def hand(panel: CanvasPanel) -> Hand:
    return Hand(panel)
