"""Test images: placed whole, framed when wrong."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot
from reporting import make_predictions

from playground.ui.plots.image_grid import ImageGrid, to_image
from playground.ui.theme import theme


def shown(qtbot: QtBot, width: int, height: int, *, captions: bool = False) -> ImageGrid:
    grid = ImageGrid(captions=captions)
    qtbot.addWidget(grid)
    grid.resize(width, height)
    grid.show_predictions(make_predictions())
    return grid


def test_wrong_ones_have_a_red_frame_and_right_ones_have_none(qtbot: QtBot) -> None:
    grid = shown(qtbot, 284, 180)
    image = grid.grab().toImage()
    red = theme().color("bad")

    def frame(index: int) -> QColor:
        cell = grid.cells()[index]
        return image.pixelColor(cell.center().x(), cell.bottom() + 1)

    assert frame(1) == red
    assert frame(2) != red
    assert image.pixelColor(grid.cells()[2].center()) == QColor(128, 128, 128)


@pytest.mark.parametrize(("width", "height"), [(284, 180), (250, 110), (90, 60), (400, 300)])
def test_only_whole_images_are_shown(qtbot: QtBot, width: int, height: int) -> None:
    grid = shown(qtbot, width, height)
    cells = grid.cells()
    assert cells
    assert all(grid.rect().contains(cell) for cell in cells)
    assert not any(one.intersects(other) for one in cells for other in cells if one != other)


def test_all_forty_fit_in_the_place_of_the_drawing(qtbot: QtBot) -> None:
    cells = shown(qtbot, 284, 176).cells()
    assert len(cells) == 40
    assert len({cell.x() for cell in cells}) == 8


def test_with_captions_it_asks_for_the_height_of_all(qtbot: QtBot) -> None:
    grid = shown(qtbot, 400, 100, captions=True)
    assert len(grid.cells()) == 40
    assert grid.minimumHeight() >= grid.cells()[-1].bottom()


def test_tips_tell_how_sure_the_network_is(qtbot: QtBot) -> None:
    grid = shown(qtbot, 300, 200)
    assert grid.tip(0) == "0, recognized (50.0 % sure)"
    assert grid.tip(39) == "9 → 0: is 9, taken for 0 (50.0 % sure)"
    assert grid.index_at(grid.cells()[3].center()) == 3
    assert grid.accessibleDescription() == "2 of 40 wrong"


def test_grey_and_colour_images_keep_their_pixels() -> None:
    grey = np.arange(15, dtype=np.uint8).reshape(3, 5)
    assert to_image(grey).pixelColor(4, 2) == QColor(14, 14, 14)
    colour = np.zeros((2, 3, 3), dtype=np.uint8)
    colour[1, 2] = (10, 20, 30)
    assert to_image(colour).pixelColor(2, 1) == QColor(10, 20, 30)
    with pytest.raises(ValueError, match="3×5×2"):
        to_image(np.zeros((3, 5, 2), dtype=np.uint8))
