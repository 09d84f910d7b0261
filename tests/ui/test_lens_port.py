"""What waits to be shown of a network at rest is not lost when what was shown before is taken away."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from playground.protocol import Confusion, Unseen
from playground.ui.lens_port import LensPort
from playground.ui.watching import Watcher

LENS = Confusion("Classifier")


class Controller(QObject):
    """Only says what a controller says: the events come from the tests."""

    seen, bundle_opened = Signal(object), Signal(object)
    run_reset, worker_died, state_changed, draft_changed = Signal(), Signal(), Signal(), Signal()
    shown_run: int | None = 1

    def watch(self, *_: Any, **__: Any) -> None: ...


@pytest.fixture
def waiting(qtbot: QtBot) -> tuple[LensPort, list[Unseen]]:
    """A port that has shown the sight of run 1, and has that of run 2 still to show."""
    controller = Controller()
    watcher = Watcher(controller, controller)
    port = LensPort(watcher, controller, interval=0.15)
    shown: list[Unseen] = []
    port.arrived.connect(shown.append)
    port.open(LENS)
    with qtbot.waitSignal(port.arrived, timeout=30_000):
        controller.seen.emit(Unseen(1, LENS, "of one"))
    controller.seen.emit(Unseen(2, LENS, "of two"))
    assert [event.run for event in shown] == [1]
    port.controller = controller  # type: ignore[attr-defined]  # or it would be gone
    return port, shown


def test_what_waits_of_the_network_that_is_there_comes_after_all(
    waiting: tuple[LensPort, list[Unseen]], qtbot: QtBot
) -> None:
    port, shown = waiting
    with qtbot.waitSignal(port.arrived, timeout=30_000):
        port.forget(but=2)
    assert [event.run for event in shown] == [1, 2]


@pytest.mark.parametrize("kept", [None, 1, 3])
def test_what_waits_of_another_is_dropped(
    waiting: tuple[LensPort, list[Unseen]], qtbot: QtBot, kept: int | None
) -> None:
    port, shown = waiting
    with qtbot.assertNotEmitted(port.arrived, wait=300):
        port.forget(but=kept)
    assert [event.run for event in shown] == [1]
