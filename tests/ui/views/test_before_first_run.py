"""Before there is a run every view looks into the network as one would begin, and goes over to the run."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import torch
from pytestqt.qtbot import QtBot

from playground.core.edits import SetParams, SetTraining
from playground.core.project import Project
from playground.engine.preparation import prepare
from playground.protocol import RunFinished, WorkerDied
from playground.ui.main_window import MainWindow
from playground.ui.views.catalogue import VIEWS
from playground.ui.views.confusion import ConfusionView
from playground.ui.views.histograms import HistogramsView
from playground.ui.views.view import View

OpenWindow = Callable[..., MainWindow]
LONG = 30_000
NO_PAIR, NO_IMAGES = "No such pair", "images in grey or in colour"
# Views that show something, "", and others that say why they do not.
WATCHED: dict[str, dict[str, str]] = {
    "spiral-2d": {"boundary": "", "landscape": "", "compare": "", "gan": NO_PAIR, "draw": NO_IMAGES},
    "digits-cnn": {"microscope": "", "draw": "", "explain": "", "confusion": "", "latent": ""},
    "gan-2d": {"gan": "", "boundary": "", "latent": "", "histograms": "", "explain": "begins with noise"},
    "text-sentiment": {"explain": "", "histograms": "", "boundary": "reads words"},
    "lstm-forecast": {"microscope": "", "compare": "", "confusion": "predicts numbers"},
}  # fmt: skip


def opened(open_window: OpenWindow, preset: str) -> MainWindow:
    window = open_window(preset, in_thread=True)
    window.show_workbench()
    window.workbench.links.choose("nothing")
    return window


@pytest.mark.parametrize("preset", WATCHED)
def test_every_view_shows_first_weights_follows_edits_and_leads_over_to_the_run(
    preset: str, open_window: OpenWindow, qtbot: QtBot
) -> None:
    window, lacks = opened(open_window, preset), WATCHED[preset]
    controller, docks = window.controller, window.workbench.docks
    for name in lacks:
        docks.open(name)
        docks.move(name, "window")  # so that all are seen
    views = {name: docks.open_views[name] for name in lacks}

    def shows(name: str, view: View) -> bool:
        """What can be looked into now, or why it does not; a pad is empty until somebody draws."""
        if lacks[name]:
            return lacks[name] in view.said
        return not view.said and (name == "draw" or view.shown_run == controller.shown_run)

    def settled() -> None:
        assert controller.shown_run is not None
        assert {name: view.said for name, view in views.items() if not shows(name, view)} == {}
        marked = {name for name, view in views.items() if view.mark.isVisible()}
        assert marked == {name for name in lacks if not lacks[name] and controller.run_id is None}

    qtbot.waitUntil(settled, timeout=LONG)
    first = controller.shown_run
    assert controller.run_id is None
    assert window.session.do(SetTraining({"seed": 77}))
    qtbot.waitUntil(lambda: controller.shown_run not in (None, first), timeout=LONG)
    qtbot.waitUntil(settled, timeout=LONG)
    blank: list[str] = []
    for name, view in views.items():
        if not lacks[name]:
            view.say = blank.append  # type: ignore[method-assign]
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    qtbot.waitUntil(settled, timeout=LONG)
    assert controller.run_id is not None
    assert not blank  # on the way to the run


def test_it_waits_in_words_for_data_that_would_be_fetched(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = opened(open_window, "vae-2d")
    for each in VIEWS:
        view = window.workbench.docks.open(each.name)
        if each.name not in ("runs", "history"):  # these tell of no network
            qtbot.waitUntil(lambda view=view: "MNIST is not on this machine yet" in view.said, timeout=LONG)
            assert view.EMPTY in view.said
        assert not view.mark.isVisible()


def counted(project: Project) -> np.ndarray:
    """The confusion matrix of untrained weights on the validation part."""
    state = prepare(project)
    state.module.eval()
    with torch.inference_mode():
        pairs = [(y, state.module(x).argmax(1)) for x, y in state.samples.part("validation", 50)]
    found = np.zeros((10, 10), int)
    np.add.at(found, (torch.cat([y for y, _ in pairs]).numpy(), torch.cat([said for _, said in pairs]).numpy()), 1)
    return found


def test_what_is_told_is_of_the_network_on_the_canvas_and_of_none_that_does_not_fit(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    window = opened(open_window, "digits-cnn")
    session, drafts = window.session, window.workbench.drafts
    window.workbench.previews.set_enabled(False)
    assert not drafts.wanted
    view = window.workbench.docks.open("confusion")
    assert isinstance(view, ConfusionView)
    assert drafts.wanted  # for the view alone

    def told() -> bool:
        return view.sight is not None and view.sight.samples == 143 and view._key[1] == view.sight.at

    qtbot.waitUntil(told, timeout=LONG)
    np.testing.assert_array_equal(view.sight.counts, counted(session.project))
    before, view._cell = view.sight, (1, 2)
    assert session.do(SetTraining({"seed": 5}))
    qtbot.waitUntil(lambda: view.sight is not before and told(), timeout=LONG)
    np.testing.assert_array_equal(view.sight.counts, counted(session.project))
    last = next(node.id for node in reversed(session.graph.nodes) if node.type == "Dense")
    assert session.do(SetParams(session.network, last, {"units": 3}))
    qtbot.waitUntil(lambda: view.said.startswith("Nothing to see yet. "), timeout=LONG)
    assert "10" in view.said  # as many classes as there are
    assert view.sight is None
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: told() and not view.said, timeout=LONG)
    window.workbench.docks.close("confusion")
    assert not drafts.wanted


def test_one_that_takes_the_worker_along_is_not_tried_again(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = opened(open_window, "spiral-2d")
    controller = window.controller
    view = window.workbench.docks.open("histograms")
    assert isinstance(view, HistogramsView)
    qtbot.waitUntil(lambda: not view.said, timeout=LONG)
    asked: list[int | None] = []
    controller.draft_changed.connect(lambda: asked.append(controller.shown_run))
    with qtbot.waitSignal(controller.ready, timeout=LONG):
        controller._worker.received.emit(WorkerDied("It ended.", 1, None))
    qtbot.waitUntil(lambda: "ended while it looked into this network" in view.said, timeout=LONG)
    qtbot.waitUntil(lambda: not window.workbench.drafts._soon.isActive(), timeout=LONG)
    assert not asked
    dense = next(node.id for node in window.session.graph.nodes if node.type == "Dense")
    assert window.session.do(SetParams(window.session.network, dense, {"units": 4}))
    qtbot.waitUntil(lambda: not view.said and bool(asked), timeout=LONG)
    weights = view.panels["Biases"].plot.ridges[-1].histogram
    assert weights.total == 4


def test_a_run_that_was_stopped_before_it_had_weights_leaves_the_draft(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = opened(open_window, "iris")
    controller = window.controller
    view = window.workbench.docks.open("compare")
    qtbot.waitUntil(lambda: not view.said, timeout=LONG)
    controller.run()
    run = controller.run_id
    assert run is not None
    controller._worker.received.emit(RunFinished(run, "stopped", 0, 0, None, 0.0, 0.0))  # while data were fetched
    assert controller.run_id is None
    qtbot.waitUntil(lambda: view.shown_run not in (None, run) and view.mark.isVisible(), timeout=LONG)
