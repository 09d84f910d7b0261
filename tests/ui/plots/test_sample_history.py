"""Moments of a run that the samples can be seen at: kept evenly and bounded, and gone through with a slider."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from reporting import Reporter, make_predictions
from viewing import make_forecasts, make_pictures, make_plane, make_rows, make_scatter

from playground import protocol
from playground.ui.plots.run_log import RunLog
from playground.ui.plots.sample_history import SampleHistory
from playground.ui.plots.samples_tab import SamplesTab


def views(step: int, *shown: protocol.View) -> protocol.Views:
    return protocol.Views(1, step, shown or (pictures(step),))


def pictures(step: int, side: int = 8, count: int = 4) -> protocol.Pictures:
    images = np.random.default_rng(step).integers(0, 256, (count, side, side), np.uint8)
    return make_pictures(images=images)


def test_what_was_shown_comes_back_unchanged() -> None:
    history = SampleHistory()
    records = (
        make_pictures(originals=make_pictures().images),
        make_plane(),
        make_scatter(),
        make_forecasts(),
        make_rows(),
    )
    history.add(views(5, *records))
    history.add(make_predictions(step=5))
    history.add(views(9))
    assert history.steps == [5, 9]
    shown, found = history.at(4)
    assert found is not None
    assert shown is not None
    assert [type(view) for view in found.views] == [type(record) for record in records]
    for view, record in zip(found.views, records, strict=True):
        for name in record.__dataclass_fields__:
            value, expected = getattr(view, name), getattr(record, name)
            if isinstance(expected, np.ndarray):
                np.testing.assert_array_equal(value, expected)
                assert value.dtype == expected.dtype
            else:
                assert value == expected
    np.testing.assert_array_equal(shown.images, make_predictions(step=5).images)
    np.testing.assert_array_equal(history.at(9)[1].views[0].images, pictures(9).images)


def test_thousands_of_moments_are_thinned_evenly() -> None:
    history = SampleHistory(most=20)
    for step in range(1, 2001):
        history.add(views(step))
    steps = np.array(history.steps)
    assert (len(steps), steps[0], steps[-1]) == (20, 1, 2000)
    gaps = np.diff(steps)
    assert gaps.max() <= 2.2 * gaps.mean()
    for step in history.steps:
        np.testing.assert_array_equal(history.at(step)[1].views[0].images, pictures(step).images)


def test_memory_is_bounded_and_what_stays_the_same_is_kept_once() -> None:
    history = SampleHistory(most_bytes=200_000)
    for step in range(1, 60):
        history.add(views(step, pictures(step, 64)))
    assert history.size <= 200_000
    assert history.steps[0] == 1
    assert history.steps[-1] == 59
    same = SampleHistory()
    still = pictures(0, 64)
    for step in range(1, 40):
        same.add(views(step, still))
    assert same.size < 1.2 * still.images.nbytes
    assert len(same) == 39


def test_steps_that_are_taken_back_are_forgotten() -> None:
    log, reporter = RunLog(), Reporter()
    reporter.run_started.connect(log.start)
    reporter.start()
    for step in (1, 10, 20):
        log.show_views(views(step))
    log.go_back(protocol.Diverged(1, 12, "The loss is not a number."))
    assert log.samples.steps == [1, 10]
    reporter.start(run=2)
    assert log.samples.steps == []


@pytest.fixture
def tab(qtbot: QtBot) -> SamplesTab:
    log, reporter = RunLog(), Reporter()
    reporter.run_started.connect(log.start)
    reporter.start(per_epoch=10)
    made = SamplesTab(log)
    qtbot.addWidget(made)
    made.resize(900, 260)
    made.show()
    made.redraw_wanted.connect(made.refresh)
    return made


def shown(tab: SamplesTab) -> np.ndarray:
    view = tab.area.view
    assert isinstance(view, protocol.Pictures)
    return view.images


def test_the_slider_goes_back_and_the_newest_is_followed(tab: SamplesTab, qtbot: QtBot) -> None:
    log = tab._log
    log.show_views(views(1))
    tab.refresh()
    assert not tab.time.isVisible()
    for step in (11, 21, 31):
        log.show_views(views(step))
    tab.refresh()
    assert tab.time.isVisible()
    assert tab.time.words == "newest: step 31 of 50 (epoch 4)"
    np.testing.assert_array_equal(shown(tab), pictures(31).images)
    tab.time.slider.setValue(1)
    assert tab.time.words == "step 11 of 50 (epoch 2)"
    assert tab.chooser.detail.endswith("after step 11")
    np.testing.assert_array_equal(shown(tab), pictures(11).images)
    log.show_views(views(41))  # it goes on learning
    tab.refresh()
    np.testing.assert_array_equal(shown(tab), pictures(11).images)
    qtbot.mouseClick(tab.time.newest, Qt.MouseButton.LeftButton)
    np.testing.assert_array_equal(shown(tab), pictures(41).images)
    log.show_views(views(51))
    tab.refresh()
    np.testing.assert_array_equal(shown(tab), pictures(51).images)


def test_play_shows_all_of_them_and_ends_with_the_newest(tab: SamplesTab, qtbot: QtBot) -> None:
    for step in (1, 11, 21):
        tab._log.show_views(views(step))
    tab.refresh()
    tab.time._timer.setInterval(5)
    seen: list[int | None] = []
    tab.time.wanted.connect(seen.append)
    qtbot.mouseClick(tab.time.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not tab.time.play.isChecked())
    assert seen == [1, 11, None]
    np.testing.assert_array_equal(shown(tab), pictures(21).images)
