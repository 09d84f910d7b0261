"""Drawing is coalesced, paced, and over when nothing is new."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.ui.plots.pacer import INTERVAL_MS, Pacer


def test_many_requests_are_one_drawing_and_the_timer_ends(qtbot: QtBot, qapp: QApplication) -> None:
    parent, times = QObject(), []
    pacer = Pacer(lambda: times.append(time.perf_counter()), parent)
    for _ in range(50):
        pacer.request()
    qtbot.waitUntil(lambda: len(times) == 1)
    timer = parent.findChild(QTimer)
    assert not timer.isActive()
    pacer.request()
    pacer.request()
    qtbot.waitUntil(lambda: len(times) == 2)
    assert times[1] - times[0] >= 0.9 * INTERVAL_MS / 1000
    assert not timer.isActive()


def test_stopping_forgets_what_was_due(qtbot: QtBot, qapp: QApplication) -> None:
    parent, times = QObject(), []
    pacer = Pacer(lambda: times.append(0), parent)
    pacer.request()
    pacer.stop()
    later = Pacer(lambda: times.append(1), parent)
    later.request()
    qtbot.waitUntil(lambda: bool(times))
    assert times == [1]
