"""The legend above a plot: what it says in the room that it has."""

from __future__ import annotations

from math import ceil

import pytest
from PySide6.QtGui import QColor, QFontMetricsF
from pytestqt.qtbot import QtBot

from playground.ui.plots.header import PlotHeader, share_detail
from playground.ui.plots.readout import Line
from playground.ui.theme import BODY, CAPTION, theme

_BLUE = QColor("blue")
_GAN = [
    Line("generator", "0.7131", _BLUE, short="G", named=True),
    Line("generator, validation", "0.7214", _BLUE, named=True, minor=True),
    Line("discriminator", "0.6852", _BLUE, short="D", named=True),
    Line("discriminator, validation", "0.6933", _BLUE, named=True, minor=True),
]
_GAN_VALUES = ["G 0.7131", "D 0.6852"]
_SCORE = [
    Line("training", "59.1 %", _BLUE, short="train"),
    Line("validation", "29.2 %", _BLUE, short="val"),
]


def _room(title: str, texts: list[str]) -> int:
    """Pixels that a header wants for a title and these texts, in whatever font the machine has: 14 for a
    gap, 12 for a swatch, 5 between it and its text."""
    caption, bold = QFontMetricsF(theme().font(CAPTION)), QFontMetricsF(theme().font(BODY, bold=True))
    return ceil(bold.horizontalAdvance(title) + sum(caption.horizontalAdvance(text) + 31 for text in texts))


@pytest.mark.parametrize("wanted", [[f"{line.name} {line.value}" for line in _GAN], _GAN_VALUES, ["G", "D"]])
def test_parts_are_named_in_a_narrow_plot_too(qtbot: QtBot, wanted: list[str]) -> None:
    header = PlotHeader("Loss")
    qtbot.addWidget(header)
    header.resize(_room("Loss", wanted), header.height())
    header.set_lines(_GAN)
    assert header.shown_texts() == wanted
    assert header.toolTip().splitlines() == [f"{line.name} {line.value}" for line in _GAN]


def test_a_neighbour_without_any_room_does_not_take_the_names_away(qtbot: QtBot) -> None:
    loss, score = PlotHeader("Loss"), PlotHeader("")
    values = ["59.1 %", "29.2 %"]
    for header, width in ((loss, _room("Loss", _GAN_VALUES)), (score, 60)):
        qtbot.addWidget(header)
        header.resize(width, header.height())
    share_detail([loss, score])
    loss.set_lines(_GAN)
    score.set_lines(_SCORE)
    assert loss.shown_texts() == ["G", "D"]
    assert score.shown_texts() == ["", ""]
    score.resize(_room("", values), score.height())
    assert loss.shown_texts() == _GAN_VALUES
    assert score.shown_texts() == values
