"""Kernels and the gradient in the inspector, from a real run in the window."""

from __future__ import annotations

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from playground.core.edits import SetParams
from playground.protocol import Flow, Kernels, LayerHealth
from playground.ui.inspector.live_weights import told
from playground.ui.main_window import MainWindow

LONG = 30_000


def test_kernels_and_gradient_of_the_selected_layer_follow_the_run(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.show_workbench()
    session, page = window.session, window.inspector.layer_page
    session.select(["conv1"])
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()
    view = page.node_view
    assert view is not None
    qtbot.waitUntil(lambda: view.kernels.isVisible() and view.health.isVisible(), timeout=LONG)
    filters = session.graph.by_id["conv1"].layer.filters
    assert view.kernels.grid.count == min(filters, 64)
    assert "…" in view.kernels.caption.text()
    assert view.health.text().startswith("Gradient RMS ")
    live = window.workbench.live_weights
    assert live._kernels.lens == Kernels(session.network, "conv1")
    session.do(SetParams(session.network, "conv1", {"filters": filters + 1}))  # another layer from the next run on
    assert (live._kernels.lens, live._flow.lens) == (None, None)
    assert not view.kernels.isVisible()
    session.undo_stack.undo()
    assert live._flow.lens == Flow(session.network)
    dense = next(node.id for node in session.graph.nodes if node.type == "Dense")
    gradient = view.health.text()
    session.select([dense])
    assert view.health.isVisible()  # known from the same look, though nothing goes on
    assert view.health.text() != gradient
    pool = next(node.id for node in session.graph.nodes if node.type == "MaxPool2D")
    session.select([pool])
    assert live._kernels.lens is None
    assert not view.kernels.isVisible()
    window.inspector.show_tab("Training")
    assert live._flow.lens is None  # nobody sees it


def test_the_line_names_what_is_known() -> None:
    assert told(None) == ""
    assert told(LayerHealth()) == ""
    assert told(LayerHealth(gradient=0.0031, weight=1.0)) == "Gradient RMS 3.1e-3"
    assert told(LayerHealth(gradient=0.0031, weight=1.0, update=0.0012)) == (
        "Gradient RMS 3.1e-3 · update / weight 1.2e-3"
    )
