"""Points drawn by hand with a real mouse: what the plane sends becomes the project's data, one stroke one undo step."""

from __future__ import annotations

import pytest
from inspecting import IdleController
from networks import chain, project
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from playground.training.datasets import describe
from playground.ui.data.client import DataClient
from playground.ui.data.panel import DataPanel
from playground.ui.project_session import ProjectSession


def open_panel(qtbot: QtBot, dataset: str, **params: object) -> tuple[ProjectSession, DataPanel]:
    session, controller = ProjectSession(), IdleController()
    session.open(project(chain("Input", ("Dense", {"units": 2})), data={"dataset": dataset, "params": params}))
    panel = DataPanel(session, DataClient(session, controller))
    panel.controller = controller  # keeps it alive
    qtbot.addWidget(panel)
    panel.resize(900, 360)
    with qtbot.waitExposed(panel):
        panel.show()
    qtbot.waitUntil(panel.points.isVisible)
    return session, panel


def place(panel: DataPanel, x: float, y: float) -> QPoint:
    return panel.points.to_view(x, y).toPoint()


def click(panel: DataPanel, x: float, y: float) -> None:
    QTest.mouseClick(panel.points, Qt.MouseButton.LeftButton, pos=place(panel, x, y))


def drag(panel: DataPanel, start: tuple[float, float], end: tuple[float, float]) -> None:
    first, last = QPointF(place(panel, *start)), QPointF(place(panel, *end))
    QTest.mousePress(panel.points, Qt.MouseButton.LeftButton, pos=first.toPoint())
    for step in range(1, 21):
        QTest.mouseMove(panel.points, (first + (last - first) * (step / 20)).toPoint())
    QTest.mouseRelease(panel.points, Qt.MouseButton.LeftButton, pos=last.toPoint())


def drawn(session: ProjectSession) -> list[list[float]]:
    return list(session.project.data.params.get("points", []))


def test_two_clicks_with_two_pens_make_data_of_two_classes(qtbot: QtBot) -> None:
    session, panel = open_panel(qtbot, "drawn")
    panel.tools.draw.click()
    click(panel, -2.0, 1.0)
    assert describe(session.project.data) is None  # one class is not enough
    panel.tools.classes.setCurrentIndex(2)
    panel.tools.classes.activated.emit(2)
    click(panel, 3.0, -1.0)
    (x1, y1, first), (x2, y2, second) = drawn(session)
    assert (x1, y1, x2, y2) == pytest.approx((-2, 1, 3, -1), abs=0.1)
    assert (first, second) == (0, 2)
    dataset = describe(session.project.data)
    assert dataset is not None
    assert dataset.classes == ("class 1", "class 3")
    session.undo_stack.undo()
    assert len(drawn(session)) == 1


def test_a_stroke_leaves_points_along_its_way_and_is_one_undo_step(qtbot: QtBot) -> None:
    session, panel = open_panel(qtbot, "drawn")
    panel.tools.draw.click()
    drag(panel, (-4.0, 2.0), (4.0, 2.0))
    points = drawn(session)
    assert len(points) > 4
    assert all(abs(y - 2.0) < 0.15 and -4.1 < x < 4.1 for x, y, _ in points)
    xs = [x for x, _, _ in points]
    assert xs == sorted(xs)
    session.undo_stack.undo()
    assert drawn(session) == []
    assert session.undo_stack.index() == 0


def test_drawing_on_a_toy_takes_its_points_over(qtbot: QtBot) -> None:
    session, panel = open_panel(qtbot, "gaussians", samples=40)
    panel.tools.draw.click()
    click(panel, 0.0, 5.5)
    assert session.project.data.dataset == "drawn"
    assert len(drawn(session)) == 41
    session.undo_stack.undo()
    assert session.project.data.dataset == "gaussians"
    assert session.project.data.params == {"samples": 40}


def test_the_eraser_takes_what_is_under_it_and_clear_takes_all(qtbot: QtBot) -> None:
    session, panel = open_panel(qtbot, "drawn", points=[[0.0, 0.0, 0], [5.0, 5.0, 1], [-5.0, -5.0, 1]])
    panel.tools.draw.click()
    panel.tools.erase.click()
    click(panel, 5.0, 5.0)
    assert drawn(session) == [[0.0, 0.0, 0], [-5.0, -5.0, 1]]
    click(panel, 3.0, -3.0)  # nothing is there
    assert session.undo_stack.index() == 1
    panel.tools.clear.click()
    assert drawn(session) == []
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert len(drawn(session)) == 3


def test_the_mouse_draws_nothing_while_nobody_wants_to_draw(qtbot: QtBot) -> None:
    session, panel = open_panel(qtbot, "spiral")
    click(panel, 1.0, 1.0)
    assert session.project.data.dataset == "spiral"
    assert session.undo_stack.index() == 0
