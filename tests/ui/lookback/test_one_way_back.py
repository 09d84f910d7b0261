"""The slider under the samples and the cursor on the curves go back together; the window is always of one step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from playground.core.project import DataSettings
from playground.protocol import Snapshots
from playground.training.starting import starting_project
from playground.ui.main_window import MainWindow
from playground.ui.plots.panel import CURVES, SAMPLES
from playground.ui.plots.samples_tab import SamplesTab
from playground.ui.plots.time_cursor import TimeCursor

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    """Five steps in, paused; a snapshot of each, and an autoencoder's samples in front."""
    made = open_window("digits-cnn", in_thread=True)
    project = starting_project("autoencoder", DataSettings(dataset="digits", limit=200))
    made.session.open(project.replace(training=project.training.replace(batch_size=20)), None)
    made.show_workbench()
    made.workbench.links.choose("nothing")
    made.plots._tabs.setCurrentIndex(SAMPLES)
    for number in range(1, 6):
        with qtbot.waitSignal(made.controller.progressed, timeout=LONG):
            made.controller.step()
        qtbot.waitUntil(lambda number=number: made.workbench.travel.steps[-1:] == (number,), timeout=LONG)
        qtbot.waitUntil(lambda: made.controller.state == "paused", timeout=LONG)  # told after the snapshot
    qtbot.waitUntil(tab(made).isVisible, timeout=LONG)
    qtbot.waitUntil(lambda: tab(made).time.slider.maximum() == 5, timeout=LONG)
    return made


def tab(window: MainWindow) -> SamplesTab:
    found = window.plots._contents[SAMPLES]
    assert isinstance(found, SamplesTab)
    return found


def cards_and_samples_are_of(window: MainWindow, qtbot: QtBot, step: int) -> None:
    previews = window.workbench.previews
    qtbot.waitUntil(lambda: previews.sight is not None and previews.step == step, timeout=LONG)
    qtbot.waitUntil(lambda: tab(window).chooser.detail.endswith(f"after step {step}"), timeout=LONG)


def test_the_slider_takes_the_whole_window_back(window: MainWindow, qtbot: QtBot) -> None:
    time, travel, bar = tab(window).time, window.workbench.travel, window.workbench.time_bar
    assert time.words.startswith("newest: step 5 of ")
    time.slider.setValue(2)
    assert travel.at == 2
    assert bar.isVisible()
    assert "step 2 of" in bar.words.full_text
    assert time.words in bar.words.full_text  # told alike in both places
    cards_and_samples_are_of(window, qtbot, 2)
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    assert time.slider.value() == 1
    cards_and_samples_are_of(window, qtbot, 1)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert (travel.at, time.slider.value()) == (None, time.slider.maximum())
    assert bar.isHidden()
    cards_and_samples_are_of(window, qtbot, 5)
    time.slider.setValue(0)
    assert "before training" in time.words
    cards_and_samples_are_of(window, qtbot, 0)
    qtbot.mouseClick(time.newest, Qt.MouseButton.LeftButton)
    assert travel.at is None
    cards_and_samples_are_of(window, qtbot, 5)


def test_the_cursor_moves_the_slider_and_the_labels_of_the_curves(window: MainWindow, qtbot: QtBot) -> None:
    time, travel = tab(window).time, window.workbench.travel
    window.plots._tabs.setCurrentIndex(CURVES)
    curves = window.plots._contents[CURVES]
    line: TimeCursor = curves.cursors[0]  # type: ignore[union-attr]
    qtbot.waitUntil(line.isVisible, timeout=LONG)
    plots = curves.plots  # type: ignore[union-attr]
    plots[0].hovered.emit(0.45)  # the pointer came over the plot
    qtbot.mousePress(line, Qt.MouseButton.LeftButton)
    for step in (3, 1):
        x = plots[0].place_of(step / travel.per_epoch)
        qtbot.mouseMove(line, line.mapFromParent(QPoint(round(x or 0), line.y() + 4)))
        assert travel.at == step
        assert [plot._crosshair for plot in plots] == [step / travel.per_epoch] * len(plots)
    qtbot.mouseRelease(line, Qt.MouseButton.LeftButton)
    assert time.slider.value() == 1
    assert "step 1 of" in time.words
    qtbot.keyClick(line, Qt.Key.Key_Right)
    assert plots[1]._crosshair == 2 / travel.per_epoch
    qtbot.keyClick(line, Qt.Key.Key_End)
    assert plots[0]._crosshair is None


def test_play_takes_everything_along_and_ends_at_now(window: MainWindow, qtbot: QtBot) -> None:
    time, travel = tab(window).time, window.workbench.travel
    time._timer.setInterval(10)
    log = window.plots.runs
    seen: dict[int | None, int] = {}  # which step was shown when another was wanted
    travel.changed.connect(lambda: seen.setdefault(travel.at, log.seen_views.step if log.seen_views else -1))
    qtbot.mouseClick(time.play, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not time.play.isChecked(), timeout=LONG)
    assert seen == {0: 5, 1: 0, 2: 1, 3: 2, 4: 3, None: 5}  # each frame was there before the next
    cards_and_samples_are_of(window, qtbot, 5)


def test_without_snapshots_the_slider_goes_alone_and_says_so(window: MainWindow, qtbot: QtBot) -> None:
    time, travel, run = tab(window).time, window.workbench.travel, window.controller.run_id
    known = window.plots.runs.samples.steps
    window.controller.snapshots.emit(Snapshots(run or 0, (), "Earlier steps of this run cannot be looked at."))
    assert travel.steps == ()
    assert time.slider.maximum() == len(known) - 1
    time.slider.setValue(1)
    assert travel.at is None
    assert window.workbench.time_bar.isHidden()
    assert f"step {known[1]} of" in time.words
    assert time.words.endswith("The cards show the weights of now.")
    qtbot.waitUntil(lambda: tab(window).chooser.detail.endswith(f"after step {known[1]}"), timeout=LONG)
    qtbot.keyClick(time.slider, Qt.Key.Key_Escape)
    assert time.words.startswith("newest: ")
    qtbot.waitUntil(lambda: tab(window).chooser.detail.endswith("after step 5"), timeout=LONG)
