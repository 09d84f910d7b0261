"""The Evaluate tab in the real window: a report on real weights, the samples behind it, and how old it is."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from networks import chain, classifier, project
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from playground.core.edits import SetTraining
from playground.core.project import Project
from playground.ui.evaluate import EvaluatePanel
from playground.ui.evaluate.panel import NO_REPORT, NO_WEIGHTS
from playground.ui.main_window import MainWindow

LONG = 60_000
OpenWindow = Callable[..., MainWindow]


def trained(open_window: OpenWindow, qtbot: QtBot, made: Project) -> MainWindow:
    window = open_window(in_thread=True)
    window.session.open(made)
    window.show_workbench()
    with qtbot.waitSignal(window.controller.run_finished, timeout=LONG):
        window.controller.run()
    return window


@pytest.fixture
def window(open_window: OpenWindow, qtbot: QtBot) -> MainWindow:
    return trained(open_window, qtbot, classifier(epochs=2).replace(title="My digits"))


def evaluated(window: MainWindow, qtbot: QtBot) -> EvaluatePanel:
    panel = window.workbench.evaluate
    with qtbot.waitSignal(panel.client.reported, timeout=LONG):
        window.menu_actions.evaluate.trigger()
    return panel


def test_without_weights_it_says_what_to_do(open_window: OpenWindow) -> None:
    window = open_window("iris", in_thread=True)
    window.menu_actions.evaluate.trigger()
    panel = window.workbench.evaluate
    assert panel.isVisible()
    assert panel.empty.text() == NO_WEIGHTS
    assert not panel.start.isEnabled()
    assert not panel.save.isEnabled()


def test_the_report_is_of_all_test_samples_and_agrees_with_the_run(window: MainWindow, qtbot: QtBot) -> None:
    panel = window.workbench.evaluate
    assert panel.empty.text() == NO_REPORT
    evaluated(window, qtbot)
    last, content = panel.client.last, panel.content
    assert last is not None
    assert content is not None
    report = last.report
    assert report.samples == 360
    assert sum(map(sum, report.confusion)) == 360
    right = sum(report.confusion[n][n] for n in range(10))
    assert report.metrics["accuracy"] == pytest.approx(right / 360)
    assert content.isVisible()
    assert "Accuracy" in content.cards.accessibleDescription()
    assert content.table.values.rowCount() == 10
    assert panel.status.full_text == f"360 test samples of Digits, after step {last.step:,}"
    assert last.step == 2 * 21  # 1,293 training samples in batches of 64


def test_a_click_on_a_cell_shows_the_images_behind_it(window: MainWindow, qtbot: QtBot) -> None:
    panel = evaluated(window, qtbot)
    assert panel.content is not None
    assert panel.client.last is not None
    matrix, report = panel.content.matrix, panel.client.last.report
    cell = next(cell for cell in report.cells if cell.truth == cell.said and cell.count > 1)
    with qtbot.waitSignal(panel.client.shown, timeout=LONG) as shown:
        place = matrix.cell(cell.truth, cell.said).center().toPoint()
        qtbot.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=place)
    found = shown.args[0]
    assert found.numbers == cell.numbers
    assert set(found.truth) == set(found.said) == {report.classes[cell.truth]}
    samples = panel.content.samples
    assert samples.title.full_text == f"{report.classes[cell.truth]} recognized: {cell.count} samples"
    assert samples.pictures.accessibleDescription().startswith(f"{cell.count} images")
    tip = samples.pictures.tip(samples.pictures.cell(0).center().toPointF())
    assert found.origins[0] in tip
    samples.back.click()
    assert samples.title.full_text == "Worst first"
    assert matrix.current is None


def test_an_empty_cell_says_so(window: MainWindow, qtbot: QtBot) -> None:
    panel = evaluated(window, qtbot)
    assert panel.content is not None
    assert panel.client.last is not None
    counts = panel.client.last.report.confusion
    row, column = next((r, c) for r in range(10) for c in range(10) if not counts[r][c])
    panel.content.matrix.choose(row, column)
    assert panel.content.samples.words.text() == "No sample is in this cell."
    assert panel.content.samples.words.isVisible()


def test_it_says_when_the_weights_have_learned_since(window: MainWindow, qtbot: QtBot) -> None:
    panel = evaluated(window, qtbot)
    with qtbot.waitSignal(window.controller.run_finished, timeout=LONG):
        window.controller.train_on()
    assert panel.status.full_text.endswith("after step 42; now 84: Evaluate again")
    with qtbot.waitSignal(panel.client.reported, timeout=LONG):
        panel.start.click()
    assert panel.status.full_text.endswith("after step 84")
    window.controller.reset()
    assert panel.status.full_text.endswith("of weights that are gone")
    assert panel.content is not None
    panel.content.matrix.choose(0, 0)
    assert "The weights of this report are gone" in panel.content.samples.words.text()


def test_a_run_under_way_goes_on_while_it_is_looked_at(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(in_thread=True)
    window.session.open(classifier(epochs=2000))
    window.show_workbench()
    controller = window.controller
    with qtbot.waitSignal(controller.progressed, timeout=LONG):
        controller.run()
    panel = evaluated(window, qtbot)
    assert controller.state == "running"
    assert panel.client.last is not None
    first = panel.client.last.step
    qtbot.waitUntil(lambda: "now" in panel.status.full_text, timeout=LONG)
    evaluated(window, qtbot)
    assert panel.client.last.step > first
    with qtbot.waitSignal(controller.run_finished, timeout=LONG):
        controller.stop()


def test_the_report_is_copied_and_saved(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    panel = evaluated(window, qtbot)
    asked: list[str] = []

    def place(_parent: object, _title: str, name: str, suffix: str, _kind: str) -> Path:
        asked.append(name)
        return tmp_path / f"report{suffix}"

    panel._ask = place  # the dialog's stand-in: where it would lead
    panel.copy.click()
    assert QGuiApplication.clipboard().text().startswith("metric\tvalue\n")
    menu = panel.save.menu()
    for action in menu.actions():
        action.trigger()
    assert asked == ["My digits test report"] * 2
    rows = list(csv.reader((tmp_path / "report.csv").read_text("utf-8").splitlines()))
    assert ["samples", "360"] in rows
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["samples"] == 360


def test_a_part_without_samples_is_told(open_window: OpenWindow, qtbot: QtBot) -> None:
    made = project(chain("Input", "Flatten", ("Dense", {"units": 10})), data={"validation": 0.0}, epochs=1)
    window = trained(open_window, qtbot, made)
    panel = window.workbench.evaluate
    window.workbench.plots.show_tab(panel)
    panel.part.setCurrentIndex(panel.part.findData("validation"))
    with qtbot.waitSignal(panel.client.failed, timeout=LONG):
        panel.start.click()
    assert "The validation part has no samples" in panel.empty.text()
    assert panel.start.isEnabled()


def test_of_numbers_it_shows_truth_against_prediction_and_the_errors(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("diabetes", in_thread=True)
    window.session.do(SetTraining({"epochs": 3}))
    with qtbot.waitSignal(window.controller.run_finished, timeout=LONG):
        window.controller.run()
    panel = evaluated(window, qtbot)
    assert panel.content is not None
    assert panel.client.last is not None
    report, content = panel.client.last.report, panel.content
    assert content.scatter.isVisible()
    assert not content.table.isVisible()  # of one number the cards tell all
    counts, edges = content.histogram.bins()
    assert counts.sum() == len(report.residuals) == report.samples
    assert edges[0] == -edges[-1]
    worst = content.samples.table.values
    errors = [abs(float(worst.index(row, 0).data()) - float(worst.index(row, 1).data())) for row in range(5)]
    assert errors == sorted(errors, reverse=True)


def test_another_project_takes_the_report_away(window: MainWindow, qtbot: QtBot) -> None:
    panel = evaluated(window, qtbot)
    window.session.open(classifier(epochs=1))
    assert panel.client.last is None
    assert panel.empty.isVisible()
    assert not panel.copy.isEnabled()


def test_a_report_that_takes_long_can_be_cancelled_and_the_last_one_stays(window: MainWindow, qtbot: QtBot) -> None:
    panel = evaluated(window, qtbot)
    last = panel.client.last
    failures: list[object] = []
    panel.client.failed.connect(failures.append)
    panel.start.click()
    assert panel.client.busy and panel.start.text() == "Cancel"
    panel.start.click()
    qtbot.waitUntil(lambda: not panel.client.busy, timeout=LONG)  # cancelled, or done before that came through
    assert panel.start.text() == "Evaluate" and failures == []
    assert panel.client.last is not None and last is not None
    assert panel.client.last.report.metrics == last.report.metrics
    panel.client.progress = (120, 360)
    panel.client._asked = (99, window.controller.run_id)
    panel.client.changed.emit()
    assert panel.status.full_text == "120 of 360 samples looked at…"
    panel.client.forget()
