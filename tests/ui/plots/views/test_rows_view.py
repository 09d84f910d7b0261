"""Rows with truth and answer first; new answers do not move what one reads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from viewing import make_rows

from playground import protocol
from playground.ui.plots.views.rows import RowsModel, RowsView
from playground.ui.theme import theme

_ROLE = Qt.ItemDataRole


def texts(model: RowsModel, row: int) -> list[str]:
    return [model.data(model.index(row, column)) for column in range(model.columnCount())]


def test_truth_and_answer_stand_before_the_data_and_mistakes_are_marked() -> None:
    model = RowsModel()
    model.show_rows(make_rows())
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(4)]
    assert heads == ["Truth", "Says", "height", "colour"]
    assert texts(model, 0) == ["a", "a", "1.5", "red"]
    assert texts(model, 2) == ["a", "✗ b", "3", "red"]
    assert model.data(model.index(2, 1), _ROLE.ForegroundRole) == theme().color("bad")
    assert model.data(model.index(0, 1), _ROLE.ForegroundRole) == theme().color("good")
    assert model.data(model.index(0, 0), _ROLE.BackgroundRole) is None
    assert model.data(model.index(2, 3), _ROLE.BackgroundRole) is not None
    assert model.data(model.index(2, 3), _ROLE.ToolTipRole) == "red\nis a, the network says b"
    assert model.data(model.index(2, 1), _ROLE.AccessibleTextRole) == "b, wrong"


def test_numbers_stand_right_and_words_left() -> None:
    model = RowsModel()
    model.show_rows(make_rows())
    right = [
        bool(model.data(model.index(0, column), _ROLE.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight))
        for column in range(4)
    ]
    assert right == [False, False, True, False]


def test_new_answers_leave_the_table_where_it_was(qtbot: QtBot) -> None:
    view = RowsView()
    qtbot.addWidget(view)
    view.resize(300, 60)
    view.show_view(make_rows())
    view.show()
    model = view.model()
    view.verticalScrollBar().setValue(10)
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        view.show_view(make_rows(("b", "b", "a")))
    assert view.verticalScrollBar().value() == 10
    assert view.summary == "1 of 3 wrong"
    with qtbot.waitSignal(model.modelReset):
        view.show_view(make_rows(columns=("width", "colour")))


def test_a_text_takes_the_room_and_wraps(qtbot: QtBot) -> None:
    long = "a film that goes on and on and never comes to a point " * 3
    view = RowsView()
    qtbot.addWidget(view)
    view.resize(420, 200)
    view.show_view(make_rows(columns=("text",), cells=((long,), ("short",), (long,))))
    view.show()
    assert view.rowHeight(0) > view.rowHeight(1)
    taken = sum(view.columnWidth(column) for column in range(3))
    assert taken == view.viewport().width()


def test_no_rows_are_an_empty_table(qtbot: QtBot) -> None:
    view = RowsView()
    qtbot.addWidget(view)
    view.show_view(protocol.Rows("rows", "Rows", ("height",), (), (), (), ()))
    assert view.model().rowCount() == 0
    assert view.summary == ""
