"""Which network previews are of: inside blocks, of several that train together, and of one that does not."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from blocks import with_block
from pytestqt.qtbot import QtBot

from playground.core.presets import load_preset
from playground.protocol import Layers
from playground.ui.main_window import MainWindow
from playground.ui.previews.live import LivePreviews

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


def started(window: MainWindow, qtbot: QtBot) -> LivePreviews:
    """After one batch."""
    window.show_workbench()
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()
    previews = window.workbench.previews
    qtbot.waitUntil(lambda: window.controller.state == "paused" and previews.step == 1, timeout=LONG)
    return previews


def on_cards(window: MainWindow) -> dict[str, np.ndarray | None]:
    nodes = window.canvas.view.canvas_scene.nodes
    return {node: item.preview.seen.values if item.preview else None for node, item in nodes.items()}  # type: ignore[attr-defined]


def complete(window: MainWindow) -> bool:
    return all(values is not None for values in on_cards(window).values())


def test_inside_a_block_its_own_layers_are_shown(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(in_thread=True)
    window.session.open(with_block())
    previews = started(window, qtbot)
    outside = on_cards(window)
    assert outside["block1"] is not None
    assert window.canvas.view.trail.enter("block1")
    inside = on_cards(window)
    assert previews.lens == Layers("Main")
    sight = previews.sight
    assert sight is not None
    np.testing.assert_array_equal(inside["dense1"], sight.layers["block1.dense1"].values)
    np.testing.assert_array_equal(inside["dense1"], outside["block1"])
    assert window.canvas.view.trail.leave()
    assert on_cards(window).keys() == outside.keys()


def test_each_of_two_networks_that_train_shows_its_own(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(in_thread=True)
    window.resize(1600, 900)  # room for all of the bar
    made = load_preset("gan-small").project
    window.session.open(made.replace(data=made.data.replace(dataset="digits", limit=64)))
    previews, bar = started(window, qtbot), window.canvas.sample
    generator = window.session.network
    assert complete(window)
    noise = generator == "Generator"
    other = next(name for name in made.networks if name != generator)
    assert bar.part.isHidden() == noise
    window.session.show_network(other)
    assert previews.lens == Layers(other)
    qtbot.waitUntil(lambda: previews.sight is not None and complete(window), timeout=LONG)
    assert bar.part.isHidden() != noise


def test_a_network_that_does_not_train_says_nothing(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("digits-cnn", in_thread=True)
    previews = started(window, qtbot)
    spare = window.canvas.view.blocks.add_network()
    assert spare is not None
    assert window.session.network == spare
    window.workbench.canvas.view.add_layer("Dense")
    assert previews.sight is None
    assert window.canvas.sample.isHidden()
    assert set(on_cards(window).values()) == {None}
    window.session.show_network("Classifier")
    qtbot.waitUntil(lambda: previews.sight is not None, timeout=LONG)


def test_far_away_only_what_can_be_seen_is_drawn(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("digits-cnn", in_thread=True)
    started(window, qtbot)
    view = window.canvas.view
    item = view.canvas_scene.nodes["conv1"]
    assert not item.preview_rect(1.0).isEmpty()
    assert not item.preview_rect(0.5).isEmpty()
    assert item.preview_rect(0.3).isEmpty()
    view.navigator.zoom_to(0.3)
    view.viewport().repaint()
    before = item.preview.drawn  # type: ignore[union-attr]
    view.navigator.zoom_to(0.25)
    view.viewport().repaint()
    assert item.preview.drawn == before  # type: ignore[union-attr]
