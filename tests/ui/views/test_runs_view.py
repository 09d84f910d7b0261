"""The list of runs: what it says, and that the curves follow what is chosen in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground.core.edits import SetTraining
from playground.telemetry.run_history import RunHistory
from playground.ui.main_window import MainWindow
from playground.ui.plots.metric_plot import MetricPlot
from playground.ui.views.runs import DIFFERS, EPOCHS, NAME, RunsView

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    made = open_window("iris", in_thread=True)
    made.show_workbench()
    made.workbench.links.choose("nothing")
    return made


def train(window: MainWindow, qtbot: QtBot) -> None:
    """A run of two epochs and a bit."""
    controller = window.controller
    with qtbot.waitSignals([controller.epoch_done] * 2, timeout=LONG):
        controller.run()
    controller.pause()
    qtbot.waitUntil(lambda: controller.state in ("paused", "finished"), timeout=LONG)


def opened(window: MainWindow) -> RunsView:
    view = window.workbench.docks.open("runs")
    assert isinstance(view, RunsView)
    return view


def texts(view: RunsView, column: int) -> list[str]:
    items = (view.table.topLevelItem(row) for row in range(view.table.topLevelItemCount()))
    return [item.text(column) for item in items if item is not None]


def test_runs_are_listed_told_apart_and_shown_as_chosen(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    train(window, qtbot)
    bundle = tmp_path / "first.playground"
    with qtbot.waitSignal(window.controller.saved, timeout=LONG):
        window.controller.save_bundle(bundle)
    rate = window.session.project.training.learning_rate
    window.controller.reset()
    window.session.do(SetTraining({"learning_rate": 2 * rate}))
    train(window, qtbot)
    view, log = opened(window), window.plots.runs
    assert texts(view, NAME) == ["Run 2", "Run 1"]
    assert texts(view, DIFFERS) == ["the current run", f"learning rate {2 * rate:g} → {rate:g}"]
    assert float(texts(view, EPOCHS)[1]) == pytest.approx(log.earlier[0].epochs_run, rel=1e-3)

    view.add([bundle, tmp_path / "missing.playground"])
    assert texts(view, NAME) == ["Run 2", "first", "Run 1"]
    assert texts(view, DIFFERS)[1] == f"Kept · learning rate {2 * rate:g} → {rate:g}"
    assert "missing.playground" in " ".join(window.messages.texts)
    plot = loss_of(window, qtbot)
    assert [line.name for line in plot.plot.readout(0.5) if line.name in ("first", "Run 1")] == ["first", "Run 1"]

    item = view.table.topLevelItem(2)
    assert item is not None
    item.setCheckState(NAME, Qt.CheckState.Unchecked)
    item.setText(NAME, "the slow one")
    assert log.earlier[0].label == "the slow one"
    qtbot.waitUntil(lambda: "first" in names(plot) and "the slow one" not in names(plot), timeout=LONG)
    view.show_alone(log.earlier[0])
    qtbot.waitUntil(lambda: "the slow one" in names(plot) and "first" not in names(plot), timeout=LONG)
    view.remove(log.earlier[0])
    assert texts(view, NAME) == ["Run 2", "first"]


def names(plot: MetricPlot) -> list[str]:
    return [line.name for line in plot.plot.readout(0.5)]


def loss_of(window: MainWindow, qtbot: QtBot) -> MetricPlot:
    """The loss as it is drawn: the runs stand beside it."""
    window.workbench.docks.move("runs", "right")
    window.plots.strip.bar.setCurrentIndex(0)
    (plot, _) = window.plots._contents[0]._metrics  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: len(plot.plot.readout(0.5)) >= 4, timeout=LONG)
    return plot


def test_what_is_no_run_is_told_and_one_without_settings_is_listed(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    view, log = opened(window), window.plots.runs
    (tmp_path / "odd.playground").write_bytes(b"PK\x03\x04 nothing")
    view.add([tmp_path / "odd.playground"])
    assert "odd.playground" in " ".join(window.messages.texts)
    assert texts(view, NAME) == []
    assert view.said
    history = RunHistory(label="old")
    history.extend("loss/training", [1, 2], [1.0, 0.5])
    log.include(history, None)
    window.plots.show_runs()
    qtbot.waitUntil(lambda: texts(view, NAME) == ["old"], timeout=LONG)
    assert texts(view, DIFFERS) == ["Kept · settings not known"]


@pytest.mark.parametrize("width", [280, 720])
def test_all_that_was_set_otherwise_can_be_read(window: MainWindow, qtbot: QtBot, width: int) -> None:
    project = window.session.project
    log = window.plots.runs
    log.include(RunHistory(label="the same"), project)
    changes = {"learning_rate": 0.123, "batch_size": 77, "epochs": 321, "seed": 9, "loss": "kl_divergence"}
    log.include(RunHistory(label="another"), project.replace(training=project.training.replace(**changes)))
    view = opened(window)
    window.workbench.docks.move("runs", "window")
    own = window.workbench.docks.window_of("runs")
    assert own is not None
    own.resize(width, 300)
    qtbot.waitUntil(lambda: abs(view.width() - width) < 40)
    view.refresh()
    item = view.table.topLevelItem(0)
    assert item is not None
    text = item.text(DIFFERS)
    assert text.count("→") == 5
    room = view.table.visualItemRect(item).height()
    wide = view.table.columnWidth(DIFFERS) - 20  # without what the style leaves free
    lines = view.table.fontMetrics().boundingRect(0, 0, wide, 9999, int(Qt.TextFlag.TextWordWrap), text)
    assert lines.width() <= wide
    assert room >= lines.height() > view.table.fontMetrics().height() * (2 if width < 400 else 1)
    other = view.table.topLevelItem(1)
    assert other is not None
    assert view.table.visualItemRect(other).height() < room  # others stay low
