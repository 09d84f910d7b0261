"""The Data tab. MNIST has 60,000 training and 10,000 test images; the digits 1,437 and 360."""

from __future__ import annotations

from inspecting import IdleController
from networks import chain, project
from pytestqt.qtbot import QtBot

from playground.core.edits import SetData
from playground.ui.inspector import InspectorPanel
from playground.ui.inspector.data_page import DataPage
from playground.ui.inspector.training_page import NEXT_RUN
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.editors import ChoiceEditor
from playground.ui.widgets.text_editors import NumberEditor


def shown(qtbot: QtBot, session: ProjectSession, controller: IdleController | None = None) -> DataPage:
    panel = InspectorPanel(session, controller or IdleController())
    qtbot.addWidget(panel)
    panel.show_tab("Data")
    with qtbot.waitExposed(panel):
        panel.show()
    page = panel.data_page
    page.panel = panel  # keeps it alive
    return page


def open_session(units: int = 10) -> ProjectSession:
    session = ProjectSession()
    session.open(project(chain("Input", "Flatten", ("Dense", {"units": units}))))
    return session


def choose(page: DataPage, name: str) -> None:
    editor = page.dataset.rows["dataset"].editor
    assert isinstance(editor, ChoiceEditor)
    index = editor.combo.findData(name)
    editor.combo.setCurrentIndex(index)
    editor.combo.activated.emit(index)


def test_the_split_is_counted_as_training_will_make_it(qtbot: QtBot) -> None:
    page = shown(qtbot, open_session())
    # a tenth of 1,437 is 143 whole samples
    assert page.samples.text() == "Training: 1,294 samples\nValidation: 143 samples\nTest: 360 samples"


def test_choosing_mnist_is_one_undo_step_with_the_units_of_the_last_layer(qtbot: QtBot) -> None:
    session = open_session(units=3)
    page = shown(qtbot, session)
    choose(page, "mnist")
    assert session.project.data.dataset == "mnist"
    assert session.graph.by_id["dense1"].params["units"] == 10
    assert session.undo_stack.undoText() == "Use MNIST"
    assert "Training: 54,000 samples" in page.samples.text()
    session.undo_stack.undo()
    assert session.project.data.dataset == "digits"
    assert session.graph.by_id["dense1"].params["units"] == 3


def test_the_validation_part_is_read_in_percent(qtbot: QtBot) -> None:
    session = open_session()
    page = shown(qtbot, session)
    editor = page.split.rows["validation"].editor
    assert isinstance(editor, NumberEditor)
    assert editor.line.text() == "10"
    editor.line.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "12.5")
    assert session.project.data.validation == 0.125
    assert editor.slider is not None
    editor.slider.setValue(0)
    assert session.project.data.validation == 0.0
    assert "Validation: 0 samples" in page.samples.text()


def test_a_limit_leaves_samples_out_and_an_empty_one_takes_all(qtbot: QtBot) -> None:
    session = open_session()
    page = shown(qtbot, session)
    editor = page.split.rows["limit"].editor
    assert isinstance(editor, NumberEditor)
    editor.line.setFocus()
    qtbot.keyClicks(editor.line, "100")
    assert session.project.data.limit == 100
    assert "Training: 90 samples" in page.samples.text()
    assert "Left out: 1,337 by the limit" in page.samples.text()
    editor.line.clear()
    editor.line.textEdited.emit("")
    assert session.project.data.limit is None


def test_a_change_during_a_run_says_when_it_counts(qtbot: QtBot) -> None:
    session, controller = open_session(), IdleController()
    page = shown(qtbot, session, controller)
    controller.start(session.project)
    session.do(SetData({"limit": 50}))
    assert page.split.rows["limit"].note.text() == NEXT_RUN
    assert not page.split.rows["validation"].note.isVisible()


def test_a_data_set_that_is_not_known_is_named(qtbot: QtBot) -> None:
    session = ProjectSession()
    session.open(project(chain("Input"), data={"dataset": "stars"}))
    page = shown(qtbot, session)
    assert page.summary.text() == "The data set 'stars' is not known."
    choose(page, "digits")
    assert session.project.data.dataset == "digits"
