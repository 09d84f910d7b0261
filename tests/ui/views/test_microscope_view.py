"""The microscope in a real window: it follows the selection, the pointer and the sample, and its numbers add up."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

from playground.core.graph import Graph
from playground.core.project import Project
from playground.protocol import ArithmeticSeen, FromData, MicroscopeSeen, Plates
from playground.ui.canvas.menus import menu_at
from playground.ui.main_window import MainWindow
from playground.ui.views.microscope.shelf import Shelf
from playground.ui.views.microscope.view import MicroscopeView

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    made = open_window("digits-cnn", in_thread=True)
    made.show_workbench()
    with qtbot.waitSignal(made.controller.progressed, timeout=LONG):
        made.controller.step()
    qtbot.waitUntil(lambda: made.controller.state == "paused", timeout=LONG)
    return made


def by_double_click(window: MainWindow, qtbot: QtBot, node: str) -> MicroscopeView:
    """On the preview of a card."""
    view = window.workbench.canvas.view
    item = view.canvas_scene.nodes[node]
    qtbot.waitUntil(lambda: item.preview is not None, timeout=LONG)
    view.reset_zoom()  # far out a card has no preview
    view.center_on_node(node)
    place = view.mapFromScene(item.preview_rect(view.zoom).center())
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return the_view(window, node)


def by_menu(window: MainWindow, node: str) -> MicroscopeView:
    view = window.workbench.canvas.view
    menu = menu_at(view, QPointF(view.mapFromScene(view.canvas_scene.nodes[node].rect.center())))
    next(action for action in menu.actions() if action.text() == "Open in microscope").trigger()
    return the_view(window, node)


def the_view(window: MainWindow, node: str) -> MicroscopeView:
    assert window.session.selection == {node}
    view = window.workbench.docks.open_views["microscope"]
    assert isinstance(view, MicroscopeView)
    return view


def answer(view: MicroscopeView, qtbot: QtBot, index: tuple[int, ...] | None = None) -> ArithmeticSeen:
    def there() -> bool:
        seen = view.worksheet.seen
        return seen is not None and view.sheet.tiles is not None and (index is None or seen.index == index)

    qtbot.waitUntil(there, timeout=LONG)
    assert view.worksheet.seen is not None
    return view.worksheet.seen


def test_it_shows_every_map_and_the_number_under_the_pointer(window: MainWindow, qtbot: QtBot) -> None:
    view = by_double_click(window, qtbot, "conv1")
    seen = answer(view, qtbot)
    tiles = view.sheet.tiles
    assert tiles is not None
    assert tiles.values.shape == seen.shape
    place = view.sheet.place_of((1, 4, 6)).center()
    wanted = view.sheet.at(QPointF(place))
    assert wanted is not None
    assert (
        np.abs(np.subtract(wanted, (1, 4, 6))).max() <= 1
    )  # a pixel of the map is hardly larger than one of the screen
    qtbot.mouseMove(view.sheet, place)
    found = answer(view, qtbot, wanted)
    assert found.value == pytest.approx(float(tiles.values[wanted]), abs=1e-6)
    assert found.parts[-1].result == pytest.approx(found.value, rel=1e-5, abs=1e-5)
    assert "channel {}, row {}, column {}".format(*wanted) in view.worksheet.text
    chosen = view.sheet.place_of((0, 3, 3)).center()
    held = view.sheet.at(QPointF(chosen))
    assert held is not None
    qtbot.mouseClick(view.sheet, Qt.MouseButton.LeftButton, pos=chosen)
    answer(view, qtbot, held)
    qtbot.mouseMove(view.sheet, place)  # it is held
    qtbot.keyClick(view.sheet, Qt.Key.Key_Right)
    qtbot.keyClick(view.sheet, Qt.Key.Key_Down)
    found = answer(view, qtbot, (0, held[1] + 1, held[2] + 1))
    view.shows.setCurrentText("Kernel")
    assert view.sheet.tiles is not None
    assert view.sheet.tiles.count == 1
    part = found.parts[0]  # the kernel is the one that the products were made with
    np.testing.assert_array_equal(view.sheet.tiles.values[0], part.weights[0])  # type: ignore[attr-defined]


def test_it_follows_the_selection_and_the_sample(window: MainWindow, qtbot: QtBot) -> None:
    view = by_menu(window, "conv1")
    first = answer(view, qtbot)
    window.workbench.previews.choose(FromData("test", 3))
    qtbot.waitUntil(lambda: view.worksheet.seen is not None and view.worksheet.seen.value != first.value, timeout=LONG)
    for node in [node.id for node in window.session.graph.nodes if node.kind is not None and node.kind.role == "layer"]:
        window.session.select([node])
        seen = answer(view, qtbot)
        assert seen.parts[-1].result == pytest.approx(seen.value, rel=1e-4, abs=1e-5)
        assert view.said == ""
        assert view.worksheet.text
    shares = [part for part in seen.parts if type(part).__name__ == "Shares"]
    assert shares, "the last layer ends in a softmax, which training leaves out"
    assert shares[0].names  # type: ignore[attr-defined]


def test_where_there_is_nothing_it_says_so(open_window: OpenWindow) -> None:
    window = open_window(in_thread=True)
    window.show_workbench()
    window.session.open(Project(networks={"Network": Graph()}))
    view = window.workbench.docks.open("microscope")
    assert view.said


def test_a_layer_that_gives_several_values_lets_one_choose_among_them() -> None:
    def vector(*values: float) -> Plates:
        return Plates("vector", np.array(values, np.float32), (len(values),), min(values), max(values))

    shelf = Shelf()
    parts = (vector(1, 2), vector(3, 4, 5), vector(6, 7))
    shelf.show_sight(
        MicroscopeSeen(parts[0], (vector(1, 2, 3),), 0, 7, "test 0", others=parts[1:], ports=("a", "b", "c"))
    )
    assert shelf.names == ("Output a", "Output b", "Output c", "Input")
    assert shelf.value("Output b", (2,)) == 5
    assert "the calculation is that of output a" in shelf.told("Output b")
    assert shelf.told("Output a").endswith("point at a number")
    shelf.show_sight(MicroscopeSeen(parts[0], (), 0, 7, "test 0"))
    assert shelf.names == ("Output",)
