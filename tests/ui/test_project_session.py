"""The model that the widgets share: edits, undo, selection, files."""

from __future__ import annotations

from pathlib import Path

import pytest
from networks import chain
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from playground.core.edits import AddNodes, Connect, Move, Remove, SetParams, SetProject, SetTraining
from playground.core.files import FileError, load_project
from playground.core.graph import Link, Node
from playground.core.presets import presets_folder
from playground.core.project import Project, View
from playground.ui.project_session import ProjectSession


@pytest.fixture
def session(qapp: QObject) -> ProjectSession:
    session = ProjectSession()
    session.open(load_project(presets_folder() / "digits-cnn.json"))
    return session


def test_an_edit_is_told_checked_undone_and_redone(session: ProjectSession, qtbot: QtBot) -> None:
    before = session.project
    with qtbot.waitSignals([session.changed, session.checked, session.file_changed]):
        assert session.do(SetParams("Classifier", "conv1", {"filters": 8}))
    assert session.inference.facts["conv1"].parameters == 8 * (3 * 3 * 1 + 1)
    assert session.dirty
    assert session.undo_stack.undoText() == "Change filters"
    session.undo_stack.undo()
    assert session.project is before
    assert not session.dirty
    session.undo_stack.redo()
    assert session.graph.by_id["conv1"].params["filters"] == 8


def test_what_was_selected_is_so_again_when_what_was_added_goes(session: ProjectSession) -> None:
    session.select(["conv1"])
    session.do(AddNodes("Classifier", (Node(id="relu9", type="ReLU"),)))
    session.select(["relu9"])
    session.undo_stack.undo()
    assert session.selection == {"conv1"}
    session.do(SetParams("Classifier", "conv1", {"filters": 4}))
    session.select(["dense1"])
    session.undo_stack.undo()
    assert session.selection == {"dense1"}  # it is still there


def test_a_sweep_is_one_step_of_the_history(session: ProjectSession) -> None:
    for x in range(5):
        session.do(Move("Classifier", {"conv1": (float(x), 50.0)}, sweep="drag 1"))
    assert session.undo_stack.count() == 1
    session.do(Move("Classifier", {"conv1": (9.0, 9.0)}, sweep="drag 2"))
    assert session.undo_stack.count() == 2


def test_moving_a_layer_does_not_check_again(session: ProjectSession) -> None:
    check = session.check
    session.do(Move("Classifier", {"conv1": (1.0, 2.0)}))
    assert session.check is check
    session.do(SetTraining({"batch_size": 16}))
    assert session.check is not check


def test_a_refusal_says_why_and_changes_nothing(session: ProjectSession, qtbot: QtBot) -> None:
    project = session.project
    with qtbot.waitSignal(session.refused) as refused:
        assert not session.do(Connect("Classifier", Link(source="dense2", target="conv1")))
    assert refused.args[0]
    with qtbot.waitSignal(session.refused):
        assert not session.do(SetTraining({"epochs": 0}))
    assert session.project is project
    assert not session.dirty


def test_a_selection_forgets_layers_that_are_deleted(session: ProjectSession) -> None:
    session.select(["conv1", "nobody"])
    assert session.selection == {"conv1"}
    session.do(Remove("Classifier", frozenset({"conv1"})))
    assert session.selection == frozenset()


def test_saving_keeps_the_view_and_a_failure_changes_nothing(session: ProjectSession, tmp_path: Path) -> None:
    session.remember_view("Classifier", View(x=3.0, y=4.0, zoom=1.5))
    assert not session.dirty
    session.do(SetTraining({"epochs": 3}))
    with pytest.raises(FileError, match="cannot be saved"):
        session.save(tmp_path / "no such folder" / "mine.json")
    assert session.dirty
    assert session.path is None
    session.save(tmp_path / "mine.json")
    assert not session.dirty
    assert load_project(tmp_path / "mine.json").view["Classifier"].zoom == 1.5


def test_another_project_opens_at_the_network_that_trains(qtbot):
    session = ProjectSession()
    small = chain("Input", "Flatten")
    session.open(Project(networks={"Main": small}))
    session.open(Project(networks={"Main": small, "Other": chain("Input", "ReLU")}, main="Main"))
    assert session.network == "Main"


def test_an_error_of_somebody_who_listens_is_told_and_the_edit_is_made(qtbot: QtBot) -> None:
    """Qt itself calls the command: an error that got out through it would end the program."""
    session = ProjectSession()

    def fails(*_: object) -> None:
        raise KeyError("listener")

    session.changed.connect(fails)
    with qtbot.captureExceptions() as errors:
        assert session.do(SetProject({"title": "Mine"}))
        session.undo_stack.undo()
        session.undo_stack.redo()
    assert {kind for kind, *_ in errors} == {KeyError} and len(errors) == 3
    assert session.project.title == "Mine"


def test_the_history_tells_of_no_step_when_it_goes(session: ProjectSession) -> None:
    """Qt's own signal comes once more, from a stack that is gone already."""
    told = []
    session.stepped.connect(lambda index: told.append((index, session.undo_stack.count())))
    session.do(Move("Classifier", {"conv1": (1.0, 2.0)}))
    session.undo_stack.undo()
    assert told == [(1, 1), (0, 1)]
    session.do(Move("Classifier", {"conv1": (1.0, 2.0)}))
    delete(session)
    assert told == [(1, 1), (0, 1), (1, 1)]
