"""The Draw view in the real window: bars move while one draws, and the previews on the canvas follow the same input."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import numpy as np
import pytest
from networks import chain, classifier, project
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from playground.core.edits import SetTraining
from playground.core.project import Project, TaskSettings
from playground.engine.data.digits import load_digits
from playground.protocol import Brought, FromData
from playground.ui.main_window import MainWindow
from playground.ui.predict.centring import scan_like
from playground.ui.predict.pad import DrawingPad
from playground.ui.predict.pixels import pixels
from playground.ui.views.draw import DrawView

LONG = 60_000
ONE = ((0.5, 0.1), (0.5, 0.4), (0.5, 0.9))
OpenWindow = Callable[..., MainWindow]


def opened(window: MainWindow, made: Project) -> DrawView:
    window.session.open(made)
    window.show_workbench()
    window.workbench.links.choose("nothing")
    window.workbench.open_view("draw")
    return cast("DrawView", window.workbench.docks.open("draw"))


def trained(window: MainWindow, qtbot: QtBot, made: Project) -> DrawView:
    view = opened(window, made)
    with qtbot.waitSignal(window.controller.run_finished, timeout=LONG):
        window.controller.run()
    qtbot.waitUntil(lambda: not view.said, timeout=LONG)
    return view


def draw(qtbot: QtBot, pad: DrawingPad, places: tuple[tuple[float, float], ...] = ONE) -> None:
    """A stroke by mouse through places from 0 to 1."""
    side = min(pad.width(), pad.height())
    points = [QPoint(int((pad.width() - side) / 2 + x * side), int(y * side)) for x, y in places]
    qtbot.mousePress(pad, Qt.MouseButton.LeftButton, pos=points[0])
    for point in points[1:]:
        qtbot.mouseMove(pad, point)
    qtbot.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=points[-1])


@pytest.fixture
def knowing(open_window: OpenWindow, qtbot: QtBot) -> DrawView:
    """Of a network that knows its digits."""
    return trained(open_window(in_thread=True), qtbot, classifier(epochs=20, learning_rate=0.005))


@pytest.fixture
def view(open_window: OpenWindow, qtbot: QtBot) -> DrawView:
    """Of one that hardly learned anything."""
    made = classifier(epochs=1)
    return trained(open_window(in_thread=True), qtbot, made.replace(data=made.data.replace(limit=64)))


def settled(view: DrawView, qtbot: QtBot) -> None:
    """Canvas and bars show the drawing as it is."""
    previews, page = view.bench.previews, view.page

    def there() -> bool:
        sight = previews.sight
        on_its_way = page._soon.isActive() or view._next is not None
        if on_its_way or page.seen is None or sight is None or previews.subject != sight.subject:
            return False
        entering = next(layer for layer in sight.layers.values() if layer.kind == "image")
        end = next(layer for layer in sight.layers.values() if layer.names)
        same = np.array_equal(entering.values, page.seen) and page.bars.values == tuple(end.values.tolist())
        return bool(same)

    qtbot.waitUntil(there, timeout=LONG)


def test_bars_and_canvas_follow_what_is_drawn(knowing: DrawView, qtbot: QtBot) -> None:
    view = knowing
    page, previews = view.page, view.bench.previews
    assert previews.subject == FromData()
    draw(qtbot, page.pad)
    settled(view, qtbot)
    assert isinstance(previews.subject, Brought)
    assert page.bars.said == "1"
    assert page.answer.text() == "1"
    assert sum(page.bars.values) == pytest.approx(1, abs=1e-4)
    # what the network gets: the pad's ink, brought to the form of the data
    expected = scan_like(pixels(page.pad.ink, QImage.Format.Format_Grayscale8))
    np.testing.assert_array_equal(page.seen, expected)
    assert page.given.pixmap.width() == 28
    first = page.bars.values
    draw(qtbot, page.pad, ((0.2, 0.2), (0.8, 0.2)))
    settled(view, qtbot)
    assert page.bars.values != first
    qtbot.keyClick(page.pad, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(view, qtbot)
    assert page.bars.values == pytest.approx(first, abs=1e-6)
    assert not page.empty.isVisible()
    page.tools.clear.click()
    qtbot.waitUntil(lambda: page.seen is not None and not page.seen.any(), timeout=LONG)
    settled(view, qtbot)  # what is shown is the answer to the empty picture, on the cards, too
    assert page.empty.isVisible()
    assert not page.tools.clear.isEnabled()
    previews.choose(FromData("test", 2))  # then the pad is no sample any more
    assert page.seen is None
    assert page.bars.said == ""
    assert not view.show_mine.isVisible()
    assert not page.empty.isVisible()
    data = load_digits()
    large = np.kron(255 - data.test_x[0, 0], np.ones((10, 10), np.uint8))  # dark on paper: a real digit, pasted
    image = QImage(large.tobytes(), 280, 280, 280, QImage.Format.Format_Grayscale8).copy()
    QGuiApplication.clipboard().setImage(image)
    qtbot.keyClick(page.pad, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settled(view, qtbot)
    assert page.bars.said == str(int(data.test_y[0]))
    QGuiApplication.clipboard().setText("no image")
    page.tools.paste.click()
    assert page.note.text() == "The clipboard holds no image."


def test_it_stays_the_window_s_sample_until_another_is_chosen(view: DrawView, qtbot: QtBot) -> None:
    previews = view.bench.previews
    draw(qtbot, view.page.pad)
    settled(view, qtbot)
    assert not view.elsewhere.isVisible()
    before = view.page.bars.values
    previews.choose(FromData("test", 3))
    assert view.elsewhere.isVisible()
    assert view.page.bars.values == before  # what is said of the drawing is still there
    qtbot.mouseClick(view.show_mine, Qt.MouseButton.LeftButton)
    settled(view, qtbot)
    assert not view.elsewhere.isVisible()


def test_dark_is_turned_to_light(view: DrawView, qtbot: QtBot) -> None:
    draw(qtbot, view.page.pad)
    settled(view, qtbot)
    assert view.page.seen is not None
    before = view.page.seen
    view.page.tools.invert.click()
    settled(view, qtbot)
    np.testing.assert_array_equal(view.page.seen, 255 - before)


def test_without_a_look_the_network_is_asked(view: DrawView, qtbot: QtBot) -> None:
    """As with an opened bundle whose data are not at hand: nobody looks, but it can be asked."""
    view.bench.controller.seen.disconnect(view.bench.watcher._on_seen)
    draw(qtbot, view.page.pad)
    with qtbot.waitSignal(view._client.drawing_told, timeout=LONG):
        pass
    assert sum(view.page.bars.values) == pytest.approx(1, abs=1e-4)


def test_while_it_trains_the_same_drawing_is_said_more_of(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(in_thread=True)
    view = opened(window, classifier(epochs=500))
    controller = window.controller
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    qtbot.waitUntil(lambda: controller.state == "paused" and not view.said, timeout=LONG)
    draw(qtbot, view.page.pad)
    settled(view, qtbot)
    before = view.page.bars.values
    controller.run()
    qtbot.waitUntil(lambda: view.page.bars.values != before, timeout=LONG)
    assert isinstance(view.bench.previews.subject, Brought)
    draw(qtbot, view.page.pad, ((0.2, 0.2), (0.8, 0.2)))
    number = view.bench.previews.subject
    qtbot.waitUntil(lambda: view.bench.previews.subject != number, timeout=LONG)
    controller.pause()
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    settled(view, qtbot)


def test_what_an_autoencoder_gives_back_stands_in_the_place_of_bars(open_window: OpenWindow, qtbot: QtBot) -> None:
    graph = chain("Input", "Flatten", ("Dense", {"units": 784, "activation": "Sigmoid"}))
    made = project(graph, loss="mean_squared_error", epochs=1).replace(task=TaskSettings(type="autoencoder"))
    view = trained(open_window(in_thread=True), qtbot, made)
    page = view.page
    draw(qtbot, page.pad)
    qtbot.waitUntil(page.back.isVisible, timeout=LONG)
    assert not page.bars.isVisible()
    assert page.answer.text().startswith("error ")
    first = page.answer.text()
    page.tools.clear.click()
    qtbot.waitUntil(lambda: page.empty.isVisible() and page.answer.text() != first, timeout=LONG)
    assert page.back.isVisible()


def test_other_networks_say_what_they_lack(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("iris", in_thread=True)
    window.session.do(SetTraining({"epochs": 1}))
    window.workbench.open_view("draw")
    view = cast("DrawView", window.workbench.docks.open("draw"))
    with qtbot.waitSignal(window.controller.run_finished, timeout=LONG):
        window.controller.run()
    qtbot.waitUntil(lambda: "images" in view.said, timeout=LONG)


# --- the pad itself ---


@pytest.fixture
def pad(qtbot: QtBot) -> DrawingPad:
    made = DrawingPad()
    qtbot.addWidget(made)
    made.resize(280, 280)
    made.show()
    return made


def test_the_pad_is_drawn_on_by_keys_and_erased(pad: DrawingPad, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Space, *[Qt.Key.Key_Down] * 6, Qt.Key.Key_Space, Qt.Key.Key_Right):
        qtbot.keyClick(pad, key)
    assert pad.ink.pixelColor(140, 140 + 40).red() == 255
    assert pad.ink.pixelColor(180, 180).red() == 0
    pad.tool = "eraser"
    pad.draw_line(QPointF(140, 100), QPointF(140, 220))
    assert pad.ink.pixelColor(140, 180).red() == 0
    qtbot.keyClick(pad, Qt.Key.Key_Delete)
    assert pad.blank


def test_strokes_are_taken_back_and_put_there_again(pad: DrawingPad, qtbot: QtBot) -> None:
    draw(qtbot, pad, ((0.2, 0.5), (0.8, 0.5)))
    first = pad.ink.copy()
    draw(qtbot, pad, ((0.5, 0.2), (0.5, 0.8)))
    second = pad.ink.copy()
    assert first != second
    pad.undo()
    assert pad.ink == first
    pad.redo()
    assert pad.ink == second
    pad.clear()
    pad.undo()
    assert pad.ink == second
    for _ in range(2):
        pad.undo()
    assert pad.blank
    assert not pad.can_undo
    draw(qtbot, pad, ((0.2, 0.5), (0.8, 0.5)))
    assert not pad.can_redo


def test_the_pad_is_black_in_both_themes_and_draws_in_colour(pad: DrawingPad) -> None:
    assert pad.grab().toImage().pixelColor(8, 8) == QColor("black")
    pad.pen_color = QColor("red")
    pad.draw_line(QPointF(100, 100), QPointF(200, 100))
    assert pad.ink.pixelColor(150, 100) == QColor("red")
