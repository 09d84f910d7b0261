"""Two samples side by side in the window."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from playground.core.presets import load_preset
from playground.protocol import Changed, CompareSeen, Fellow, FromData, LayerCompared, LayerSeen
from playground.training.check import check
from playground.ui.main_window import MainWindow
from playground.ui.views.compare.columns import layer_told, told
from playground.ui.views.compare.kinds import kinds_for
from playground.ui.views.compare.second import SecondChoice
from playground.ui.views.compare.view import CompareView

OpenWindow = Callable[..., MainWindow]
LONG = 30_000


def sight(cosines: dict[str, float], parted: str, threshold: float = 0.5) -> CompareSeen:
    card = LayerSeen("vector", np.ones(3, np.float32), 3, 0, 1)
    layers = {path: LayerCompared(path, card, card, card, 0.25, cosine) for path, cosine in cosines.items()}
    return CompareSeen(layers, parted, threshold, ("test 0", "test 1"), ("", ""), ("", ""), FromData())


def test_words_say_where_they_part_and_why() -> None:
    assert told(sight({"in": 0.9, "conv": 0.4}, "conv")) == (
        "They part at conv: its cosine similarity is 0.400, the first one below 0.5."
    )
    assert "the first one below that of the inputs, 0.3." in told(sight({"in": 0.3, "conv": 0.2}, "conv", 0.3))
    assert told(sight({"in": 0.9}, "")).startswith("They do not part: no layer has them less alike than 0.5")
    assert layer_told(sight({"in": 0.9}, "").layers["in"]) == "in: relative difference 0.25, cosine similarity 0.900"


def test_the_second_sample_is_chosen_beside_the_first(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.show_workbench()
    view = window.workbench.docks.open("compare")
    assert isinstance(view, CompareView)
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()

    def seen() -> CompareSeen | None:
        return view._seen

    def wait(fits: Callable[[CompareSeen], bool]) -> CompareSeen:
        qtbot.waitUntil(lambda: (found := seen()) is not None and fits(found), timeout=LONG)
        found = seen()
        assert found is not None
        return found

    first = wait(lambda found: isinstance(found.second, FromData))
    assert view.second.second == Fellow("another class")
    assert first.truths[0] != first.truths[1]
    assert view.names.geometry().right() < view.area.geometry().left()
    assert view.words.full_text == told(first)
    view.turn_to(FromData("train", 7))
    wait(lambda found: found.second == FromData("train", 7))
    view.second.kind.setCurrentIndex(view.second.kind.findData("noise"))
    assert view.second.second == Changed("noise", 0.5)
    noisy = wait(lambda found: found.second is None)
    assert noisy.samples[1] == "test 0 with noise"
    qtbot.mouseClick(view.hold, Qt.MouseButton.LeftButton)
    window.workbench.previews.choose(FromData("test", 4))  # A goes on, B stays
    held = wait(lambda found: found.subject == FromData("test", 4))
    assert held.second == FromData("test", 0)
    paths = list(held.layers)
    place = view.columns.column(1).center().toPoint()
    assert view.columns.tip(view.columns.column(1).center()) == layer_told(held.layers[paths[1]])
    qtbot.mouseClick(view.columns, Qt.MouseButton.LeftButton, pos=QPoint(place.x(), place.y()))
    assert window.session.selection == {paths[1]}
    assert held.layers["dense2"].relative == pytest.approx(
        np.linalg.norm(held.layers["dense2"].first.values - held.layers["dense2"].second.values)
        / np.linalg.norm(held.layers["dense2"].first.values), rel=1e-4,
    )  # fmt: skip
    window.controller.reset()
    assert seen() is None


@pytest.mark.parametrize(
    ("preset", "network", "first", "lacks"),
    [
        ("mnist-cnn", "Classifier", "another class", ""),
        ("diabetes", "Regressor", "different", "shift"),
        ("gan-2d", "Discriminator", "fake", "shift"),
        ("gan-2d", "Generator", "different", "nearest"),
        ("text-sentiment", "Reader", "another class", "noise"),
    ],
)
def test_what_is_offered_beside_a_sample_fits_the_data(preset: str, network: str, first: str, lacks: str) -> None:
    project = load_preset(preset).project
    assert network in project.networks
    kinds = [value for _, value in kinds_for(project.networks, network, check(project).dataset)]
    assert kinds[0] == first
    assert lacks not in kinds
    assert "number" in kinds


def test_the_first_choice_is_taken_until_a_person_takes_another(qtbot: QtBot) -> None:
    second = SecondChoice()
    qtbot.addWidget(second)
    last = (("A with noise", "noise"), ("From a file…", "file"))
    classes = (("Next of another class", "another class"), *last)
    plain = (("Least alike of the next", "different"), ("Number…", "number"), *last)
    second.offer(classes, FromData())
    assert second.second == Fellow("another class")
    second.offer(plain, FromData("test", 1))
    assert second.second == Fellow("different")
    assert second.kind.findData("held") < 0  # nothing is held yet
    second.kind.setCurrentIndex(second.kind.findData("number"))
    assert second.second == FromData("test", 2)  # not A
    second.kind.setCurrentIndex(second.kind.findData("noise"))
    second.offer(classes, FromData())
    assert isinstance(second.second, Changed)
    second.hold(FromData("test", 9))
    second.offer(plain, FromData())
    assert second.second == FromData("test", 9)
