"""The Confusion view in the real window: the matrix of each epoch, its cells, and what a click brings."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import numpy as np
from networks import classifier
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from playground.core.edits import SetTraining
from playground.protocol import FromData
from playground.ui.main_window import MainWindow
from playground.ui.views.confusion import ConfusionView

LONG = 60_000
OpenWindow = Callable[..., MainWindow]


def trained(window: MainWindow, qtbot: QtBot) -> ConfusionView:
    window.workbench.links.choose("nothing")
    window.workbench.open_view("confusion")
    view = cast("ConfusionView", window.workbench.docks.open("confusion"))
    with qtbot.waitSignal(window.controller.run_finished, timeout=LONG):
        window.controller.run()
    return view


def told_until(view: ConfusionView) -> float:
    """The last epoch that is told of."""
    return view.sight.known[-1].epochs if view.sight is not None and view.sight.known else -1.0


def test_every_epoch_can_be_looked_at_and_every_cell(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(in_thread=True)
    made = classifier(epochs=3, learning_rate=0.003)
    window.session.open(made.replace(data=made.data.replace(validation=0.4)))
    window.show_workbench()
    view = trained(window, qtbot)
    qtbot.waitUntil(lambda: told_until(view) == 3, timeout=LONG)
    assert view.sight is not None
    last = view.sight
    assert view.when.full_text.startswith("epoch 3: ")
    epochs = [known.epochs for known in view.sight.known]  # weights between two ends may have been asked, too
    assert {1, 2, 3} <= set(epochs)
    assert epochs == sorted(epochs)
    assert view.slider.maximum() == view.slider.value() == len(epochs) - 1
    assert view.samples.title.full_text.startswith(f"{last.found:,} mistake")
    view.slider.setValue(epochs.index(1))
    qtbot.waitUntil(lambda: view.sight is not None and view.sight.at.epochs == 1, timeout=LONG)
    first = view.sight
    assert not np.array_equal(first.counts, last.counts)
    assert view.when.full_text.startswith("epoch 1: ")
    truth, said = np.argwhere((first.counts > 0) & ~np.eye(10, dtype=bool))[0].tolist()
    view.matrix.choose(truth, said)
    qtbot.waitUntil(lambda: view.sight is not None and view.sight.cell == (truth, said), timeout=LONG)
    assert view.sight.found == first.counts[truth, said]
    assert view.samples.title.full_text.startswith(f"{truth} taken for {said}: ")
    place = view.samples.pictures.cell(0).center()
    qtbot.mouseClick(view.samples.pictures, Qt.MouseButton.LeftButton, pos=place)
    number = view.sight.shown.numbers[0]
    assert window.workbench.previews.subject == FromData("validation", number)
    qtbot.waitUntil(lambda: window.workbench.previews.sight is not None, timeout=LONG)
    view.samples.back.click()
    qtbot.waitUntil(lambda: view.sight is not None and view.sight.cell is None, timeout=LONG)
    view.copy_matrix()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [int(cell) for cell in lines[1].split("\t")[1:]] == view.sight.counts[0].tolist()
    view.part.setCurrentIndex(view.part.findData("test"))
    qtbot.waitUntil(lambda: view.sight is not None and view.sight.part == "test", timeout=LONG)
    assert view.sight.samples == view.sight.whole


def test_rows_of_a_table_are_listed_and_flow_through(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("iris", in_thread=True)
    window.session.do(SetTraining({"epochs": 2}))
    view = trained(window, qtbot)
    qtbot.waitUntil(lambda: told_until(view) == 2, timeout=LONG)
    assert view.sight is not None
    table = view.samples.table
    assert table.isVisible()
    heads = [table.values.headerData(n, Qt.Orientation.Horizontal) for n in range(3)]
    assert heads == ["Truth", "Said", "Confidence"]
    assert view.sight is not None
    last = len(view.sight.shown.numbers) - 1
    table.clicked.emit(table.values.index(last, 0))
    assert window.workbench.previews.subject == FromData("validation", view.sight.shown.numbers[last])


def test_a_run_that_predicts_numbers_says_so(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("diabetes", in_thread=True)
    window.session.do(SetTraining({"epochs": 1}))
    view = trained(window, qtbot)
    qtbot.waitUntil(lambda: "predicts numbers" in view.said, timeout=LONG)
    assert view.part.isVisible()
