"""Values to pixels: what a card draws of a layer."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from playground.protocol import LayerSeen
from playground.ui.previews import tiles
from playground.ui.previews.figures import fitted, lines_of
from playground.ui.previews.large import rendered_large, size_of, told
from playground.ui.previews.preview import Preview, rendered
from playground.ui.previews.viridis import BROKEN, colored, colors
from playground.ui.theme import theme

BLUE = QColor("#0072B2")


def layer(kind: str, values: object, count: int = 0, low: float = 0.0, high: float = 1.0, names=()) -> LayerSeen:
    array = np.asarray(values, np.uint8 if kind == "image" else np.float32)
    return LayerSeen(kind, array, count or array.size, low, high, tuple(names))  # type: ignore[arg-type]


def rgb(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    color = image.pixelColor(x, y)
    return color.red(), color.green(), color.blue()


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme().apply(qapp, "light")


def test_the_scale_is_viridis() -> None:
    import pyqtgraph

    expected = pyqtgraph.colormap.get("viridis").getLookupTable(0, 1, 256)
    assert np.abs(colors().astype(int) - expected).max() <= 1


def test_numbers_are_placed_on_the_layers_own_scale() -> None:
    found = colored(np.array([-5.0, 2.0, 4.0, 6.0, 99.0]), 2.0, 6.0)
    table = colors()
    np.testing.assert_array_equal(found, table[[0, 0, 128, 255, 255]])
    np.testing.assert_array_equal(colored(np.array([3.0, 3.0]), 3.0, 3.0), table[[0, 0]])


def test_a_number_that_is_none_stands_out() -> None:
    found = colored(np.array([np.nan, 0.5, np.inf]), 0.0, 1.0)
    assert tuple(found[0]) == tuple(found[2]) == BROKEN
    assert tuple(found[1]) in {tuple(color) for color in colors()}


def test_each_pixel_of_a_map_is_one_number() -> None:
    maps = np.arange(24, dtype=np.float32).reshape(2, 3, 4)
    first, second = tiles.maps_of(layer("maps", maps, 2, 0.0, 23.0))
    assert (first.width(), first.height()) == (4, 3)
    table = [tuple(int(part) for part in color) for color in colors()]
    for image, values in ((first, maps[0]), (second, maps[1])):
        for y in range(3):
            for x in range(4):
                assert rgb(image, x, y) == table[round(float(values[y, x]) * 255 / 23)]


def test_maps_fill_the_room_and_stay_sharp() -> None:
    maps = np.zeros((16, 2, 2), np.float32)
    maps[:, 0, 0] = 1.0  # upper left yellow, the rest violet
    picture = rendered(layer("maps", maps, 32), 144, 34, 2.0, BLUE)
    assert (picture.width(), picture.height()) == (288, 68)
    kinds = {rgb(picture, x, 20) for x in range(picture.width()) if picture.pixelColor(x, 20).alpha() == 255}
    assert kinds == {tuple(int(part) for part in colors()[n]) for n in (0, 255)}  # no colour between: not blurred
    opaque = [picture.pixelColor(x, 20).alpha() == 255 for x in range(picture.width())]
    starts = [x for x in range(1, len(opaque)) if opaque[x] and not opaque[x - 1]]
    assert len(starts) + opaque[0] == 4
    assert opaque[-1]  # the last one ends with the room


@pytest.mark.parametrize(
    ("seen", "form"),
    [
        (layer("image", np.zeros((4, 4))), "image"), (layer("maps", np.zeros((3, 4, 4))), "maps"),
        (layer("maps", np.zeros((64, 1, 1))), "sheet"), (layer("attention", np.zeros((2, 5, 5))), "maps"),
        (layer("sequence", np.zeros((9, 3))), "lines"), (layer("sequence", np.zeros((1, 3))), "bars"),
        (layer("vector", np.zeros(1)), "number"), (layer("vector", np.zeros(12)), "bars"),
        (layer("vector", np.zeros(13)), "sheet"), (layer("vector", np.zeros(26), names=["x"] * 26), "bars"),
        (layer("text", [], 3, names=("a", "b", "c")), "text"),
    ],
)  # fmt: skip
def test_what_is_drawn_how(seen: LayerSeen, form: str) -> None:
    assert tiles.form_of(seen) == form
    for ratio in (1.0, 2.0):
        assert not rendered(seen, 144, 34, ratio, BLUE).isNull()
        large = rendered_large(seen, ratio, BLUE)
        assert large.deviceIndependentSize().width() == pytest.approx(size_of(seen).width(), abs=1)
    assert told(seen)


@pytest.mark.parametrize("count", [1, 7, 13, 64, 100, 400, 512])
def test_cells_hold_all_numbers_inside_the_room(count: int) -> None:
    cells = tiles.cells_for(count, 144, 34)
    assert cells.columns * cells.rows >= count > (cells.columns - 1) * cells.rows - cells.rows
    assert cells.columns * cells.side <= 144 + 1e-6
    assert cells.rows * cells.side <= 34 + 1e-6
    values = np.linspace(0, 1, count, dtype=np.float32)
    sheet = tiles.sheet_of(values, cells, 0.0, 1.0)
    row, column = divmod(count - 1, cells.columns)
    assert rgb(sheet, column, row) == tuple(int(part) for part in colored(values[-1:], 0, 1)[0])
    blank = [(x, y) for y in range(cells.rows) for x in range(cells.columns) if y * cells.columns + x >= count]
    assert all(sheet.pixelColor(x, y).alpha() == 0 for x, y in blank)


def test_the_likeliest_class_is_in_the_accent_colour_and_as_high_as_its_probability() -> None:
    seen = layer("vector", [0.1, 0.6, 0.3], names=("0", "1", "2"))
    picture, accent = rendered(seen, 144, 34, 1.0, BLUE), theme().color("accent")
    mine = [(x, y) for x in range(144) for y in range(24) if picture.pixelColor(x, y) == accent]
    assert {x // 48 for x, _ in mine} == {1}
    high = max(y for _, y in mine) - min(y for _, y in mine) + 1
    assert high == pytest.approx(0.6 * 23, abs=1)


def test_bars_go_both_ways_from_zero() -> None:
    picture = rendered(layer("vector", [2.0, -1.0], low=-1, high=2), 144, 33, 1.0, BLUE)
    rows = [{y for y in range(33) if picture.pixelColor(x, y) == BLUE} for x in (9, 27)]
    assert min(rows[0]) == 0
    assert max(rows[0]) == pytest.approx(21, abs=1)
    assert min(rows[1]) == pytest.approx(22, abs=1)
    assert max(rows[1]) == 32


def test_a_line_follows_its_numbers() -> None:
    rising = np.linspace(0, 1, 20, dtype=np.float32)[:, None]
    picture = rendered(layer("sequence", rising, 1), 100, 34, 1.0, BLUE)

    def height(x: int) -> float:
        drawn = [y for y in range(34) if picture.pixelColor(x, y).alpha() > 100]
        return sum(drawn) / len(drawn)

    assert height(95) < height(50) < height(5)
    assert height(50) == pytest.approx(17, abs=2)


def test_an_image_keeps_its_colours_and_proportions() -> None:
    pixels = np.zeros((2, 4, 3), np.uint8)
    pixels[0, 0], pixels[1, 3] = (255, 0, 0), (0, 255, 0)
    picture = rendered(layer("image", pixels), 144, 34, 1.0, BLUE)
    assert rgb(picture, 3, 3) == (255, 0, 0)
    assert rgb(picture, 64, 30) == (0, 255, 0)
    assert picture.pixelColor(70, 10).alpha() == 0  # 68 wide, twice the height
    assert fitted(28, 28, 144, 34) == (34, 34)


def test_words_are_broken_where_the_line_ends() -> None:
    rows = lines_of(("the", "garden", "show", "was", "poor"), 70.0, "caption")
    assert len(rows) > 1
    assert " ".join(rows) == "the garden show was poor"


def test_what_is_left_out_and_broken_is_told() -> None:
    assert told(layer("maps", np.zeros((16, 4, 4)), 32, -1.5, 2)) == "16 of 32 maps · from −1.5 to 2"
    assert told(layer("vector", [0.25, np.nan, 0.5])) == "3 numbers · from 0 to 1 · 1 not finite"
    assert told(layer("vector", [0.2, 0.8], names=("no", "yes"))) == "2 classes · from 0 to 1 · likeliest yes"
    assert told(layer("attention", np.zeros((2, 3, 3)), 2, 1e-9, 1)) == "2 heads · from ≈ 0 to 1"


def test_it_is_drawn_once_for_a_sight_a_zoom_and_a_theme(qapp: QApplication) -> None:
    preview, screen = Preview(layer("vector", np.arange(40.0), high=40)), QImage(400, 200, QImage.Format.Format_RGB32)
    room = QRectF(12, 58, 144, 34)

    def paint(zoom: float, left: float) -> None:
        painter = QPainter(screen)
        painter.translate(left, 0)
        painter.scale(zoom, zoom)
        preview.paint(painter, room, BLUE)
        painter.end()

    for left in (0.0, 10.3, 55.7):
        paint(1.0, left)
    assert preview.drawn == 1
    paint(1.2, 0)
    assert preview.drawn == 2
    theme().apply(qapp, "dark")
    paint(1.2, 0)
    assert preview.drawn == 3
    assert preview.shows(layer("vector", np.arange(40.0), high=40))
    assert not preview.shows(layer("vector", np.arange(1, 41.0), high=40))


def test_on_the_screen_the_picture_is_copied_pixel_for_pixel() -> None:
    seen = layer("maps", np.random.default_rng(0).random((4, 8, 8)), 4)
    screen = QImage(300, 200, QImage.Format.Format_ARGB32_Premultiplied)
    screen.fill(0)
    painter = QPainter(screen)
    painter.translate(7.4, 3.3)
    painter.scale(1.1, 1.1)
    Preview(seen).paint(painter, QRectF(12, 58, 144, 34), BLUE)
    painter.end()
    alone = rendered(seen, 144, 34, 1.1, BLUE)
    left, top = round(7.4 + 12 * 1.1), round(3.3 + 58 * 1.1)
    assert screen.copy(left, top, alone.width(), alone.height()) == alone
