"""The legend above a plot: what it says in the room that it has."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from playground.ui.plots.header import PlotHeader, share_detail
from playground.ui.plots.readout import Line

_BLUE = QColor("blue")
_GAN = [
    Line("generator", "0.7131", _BLUE, short="G", named=True),
    Line("generator, validation", "0.7214", _BLUE, named=True, minor=True),
    Line("discriminator", "0.6852", _BLUE, short="D", named=True),
    Line("discriminator, validation", "0.6933", _BLUE, named=True, minor=True),
]
_SCORE = [
    Line("training", "59.1 %", _BLUE, short="train"),
    Line("validation", "29.2 %", _BLUE, short="val"),
]


@pytest.mark.parametrize(
    ("width", "wanted"),
    [
        (900, [f"{line.name} {line.value}" for line in _GAN]),
        (230, ["G 0.7131", "D 0.6852"]),
        (130, ["G", "D"]),
    ],
)
def test_parts_are_named_in_a_narrow_plot_too(qtbot: QtBot, width: int, wanted: list[str]) -> None:
    header = PlotHeader("Loss")
    qtbot.addWidget(header)
    header.resize(width, header.height())
    header.set_lines(_GAN)
    assert header.shown_texts() == wanted
    assert header.toolTip().splitlines() == [f"{line.name} {line.value}" for line in _GAN]


def test_a_neighbour_without_any_room_does_not_take_the_names_away(qtbot: QtBot) -> None:
    loss, score = PlotHeader("Loss"), PlotHeader("")
    for header, width in ((loss, 230), (score, 60)):
        qtbot.addWidget(header)
        header.resize(width, header.height())
    share_detail([loss, score])
    loss.set_lines(_GAN)
    score.set_lines(_SCORE)
    assert loss.shown_texts() == ["G", "D"]
    assert score.shown_texts() == ["", ""]
    score.resize(130, score.height())
    assert loss.shown_texts() == ["G 0.7131", "D 0.6852"]
    assert score.shown_texts() == ["59.1 %", "29.2 %"]
