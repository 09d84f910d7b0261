"""The Data tab. MNIST has 60,000 training and 10,000 test images; the digits 1,437 and 360."""

from __future__ import annotations

import json
from typing import Any

import pytest
from inspecting import IdleController
from networks import chain, project
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground import protocol
from playground.core.edits import SetData
from playground.core.project import Augmentation
from playground.training.datasets import DATASETS, describe
from playground.ui.inspector import InspectorPanel
from playground.ui.inspector.data_page import DataPage
from playground.ui.inspector.dataset_chooser import DatasetEditor
from playground.ui.inspector.section import NEXT_RUN
from playground.ui.project_session import ProjectSession
from playground.ui.widgets.form import FieldForm
from playground.ui.widgets.number_editor import NumberEditor


def shown(qtbot: QtBot, session: ProjectSession, controller: IdleController | None = None) -> DataPage:
    panel = InspectorPanel(session, controller or IdleController())
    qtbot.addWidget(panel)
    panel.show_tab("Data")
    with qtbot.waitExposed(panel):
        panel.show()
    page = panel.data_page
    page.panel = panel  # keeps it alive
    return page


def open_session(units: int = 10, **data: Any) -> ProjectSession:
    session = ProjectSession()
    session.open(project(chain("Input", "Flatten", ("Dense", {"units": units})), data=data))
    return session


def chooser(page: DataPage) -> DatasetEditor:
    editor = page.dataset.rows["dataset"].editor
    assert isinstance(editor, DatasetEditor)
    return editor


def number(form: FieldForm | None, name: str) -> NumberEditor:
    assert form is not None
    editor = form.rows[name].editor
    assert isinstance(editor, NumberEditor)
    return editor


def table(**more: Any) -> dict[str, Any]:
    """A table of 100 rows as reading it finds it: a number, a category with a gap, a number of few values."""
    columns = [
        {"name": "size", "type": "number", "numbers": True, "distinct": 90, "low": 0.5, "high": 9.5},
        {"name": "colour", "type": "category", "distinct": 2, "missing": 1, "categories": ["blue", "red"]},
        {"name": "kind", "type": "number", "numbers": True, "whole": True, "distinct": 3, "categories": ["0", "1", "2"],
         "low": 0.0, "high": 2.0},
    ]  # fmt: skip
    found = {"of": ["things.csv", "utf-8"], "rows": 100, "columns": columns, "notes": ["Guessed: “kind”."]}
    return {"dataset": "table", "params": {"file": "things.csv", "target": ["kind"], "found": found} | more}


# --- which data -----------------------------------------------------------------------------------------------------


def test_choosing_mnist_is_one_undo_step_with_the_units_of_the_last_layer(qtbot: QtBot) -> None:
    session = open_session(units=3)
    page = shown(qtbot, session)
    chooser(page).choose("mnist")
    assert session.project.data.dataset == "mnist"
    assert session.graph.by_id["dense1"].params["units"] == 10
    assert session.undo_stack.undoText() == "Use MNIST"
    assert "Training: 54,000 samples" in page.split.samples.text()
    session.undo_stack.undo()
    assert session.project.data.dataset == "digits"
    assert session.graph.by_id["dense1"].params["units"] == 3


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_list_has_every_data_set_and_is_searched_by_what_they_are_about(qtbot: QtBot) -> None:
    session = open_session()
    editor = chooser(shown(qtbot, session))
    editor.open_list()
    popup = editor.popup
    assert set(popup.found()) == set(DATASETS)
    qtbot.keyClicks(popup.search, "tumours")
    assert popup.found() == ["breast-cancer"]
    qtbot.keyClick(popup.search, Qt.Key.Key_Return)
    assert session.project.data.dataset == "breast-cancer"
    assert not popup.isVisible()


def test_a_data_set_that_is_not_known_is_named(qtbot: QtBot) -> None:
    session = ProjectSession()
    session.open(project(chain("Input"), data={"dataset": "stars"}))
    page = shown(qtbot, session)
    assert page.summary.text() == "The data set 'stars' is not known."
    chooser(page).choose("digits")
    assert session.project.data.dataset == "digits"


# --- what it can be told --------------------------------------------------------------------------------------------


def test_a_sweep_of_a_slider_is_one_undo_step_and_a_default_is_not_kept(qtbot: QtBot) -> None:
    session = open_session(units=2, dataset="spiral")
    page = shown(qtbot, session)
    slider = number(page.kind.form, "noise").slider
    assert slider is not None
    slider.sliderPressed.emit()
    for position in (5, 10, 20):
        slider.setValue(position)
    assert session.project.data.params == {"noise": 0.2}
    assert session.undo_stack.count() == 1
    slider.setValue(0)
    assert session.project.data.params == {}


