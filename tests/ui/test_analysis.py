"""The Analysis tab: what it shows, how it sorts, what is copied and saved, and that it follows the canvas."""

from __future__ import annotations

import csv
import io
import time
from typing import Any

import pytest
from inspecting import mlp_session
from networks import chain, node, project
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from playground.core.edits import Macro, Move, SetParams, SetTraining
from playground.core.graph import Graph, Link
from playground.core.project import Project
from playground.ui.analysis import AnalysisPanel
from playground.ui.analysis.columns import COLUMNS
from playground.ui.project_session import ProjectSession

HEADINGS = [column.heading for column in COLUMNS]


@pytest.fixture
def session() -> ProjectSession:
    return mlp_session()


def shown(qtbot: Any, session: ProjectSession, **options: Any) -> AnalysisPanel:
    panel = AnalysisPanel(session, **options)
    qtbot.addWidget(panel)
    panel.resize(900, 260)
    with qtbot.waitExposed(panel):
        panel.show()
    return panel


def texts(panel: AnalysisPanel, heading: str) -> list[str]:
    column = HEADINGS.index(heading)
    model = panel.sorted
    return [str(model.index(row, column).data()) for row in range(model.rowCount())]


def click(qtbot: Any, panel: AnalysisPanel, row: int, **options: Any) -> None:
    place = panel.view.visualRect(panel.sorted.index(row, 0)).center()
    qtbot.mouseClick(
        panel.view.viewport(), Qt.MouseButton.LeftButton, options.get("stateKey", Qt.KeyboardModifier.NoModifier), place
    )


def sort(qtbot: Any, panel: AnalysisPanel, heading: str) -> None:
    header = panel.view.header()
    section = HEADINGS.index(heading)
    place = QPoint(header.sectionViewportPosition(section) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)


def hosting(repeat: int = 1) -> Project:
    inner = chain("Input", ("Dense", {"units": 784, "activation": "ReLU"}))
    block = node("Block", network="Part", input_names=["input1"], output_names=["dense1"], repeat=repeat)
    begin = chain("Input", "Flatten")
    outer = Graph(
        nodes=(*begin.nodes, block, node("Dense", "dense9", units=10)),
        links=(
            *begin.links,
            Link(source="flatten1", target="block1", target_port="input1"),
            Link(source="block1", source_port="dense1", target="dense9"),
        ),
    )
    return Project(networks={"Main": outer, "Part": inner}, main="Main")


def test_a_row_for_each_layer_in_the_order_of_the_network(qtbot, session):
    panel = shown(qtbot, session)
    assert texts(panel, "Layer") == ["Input 1", "Flatten 1", "Dense 1", "Dense 2"]
    assert texts(panel, "Output shape") == [
        "channels 1 × height 28 × width 28",
        "features 784",
        "features 32",
        "features 10",
    ]
    assert texts(panel, "Parameters") == ["0", "0", "25,120", "330"]
    assert panel.totals.texts[0] == "4 layers"
    assert panel.totals.texts[HEADINGS.index("Parameters")] == "25,450"
    assert panel.totals.texts[HEADINGS.index("Multiply-adds")] == "25,408"


def test_numbers_stand_on_the_right_and_sort_as_numbers(qtbot, session):
    panel = shown(qtbot, session)
    index = panel.sorted.index(2, HEADINGS.index("Parameters"))
    assert index.data(Qt.ItemDataRole.TextAlignmentRole) & int(Qt.AlignmentFlag.AlignRight)
    sort(qtbot, panel, "Parameters")
    assert texts(panel, "Parameters") == ["25,120", "330", "0", "0"]
    sort(qtbot, panel, "Parameters")
    assert texts(panel, "Parameters") == ["0", "0", "330", "25,120"]
    sort(qtbot, panel, "Parameters")  # the third click gives the network's order back
    assert texts(panel, "Layer") == ["Input 1", "Flatten 1", "Dense 1", "Dense 2"]


def test_words_sort_as_words_and_memory_by_its_bytes(qtbot, session):
    panel = shown(qtbot, session)
    sort(qtbot, panel, "Layer")
    assert texts(panel, "Layer") == ["Dense 1", "Dense 2", "Flatten 1", "Input 1"]
    sort(qtbot, panel, "Memory")
    # 64 samples of 784, 784, 2·32 and 10 numbers of 4 bytes
    assert texts(panel, "Memory") == ["196.0 KB", "196.0 KB", "16.0 KB", "2.5 KB"]


def test_a_click_selects_the_layer_on_the_canvas_and_the_canvas_the_row(qtbot, session):
    panel = shown(qtbot, session)
    with qtbot.waitSignal(session.goto_requested):
        click(qtbot, panel, 2)
    assert session.selection == {"dense1"}
    session.select(["flatten1", "dense2"])
    assert [row.node for row in panel.selected_rows()] == ["flatten1", "dense2"]
    session.select([])
    assert panel.selected_rows() == []


def test_several_rows_select_several_layers(qtbot, session):
    panel = shown(qtbot, session)
    click(qtbot, panel, 1)
    click(qtbot, panel, 3, stateKey=Qt.KeyboardModifier.ControlModifier)
    assert session.selection == {"flatten1", "dense2"}


