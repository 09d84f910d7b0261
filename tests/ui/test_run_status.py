"""What the toolbar says of a run that has ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest
from pytestqt.qtbot import QtBot

from playground.core.edits import Remove
from playground.protocol import RunFinished, RunStarted
from playground.ui.main_window import MainWindow


@pytest.mark.parametrize(("reason", "step", "share"), [("stopped", 220, 220 / 800), ("finished", 800, 1.0)])
def test_the_bar_stays_where_the_run_ended(
    open_window: Callable[..., MainWindow], reason: Literal["finished", "stopped"], step: int, share: float
) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.controller.run_started.emit(RunStarted(1, "cpu", 0, 20, 40, 32, 1280, 140, 360, 100, {}))
    test = {"loss": 0.2, "accuracy": 0.9472}
    window.controller.run_finished.emit(RunFinished(1, reason, step // 40, step, test, 3.0, 1200.0))
    assert window.toolbar.progress() == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(
    ("reason", "test", "note", "wanted"),
    [
        ("finished", {"loss": 0.2, "accuracy": 0.9472}, "", ("Finished", "94.72 % of the test images right")),
        ("stopped", {"loss": 0.25, "mae": 3.25}, "", ("Stopped", "MAE 3.25 on the test part")),
        ("stopped", {"loss": 0.25}, "", ("Stopped", "Loss 0.25 on the test part")),
        ("stopped", None, "", ("Stopped", "")),
        (
            "early", {"loss": 0.2, "accuracy": 0.5}, "Loss was best in epoch 3 (0.1); its weights are restored.",
            (
                "Stopped early",
                "50.00 % of the test images right. Loss was best in epoch 3 (0.1); its weights are restored.",
            ),
        ),
    ],
)  # fmt: skip
def test_the_most_telling_measure_is_said_with_what_early_stopping_did(
    open_window: Callable[..., MainWindow],
    reason: Literal["finished", "stopped", "early"],
    test: dict[str, float] | None,
    note: str,
    wanted: tuple[str, str],
) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.controller.run_started.emit(
        RunStarted(1, "cpu", 0, 20, 40, 32, 1280, 140, 360, 100, {}, metrics=("mae",) if test and "mae" in test else ())
    )
    window.controller.run_finished.emit(RunFinished(1, reason, 5, 200, test, 3.0, 1200.0, note))
    assert window.toolbar.status()[:2] == wanted


def test_what_stood_in_the_way_of_a_run_is_forgotten_once_it_is_gone(
    open_window: Callable[..., MainWindow], qtbot: QtBot
) -> None:
    window = open_window("digits-cnn", in_thread=True)
    controller, session = window.controller, window.session
    qtbot.waitUntil(lambda: controller.state == "idle", timeout=30_000)
    node = next(node.id for node in session.graph.nodes if node.type == "Input")
    session.do(Remove(session.network, frozenset({node})))
    controller.run()
    assert window.toolbar.status()[0] == "Cannot run"
    session.undo_stack.undo()
    qtbot.waitUntil(lambda: window.toolbar.status()[:2] == ("Ready", ""), timeout=5_000)
