"""The landscape in the window: relief and contours by their numbers, the view with a real run."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from playground.protocol import LandscapeSeen
from playground.ui.main_window import MainWindow
from playground.ui.views.landscape.chart import Chart
from playground.ui.views.landscape.hill import Hill
from playground.ui.views.landscape.relief import filled, relief
from playground.ui.views.landscape.view import LandscapeView, words

OpenWindow = Callable[..., MainWindow]
LONG = 30_000
LINE = np.linspace(-1, 1, 5, dtype=np.float32)


def bowl(*, path: np.ndarray | None = None, known: int = 25) -> LandscapeSeen:
    """1 + x² + 3y² over 5×5 points, the first ``known`` of them judged."""
    across, up = np.meshgrid(LINE, LINE)
    losses = (1 + across**2 + 3 * up**2).astype(np.float32)
    losses.ravel()[known:] = np.nan
    path = np.array([[1, 1, 5], [0, 0, 1]], np.float32) if path is None else path
    return LandscapeSeen(losses, LINE, LINE, path, np.arange(len(path)), 1, 0.5, 200)


def test_heights_go_from_the_least_loss_to_what_nearly_all_points_reach() -> None:
    seen = bowl()
    found = relief(seen, logarithmic=False)
    assert found.low == 1.0
    assert found.high == pytest.approx(np.percentile(seen.losses, 95))
    assert found.heights.min() == 0.0
    assert found.heights.max() == 1.0
    assert found.loss_at(found.heights[1, 2]) == pytest.approx(seen.losses[1, 2])


def test_logarithmic_heights_are_those_of_the_logarithm() -> None:
    seen = bowl()
    found = relief(seen, logarithmic=True)
    expected = np.log(np.minimum(seen.losses, found.high)) / np.log(found.high)
    assert found.heights == pytest.approx(expected, abs=1e-6)
    assert found.loss_at(found.heights[1, 2]) == pytest.approx(seen.losses[1, 2])


def test_a_cliff_and_what_is_not_finite_are_cut_off() -> None:
    seen = bowl()
    seen.losses[0, 0] = np.inf
    found = relief(seen, logarithmic=False)
    assert np.isfinite(found.heights).all()
    assert found.heights[0, 0] == 1.0


def test_where_all_losses_are_alike_there_is_a_plain() -> None:
    flat = bowl(path=np.array([[0, 0, 2]], np.float32))
    flat.losses[:] = 2
    found = relief(flat, logarithmic=True)
    assert found.heights == pytest.approx(np.zeros((5, 5)))


def test_what_is_not_known_yet_has_the_value_of_a_coarser_point() -> None:
    losses = np.full((5, 5), np.nan)
    losses[::4, ::4] = [[1, 2], [3, 4]]
    found = filled(losses)
    assert not np.isnan(found).any()
    assert found[0, 0] == found[3, 3] == 1
    assert found[1, 4] == 2
    assert found[4, 2] == 3


def test_the_surface_is_turned_with_the_mouse_and_the_keys(qtbot: QtBot) -> None:
    hill = Hill()
    qtbot.addWidget(hill)
    hill.resize(400, 300)
    hill.show()
    hill.show_relief(relief(bowl(), logarithmic=False))
    before = hill.angles
    qtbot.mousePress(hill, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    qtbot.mouseMove(hill, QPoint(260, 150))
    qtbot.mouseRelease(hill, Qt.MouseButton.LeftButton, pos=QPoint(260, 150))
    assert hill.angles[0] > before[0]
    qtbot.keyClick(hill, Qt.Key.Key_Up)
    assert hill.angles[1] > before[1]
    for _ in range(100):
        qtbot.keyClick(hill, Qt.Key.Key_Up)
    top = hill.seen_at(np.array([[0.0, 0.5, 0.0], [0.0, 0.5, 1.0]]))
    assert top[0, :2] == pytest.approx(top[1, :2])  # from straight above a height is not seen
    hill.reset()
    assert hill.angles == before


def test_the_map_tells_what_is_under_the_pointer(qtbot: QtBot) -> None:
    chart, seen = Chart(), bowl(known=24)
    qtbot.addWidget(chart)
    chart.resize(400, 300)
    chart.show_relief(relief(seen, logarithmic=False), seen)

    def told(across: float, up: float) -> str:
        x, y = chart.frame.to_view(np.array([[across, up]]))[0].tolist()
        return chart.tip(QPointF(x, y))

    assert told(0, 0) == "After step 1: 1.000"
    assert told(-1, 0.5).endswith("2.750")
    assert told(1, 1) == "After step 0: 5.000"
    assert "not known yet" in told(1.0, 0.8)
    assert chart.tip(QPointF(399, 299)) == ""


def test_words_say_what_was_judged_and_how_far_it_is() -> None:
    text = words(bowl(known=5), 7)
    assert "200 training samples around the weights after step 1." in text
    assert "20 % judged" in text
    assert "after step 7: 1" in text
    assert "50 % of the way lies in the plane" in text


def test_the_way_is_followed_while_it_trains(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("iris", in_thread=True)
    window.show_workbench()
    view = window.workbench.docks.open("landscape")
    assert isinstance(view, LandscapeView)
    view.points.setCurrentIndex(0)
    controller = window.controller
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()

    def seen() -> LandscapeSeen | None:
        return view._last

    qtbot.waitUntil(lambda: (found := seen()) is not None and found.done == 1.0, timeout=LONG)
    first = seen()
    assert first is not None
    assert first.centre_step in (0, 1)  # it may have been looked at before the step was done
    assert view.said == ""
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    qtbot.waitUntil(lambda: (found := seen()) is not None and found.path_steps[-1] == 2, timeout=LONG)
    later = seen()
    assert later is not None
    assert later.centre_step == first.centre_step
    assert np.array_equal(later.losses, first.losses)
    view.again.click()
    qtbot.waitUntil(lambda: (found := seen()) is not None and found.centre_step == 2, timeout=LONG)
    controller.reset()
    assert seen() is None
    assert "first weights" in view.said


def test_without_a_path_it_says_what_helps(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("iris", in_thread=True)
    window.show_workbench()
    view = window.workbench.docks.open("landscape")
    assert isinstance(view, LandscapeView)
    view.directions.setCurrentIndex(1)
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()
    qtbot.waitUntil(lambda: "take random directions" in view.said, timeout=LONG)
    assert view.directions.isVisible()
