"""Widgets side by side: they share a line as in Qt's own layout, shrink a little, and then break it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QStyleOptionComboBox, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from playground.ui.theme import theme
from playground.ui.views.choices import choice
from playground.ui.widgets.basics import Combo
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.wrapping_row import WrappingRow


class Held(QWidget):
    """The row over something that takes the rest, as views have it."""

    def __init__(self) -> None:
        super().__init__()
        self.row, self.rest = WrappingRow(), QWidget()
        self.combo = choice((("A rather long entry to choose", 1),), "Kind")
        self.slider, self.button, self.text = QSlider(Qt.Orientation.Horizontal), QPushButton("Again"), ElidedLabel("")
        self.label = QLabel("against")
        for widget, stretch in (
            (self.label, 0), (self.combo, 0), (self.slider, 0), (self.button, 0), (self.text, 1),
        ):  # fmt: skip
            self.row.addWidget(widget, stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.row)
        layout.addWidget(self.rest, 1)

    @property
    def widgets(self) -> list[QWidget]:
        return [self.label, self.combo, self.slider, self.button, self.text]


@pytest.fixture
def held(qtbot: QtBot) -> Held:
    made = Held()
    qtbot.addWidget(made)
    made.resize(800, 200)
    made.show()
    return made


def lines(held: Held) -> list[int]:
    """The middles of the lines, from above."""
    return sorted({widget.geometry().center().y() for widget in held.widgets if not widget.isHidden()})


@pytest.mark.parametrize("width", [800, 480, 330, 240, 150])
def test_nothing_is_cut_and_nothing_overlaps(held: Held, qtbot: QtBot, width: int) -> None:
    held.resize(width, 200)
    qtbot.waitUntil(lambda: held.row.width() == width and held.rest.y() >= held.row.height())
    qtbot.waitUntil(lambda: all(held.row.rect().contains(widget.geometry()) for widget in held.widgets))

    def apart() -> bool:
        places = [widget.geometry() for widget in held.widgets]
        return not any(a.intersects(b) for n, a in enumerate(places) for b in places[n + 1 :])

    qtbot.waitUntil(apart)  # the row lays itself out once more when its height is another
    assert held.button.width() >= held.button.sizeHint().width()
    assert held.label.width() >= held.label.sizeHint().width()
    assert held.combo.width() >= 92
    assert held.rest.y() + held.rest.height() == 200


def test_what_shrinks_gives_way_before_a_line_is_broken(held: Held, qtbot: QtBot) -> None:
    assert (held.row.lines, len(lines(held))) == (1, 1)
    assert held.combo.width() == held.combo.sizeHint().width()
    assert held.text.geometry().right() == 799  # takes all that is left over
    least = 800
    while held.row.lines == 1:
        least -= 10
        held.resize(least, 200)
    assert held.combo.width() <= held.combo.sizeHint().width()
    held.resize(least + 10, 200)
    assert held.row.lines == 1
    assert held.combo.width() < held.combo.sizeHint().width()
    assert held.slider.width() < held.slider.sizeHint().width()
    held.resize(least, 200)
    assert len(lines(held)) == 2
    low = held.row.height()
    held.text.hide()
    qtbot.waitUntil(lambda: held.row.lines == 1)
    qtbot.waitUntil(lambda: held.row.height() < low)
    held.text.show()
    qtbot.waitUntil(lambda: held.row.lines == 2)


def test_free_room_keeps_what_follows_at_the_right(qtbot: QtBot) -> None:
    row = WrappingRow()
    qtbot.addWidget(row)
    one, other = QPushButton("One"), QPushButton("Other")
    row.addWidget(one)
    row.addStretch(1)
    row.addWidget(other)
    row.resize(500, 30)
    row.show()
    assert one.geometry().left() == 0
    assert other.geometry().right() == 499
    assert other.geometry().width() == other.sizeHint().width()
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qtbot.waitUntil(lambda: one.geometry().right() == 499)
    hidden = QPushButton("Hidden")
    hidden.setVisible(False)
    row.addWidget(hidden)
    assert hidden.isHidden()
    assert row.rect().contains(QRect(other.geometry()))


def test_a_text_that_finds_no_room_in_a_combo_ends_in_an_ellipsis(qtbot: QtBot, qapp: QApplication) -> None:
    theme().apply(qapp, "light")
    combo = Combo()
    qtbot.addWidget(combo)
    combo.addItems(["Validation", "A much longer name"])

    def shown() -> str:
        option = QStyleOptionComboBox()
        combo.initStyleOption(option)
        return option.currentText  # type: ignore[attr-defined,no-any-return]

    # Of whatever font the machine has: room for the shorter text, the arrow and the space around them.
    combo.setFixedWidth(combo.fontMetrics().horizontalAdvance("Validation") + 44)
    assert shown() == "Validation"
    combo.setCurrentIndex(1)
    assert shown().endswith("…")
    assert combo.currentText() == "A much longer name"
    combo.setFixedWidth(combo.fontMetrics().horizontalAdvance("A much longer name") + 44)
    assert shown() == "A much longer name"
    combo.grab()
    qapp.setStyleSheet("")
