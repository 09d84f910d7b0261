"""Tables that sort by value: numbers as numbers, what is unknown last, and rows copied as they stand."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from playground.ui.widgets.value_table import Column, ValueTable

COLUMNS = (Column("Name", right=False), Column("Share", lambda value: f"{100 * value:.0f} %"))
ROWS = (("ten", 0.1), ("none", None), ("two", 0.02), ("lost", float("nan")), ("all", 1.0))


@pytest.fixture
def table(qtbot: QtBot) -> ValueTable:
    made = ValueTable("Shares")
    qtbot.addWidget(made)
    made.show_rows(COLUMNS, ROWS, flagged=[2])
    with qtbot.waitExposed(made):
        made.show()
    return made


def names(table: ValueTable) -> list[str]:
    return [str(table.values.index(row, 0).data()) for row in range(table.values.rowCount())]


def test_it_keeps_the_order_until_a_heading_is_clicked(table: ValueTable, qtbot: QtBot) -> None:
    assert names(table) == ["ten", "none", "two", "lost", "all"]
    header = table.horizontalHeader()
    place = header.rect().center()
    place.setX(header.sectionViewportPosition(1) + 10)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(table) == ["two", "ten", "all", "none", "lost"]  # "2 %" before "10 %": values, not words
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(table) == ["all", "ten", "two", "none", "lost"]
    assert [table.values.number_of(row) for row in range(5)] == [4, 0, 2, 1, 3]
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert names(table) == ["ten", "none", "two", "lost", "all"]


def test_a_flagged_row_keeps_its_tint_when_sorted(table: ValueTable) -> None:
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    tinted = [table.values.index(row, 0).data(Qt.ItemDataRole.BackgroundRole) is not None for row in range(5)]
    assert tinted == [True, False, False, False, False]


def test_numbers_and_words_in_one_column_sort_without_a_fault(table: ValueTable) -> None:
    table.show_rows(COLUMNS[:1], (("word",), (3.0,), ("also",), (1.0,)))
    table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    assert names(table) == ["1.0", "3.0", "also", "word"]


def test_selected_rows_are_copied_as_they_stand(table: ValueTable, qtbot: QtBot) -> None:
    table.sortByColumn(1, Qt.SortOrder.DescendingOrder)
    table.setFocus()
    table.selectRow(0)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "all\t100 %"
