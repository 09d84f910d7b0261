"""What the toolbar says of a run that has ended."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import pytest

from playground.protocol import RunFinished, RunStarted
from playground.ui.main_window import MainWindow


@pytest.mark.parametrize(("reason", "step", "share"), [("stopped", 220, 220 / 800), ("finished", 800, 1.0)])
def test_the_bar_stays_where_the_run_ended(
    open_window: Callable[..., MainWindow], reason: Literal["finished", "stopped"], step: int, share: float
) -> None:
    window = open_window("digits-cnn")
    window.controller.run_started.emit(RunStarted(1, "cpu", 0, 20, 40, 32, 1280, 140, 360, 100, {}))
    test = {"loss": 0.2, "accuracy": 0.9472}
    window.controller.run_finished.emit(RunFinished(1, reason, step // 40, step, test, 3.0, 1200.0))
    assert window.toolbar.progress() == pytest.approx(share, abs=0.01)
