"""The confusion matrix: where its cells are, what they tell, and how one is chosen by mouse and by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from playground.ui.evaluate.matrix import ConfusionMatrix

NAMES = ("cat", "dog", "a very long name of an animal")
COUNTS = ((8, 2, 0), (1, 9, 0), (0, 5, 0))


@pytest.fixture
def matrix(qtbot: QtBot) -> ConfusionMatrix:
    made = ConfusionMatrix()
    qtbot.addWidget(made)
    made.resize(320, 200)
    made.show_counts(NAMES, COUNTS)
    with qtbot.waitExposed(made):
        made.show()
    return made


def at(matrix: ConfusionMatrix, row: int, column: int) -> QPoint:
    return matrix.cell(row, column).center().toPoint()


def test_every_cell_is_found_where_it_is_drawn_and_tells_its_share_of_the_row(matrix: ConfusionMatrix) -> None:
    for row in range(3):
        for column in range(3):
            assert matrix.cell_at(at(matrix, row, column).toPointF()) == (row, column)
    assert matrix.tip(at(matrix, 0, 1).toPointF()) == "cat taken for dog: 2 of 10 samples (20.0 %)"
    assert matrix.tip(at(matrix, 1, 1).toPointF()) == "dog recognized: 9 of 10 samples (90.0 %)"
    assert matrix.tip(QPoint(1, 1).toPointF()) == ""
    assert matrix.accessibleDescription() == "17 of 25 samples on the diagonal"


def test_a_click_chooses_a_cell(matrix: ConfusionMatrix, qtbot: QtBot) -> None:
    with qtbot.waitSignal(matrix.cell_chosen) as chosen:
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=at(matrix, 2, 1))
    assert chosen.args == [2, 1]
    assert matrix.current == (2, 1)


def test_arrow_keys_move_within_the_matrix_and_enter_chooses(matrix: ConfusionMatrix, qtbot: QtBot) -> None:
    matrix.setFocus()
    spy = QSignalSpy(matrix.cell_chosen)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left):
        qtbot.keyClick(matrix, key)
    assert matrix.current == (0, 0)
    assert spy.count() == 0
    qtbot.keyClick(matrix, Qt.Key.Key_Right)
    assert matrix.accessibleDescription().startswith("cat taken for dog")
    qtbot.keyClick(matrix, Qt.Key.Key_Return)
    assert spy.at(0) == [0, 1]


def test_two_hundred_classes_are_scrolled_rather_than_squeezed_to_nothing(qtbot: QtBot) -> None:
    matrix = ConfusionMatrix()
    qtbot.addWidget(matrix)
    matrix.resize(200, 200)
    matrix.show_counts([f"class {n}" for n in range(200)], [[int(r == c) for c in range(200)] for r in range(200)])
    assert matrix.minimumWidth() > 2000
    matrix.resize(matrix.minimumSize())
    assert matrix.cell_at(at(matrix, 199, 199).toPointF()) == (199, 199)


@pytest.mark.parametrize("percent", [False, True])
def test_it_paints_what_is_right_in_the_accent_and_mistakes_in_red(
    matrix: ConfusionMatrix, qtbot: QtBot, percent: bool
) -> None:  # fmt: skip
    matrix.show_percent(percent)
    image = matrix.grab().toImage()

    def color(row: int, column: int) -> tuple[int, int, int]:
        place = matrix.cell(row, column).topLeft().toPoint() + QPoint(4, 4)
        found = image.pixelColor(place)
        return found.red(), found.green(), found.blue()

    right, wrong, none = color(1, 1), color(2, 1), color(0, 2)
    assert right[2] > right[0] + 40  # blue
    assert wrong[0] > wrong[2] + 40  # red
    assert abs(none[0] - none[2]) < 20  # the ground
