"""Explanations in the window: colours by their numbers, words, and the view with a real run."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from playground.protocol import Attribution, ExplainSeen, FromData
from playground.ui.main_window import MainWindow
from playground.ui.theme import theme
from playground.ui.views.explain.figure import Figure
from playground.ui.views.explain.shades import overlaid, reach_of
from playground.ui.views.explain.view import ExplainView
from playground.ui.views.explain.words import completeness, headline, reading, state_of

OpenWindow = Callable[..., MainWindow]
LONG = 30_000
IMAGE = np.full((4, 6), 128, np.uint8)


def sight(form: str, sample: np.ndarray, found: Attribution, names: tuple[str, ...] = ()) -> ExplainSeen:
    return ExplainSeen(
        form=form, sample=sample, names=names, attributions=(found,), outputs=("a", "b"),  # type: ignore[arg-type]
        scores=np.array([2.0, 1.0]), said=np.array([0.7, 0.3], np.float32), probabilities=True, output=0, against=None,
        explained="the score of “a” before Softmax", value=2.0, layers=(), layer="", label="test 3", truth="b",
        subject=FromData(),
    )  # fmt: skip


def rgb(color: QColor) -> tuple[int, int, int]:
    return color.red(), color.green(), color.blue()


def test_colours_say_for_and_against(qtbot: QtBot) -> None:
    values = np.zeros((4, 6), np.float32)
    values[0, 0], values[0, 1], values[0, 2] = 2.0, -2.0, 1.0
    half = overlaid(IMAGE, values, 2.0, 0.5)
    assert rgb(half.pixelColor(0, 0)) == rgb(theme().color("val"))
    assert rgb(half.pixelColor(1, 0)) == rgb(theme().color("train"))
    assert rgb(half.pixelColor(3, 0)) == (128, 128, 128)  # what counts nothing is the image itself
    middle = [(a + 128) / 2 for a in rgb(theme().color("val"))]
    assert rgb(half.pixelColor(2, 0)) == pytest.approx(middle, abs=1)
    bare = overlaid(IMAGE, values, 2.0, 0.0)
    assert rgb(bare.pixelColor(0, 0)) == (128, 128, 128)
    alone = overlaid(IMAGE, values, 2.0, 1.0)
    assert rgb(alone.pixelColor(3, 0)) == rgb(theme().color("canvas"))
    assert overlaid(np.zeros((8, 12, 3), np.uint8), values, 2.0, 0.5).width() == 6


def test_one_large_number_of_many_does_not_set_the_scale() -> None:
    many = np.ones((40, 40), np.float32)
    many[0, 0] = 100
    assert reach_of(many) == 1
    assert reach_of(np.array([1.0, -5.0, np.nan])) == 5
    assert reach_of(None) == 0


def test_the_figure_tells_what_is_under_the_pointer(qtbot: QtBot) -> None:
    figure = Figure("Occlusion")
    qtbot.addWidget(figure)
    figure.resize(120, 90)
    values = np.arange(24, dtype=np.float32).reshape(4, 6)
    found = Attribution("occlusion", values, done=1.0)
    figure.show_found(sight("image", IMAGE, found), found, 23.0, 0.5, [])
    assert figure.tip(QPointF(1, 1)) == "row 0, column 0: 0"
    assert figure.tip(QPointF(119, 79)) == "row 3, column 5: 23"
    assert figure.tip(QPointF(1, 89)) == ""
    row = Attribution("occlusion", np.array([0.5, -2.0], np.float32), done=1.0)
    seen = sight("row", np.array([4.5, 7.0], np.float32), row, ("length", "width"))
    figure.show_found(seen, row, 2.0, 0.5, [1, 0])
    figure.grab()
    assert figure.tip(QPointF(5, 5)) == "length is 4.5: 0.5"
    assert figure.tip(QPointF(5, 20)) == "width is 7: −2"
    words = Attribution("occlusion", np.array([1.0, 0.0], np.float32), done=1.0)
    figure.show_found(sight("words", np.zeros(0, np.float32), words, ("not", "good")), words, 1.0, 0.5, [])
    figure.grab()
    assert figure.tip(QPointF(5, 5)) == "not: 1"


def test_words_tell_the_error_and_how_to_read_it() -> None:
    found = Attribution("integrated", np.ones(2, np.float32), total=1.98, expected=2.0, done=1.0)
    assert completeness(found) == "1 % off: Σ 1.98 of 2"
    assert state_of(Attribution("integrated", done=0.25)) == "25 %"
    seen = sight("row", np.zeros(2, np.float32), found)
    assert headline(seen) == "The score of “a” before Softmax: 2 · test 3, in truth b"
    assert reading("occlusion", seen).startswith("Occlusion: What is lost when a number is covered.")


def test_a_prediction_is_explained_while_it_rests(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.show_workbench()
    view = window.workbench.docks.open("explain")
    assert isinstance(view, ExplainView)
    assert view.said
    with qtbot.waitSignal(window.controller.progressed, timeout=LONG):
        window.controller.step()

    def seen() -> ExplainSeen | None:
        return view._seen

    def whole(number: int) -> bool:
        found = seen()
        return (
            found is not None
            and found.subject == FromData("test", number)
            and all(part.done == 1 and part.step == 1 for part in found.attributions)
        )

    qtbot.waitUntil(lambda: whole(0), timeout=LONG)
    first = seen()
    assert first is not None
    assert view.said == ""
    assert view.bars.values == pytest.approx(tuple(first.said.tolist()))
    assert view.output.currentText() == f"Predicted: {first.outputs[first.output]}"
    for part in first.attributions:
        np.testing.assert_array_equal(view.panels[part.method].figure.values, part.values)
    other = (first.output + 1) % 10
    view.turn_to(other)  # another class
    qtbot.waitUntil(lambda: (found := seen()) is not None and found.output == other and whole(0), timeout=LONG)
    later = seen()
    assert later is not None
    assert not np.array_equal(first.attributions[0].values, later.attributions[0].values)
    window.workbench.previews.choose(FromData("test", 5))  # the sample of the window
    qtbot.waitUntil(lambda: whole(5), timeout=LONG)
    view.shared.setChecked(True)
    assert view.panels["integrated"].figure.reach == view.panels["occlusion"].figure.reach
    assert view.panels["saliency"].figure.reach != view.panels["occlusion"].figure.reach
    view.settings.checks["occlusion"].setChecked(False)
    assert not view.panels["occlusion"].isVisible()
    qtbot.waitUntil(lambda: (found := seen()) is not None and len(found.attributions) == 4, timeout=LONG)
    window.controller.reset()
    assert seen() is None