def test_more_classes_give_the_last_layer_more_units_in_the_same_step(qtbot: QtBot) -> None:
    session = open_session(units=3, dataset="rings")
    page = shown(qtbot, session)
    number(page.kind.form, "rings").line.setFocus()
    number(page.kind.form, "rings").line.selectAll()
    qtbot.keyClicks(number(page.kind.form, "rings").line, "5")
    assert session.graph.by_id["dense1"].params["units"] == 5
    session.undo_stack.undo()
    assert session.graph.by_id["dense1"].params["units"] == 3
    assert session.project.data.params == {}


# --- split ----------------------------------------------------------------------------------------------------------


def test_the_split_is_counted_as_training_will_make_it(qtbot: QtBot) -> None:
    page = shown(qtbot, open_session())
    # a tenth of 1,437 is 143 whole samples
    assert page.split.samples.text() == "Training: 1,294 samples\nValidation: 143 samples\nTest: 360 samples"
    assert not page.split.form.rows["test"].isVisible()  # the digits have a test part of their own


def test_the_validation_part_is_read_in_percent(qtbot: QtBot) -> None:
    session = open_session()
    page = shown(qtbot, session)
    editor = number(page.split.form, "validation")
    assert editor.line.text() == "10"
    editor.line.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "12.5")
    assert session.project.data.validation == 0.125
    assert editor.slider is not None
    editor.slider.setValue(0)
    assert session.project.data.validation == 0.0
    assert "Validation: 0 samples" in page.split.samples.text()


def test_the_test_part_of_data_without_their_own_is_chosen(qtbot: QtBot) -> None:
    session = open_session(units=3, dataset="iris")
    page = shown(qtbot, session)
    editor = number(page.split.form, "test")
    editor.line.setFocus()
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, "40")
    # 60 of 150 are tested on, and a tenth of the 90 others validates
    assert page.split.samples.text() == "Training: 81 samples\nValidation: 9 samples\nTest: 60 samples"


def test_a_limit_leaves_samples_out_and_an_empty_one_takes_all(qtbot: QtBot) -> None:
    session = open_session()
    page = shown(qtbot, session)
    editor = number(page.split.form, "limit")
    editor.line.setFocus()
    qtbot.keyClicks(editor.line, "100")
    assert session.project.data.limit == 100
    assert "Training: 90 samples" in page.split.samples.text()
    assert "Left out: 1,337 by the limit" in page.split.samples.text()
    editor.line.clear()
    editor.line.textEdited.emit("")
    assert session.project.data.limit is None


def test_the_seed_of_the_split_is_that_of_the_run(qtbot: QtBot) -> None:
    session = open_session()
    page = shown(qtbot, session)
    editor = page.split.form.rows["seed"].editor
    editor.edited.emit(17, 1)
    assert session.project.training.seed == 17


def test_a_change_during_a_run_says_when_it_counts(qtbot: QtBot) -> None:
    session, controller = open_session(), IdleController()
    page = shown(qtbot, session, controller)
    controller.start(session.project)
    session.do(SetData({"limit": 50, "augmentation": Augmentation(rotate=5)}))
    assert page.split.form.rows["limit"].note.text() == NEXT_RUN
    assert page.augmentation.form.rows["rotate"].note.text() == NEXT_RUN
    assert page.augmentation.form.rows["shift"].note.text() == ""
    assert not page.split.form.rows["validation"].note.isVisible()


# --- preparation and augmentation -----------------------------------------------------------------------------------


def test_images_are_resized_and_the_input_follows(qtbot: QtBot) -> None:
    session = open_session()
    page = shown(qtbot, session)
    page.preparation.form.rows["size"].editor.edited.emit([14, 20], 1)
    assert session.project.data.preparation.size == (14, 20)
    dataset = describe(session.project.data)
    assert dataset is not None
    assert dataset.shape.sizes == (1, 14, 20)
    page.preparation.form.rows["size"].editor.edited.emit(None, 2)
    assert session.project.data.preparation.size is None
    assert session.undo_stack.count() == 2


@pytest.mark.parametrize(
    ("dataset", "offered"),
    [
        ("digits", {"scaling", "size"}), ("cifar-10", {"scaling", "size", "grayscale"}),
        ("iris", {"scaling", "missing"}), ("diabetes", {"scaling", "missing", "target"}),
        ("sines", {"scaling", "target"}), ("sentiment", set()),
    ],
)  # fmt: skip
def test_only_what_can_be_done_to_the_data_is_offered(qtbot: QtBot, dataset: str, offered: set[str]) -> None:
    page = shown(qtbot, open_session(dataset=dataset))
    assert {name for name, row in page.preparation.form.rows.items() if row.isVisible()} == offered
    assert page.augmentation.isVisible() == (dataset in ("digits", "cifar-10"))


