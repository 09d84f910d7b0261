"""The Predict tab in the real window: rows and texts are pasted, files are opened."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from networks import classifier
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from playground.core.edits import SetTraining
from playground.engine.data.digits import load_digits
from playground.ui.main_window import MainWindow
from playground.ui.predict import PredictPanel
from playground.ui.predict.panel import GENERATES, NO_WEIGHTS
from playground.ui.predict.typed_page import TypedPage

LONG = 60_000
OpenWindow = Callable[..., MainWindow]


def opened(window: MainWindow, qtbot: QtBot, epochs: int) -> PredictPanel:
    """The tab of a trained network."""
    if epochs:
        window.session.do(SetTraining({"epochs": epochs}))
    with qtbot.waitSignal(window.controller.run_finished, timeout=LONG):
        window.controller.run()
    window.menu_actions.predict.trigger()
    return window.workbench.predict


@pytest.fixture
def digits(open_window: OpenWindow, qtbot: QtBot) -> PredictPanel:
    window = open_window(in_thread=True)
    window.session.open(classifier(epochs=20, learning_rate=0.005).replace(title="My digits"))
    window.show_workbench()
    return opened(window, qtbot, 0)


def typed(panel: PredictPanel) -> TypedPage:
    assert panel.typed is not None
    assert panel.typed.isVisible()
    return panel.typed


def test_without_weights_it_says_what_to_do(open_window: OpenWindow) -> None:
    window = open_window("iris", in_thread=True)
    window.menu_actions.predict.trigger()
    panel = window.workbench.predict
    assert panel.empty.isVisible()
    assert panel.empty.text() == NO_WEIGHTS
    assert not panel.open_files.isEnabled()
    assert not panel.acceptDrops() or not panel._takes([Path("some.png")])


def test_files_of_a_folder_are_told_and_those_that_cannot_be_read_are_named(
    digits: PredictPanel, qtbot: QtBot, tmp_path: Path
) -> None:  # fmt: skip
    data = load_digits()
    folder = tmp_path / "scans"
    folder.mkdir()
    for number in range(3):
        Image.fromarray(data.test_x[number, 0]).save(folder / f"{number}.png")
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    (folder / "table.xyz").write_text("what is this")
    with qtbot.waitSignal(digits.client.predicted, timeout=LONG):
        digits.predict_files([folder])
    results = digits.results
    assert results is not None
    assert results.title.full_text == "3 predictions, 2 files could not be read"
    assert "broken.png: " in results.problems.text()
    assert "table.xyz: " in results.problems.text()
    told = {results.table.values.index(row, 0).data(): results.table.values.index(row, 1).data() for row in range(5)}
    assert told == {"broken.png": "not read", "table.xyz": "not read"} | {
        f"{n}.png": told[f"{n}.png"] for n in range(3)
    }  # fmt: skip
    assert sum(told[f"{n}.png"] == str(int(data.test_y[n])) for n in range(3)) >= 2

    digits._ask_place = lambda *_: tmp_path / "out.csv"
    digits.save.click()
    rows = list(csv.DictReader((tmp_path / "out.csv").read_text("utf-8").splitlines()))
    assert [Path(row["file"]).name for row in rows] == ["0.png", "1.png", "2.png", "broken.png", "table.xyz"]
    assert sum(float(rows[0][str(digit)]) for digit in range(10)) == pytest.approx(1, abs=1e-4)
    assert rows[3]["problem"]
    assert rows[0]["problem"] == ""


def test_files_are_dropped_on_it_and_projects_go_on_to_the_window(
    digits: PredictPanel, qtbot: QtBot, tmp_path: Path
) -> None:  # fmt: skip
    Image.fromarray(load_digits().test_x[0, 0]).save(tmp_path / "one.png")

    held: list[QMimeData] = []

    def dropped(name: str) -> QDropEvent:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
        held.append(mime)  # the event does not own it
        event = QDropEvent(
            QPointF(5, 5), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        event.ignore()
        return event

    event = dropped("one.png")
    with qtbot.waitSignal(digits.client.predicted, timeout=LONG) as told:
        digits.dropEvent(event)
    assert event.isAccepted()
    assert len(told.args[0].rows) == 1
    other = dropped("mine.json")
    digits.dropEvent(other)
    assert not other.isAccepted()


def test_rows_are_pasted_under_their_columns(open_window: OpenWindow, qtbot: QtBot) -> None:
    panel = opened(open_window("iris", in_thread=True), qtbot, 60)
    page = typed(panel)
    names = panel.typed._names if panel.typed else ()
    assert len(names) == 4
    page.box.setPlainText("\t".join(names) + "\n5.1\t3.5\t1.4\t0.2\n6.7\t3.0\t5.2\t2.3\n")
    with qtbot.waitSignal(panel.client.predicted, timeout=LONG) as told:
        qtbot.keyClick(page.box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert [row.said for row in told.args[0].rows] == ["setosa", "virginica"]
    page.box.setPlainText(",".join(names) + "\n1,2,3\n")
    page.predict.click()
    assert page.fault.text().startswith("Line 2 has 3 cells; there are 4 columns")
    page.box.setPlainText("a,b\n1,2\n")
    with qtbot.waitSignal(panel.client.failed, timeout=LONG):
        page.predict.click()
    assert "What was given lacks the columns" in page.fault.text()
    page.box.setPlainText("a")
    assert page.fault.text() == ""


def test_each_line_is_a_text(open_window: OpenWindow, qtbot: QtBot) -> None:
    panel = opened(open_window("text-sentiment", in_thread=True), qtbot, 1)
    page = typed(panel)
    page.box.setPlainText("a wonderful day\n\nterrible\n")
    with qtbot.waitSignal(panel.client.predicted, timeout=LONG) as told:
        page.predict.click()
    assert [row.row for row in told.args[0].rows] == ["1: a wonderful day", "2: terrible"]


def test_what_a_generator_makes_is_elsewhere(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("gan-2d", in_thread=True)
    window.session.do(SetTraining({"epochs": 1}))
    panel = opened(window, qtbot, 1)
    assert panel.empty.text() == GENERATES
    assert panel.empty.isVisible()
    assert not panel.open_files.isEnabled()


def test_one_draws_in_a_view_of_its_own(digits: PredictPanel, qtbot: QtBot) -> None:
    assert digits.draw.isVisible()
    assert not digits.typed.isVisible() if digits.typed is not None else False
    qtbot.mouseClick(digits.draw, Qt.MouseButton.LeftButton)
    views = digits.window().workbench.docks.open_views
    assert views["draw"].isVisible()
