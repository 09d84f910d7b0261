"""Previews on the cards while a real worker trains: they come, follow the chosen sample, and cost nothing unseen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from networks import classifier
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from playground.core.edits import SetParams
from playground.protocol import Brought, FromData, Layers, LayersSeen, Seen
from playground.ui.main_window import MainWindow
from playground.ui.previews.preview import Preview
from playground.ui.settings import settings

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    made = open_window("digits-cnn", in_thread=True)
    made.show_workbench()
    made.workbench.links.choose("nothing")  # another lens
    return made


def step(window: MainWindow, qtbot: QtBot) -> None:
    controller = window.controller
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.step()
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)


def wait_for_sight(window: MainWindow, qtbot: QtBot, subject: object = None) -> LayersSeen:
    previews = window.workbench.previews

    def there() -> bool:
        sight = previews.sight
        return sight is not None and (subject is None or sight.subject == subject)

    qtbot.waitUntil(there, timeout=LONG)
    assert previews.sight is not None
    return previews.sight


def wait_for_step(window: MainWindow, qtbot: QtBot, number: int) -> LayersSeen:
    """What is seen of the weights after that many steps, told in the window and drawn on the cards."""
    previews = window.workbench.previews
    qtbot.waitUntil(lambda: previews.step == number, timeout=LONG)
    assert previews.sight is not None
    return previews.sight


def shown(window: MainWindow) -> dict[str, Preview | None]:
    return {node: item.preview for node, item in window.canvas.view.canvas_scene.nodes.items()}  # type: ignore[misc]


def test_they_come_with_the_run_and_equal_what_was_seen(window: MainWindow, qtbot: QtBot) -> None:
    came: list[Seen] = []
    window.controller.seen.connect(came.append)
    step(window, qtbot)
    sight, found = wait_for_step(window, qtbot, 1), shown(window)
    assert came[-1].sight is sight
    assert None not in found.values()
    for node, preview in found.items():
        assert preview is not None
        assert preview.seen.kind == sight.layers[node].kind
        np.testing.assert_array_equal(preview.seen.values, sight.layers[node].values)
    kinds = {item.node.type: item.preview.seen.kind for item in window.canvas.view.canvas_scene.nodes.values()}
    assert (kinds["Input"], kinds["Conv2D"], kinds["Dense"]) == ("image", "maps", "vector")
    assert not window.canvas.sample.isHidden()


def test_they_change_while_it_learns_and_only_where_they_do(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot)
    wait_for_step(window, qtbot, 1)
    before = shown(window)
    step(window, qtbot)
    wait_for_step(window, qtbot, 2)
    after = shown(window)
    assert after["input1"] is before["input1"]  # the same image: not drawn again
    assert after["conv1"] is not before["conv1"]


def test_another_sample_flows_through(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot)
    first, bar = wait_for_step(window, qtbot, 1), window.canvas.sample
    assert first.subject == FromData("test", 0)
    assert bar.number.text() == "0"
    assert bar.accessibleDescription() == f"test 0 · truth {first.truth} · says {first.said}"
    qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    second = wait_for_sight(window, qtbot, FromData("test", 1))
    assert not np.array_equal(second.layers["input1"].values, first.layers["input1"].values)
    assert not np.array_equal(second.layers["conv1"].values, first.layers["conv1"].values)
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)
    wait_for_sight(window, qtbot, FromData("test", 0))
    qtbot.mouseClick(bar.back, Qt.MouseButton.LeftButton)  # before the first comes the last
    wait_for_sight(window, qtbot, FromData("test", first.count - 1))
    bar.number.setFocus()
    bar.number.selectAll()
    qtbot.keyClicks(bar.number, "17")
    qtbot.keyClick(bar.number, Qt.Key.Key_Return)
    wait_for_sight(window, qtbot, FromData("test", 17))
    bar.part.menu().actions()[1].trigger()
    wait_for_sight(window, qtbot, FromData("train", 17))
    assert bar.part.text().startswith("Training")


def test_whether_it_is_wrong_is_seen(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot)
    wait_for_step(window, qtbot, 1)
    for number in range(12):  # after one step it is wrong soon, and by chance right
        window.workbench.previews.choose(FromData("test", number))
        sight = wait_for_sight(window, qtbot, FromData("test", number))
        look = window.canvas.sample.words.property("look")
        assert look == ("caption" if sight.truth == sight.said else "bad-caption")


def test_a_file_of_ones_own_flows_through(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    step(window, qtbot)
    wait_for_sight(window, qtbot)
    paper = QImage(90, 120, QImage.Format.Format_RGB32)
    paper.fill(Qt.GlobalColor.white)
    for y in range(20, 100):
        for x in range(40, 52):
            paper.setPixel(x, y, 0)
    assert paper.save(str(tmp_path / "one.png"))
    bar = window.canvas.sample
    bar.load_file(tmp_path / "one.png")
    subject = window.workbench.previews.subject
    assert isinstance(subject, Brought)
    sight = wait_for_sight(window, qtbot, subject)
    image = sight.layers["input1"].values
    assert image.shape == (28, 28)
    assert image[:, 0].max() == 0  # light on black now, in the middle
    assert image.max() > 200
    assert bar.accessibleDescription() == f"yours · says {sight.said}"
    (tmp_path / "words.txt").write_text("no numbers", encoding="utf-8")
    window.resize(1100, 760)  # where there is no room for words that only tell what is said
    bar.load_file(tmp_path / "words.txt")
    assert "words.txt" in bar.accessibleDescription()
    assert bar.words.isVisible()
    assert window.workbench.previews.subject == subject
    qtbot.mouseClick(bar.next, Qt.MouseButton.LeftButton)
    wait_for_sight(window, qtbot, FromData("test", 1))
    assert "words.txt" not in bar.accessibleDescription()


def test_reset_takes_them_away_and_another_run_brings_them_back(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot)
    wait_for_sight(window, qtbot)
    window.controller.reset()
    assert set(shown(window).values()) == {None}
    assert window.canvas.sample.isHidden()
    assert window.workbench.watcher.lenses == ()
    step(window, qtbot)
    wait_for_sight(window, qtbot)
    assert None not in shown(window).values()


def test_switched_off_or_unseen_they_cost_nothing(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot)
    wait_for_sight(window, qtbot)
    watcher, action = window.workbench.watcher, window.menu_actions.live_previews
    assert action.isChecked()
    assert watcher.lenses == (Layers("Classifier"),)
    action.trigger()
    assert (watcher.lenses, set(shown(window).values())) == ((), {None})
    assert not settings().panel_shown("previews")
    qtbot.waitUntil(lambda: window.controller.watched.lenses == (), timeout=LONG)
    came: list[object] = []
    window.controller.seen.connect(came.append)
    for _ in range(3):
        step(window, qtbot)
    assert came == []
    action.trigger()
    wait_for_sight(window, qtbot)
    window.show_start()
    assert watcher.lenses == ()
    window.show_workbench()
    assert watcher.lenses == (Layers("Classifier"),)


def test_a_layer_that_was_edited_shows_its_shape_until_the_next_run(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot)
    wait_for_sight(window, qtbot)
    window.session.do(SetParams("Classifier", "conv1", {"filters": 3}))
    found = shown(window)
    assert found["conv1"] is None
    assert found["input1"] is not None
    window.session.undo_stack.undo()
    assert shown(window)["conv1"] is not None


def test_an_opened_bundle_is_seen_without_training(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.session.open(classifier(epochs=3))
    step(window, qtbot)
    trained = wait_for_step(window, qtbot, 1)
    controller, path = window.controller, tmp_path / "some.playground"
    with qtbot.waitSignal(controller.saved, timeout=LONG):
        controller.save_bundle(path)
    controller.reset()
    with qtbot.waitSignal(controller.bundle_opened, timeout=LONG):
        assert window.open_path(path)
    opened = wait_for_sight(window, qtbot)
    assert opened.layers.keys() == trained.layers.keys()
    for node, layer in opened.layers.items():
        np.testing.assert_allclose(layer.values, trained.layers[node].values, rtol=1e-5, atol=1e-6)
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.run()
    qtbot.waitUntil(lambda: controller.state == "finished", timeout=LONG)
    assert None not in shown(window).values()


def test_another_project_begins_with_its_first_sample(window: MainWindow, qtbot: QtBot) -> None:
    step(window, qtbot)
    wait_for_sight(window, qtbot)
    window.workbench.previews.choose(FromData("train", 5))
    wait_for_sight(window, qtbot, FromData("train", 5))
    window.controller.reset()
    window.session.open(classifier())
    assert window.workbench.previews.subject == FromData()


def test_a_text_of_ones_own_flows_through(open_window: OpenWindow, qtbot: QtBot) -> None:
    made = open_window("text-sentiment", in_thread=True)
    made.show_workbench()
    wait_for_sight(made, qtbot)
    bar = made.canvas.sample
    assert bar.draw.text() == "Write…"
    bar.write("a wonderful film")
    previews = made.workbench.previews
    qtbot.waitUntil(lambda: previews.sight is not None and previews.sight.sample == "yours", timeout=LONG)
    assert bar.part.text() == "Yours ▾"
    bar.write("!")
    qtbot.waitUntil(lambda: "The text has no word" in bar.words.full_text, timeout=LONG)


def test_what_an_edit_gave_another_output_shows_nothing_of_the_old_one(window: MainWindow, qtbot: QtBot) -> None:
    previews, session = window.workbench.previews, window.session
    qtbot.waitUntil(lambda: previews.seen_of("conv1") is not None, timeout=LONG)
    followers = ("conv1", "pool1", "flatten1")
    assert all(previews.seen_of(node) is not None for node in followers)
    filters = session.graph.by_id["conv1"].params["filters"]
    session.do(SetParams(session.network, "conv1", {"filters": filters + 3}))
    items = window.canvas.view.canvas_scene.nodes
    assert previews.seen_of("conv1") is None and previews.seen_of("pool1") is None
    assert items["conv1"].preview is None
    assert previews.seen_of("input1") is not None
    session.undo_stack.undo()
    assert previews.seen_of("conv1") is not None