def test_single_columns_are_scaled_in_their_own_way(qtbot: QtBot) -> None:
    session = open_session(units=3, dataset="iris")
    page = shown(qtbot, session)
    columns = page.preparation.columns
    assert columns.texts()[0] == ("sepal length (cm)", "none")
    columns.chosen.emit(0, 1, "minmax")
    assert session.project.data.preparation.columns == {"sepal length (cm)": "minmax"}
    assert columns.texts()[0] == ("sepal length (cm)", "minmax")
    columns.chosen.emit(0, 1, "")
    assert session.project.data.preparation.columns == {}


def test_two_sliders_of_augmentation_are_two_undo_steps(qtbot: QtBot) -> None:
    session = open_session()
    page = shown(qtbot, session)
    for name in ("rotate", "noise"):
        slider = number(page.augmentation.form, name).slider
        if slider is None:
            page.augmentation.form.rows[name].editor.edited.emit(10.0, 1)
            continue
        slider.sliderPressed.emit()
        slider.setValue(5)
        slider.setValue(10)
    assert session.project.data.augmentation.active
    assert session.undo_stack.count() == 2


# --- files of one's own ---------------------------------------------------------------------------------------------


def test_columns_show_what_was_found_and_take_other_roles(qtbot: QtBot) -> None:
    session = open_session(units=3, **table())
    page = shown(qtbot, session)
    columns = page.files.columns
    rows = [("size", "number", "input"), ("colour", "category", "input"), ("kind", "category", "target")]
    assert columns.texts() == rows
    assert page.files.notes.text() == "• Guessed: “kind”."
    columns.chosen.emit(1, 2, "target")  # the colour is to be predicted instead
    assert [row[2] for row in columns.texts()] == ["input", "target", "input"]
    assert session.graph.by_id["dense1"].params["units"] == 2
    columns.chosen.emit(0, 2, "ignore")
    assert columns.texts()[0] == ("size", "number", "ignore")
    columns.chosen.emit(0, 2, "input")
    assert columns.texts()[0] == ("size", "number", "input")
    session.undo_stack.undo()
    session.undo_stack.undo()
    session.undo_stack.undo()
    assert session.project.data.params["target"] == ["kind"]
    assert session.graph.by_id["dense1"].params["units"] == 3


def test_a_column_of_numbers_is_taken_as_a_category_and_back(qtbot: QtBot) -> None:
    session = open_session(units=3, **table(target=["colour"]))
    page = shown(qtbot, session)
    page.files.columns.chosen.emit(2, 1, "category")
    assert session.project.data.params["columns"] == {"kind": "category"}
    dataset = describe(session.project.data)
    assert dataset is not None
    assert dataset.features == ("size", "kind=0", "kind=1", "kind=2")
    page.files.columns.chosen.emit(2, 1, "number")
    assert session.project.data.params["columns"] == {}


def test_what_decides_how_a_file_is_read_is_read_before_it_is_taken(qtbot: QtBot) -> None:
    session, controller = open_session(units=3, **table()), IdleController()
    page = shown(qtbot, session, controller)
    before = session.project
    assert page.kind.form is not None
    page.kind.form.edited.emit("encoding", "latin-1", 1)
    question = controller.sent[-1]
    assert isinstance(question, protocol.InspectFiles)
    assert json.loads(question.params)["encoding"] == "latin-1"
    assert session.project is before
    read = table()["params"] | {"encoding": "latin-1"}
    read["found"]["of"] = ["things.csv", "latin-1"]
    controller.answered.emit(protocol.FilesInspected(len(controller.sent), "table", json.dumps(read)))
    assert session.project.data.params["encoding"] == "latin-1"
    assert session.undo_stack.count() == 1


def test_a_series_shows_its_window(qtbot: QtBot) -> None:
    session = open_session(**table(target=["size"]))
    page = shown(qtbot, session)
    assert page.kind.form is not None
    assert not page.kind.form.rows["steps"].isVisible()
    page.kind.form.edited.emit("look", "sequences", 1)
    assert page.kind.form.rows["steps"].isVisible()
    dataset = describe(session.project.data)
    assert dataset is not None
    assert dataset.shape.sizes[0] == 20


def test_data_without_a_file_say_what_is_due(qtbot: QtBot) -> None:
    page = shown(qtbot, open_session(dataset="table"))
    assert page.files.missing.text() == "No file is chosen yet."
    assert not page.files.columns.isVisible()
