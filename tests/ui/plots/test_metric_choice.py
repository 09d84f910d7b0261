"""The plot beside the loss shows what one chooses."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot
from reporting import Reporter, plot_named

from playground import protocol
from playground.telemetry.run_history import RunHistory
from playground.ui.plots.metric_chooser import MetricChooser
from playground.ui.plots.panel import PlotsPanel


def started(*metrics: str, run: int = 1) -> protocol.RunStarted:
    return protocol.RunStarted(run, "cpu", 0, 5, 10, 8, 80, 8, 8, 100, {}, metrics=metrics)


def progress(series: dict[str, list[list[float]]], run: int = 1) -> protocol.Progress:
    rows = {name: np.array(points, dtype=np.float64) for name, points in series.items()}
    return protocol.Progress(run, 1, 1, int(max(points[-1][0] for points in series.values())), 1.0, 1.0, 1e-3, rows)


def chooser(panel: PlotsPanel) -> MetricChooser:
    return panel.findChild(MetricChooser)


def titles(panel: PlotsPanel) -> list[str]:
    return [action.text() for action in chooser(panel).menu().actions()]


def pick(panel: PlotsPanel, title: str) -> None:
    actions: list[QAction] = chooser(panel).menu().actions()
    next(action for action in actions if action.text() == title).trigger()


def test_the_first_metric_of_the_run_is_shown_until_another_is_chosen(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot
) -> None:
    reporter.run_started.emit(started("mae"))
    reporter.progressed.emit(progress({"loss/training": [[1, 4.0], [2, 3.0]], "mae/training": [[1, 9.0], [2, 7.0]]}))
    qtbot.waitUntil(lambda: titles(panel) == ["MAE"])
    assert chooser(panel).text() == "MAE"
    assert not chooser(panel).isEnabled()  # nothing else to choose
    reporter.epoch_done.emit(protocol.EpochDone(1, 1, 10, {"loss": 3.0}, {"loss": 2.0, "mae": 6.0, "r2": 0.25}))
    qtbot.waitUntil(lambda: titles(panel) == ["MAE", "R²"])
    pick(panel, "R²")
    qtbot.waitUntil(lambda: chooser(panel).text() == "R²")
    plot = plot_named(panel, "R²")
    (curve,) = plot.curves
    assert curve.name == "validation"
    assert curve.trace.series.rows() == [[10, 0.25]]
    # the next run of the same kind shows it, too
    reporter.run_started.emit(started("mae", run=2))
    reporter.progressed.emit(progress({"mae/training": [[1, 9.0]], "r2/validation": [[1, 0.5]]}, run=2))
    qtbot.waitUntil(lambda: bool(plot.curves) and plot.curves[0].trace.series.rows() == [[1, 0.5]])


def test_both_losses_of_a_gan_are_in_one_plot(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    reporter.run_started.emit(started("generator_loss", "discriminator_loss", "real_score", "fake_score"))
    reporter.progressed.emit(
        progress({f"{name}/training": [[1, 0.5], [2, 0.25]] for name in ("generator_loss", "discriminator_loss")})
    )
    plot = plot_named(panel, "Loss")
    qtbot.waitUntil(lambda: [curve.name for curve in plot.curves] == ["generator", "discriminator"])
    assert len({curve.color().name() for curve in plot.curves}) == 2
    assert titles(panel) == ["Real called real", "Fake called real"]


def test_a_learning_rate_stays_until_its_next_point_and_is_not_smoothed(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot
) -> None:
    reporter.run_started.emit(started("accuracy"))
    reporter.progressed.emit(
        progress({"loss/training": [[1, 1.0], [20, 0.5]], "learning_rate": [[1, 0.1], [11, 0.01]]})
    )
    qtbot.waitUntil(lambda: "Learning rate" in titles(panel))
    pick(panel, "Learning rate")
    qtbot.waitUntil(lambda: chooser(panel).text() == "Learning rate")
    plot = plot_named(panel, "Learning rate")
    qtbot.waitUntil(lambda: len(plot.curves[0]._line[0]) > 0)
    epochs, rates = plot.curves[0]._line
    assert epochs.tolist() == [0.1, 1.1, 1.1, 2.0]  # ten steps an epoch; the run is at step 20
    assert rates.tolist() == [0.1, 0.1, 0.01, 0.01]
    texts = [f"{line.name} {line.value}" for line in plot.readout(1.5)]
    assert texts == ["epoch 1.50 step 15", "learning rate 0.0100"]


def test_a_rate_that_was_told_once_is_shown_as_far_as_the_run(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot
) -> None:
    reporter.run_started.emit(started("accuracy"))
    reporter.progressed.emit(progress({"loss/training": [[1, 1.0], [50, 0.5]], "learning_rate": [[1, 0.1]]}))
    qtbot.waitUntil(lambda: "Learning rate" in titles(panel))
    pick(panel, "Learning rate")
    qtbot.waitUntil(lambda: chooser(panel).text() == "Learning rate")
    rate, loss = plot_named(panel, "Learning rate"), plot_named(panel, "Loss")
    qtbot.waitUntil(lambda: bool(rate.curves) and rate.visible_range[0] == loss.visible_range[0] == (0.0, 5.0))


def test_an_old_bundles_history_still_shows(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    series = {name: [[10, 0.4], [20, 0.8]] for name in ("loss/training", "accuracy/training", "accuracy/validation")}
    panel.show_history(RunHistory.from_dict({"series": series, "steps_per_epoch": 10}, "old"))
    qtbot.waitUntil(lambda: len(plot_named(panel, "Accuracy").curves) == 2)
    assert chooser(panel).text() == "Accuracy"


def test_a_share_is_read_in_percent_and_another_metric_in_its_units(
    panel: PlotsPanel, reporter: Reporter, qtbot: QtBot
) -> None:
    reporter.run_started.emit(started("accuracy"))
    reporter.progressed.emit(progress({"accuracy/training": [[1, 0.25], [2, 0.5]], "auroc/validation": [[2, 0.875]]}))
    qtbot.waitUntil(lambda: bool(plot_named(panel, "Accuracy").curves))
    assert [line.value for line in plot_named(panel, "Accuracy").readout(0.2)][1] == "50.0 %"
    pick(panel, "AUROC")
    qtbot.waitUntil(lambda: chooser(panel).text() == "AUROC")
    assert [line.value for line in plot_named(panel, "AUROC").readout(0.2)][1] == "0.8750"


def test_the_choice_can_be_reached_with_the_keyboard(panel: PlotsPanel, reporter: Reporter, qtbot: QtBot) -> None:
    reporter.run_started.emit(started("accuracy", "f1"))
    reporter.progressed.emit(progress({"accuracy/training": [[1, 0.25]]}))
    qtbot.waitUntil(lambda: chooser(panel).isEnabled())
    button = chooser(panel)
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    pick(panel, "F1")
    qtbot.waitUntil(lambda: "F1" in button.accessibleName())
