"""The Samples tab: what there is to choose from, what stays chosen, and what is said before a run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar, QToolButton
from pytestqt.qtbot import QtBot
from reporting import Reporter, make_predictions
from viewing import make_forecasts, make_pictures, make_plane, make_rows, make_scatter

from playground import protocol
from playground.core.project import DataSettings
from playground.training.datasets import describe
from playground.ui.plots.panel import SAMPLES, PlotsPanel
from playground.ui.plots.promise import promise
from playground.ui.plots.run_log import RunLog
from playground.ui.plots.samples_tab import SamplesTab
from playground.ui.plots.views.forecasts import ForecastsView
from playground.ui.plots.views.live_view import LiveView
from playground.ui.plots.views.pictures import PicturesView
from playground.ui.plots.views.plane import PlaneView
from playground.ui.plots.views.rows import RowsView
from playground.ui.plots.views.scatter import ScatterView

RECONSTRUCTIONS = make_pictures(name="reconstructions", title="Reconstructions", originals=make_pictures().images)


@pytest.fixture
def tab(qtbot: QtBot) -> Callable[..., SamplesTab]:
    def make(*views: protocol.View, log: RunLog | None = None) -> SamplesTab:
        log = log or RunLog()
        log.show_views(protocol.Views(1, 1200, views))
        made = SamplesTab(log)
        qtbot.addWidget(made)
        made.resize(900, 260)
        made.show()
        made.redraw_wanted.connect(made.refresh)
        made.refresh()
        return made

    return make


def chip(tab: SamplesTab, text: str) -> QToolButton:
    return next(found for found in tab.findChildren(QToolButton) if found.text() == text and not found.isHidden())


def choose(tab: SamplesTab, text: str) -> None:
    QTest.mouseClick(chip(tab, text), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("view", "kind"),
    [
        (make_pictures(), PicturesView), (make_plane(), PlaneView), (make_forecasts(), ForecastsView),
        (make_rows(), RowsView), (make_scatter(), ScatterView),
    ],
)  # fmt: skip
def test_a_single_view_is_shown_under_its_title(
    tab: Callable[..., SamplesTab], view: protocol.View, kind: type
) -> None:
    made = tab(view)
    assert isinstance(made.area.widget_shown, kind)
    assert made.area.widget_shown.isVisible()
    assert made.area.widget_shown.accessibleName()
    assert made.chooser.detail.endswith("after step 1,200")
    assert any(label.text() == view.title for label in made.findChildren(QLabel) if label.isVisible())
    assert not [found for found in made.findChildren(QToolButton) if found.isVisible()]


def test_several_views_stand_side_by_side_until_one_is_chosen(tab: Callable[..., SamplesTab]) -> None:
    made = tab(RECONSTRUCTIONS, make_pictures(), make_scatter())
    assert made.chooser.names == ["all", "reconstructions", "samples", "codes"]
    assert [tile.area.view for tile in made.overview.tiles] == [*made._log.views.views]
    choose(made, "Codes")
    assert isinstance(made.area.widget_shown, ScatterView)
    assert chip(made, "Codes").isChecked()
    assert not made.overview.isVisible()
    choose(made, "All")
    assert made.overview.isVisible()


def test_arrow_keys_move_between_the_chips(tab: Callable[..., SamplesTab], qtbot: QtBot) -> None:
    made = tab(RECONSTRUCTIONS, make_scatter())
    made.activateWindow()
    chip(made, "All").setFocus()
    qtbot.waitUntil(chip(made, "All").hasFocus)
    QTest.keyClick(chip(made, "All"), Qt.Key.Key_Right)
    assert chip(made, "Reconstructions").isChecked()
    assert made.area.view is RECONSTRUCTIONS


def test_the_choice_outlives_a_run_that_has_no_such_view(tab: Callable[..., SamplesTab]) -> None:
    log = RunLog()
    made = tab(RECONSTRUCTIONS, make_scatter(), log=log)
    choose(made, "Codes")
    log.reset()
    log.show_views(protocol.Views(2, 5, (make_plane(),)))
    made.refresh()
    assert isinstance(made.area.widget_shown, PlaneView)
    log.reset()
    log.show_views(protocol.Views(3, 7, (RECONSTRUCTIONS, make_scatter())))
    made.refresh()
    assert isinstance(made.area.widget_shown, ScatterView)
    assert made.chooser.detail == "3 points, after step 7"


def test_test_images_are_one_of_the_choices(tab: Callable[..., SamplesTab]) -> None:
    log = RunLog()
    log.show(make_predictions(step=3))
    made = tab(make_scatter(), log=log)
    assert made.chooser.names == ["all", "test images", "codes"]
    assert len(made.overview.tiles) == 2
    choose(made, "Test images")
    assert made.images.isVisible()
    assert made.chooser.detail == "2 of 40 wrong after step 3"


def test_beside_the_curves_a_table_gives_way_to_what_says_more(qtbot: QtBot) -> None:
    log = RunLog()
    live = LiveView(log)
    qtbot.addWidget(live)
    live.refresh()
    assert live.area.view is None
    truth = make_scatter(name="truth", diagonal=True)
    log.show_views(protocol.Views(1, 1, (make_rows(), truth)))
    live.refresh()
    assert live.area.view is truth
    log.reset()
    log.show_views(protocol.Views(2, 1, (make_rows(),)))
    live.refresh()
    assert isinstance(live.area.widget_shown, RowsView)


def samples_text(panel: PlotsPanel) -> str:
    return next(found.text() for found in panel.findChildren(QLabel) if found.isVisible() and found.wordWrap())


def open_samples(panel: PlotsPanel) -> None:
    tabs = panel.findChild(QTabBar)
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(SAMPLES).center())


def test_views_of_a_run_stay_when_it_is_done_and_go_with_the_next(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot
) -> None:
    open_samples(panel)
    panel.promise_samples("Press Run to see the network's decision regions.")
    assert samples_text(panel) == "Press Run to see the network's decision regions."
    reporter.start(1)
    assert samples_text(panel) == "This run has shown nothing of its samples yet."
    reporter.views.emit(protocol.Views(1, 10, (make_plane(),)))
    tab = panel.findChild(SamplesTab)
    qtbot.waitUntil(lambda: tab.area.view is not None)
    reporter.finish()
    assert tab.isVisible()
    reporter.start(2)
    assert not tab.isVisible()
    assert samples_text(panel) == "This run has shown nothing of its samples yet."


def test_the_picture_of_the_tab_can_be_exported(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot, asked: list[Path | None], tmp_path: Path
) -> None:
    open_samples(panel)
    reporter.start()
    reporter.views.emit(protocol.Views(1, 10, (make_plane(),)))
    tab = panel.findChild(SamplesTab)
    qtbot.waitUntil(lambda: tab.area.view is not None)
    asked.append(tmp_path / "samples.png")
    export = next(found for found in panel.findChildren(QAction) if found.text() == "Export picture (PNG)…")
    menu = next(found for found in panel.findChildren(QToolButton) if found.accessibleName() == "More")
    assert menu.isVisible()
    assert export.isEnabled()
    export.trigger()
    assert QImage(str(tmp_path / "samples.png")).size() == tab.size() * 2


@pytest.mark.parametrize(
    ("task", "dataset", "words"),
    [
        ("supervised", "digits", "what the network makes of test images"),
        ("supervised", "spiral", "the network's decision regions"),
        ("supervised", "diabetes", "truth against prediction"),
        ("supervised", "iris", "rows of the data"),
        ("vae", "digits", "samples from the prior"),
        ("gan", "ring", "the generator"),
        ("forecasting", "sines", "forecasts"),
        ("text", "sentiment", "texts"),
    ],
)
def test_the_empty_tab_says_what_will_be_there(task: str, dataset: str, words: str) -> None:
    assert words in promise(task, describe(DataSettings(dataset=dataset)))
    assert promise(task, None).startswith("Press Run to see ")
