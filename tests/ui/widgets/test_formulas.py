"""Formulas are drawn away from the window's thread, once, and in the theme's colour."""

from __future__ import annotations

import logging

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from playground.core.layer import REGISTRY
from playground.training.losses import LOSSES
from playground.training.optimizers import OPTIMIZERS
from playground.ui.formulas import Formulas
from playground.ui.theme import theme
from playground.ui.widgets.formula_view import FormulaView


def test_a_formula_appears_and_is_drawn_in_the_colour_of_the_text(qtbot: QtBot) -> None:
    view = FormulaView(r"y = \max(0, x)")
    qtbot.addWidget(view)
    view.resize(240, 60)
    view.show()
    qtbot.waitUntil(lambda: view.ready)
    assert view.heightForWidth(240) > 12
    image = view.grab().toImage()
    ink = theme().color("text")
    assert any(QColor(image.pixel(x, y)) == ink for x in range(image.width()) for y in range(image.height())), (
        "no pixel has the colour of the text"
    )


def test_a_long_formula_shrinks_to_the_room_it_has(qtbot: QtBot) -> None:
    view = FormulaView(r"y_{c,i,j} = b_c + \sum_{k,m,n} w_{c,k,m,n}\, x_{k,\, i+m,\, j+n}")
    qtbot.addWidget(view)
    view.resize(400, 80)
    view.show()
    qtbot.waitUntil(lambda: view.ready)
    assert view.heightForWidth(100) < view.heightForWidth(400)


class Records(logging.Handler):
    """Keeps what a logger says, whatever another test has done to the root logger."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


def test_a_formula_that_cannot_be_read_is_left_out_and_logged(qtbot: QtBot) -> None:
    store, records = Formulas(), Records()
    logger = logging.getLogger("playground.ui.formulas")
    logger.addHandler(records)
    try:
        assert store.svg(r"\frac{1}{", "#000000") is None
        qtbot.waitUntil(lambda: bool(records.said))
    finally:
        logger.removeHandler(records)
    assert "could not be drawn" in records.said[0]
    assert store.svg(r"\frac{1}{", "#000000") is None


@pytest.mark.parametrize(
    "latex",
    sorted(
        {kind.formula for kind in REGISTRY.all() if kind.formula}
        | {loss.formula for loss in LOSSES.values()}
        | {kind.formula for kind in OPTIMIZERS.values()}
    ),
)
def test_every_formula_of_the_program_can_be_drawn(qtbot: QtBot, latex: str) -> None:
    store = Formulas()
    with qtbot.waitSignal(store.drawn):
        store.svg(latex, "#112233")
    svg = store.svg(latex, "#112233")
    assert svg is not None
    assert b"#112233" in svg
    assert b"<symbol" not in svg
