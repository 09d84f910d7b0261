"""What a person meets between two projects, two data sets, two themes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot
from reporting import Reporter

from playground import protocol
from playground.core.presets import load_preset
from playground.core.project import Project
from playground.training.follow import edits_for_dataset
from playground.ui.lr_finder import RateFinder
from playground.ui.main_window import MainWindow
from playground.ui.plots.panel import PlotsPanel
from playground.ui.theme import theme

LONG = 30_000
Open = Callable[..., MainWindow]


def test_a_loss_that_came_with_numbers_goes_with_them() -> None:
    iris = load_preset("iris").project
    there = edits_for_dataset(iris, "diabetes").apply(iris)
    assert there.training.loss == "mean_squared_error"
    back = edits_for_dataset(there, "iris").apply(there)
    assert back.training.loss == iris.training.loss == "cross_entropy"
    assert back.data.preparation.scaling == iris.data.preparation.scaling == "standardize"


def test_a_loss_that_was_chosen_stays_with_other_classes() -> None:
    iris = load_preset("iris").project
    chosen = iris.replace(training=iris.training.replace(loss="mean_squared_error"))
    assert edits_for_dataset(chosen, "wine").apply(chosen).training.loss == "mean_squared_error"


def test_a_theme_may_change_before_the_gradients_of_the_next_run_were_drawn(qtbot: QtBot, qapp: QApplication) -> None:
    reporter = Reporter()
    panel = PlotsPanel(reporter)
    qtbot.addWidget(panel)
    panel.show()
    reporter.start()
    reporter.progress(1, 20)
    gradients = panel._contents[1]
    gradients.refresh()
    other = protocol.RunStarted(2, "cpu", 0, 5, 10, 8, 80, 8, 8, 100, {"other1": "Dense"})
    reporter.run_started.emit(other)
    for name in ("dark", "light"):
        theme().apply(qapp, name)  # what fails in a slot fails the test
        assert [line.title for line in gradients.legend.lines] == ["Conv 2D", "Dense (dense1)", "Dense (dense2)"]


def test_messages_about_data_go_with_their_project(open_window: Open, qtbot: QtBot) -> None:
    window = open_window("digits-cnn", in_thread=True)
    window.messages.show_message("X_train.npy: 900 samples", "info", key="data")
    window.messages.show_message("Guessed: the target is one of 4 classes.", "warning", key="data-notes")
    window.session.open(Project())
    assert not window.messages.texts


def test_a_rate_that_was_found_for_other_data_is_not_offered(open_window: Open, qtbot: QtBot) -> None:
    window = open_window("iris", in_thread=True)
    finder = RateFinder(window.session, window.controller, window)
    qtbot.addWidget(finder)
    finder.show()
    finder.search()
    qtbot.waitUntil(lambda: not finder.searching and finder.use.isEnabled(), timeout=LONG)
    window.session.do(edits_for_dataset(window.session.project, "wine"))
    assert not finder.use.isEnabled()
    assert not finder.plot.points
    assert "changed" in finder.status.text()
    finder.close()


def test_the_list_under_a_file_name_can_be_read(qtbot: QtBot, qapp: QApplication) -> None:
    theme().apply(qapp, "light")
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    dialog.show()
    popup = dialog.findChild(QLineEdit).completer().popup()
    image = popup.grab().toImage()
    assert image.pixelColor(3, 3).lightness() > 200


def test_a_step_after_the_end_goes_on(open_window: Open, qtbot: QtBot) -> None:
    window = open_window("iris", in_thread=True)
    controller = window.controller
    with qtbot.waitSignal(controller.run_finished, timeout=LONG) as ended:
        window.toolbar.run_button.click()
    last = ended.args[0].step
    run = controller.run_id
    with qtbot.waitSignal(controller.progressed, timeout=LONG) as stepped:
        controller.step()
    assert (controller.run_id, stepped.args[0].step) == (run, last + 1)
    qtbot.waitUntil(lambda: controller.state == "paused", timeout=LONG)
