"""The learning-rate finder with the real worker, and its plot by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from playground.core.edits import SetData, SetTraining
from playground.protocol import LearningRates, RequestFailed
from playground.ui.lr_finder import RateFinder
from playground.ui.main_window import MainWindow
from playground.ui.rate_plot import RatePlot, rounded

LONG = 30_000
RATES = np.logspace(-6, 0, 61)
LOSSES = 2.3 - 1.5 * np.exp(-((np.log10(RATES) + 2) ** 2))  # lowest at 0.01


@pytest.fixture
def plot(qtbot: QtBot) -> Iterator[RatePlot]:
    plot = RatePlot()
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.show_points(RATES.tolist(), LOSSES.tolist(), 3e-3)
    with qtbot.waitActive(plot):
        plot.show()
        plot.activateWindow()
    return plot


def test_a_click_chooses_the_rate_under_the_pointer(qtbot: QtBot, plot: RatePlot) -> None:
    with qtbot.waitSignal(plot.chosen) as chosen:
        qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(round(plot.place(0.02)), 150))
    assert chosen.args == [pytest.approx(0.02, rel=0.05)]


def test_arrows_move_and_enter_chooses(qtbot: QtBot, plot: RatePlot) -> None:
    plot.setFocus()
    qtbot.keyClick(plot, Qt.Key.Key_Right)  # a twentieth of a decade from the suggestion
    with qtbot.waitSignal(plot.chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert chosen.args == [rounded(3e-3 * 10 ** (1 / 20))]
    for _ in range(200):
        qtbot.keyClick(plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(plot.chosen) as chosen:
        qtbot.keyClick(plot, Qt.Key.Key_Return)
    assert chosen.args == [1e-6]  # the lowest that was tried


def test_a_loss_that_is_no_number_leaves_a_gap(plot: RatePlot) -> None:
    plot.show_points([0.1, 0.2, 0.3], [1.0, float("nan"), float("inf")], None)
    assert plot.points == [(0.1, 1.0)]
    assert not plot.grab().isNull()


@pytest.fixture
def finder(open_window: Callable[..., MainWindow], qtbot: QtBot) -> RateFinder:
    window = open_window("digits-cnn", in_thread=True)
    window.session.do(SetData({"limit": 400}))
    qtbot.waitUntil(lambda: window.controller.worker is not None, timeout=LONG)
    window.menu_actions.find_rate.trigger()
    assert window.tasks.finder is not None
    return window.tasks.finder


def test_rates_are_tried_live_and_one_is_suggested_and_set(
    finder: RateFinder, qtbot: QtBot, request: pytest.FixtureRequest
) -> None:
    session, controller = finder._session, finder._controller
    before, answers = session.project, []
    controller.answered.connect(answers.append)
    qtbot.waitUntil(lambda: not finder.searching, timeout=LONG)
    found = [answer for answer in answers if isinstance(answer, LearningRates)]
    assert len(found) > 1  # while it goes on, too
    assert found[-1].done
    assert len(finder.plot.points) >= 20
    rates = [rate for rate, _ in finder.plot.points]
    assert rates == sorted(rates)
    assert session.project is before
    assert not controller.has_weights
    assert finder.use.isEnabled()
    qtbot.mouseClick(finder.plot, Qt.MouseButton.LeftButton, pos=QPoint(round(finder.plot.place(0.002)), 150))
    assert session.project.training.learning_rate == pytest.approx(0.002, rel=0.05)
    assert "learning rate is" in finder.status.text()
    session.undo_stack.undo()
    assert session.project.training.learning_rate == before.training.learning_rate
    finder.use.click()
    assert 1e-5 < session.project.training.learning_rate < 1
    assert not finder.isVisible()


def test_cancel_ends_the_search_and_the_worker_is_free(finder: RateFinder, qtbot: QtBot) -> None:
    assert finder.searching
    assert finder.cancel.text() == "Cancel"
    finder.cancel.click()
    assert not finder.searching
    assert finder.status.text() == "Cancelled."
    assert finder.cancel.text() == "Close"
    finder._session.do(SetTraining({"epochs": 1}))
    with qtbot.waitSignal(finder._controller.run_finished, timeout=LONG):
        finder._controller.run()


def test_nothing_is_searched_beside_a_run_nor_with_an_error(finder: RateFinder, qtbot: QtBot) -> None:
    finder.cancel.click()
    controller, session = finder._controller, finder._session
    with qtbot.waitSignal(controller.run_started, timeout=LONG):
        controller.run()
    finder.search()
    assert not finder.searching
    assert "A run is under way" in finder.status.text()
    assert not finder.again.isEnabled()
    controller.reset()
    assert finder.again.isEnabled()
    session.do(SetData({"dataset": "nowhere"}))
    finder.search()
    assert not finder.searching
    assert finder.status.text().startswith("It cannot train yet.")


def test_what_the_worker_refuses_is_said_in_the_dialog(finder: RateFinder, qtbot: QtBot) -> None:
    request = finder._request
    assert request is not None
    finder._controller.answered.emit(RequestFailed(request, "There is too little memory.", "Make the batch smaller."))
    assert finder.status.text() == "There is too little memory. Make the batch smaller."
    assert not finder.searching
