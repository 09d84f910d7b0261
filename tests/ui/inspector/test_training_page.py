"""The Training tab."""

from __future__ import annotations

import pytest
from inspecting import IdleController, mlp_session
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground.core.edits import SetTraining
from playground.core.project import OptimizerSettings
from playground.ui.inspector import InspectorPanel
from playground.ui.inspector.seed_editor import SeedEditor
from playground.ui.inspector.training_page import NEXT_RUN, TrainingPage
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.editors import ChoiceEditor, Editor
from playground.ui.widgets.number_editor import NumberEditor
from playground.ui.widgets.text_editors import TextEditor


@pytest.fixture
def session() -> ProjectSession:
    return mlp_session()


@pytest.fixture
def controller() -> IdleController:
    return IdleController()


@pytest.fixture
def page(qtbot: QtBot, session: ProjectSession, controller: IdleController) -> TrainingPage:
    panel = InspectorPanel(session, controller)
    qtbot.addWidget(panel)
    panel.resize(320, 800)
    panel.show_tab("Training")
    with qtbot.waitExposed(panel):
        panel.show()
    page = panel.training_page
    page.panel = panel  # keeps it alive
    return page


def type_over(qtbot: QtBot, editor: Editor, text: str) -> None:
    assert isinstance(editor, TextEditor)
    editor.line.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, text)


def choose(editor: Editor, value: str) -> None:
    """As a person's choice from the list arrives."""
    assert isinstance(editor, ChoiceEditor)
    index = editor.combo.findData(value)
    editor.combo.setCurrentIndex(index)
    editor.combo.activated.emit(index)


def test_it_shows_the_project_and_follows_undo(qtbot: QtBot, session: ProjectSession, page: TrainingPage) -> None:
    epochs = page.length.form.rows["epochs"].editor
    type_over(qtbot, epochs, "12")
    assert session.project.training.epochs == 12
    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.project.training.epochs == 5
    assert epochs.line.text() == "5"


def test_the_learning_rate_takes_scientific_text_and_nothing_wrong(
    qtbot: QtBot, session: ProjectSession, page: TrainingPage
) -> None:
    rate = page.length.rate.rows["learning_rate"].editor
    type_over(qtbot, rate, "3e-4")
    assert session.project.training.learning_rate == 0.0003
    qtbot.keyClick(rate.line, Qt.Key.Key_Return)
    type_over(qtbot, rate, "0")
    assert session.project.training.learning_rate == 0.0003
    message = page.length.rate.rows["learning_rate"].message.text()
    assert message == "0 is too small. Learning rate takes a number above 0, up to 100. 0.0003 is kept."


def test_the_learning_rate_slider_is_logarithmic(session: ProjectSession, page: TrainingPage) -> None:
    rate = page.length.rate.rows["learning_rate"].editor
    assert isinstance(rate, NumberEditor)
    assert rate.slider is not None
    rate.slider.setValue(rate.slider.maximum())
    assert session.project.training.learning_rate == 1.0
    rate.slider.setValue(0)
    assert session.project.training.learning_rate == 1e-5


def test_another_optimizer_brings_its_own_parameters(qtbot: QtBot, session: ProjectSession, page: TrainingPage) -> None:
    session.do(SetTraining({"optimizer": OptimizerSettings(params={"beta1": 0.8, "weight_decay": 0.5})}))
    choose(page.optimizer.form.rows["optimizer"].editor, "SGD")
    assert session.project.training.optimizer == OptimizerSettings(type="SGD", params={"weight_decay": 0.5})
    form = page.optimizer.own.form
    assert form is not None
    assert list(form.rows) == ["momentum", "nesterov", "weight_decay"]
    type_over(qtbot, form.rows["momentum"].editor, "0.9")
    assert session.project.training.optimizer.params == {"weight_decay": 0.5, "momentum": 0.9}
    assert session.check.ok


def test_another_loss_shows_what_it_is_for(session: ProjectSession, page: TrainingPage) -> None:
    choose(page.losses.form.rows["loss"].editor, "mean_squared_error")
    assert session.project.training.loss == "mean_squared_error"
    assert page.losses.summary.text().startswith("Distance of the outputs")


def test_the_die_gives_another_seed_as_one_step(qtbot: QtBot, session: ProjectSession, page: TrainingPage) -> None:
    seed = page.length.form.rows["seed"].editor
    assert isinstance(seed, SeedEditor)
    before = session.project.training.seed
    qtbot.mouseClick(seed.die, Qt.MouseButton.LeftButton)
    assert session.project.training.seed != before
    assert seed.line.text() == str(session.project.training.seed)
    qtbot.mouseClick(seed.die, Qt.MouseButton.LeftButton)
    assert session.undo_stack.count() == 2


def test_devices_that_are_not_found_cannot_be_chosen_and_say_why(
    session: ProjectSession, controller: IdleController, page: TrainingPage
) -> None:
    combo = page.speed.device.combo
    cuda, mps = combo.findData("cuda"), combo.findData("mps")
    assert combo.itemText(cuda) == "CUDA · looking"
    controller.find(cuda="NVIDIA H100")
    assert combo.itemText(cuda) == "CUDA · NVIDIA H100"
    assert combo.model().item(cuda).isEnabled()
    assert not combo.model().item(mps).isEnabled()
    assert "does not find" in combo.itemData(mps, Qt.ItemDataRole.ToolTipRole)
    choose(page.speed.device, "cuda")
    assert session.project.training.device == "cuda"


def test_while_a_run_is_under_way_changes_say_when_they_count(
    session: ProjectSession, controller: IdleController, page: TrainingPage
) -> None:
    controller.start(session.project)
    session.do(SetTraining({"epochs": 7, "learning_rate": 0.5}))
    assert page.length.form.rows["epochs"].note.text() == NEXT_RUN
    assert page.length.form.rows["epochs"].note.isVisible()
    assert not page.length.rate.rows["learning_rate"].note.isVisible()
    assert not page.length.form.rows["batch_size"].note.isVisible()
    session.undo_stack.undo()
    assert not page.length.form.rows["epochs"].note.isVisible()


def test_an_optimizer_that_is_not_known_is_named_and_another_can_be_chosen(
    session: ProjectSession, page: TrainingPage
) -> None:
    session.do(SetTraining({"optimizer": OptimizerSettings(type="Lion", params={"sign": True})}))
    assert page.optimizer.summary.text() == "The optimizer 'Lion' is not known."
    assert page.optimizer.own.form is None
    choose(page.optimizer.form.rows["optimizer"].editor, "Adam")
    assert session.project.training.optimizer == OptimizerSettings(type="Adam")
