"""Histograms of a real run: a ridge for each epoch, the newest as the weights are now, the layer as on the canvas."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from playground.core.edits import SetTraining
from playground.ui.main_window import MainWindow
from playground.ui.views.histograms import HistogramsView

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    made = open_window("iris", in_thread=True)
    made.show_workbench()
    made.workbench.links.choose("nothing")
    return made


def shown(view: HistogramsView) -> list[str]:
    return [kind for kind, panel in view.panels.items() if not panel.isHidden()]


def test_epochs_that_nobody_watched_are_there_and_the_newest_is_live(window: MainWindow, qtbot: QtBot) -> None:
    controller, docks = window.controller, window.workbench.docks
    window.session.do(SetTraining({"epochs": 3}))
    with qtbot.waitSignal(controller.run_finished, timeout=LONG):
        controller.run()
    step = window.plots.runs.current.last_step  # type: ignore[union-attr]
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
    view = docks.open("histograms")
    assert isinstance(view, HistogramsView)
    dense = next(node.id for node in window.session.graph.nodes if node.type == "Dense")
    window.session.select([dense])
    assert view.layer == dense
    assert shown(view) == ["Weights", "Biases", "Gradients", "Activations"]
    plot = view.panels["Weights"].plot
    qtbot.waitUntil(lambda: bool(plot.ridges) and plot.ridges[-1].live, timeout=LONG)
    assert [ridge.epoch for ridge in plot.ridges[:4]] == [0, 1, 2, 3]
    assert plot.ridges[-1].step == step + 1
    weights = plot.ridges[0].histogram
    node = window.session.graph.by_id[dense]
    assert weights.total == 4 * node.params["units"]  # an iris is measured in four ways
    assert view.panels["Biases"].plot.ridges[0].histogram.total == node.params["units"]
    totals = {ridge.histogram.total for ridge in plot.ridges}
    assert totals == {weights.total}
    assert any((a.histogram.counts != b.histogram.counts).any() for a, b in zip(plot.ridges, plot.ridges[1:]))  # noqa: B905

    travel = window.workbench.travel
    travel.look_at(step // 3)  # the end of the first epoch: what came later is not told
    qtbot.waitUntil(lambda: plot.ridges[-1].step <= step // 3, timeout=LONG)
    assert [ridge.epoch for ridge in plot.ridges] in ([0], [0, 1])  # not every epoch of a short run is kept
    travel.now()
    qtbot.waitUntil(lambda: plot.ridges[-1].step == step + 1, timeout=LONG)

    window.session.select([window.session.graph.nodes[0].id])  # the input has no weights
    assert shown(view) == ["Activations"]
    view.turn_to(dense)
    assert shown(view)[0] == "Weights"

    controller.reset()  # the run is gone, its histograms are not
    qtbot.waitUntil(lambda: not view.panels["Weights"].plot.ridges[-1].live, timeout=LONG)
    assert np.array_equal(view.panels["Weights"].plot.ridges[0].histogram.counts, weights.counts)