def test_edits_are_followed_and_sorting_and_selection_stay(qtbot, session):
    panel = shown(qtbot, session)
    sort(qtbot, panel, "Parameters")
    session.select(["dense1"])
    session.do(SetParams("Classifier", "dense2", {"units": 10_000}))
    assert texts(panel, "Parameters")[:2] == ["330,000", "25,120"]
    assert [row.node for row in panel.selected_rows()] == ["dense1"]
    session.do(SetTraining({"batch_size": 1}))
    assert texts(panel, "Memory")[-1] in {"3.1 KB", "40 bytes", "256 bytes"}


def test_a_hidden_table_computes_nothing(qtbot, session):
    panel = AnalysisPanel(session)
    qtbot.addWidget(panel)
    session.do(SetParams("Classifier", "dense1", {"units": 7}))
    assert panel.model.rows == []
    with qtbot.waitExposed(panel):
        panel.show()
    assert texts(panel, "Parameters")[2] == "5,495"


def test_a_moved_layer_changes_nothing_in_the_table(qtbot, session):
    panel = shown(qtbot, session)
    with qtbot.assertNotEmitted(panel.model.dataChanged), qtbot.assertNotEmitted(panel.model.modelReset):
        session.do(Move("Classifier", {"dense1": (500.0, 500.0)}))


def test_copied_rows_are_lines_with_tabs(qtbot, session):
    panel = shown(qtbot, session)
    click(qtbot, panel, 3)
    click(qtbot, panel, 2, stateKey=Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(panel.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert lines[0][:3] == ["Layer", "Kind", "Output shape"]
    assert [line[0] for line in lines[1:]] == ["Dense 1", "Dense 2"]
    assert "Frozen" not in lines[0]  # not shown: nothing is frozen
    panel.copy_all.click()
    lines = [line.split("\t") for line in QGuiApplication.clipboard().text().splitlines()]
    assert [line[0] for line in lines] == ["Layer", "Input 1", "Flatten 1", "Dense 1", "Dense 2", "4 layers"]


def test_the_table_is_saved_with_exact_numbers(qtbot, session, tmp_path):
    path = tmp_path / "table.csv"
    panel = shown(qtbot, session, ask=lambda *_: path)
    panel.save.click()
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert rows[2]["Parameters"] == "25120"
    assert rows[-1]["Layer"] == "Total"


def test_a_file_that_cannot_be_written_is_told(qtbot, session, tmp_path):
    told: list[str] = []
    panel = shown(qtbot, session, ask=lambda *_: tmp_path / "no" / "table.csv", tell=lambda _, text: told.append(text))
    panel.save.click()
    assert len(told) == 1
    panel._ask = lambda *_: None
    panel.save.click()  # changed one's mind
    assert len(told) == 1


def test_frozen_and_shared_columns_come_with_their_first_number(qtbot, session):
    panel = shown(qtbot, session)
    frozen = HEADINGS.index("Frozen")
    assert panel.view.isColumnHidden(frozen)
    session.do(SetParams("Classifier", "dense1", {"frozen": True}))
    assert not panel.view.isColumnHidden(frozen)
    assert texts(panel, "Frozen") == ["0", "0", "25,120", "0"]
    session.undo_stack.undo()
    assert panel.view.isColumnHidden(frozen)


def test_a_block_opens_to_its_layers_and_stays_open_through_edits(qtbot):
    session = ProjectSession()
    session.open(hosting(repeat=2))
    panel = shown(qtbot, session)
    block = panel.sorted.index(2, 0)
    assert [panel.sorted.index(i, 0, block).data() for i in range(2)] == ["Repetition 1", "Repetition 2"]
    panel.view.expand(block)
    panel.view.expand(panel.sorted.index(1, 0, block))
    session.do(Macro((SetParams("Main", "block1", {"repeat": 3}),), text="Change repeat"))
    block = panel.sorted.index(2, 0)
    assert panel.sorted.rowCount(block) == 3
    assert panel.view.isExpanded(block)
    inner = panel.sorted.index(1, 0, panel.sorted.index(1, 0, block))
    assert inner.data() == "Dense 1"
    place = panel.view.visualRect(inner).center()
    qtbot.mouseClick(panel.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.selection == {"block1"}
    assert [row.path for row in panel.selected_rows()] == ["block1.2.dense1"]  # not taken back to the block


def test_the_network_on_the_canvas_is_the_one_that_is_shown(qtbot):
    session = ProjectSession()
    session.open(hosting())
    panel = shown(qtbot, session)
    session.show_network("Part")
    assert texts(panel, "Layer") == ["Input 1", "Dense 1"]


def test_before_anything_is_worked_out_nothing_is_copied(qtbot):
    panel = AnalysisPanel(ProjectSession())
    qtbot.addWidget(panel)
    QGuiApplication.clipboard().setText("as before")
    panel.copy_everything()
    assert QGuiApplication.clipboard().text() == "as before"


def test_a_thousand_layers_come_and_change_at_once(qtbot):
    parts = ["Input", "Flatten"]
    parts += [("Dense", {"units": 16, "activation": "ReLU"})] * 1000  # type: ignore[list-item]
    session = ProjectSession()
    session.open(project(chain(*parts, ("Dense", {"units": 10}))))
    began = time.process_time()
    panel = shown(qtbot, session)
    assert len(panel.model.rows) == 1003
    assert time.process_time() - began < 1.0
    inference = session.inference
    assert inference is not None
    began = time.process_time()
    panel._inference = None
    panel.refresh()
    assert time.process_time() - began < 0.2
    sort(qtbot, panel, "Output shape")
    assert texts(panel, "Layer")[:2] == ["Input 1", "Flatten 1"]
