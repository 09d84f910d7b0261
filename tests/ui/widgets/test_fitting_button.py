"""A button whose text has no room."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from playground.ui.widgets.fitting_button import FittingButton


def test_a_text_without_room_is_in_the_tooltip(qtbot: QtBot) -> None:
    made = FittingButton("Set activation to ReLU in Conv 2D 2")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    assert made.toolTip() == ""
    assert made.minimumSizeHint().width() < 100
    made.resize(120, made.height())
    assert made.toolTip() == "Set activation to ReLU in Conv 2D 2"
    assert made._shortened().endswith("…")
    assert made.fontMetrics().horizontalAdvance(made._shortened()) <= 120
