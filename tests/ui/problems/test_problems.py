"""The Problems panel and the status line."""

from __future__ import annotations

from inspecting import mlp_session
from networks import chain, project
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from playground.core.edits import SetParams, SetTraining
from playground.core.infer import Problem
from playground.core.presets import load_presets
from playground.ui.problems import ProblemsPanel, StatusLine
from playground.ui.problems.fixes import fix_edit, settings_tab
from playground.ui.project_session import ProjectSession


def shown(qtbot: QtBot, session: ProjectSession) -> ProblemsPanel:
    panel = ProblemsPanel(session)
    qtbot.addWidget(panel)
    panel.resize(700, 240)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def test_a_project_that_can_train_has_no_problems(qtbot: QtBot) -> None:
    panel = shown(qtbot, mlp_session())
    assert panel.empty
    assert panel.list.cards == []
    assert not panel.list.isVisible()


def test_errors_stand_before_warnings_and_follow_the_edits(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    session.do(SetTraining({"batch_size": 5000}))
    session.do(SetParams("Classifier", "dense2", {"units": 7}))
    assert [card.problem.severity for card in panel.list.cards] == ["error", "warning"]
    session.undo_stack.undo()
    assert [card.problem.code for card in panel.list.cards] == ["batch"]


def test_a_click_and_enter_go_to_the_layer(qtbot: QtBot) -> None:
    session = mlp_session()
    session.do(SetParams("Classifier", "dense2", {"units": 7}))
    panel = shown(qtbot, session)
    with qtbot.waitSignal(session.goto_requested) as went:
        qtbot.mouseClick(panel.list.cards[0], Qt.MouseButton.LeftButton)
    assert went.args == ["Classifier", "dense2"]
    assert session.selection == {"dense2"}
    session.select([])
    qtbot.keyClick(panel.list.cards[0], Qt.Key.Key_Return)
    assert session.selection == {"dense2"}


def test_a_problem_of_the_settings_leads_to_its_tab(qtbot: QtBot) -> None:
    session = mlp_session()
    session.do(SetTraining({"batch_size": 5000}))
    panel = shown(qtbot, session)
    with qtbot.waitSignal(panel.settings_requested) as wanted:
        qtbot.mouseClick(panel.list.cards[0], Qt.MouseButton.LeftButton)
    assert wanted.args == ["Training"]
    assert settings_tab(Problem("error", "dataset", "x")) == "Data"
    assert settings_tab(Problem("error", "classes", "x", node="dense1")) is None


def test_the_fix_button_mends(qtbot: QtBot) -> None:
    session = mlp_session()
    session.do(SetParams("Classifier", "dense2", {"units": 7}))
    panel = shown(qtbot, session)
    button = panel.list.cards[0].fix_button
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.graph.by_id["dense2"].params["units"] == 10
    assert panel.empty


def test_a_fix_that_removes_takes_the_layer_and_its_links(qtbot: QtBot) -> None:
    session = ProjectSession()
    session.open(project(chain("Input", "Flatten", ("Dense", {"units": 10}), "Input")))
    problem = next(p for p in session.check.problems if p.code == "several-inputs")
    edit = fix_edit(problem)
    assert edit is not None
    assert edit.text == "Remove it"
    assert session.do(edit)
    assert [node.id for node in session.graph.nodes] == ["input1", "flatten1", "dense1"]
    assert session.check.ok
    assert fix_edit(Problem("error", "x", "y")) is None


def test_hundreds_of_problems_are_shown_in_part_and_counted(qtbot: QtBot) -> None:
    session = ProjectSession()
    session.open(project(chain("Input").replace(nodes=tuple(chain(*["Flatten"] * 100).nodes), links=())))
    panel = shown(qtbot, session)
    assert len(panel.list.cards) == 40
    assert len(session.check.problems) > 100


def test_a_hidden_panel_catches_up_when_it_is_shown(qtbot: QtBot) -> None:
    session = mlp_session()
    panel = shown(qtbot, session)
    panel.hide()
    session.do(SetParams("Classifier", "dense2", {"units": 7}))
    assert panel.list.cards == []
    panel.show()
    assert len(panel.list.cards) == 1


def status(qtbot: QtBot, session: ProjectSession, width: int = 900) -> StatusLine:
    line = StatusLine(session)
    qtbot.addWidget(line)
    line.resize(width, 26)
    with qtbot.waitExposed(line):
        line.show()
    return line


def test_the_status_line_counts_layers_parameters_and_zoom(qtbot: QtBot) -> None:
    session = ProjectSession()
    session.open(next(preset.project for preset in load_presets() if preset.name == "mnist-cnn"))
    line = status(qtbot, session)
    # conv 10·32, conv 289·64, dense 1,601·64, dense 65·10
    assert line.totals.text() == "8 layers · 121,930 parameters · 2.5 M multiply-adds"
    line.set_zoom(0.75)
    assert (line.zoom.text(), line.zoom.accessibleName()) == ("75 %", "Zoom: 75 %")
    assert line.errors.text() == "0 errors"
    assert not line.warnings.isVisible()


def test_the_zoom_offers_others(qtbot: QtBot) -> None:
    line = status(qtbot, ProjectSession())
    wanted: list[object] = []
    line.zoom.zoom_wanted.connect(wanted.append)
    line.zoom.fit_wanted.connect(lambda: wanted.append("fit"))
    line.zoom.selection_wanted.connect(lambda: wanted.append("selection"))
    actions = [action for action in line.zoom.menu().actions() if not action.isSeparator()]
    for action in actions:
        action.trigger()
    assert wanted == [0.25, 0.5, 1.0, 2.0, "fit", "selection"]
    assert [action.text().partition("\t")[0] for action in actions] == [
        "25 %", "50 %", "100 %", "200 %", "Fit the network", "Zoom to selection",
    ]  # fmt: skip


def test_the_status_line_spells_out_the_first_problem_and_leads_to_all(qtbot: QtBot) -> None:
    session = mlp_session()
    line = status(qtbot, session)
    session.do(SetTraining({"batch_size": 5000}))
    assert line.warnings.text().startswith("1 warning — The batch of 5,000")
    assert line.warnings.text().endswith("(Show)")
    session.do(SetParams("Classifier", "dense2", {"units": 7}))
    assert line.errors.text().startswith("1 error — Dense 2: gives 7 values")
    assert line.warnings.text() == "1 warning"
    with qtbot.waitSignal(line.problems_requested):
        qtbot.mouseClick(line.errors, Qt.MouseButton.LeftButton)


def test_a_narrow_status_line_keeps_to_its_width(qtbot: QtBot) -> None:
    session = mlp_session()
    session.do(SetParams("Classifier", "dense2", {"units": 7}))
    line = status(qtbot, session, width=420)
    assert line.errors.geometry().right() <= 420
    assert line.errors.text().startswith("1 error")
