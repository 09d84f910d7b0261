"""Sheets of images: whole pixels, pairs under each other, nothing cut in a small place."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF
from pytestqt.qtbot import QtBot
from viewing import make_pictures

from playground.ui.plots.views.area import ViewArea
from playground.ui.plots.views.picture_sheet import Content
from playground.ui.plots.views.pictures import PicturesView


def shown(qtbot: QtBot, view: object, width: int, height: int, *, compact: bool = False) -> PicturesView:
    widget = PicturesView(compact=compact)
    qtbot.addWidget(widget)
    widget.resize(width, height)
    widget.show_view(view)  # type: ignore[arg-type]
    return widget


@pytest.mark.parametrize("side", [8, 28, 32, 64, 100, 300])
@pytest.mark.parametrize("room", [(900, 150), (300, 200), (1400, 500)])
@pytest.mark.parametrize("compact", [False, True])
def test_images_are_enlarged_or_reduced_by_whole_numbers(side: int, room: tuple[int, int], compact: bool) -> None:
    sheet = Content(40, side, side).sheet(*room, compact=compact)
    times = sheet.cell(0).width() / side
    assert times == pytest.approx(round(times)) or 1 / times == pytest.approx(round(1 / times))
    assert sheet.cell(0).width() <= 112
    assert sheet.total_width <= room[0]


def test_pairs_stand_under_each_other_in_the_order_given_original_result(qtbot: QtBot) -> None:
    results = make_pictures()
    black = np.zeros_like(results.images)
    view = make_pictures(originals=black + 200, given=black + 90)
    widget = shown(qtbot, view, 900, 300)
    sheet, image = widget.sheet, widget.grab().toImage()
    for index in (0, 5, 15):
        cells = [sheet.cell(index, row) for row in range(3)]
        assert len({cell.left() for cell in cells}) == 1
        assert [image.pixelColor(cell.center().toPoint()).red() for cell in cells] == [90, 200, 10 * index]
    assert widget.tip(sheet.cell(3, 1).center()) == "Original, image 4 of 16"
    assert widget.tip(QPointF(-5, -5)) == ""


def test_a_grid_with_columns_of_its_own_is_seen_whole(qtbot: QtBot) -> None:
    widget = shown(qtbot, make_pictures(225, columns=15), 400, 300, compact=True)
    sheet = widget.sheet
    assert sheet.columns == 15
    assert sheet.cell(14).top() == 0
    assert sheet.cell(15).topLeft() == sheet.cell(0).bottomLeft()
    assert sheet.total_height <= 300.5


def test_what_does_not_fit_is_scrolled(qtbot: QtBot) -> None:
    area = ViewArea()
    qtbot.addWidget(area)
    area.resize(400, 120)
    area.show_view(make_pictures(64))
    area.show()
    widget = area.widget_shown
    assert isinstance(widget, PicturesView)
    qtbot.waitUntil(lambda: widget.sheet.cell(0).width() == 56)
    assert widget.minimumHeight() >= widget.sheet.cell(63).bottom()
    area.resize(1500, 700)
    qtbot.waitUntil(lambda: widget.sheet.total_height <= 700)
    assert widget.sheet.cell(0).width() == 112


@pytest.mark.parametrize(("width", "height"), [(240, 160), (420, 130), (90, 60)])
def test_a_compact_place_shows_whole_images_only(qtbot: QtBot, width: int, height: int) -> None:
    view = make_pictures(64, images=np.full((64, 28, 28), 255, np.uint8))
    widget = shown(qtbot, view, width, height, compact=True)
    image = widget.grab().toImage()
    room = QRectF(0, 0, width, height)
    cells = [widget.sheet.cell(index) for index in range(64)]
    cut = [cell for cell in cells if room.intersects(cell) and not room.contains(cell.adjusted(1, 1, -1, -1))]
    assert any(room.contains(cell.adjusted(1, 1, -1, -1)) for cell in cells)
    for cell in cut:
        corner = cell.topLeft().toPoint()
        assert image.pixelColor(corner.x() + 2, corner.y() + 2).getRgb()[:3] != (255, 255, 255)


def test_captions_are_told_and_take_their_height(qtbot: QtBot) -> None:
    plain, named = (shown(qtbot, make_pictures(4, captions=text), 600, 200) for text in ((), ("a", "b", "c", "d")))
    assert named.tip(named.sheet.cell(2).center()) == "c"
    assert named.sheet.block_height == plain.sheet.block_height + 16


def test_colour_images_keep_their_colours(qtbot: QtBot) -> None:
    images = np.zeros((3, 8, 8, 3), np.uint8)
    images[1] = (10, 200, 30)
    widget = shown(qtbot, make_pictures(images=images), 500, 200)
    found = widget.grab().toImage().pixelColor(widget.sheet.cell(1).center().toPoint())
    assert found.getRgb()[:3] == (10, 200, 30)


def test_no_image_at_all_is_an_empty_sheet(qtbot: QtBot) -> None:
    widget = shown(qtbot, make_pictures(images=np.zeros((0, 28, 28), np.uint8)), 300, 100)
    widget.grab()
    assert widget.summary == "0 images"
