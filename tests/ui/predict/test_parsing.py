"""Rows, texts and series as people paste them, and the words for what cannot be read."""

from __future__ import annotations

import pytest

from playground.ui.predict.parsing import Unreadable, read_rows, read_series, read_texts

NAMES = ("length", "width")


@pytest.mark.parametrize(
    "text",
    [
        "length,width\n1.5,2\n,3\n",
        "length\twidth\r\n1.5\t2\r\n\t3\r\n",
        "Length;WIDTH\n1.5;2\n\n;3",
        "1.5,2\n,3",
    ],
    ids=["commas", "tabs", "other case, empty line", "no heading"],
)
def test_rows_come_with_their_columns_and_gaps_as_none(text: str) -> None:
    assert read_rows(text, NAMES) == ((("length", "1.5"), ("width", "2")), (("length", None), ("width", "3")))


def test_quoted_cells_and_columns_in_another_order() -> None:
    rows = read_rows('width,name,length\n2,"a, b",1', NAMES)
    assert rows == ((("width", "2"), ("name", "a, b"), ("length", "1")),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("  \n", "nothing to predict from"),
        ("length,width\n", "add a row"),
        ("length,width\n1,2\n1,2,3", "Line 3 has 3 cells; there are 2 columns: length, width."),
        ("1,2,3\n4,5,6", "3 numbers and no names; the network takes 2 columns: length, width."),
        ("length,length\n1,2", "Two columns are called “length”"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(text: str, said: str) -> None:
    with pytest.raises(Unreadable, match=said.replace(".", r"\.")):
        read_rows(text, NAMES)


def test_each_line_is_one_text() -> None:
    assert read_texts(" good\n\n  so so \n") == ("good", "so so")
    with pytest.raises(Unreadable, match="each line is one"):
        read_texts(" \n ")


def test_a_series_is_cut_into_windows_that_end_with_the_last_number() -> None:
    assert read_series("1 2,3\n4;5\t6 7", 3, 1) == [[[2.0], [3.0], [4.0]], [[5.0], [6.0], [7.0]]]
    assert read_series("1,2\n3,4\n", 2, 2) == [[[1.0, 2.0], [3.0, 4.0]]]


@pytest.mark.parametrize(
    ("text", "features", "said"),
    [
        ("1 2", 1, "These are 2 numbers; the network looks back on 3"),
        ("1 2 x", 1, "Line 1: “x” is no number"),
        ("1 nan 3", 1, "Line 1: “nan” is no number"),
        ("1 2\n3\n", 2, "Line 2 has 1 number; each moment has 2"),
        ("", 1, "nothing to predict from"),
    ],
)
def test_a_series_that_cannot_be_read(text: str, features: int, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read_series(text, 3, features)
