"""Colours of classes: ten digits have ten."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from playground.ui.data.figures import class_color
from playground.ui.theme import theme


@pytest.mark.parametrize("name", ["light", "dark"])
def test_sixteen_classes_have_colours_of_their_own(name: str, qapp: QApplication) -> None:
    theme().apply(qapp, name)
    assert len({class_color(index).name() for index in range(16)}) == 16
