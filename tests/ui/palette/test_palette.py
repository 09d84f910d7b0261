"""Searching the palette, adding from it with the keyboard, and what a drag carries."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.core.block_edits import AddNetwork, RenameNetwork, new_block_network
from playground.core.graph import Node
from playground.core.layer import REGISTRY
from playground.core.project import Project
from playground.ui.canvas.card_painter import card_pixmap
from playground.ui.canvas.drops import PALETTE_MIME, mime_data
from playground.ui.palette import PalettePanel, entries as palette_entries
from playground.ui.palette.entries import Entry, block_entries, by_family, heading, layer_entries, search
from playground.ui.project_session import ProjectSession
from playground.ui.settings import settings
from playground.ui.theme import theme


@pytest.fixture
def session(qapp: QApplication) -> ProjectSession:
    made = ProjectSession()
    made.open(Project(networks={"Classifier": new_block_network()}))
    return made


def found(text: str) -> list[str]:
    return [entry.key for entry in search((*layer_entries(), *block_entries(Project(), "Classifier")), text)]


@pytest.fixture
def palette(qtbot: QtBot, qapp: QApplication, session: ProjectSession) -> Iterator[PalettePanel]:
    theme().apply(qapp, "light")
    settings().folded_families = []
    panel = PalettePanel(session)
    qtbot.addWidget(panel)
    panel.resize(216, 800)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    qapp.setStyleSheet("")


def test_every_layer_is_listed_under_its_family(palette: PalettePanel) -> None:
    kinds = {kind.type_name for kind in REGISTRY.all()} - {"Block"}
    assert sorted(palette.layers.keys()) == sorted(kinds | {"block:"})
    assert list(by_family(palette.entries))[:3] == ["data", "linear", "convolution"]
    model = palette.layers.model()
    assert model.index(0, 0).data() == "Data"


@pytest.mark.parametrize(
    ("text", "first"),
    [("conv 2", "Conv2D"), ("max pool", "MaxPool1D"), ("fully connected", "Dense"), ("fc", "Dense"),
     ("POOLING average 2", "AvgPool2D"), ("  softmax ", "Softmax"), ("residual", "Add"), ("skip", "Add"),
     ("MaxPool2D", "MaxPool2D"), ("maxpool2d", "MaxPool2D"), ("lstm", "LSTM"), ("upconv", "ConvTranspose1D"),
     ("relu", "ReLU"), ("drop", "Dropout"), ("norm", "BatchNorm"), ("add", "Add"), ("subnetwork", "block:"),
     ("linear", "Linear")],
)  # fmt: skip
def test_search_finds_by_name_family_keyword_and_summary(text: str, first: str) -> None:
    assert found(text)[0] == first


def test_a_name_goes_before_a_keyword_and_a_summary() -> None:
    rows = [
        Entry("C", "Other", "shape", "Something about a gate.", ("C",)),
        Entry("B", "Second", "shape", "", ("B", "gate")),
        Entry("A", "Gate", "shape", "", ("A",)),
    ]
    assert [entry.key for entry in search(rows, "gate")] == ["A", "B", "C"]
    assert search(rows, "") == []


def test_a_family_finds_its_layers() -> None:
    assert {kind.type_name for kind in REGISTRY.all() if kind.family == "pooling"} <= set(found("pooling"))


def test_no_match_is_said(palette: PalettePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.search_field, "zzz")
    assert palette._nothing.isVisible()
    assert palette._nothing.text() == "No layer matches “zzz”."
    assert not palette.layers.isVisible()
    qtbot.keyClick(palette.search_field, Qt.Key.Key_Escape)
    assert palette.layers.isVisible()


def test_enter_in_the_search_adds_the_first_hit(palette: PalettePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.search_field, "den")
    with qtbot.waitSignal(palette.layer_chosen) as chosen:
        qtbot.keyClick(palette.search_field, Qt.Key.Key_Return)
    assert chosen.args == ["Dense"]


def test_enter_without_a_search_adds_nothing(palette: PalettePanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(palette.layer_chosen):
        qtbot.keyClick(palette.search_field, Qt.Key.Key_Return)


def test_the_list_is_walked_with_the_keyboard(palette: PalettePanel, qtbot: QtBot) -> None:
    palette.focus_search()
    qtbot.keyClick(palette.search_field, Qt.Key.Key_Down)
    assert palette.layers.currentIndex().data() == "Input"
    qtbot.keyClick(palette.layers, Qt.Key.Key_Down)
    assert palette.layers.currentIndex().data() == "Linear"  # the heading
    qtbot.keyClick(palette.layers, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.layer_chosen) as chosen:
        qtbot.keyClick(palette.layers, Qt.Key.Key_Return)
    assert chosen.args == ["Dense"]
    for _ in range(4):  # Linear, Input, Data, and out
        qtbot.keyClick(palette.layers, Qt.Key.Key_Up)
    assert palette.search_field.hasFocus()


def test_families_fold_with_the_mouse_and_the_keyboard(palette: PalettePanel, qtbot: QtBot) -> None:
    rows = palette.layers
    dense = rows.index_of("Dense").row()
    at = rows.visualRect(rows.model().index(dense - 1, 0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert rows.isRowHidden(dense)
    assert not rows.isRowHidden(rows.index_of("Conv2D").row())
    assert settings().folded_families == ["linear"]
    assert rows.grab().toImage().pixelColor(2, 2).isValid()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert not rows.isRowHidden(dense)
    rows.setCurrentIndex(rows.index_of("Conv2D"))
    qtbot.keyClick(rows, Qt.Key.Key_Left)
    assert rows.isRowHidden(rows.index_of("Conv2D").row())
    assert rows.currentIndex().data() == "Convolution"
    qtbot.keyClick(rows, Qt.Key.Key_Return)
    assert not rows.isRowHidden(rows.index_of("Conv2D").row())


def test_folds_are_remembered_and_a_search_looks_into_them(
    palette: PalettePanel, qtbot: QtBot, session: ProjectSession
) -> None:
    palette.layers.fold("pooling", folded=True)
    other = PalettePanel(session)
    qtbot.addWidget(other)
    assert other.layers.isRowHidden(other.layers.index_of("MaxPool2D").row())
    other.search_field.setText("max pool 2")
    assert not other.layers.isRowHidden(other.layers.index_of("MaxPool2D").row())
    assert other.layers.keys()[0] == "MaxPool2D"
    other.search_field.clear()
    assert other.layers.isRowHidden(other.layers.index_of("MaxPool2D").row())


def test_networks_of_the_project_are_blocks_to_add(palette: PalettePanel, session: ProjectSession) -> None:
    shown = palette.layers

    def blocks() -> list[str]:
        return [key for key in shown.keys() if key.startswith("block:")]  # noqa: SIM118 (a list, not a dict)

    assert blocks() == ["block:"]
    session.do(AddNetwork("Encoder"))  # shown at once, so the other one can stand in it
    assert blocks() == ["block:Classifier", "block:"]
    session.show_network("Classifier")
    assert blocks() == ["block:Encoder", "block:"]
    session.do(RenameNetwork("Encoder", "Eyes"))
    assert blocks() == ["block:Eyes", "block:"]
    palette.search_field.setText("eyes")
    assert palette.layers.keys() == ["block:Eyes"]
    session.undo_stack.undo()
    assert not palette.layers.keys()


def test_a_layer_of_a_plug_in_names_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(palette_entries, "package_of", lambda kind: "my-layers" if kind.type_name == "Dense" else None)
    made = layer_entries()
    assert [entry.package for entry in made if entry.key in ("Dense", "Conv2D")] == ["my-layers", ""]
    assert [entry.key for entry in search(made, "my-layers")] == ["Dense"]


def test_the_palette_is_built_and_searched_fast(qtbot: QtBot, qapp: QApplication, session: ProjectSession) -> None:
    PalettePanel(session).deleteLater()  # what is loaded only once
    times = []
    for _ in range(5):
        start = time.perf_counter()
        panel = PalettePanel(session)
        qtbot.addWidget(panel)
        times.append(time.perf_counter() - start)
        for text in ("l", "ls", "lst", "lstm"):
            panel.search_field.setText(text)
    assert min(times) < 0.05
    assert heading("block") == "Blocks"


def test_a_double_click_adds(palette: PalettePanel, qtbot: QtBot) -> None:
    index = palette.layers.index_of("Conv2D")
    at = palette.layers.visualRect(index).center()
    qtbot.mouseClick(palette.layers.viewport(), Qt.MouseButton.LeftButton, pos=at)
    with qtbot.waitSignal(palette.layer_chosen) as chosen:
        qtbot.mouseDClick(palette.layers.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert chosen.args == ["Conv2D"]


def test_a_drag_carries_the_type_and_a_picture_of_the_card(palette: PalettePanel) -> None:
    data = mime_data("Conv2D")
    assert data.data("application/x-playground-layer").data() == b"Conv2D"
    picture = card_pixmap(Node(id="conv1", type="Conv2D"), 2.0)
    assert picture.deviceIndependentSize().toTuple() == (184.0, 120.0)
    head = picture.toImage().pixelColor(184, 2 * (8 + 5))
    assert abs(head.green() - 0x9E) < 12


def test_a_pull_that_begins_on_a_heading_drags_nothing(palette: PalettePanel, qtbot: QtBot, monkeypatch) -> None:
    started: list[str] = []
    monkeypatch.setattr(
        QDrag, "exec", lambda drag, *_: started.append(bytes(drag.mimeData().data(PALETTE_MIME)).decode())
    )
    rows, viewport = palette.layers, palette.layers.viewport()

    def pull(start: QPoint) -> None:
        qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
        none, left, plain = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for step in (15, 30, 60):
            at = QPointF(start + QPoint(step, step))
            over = QPointF(viewport.mapToGlobal(at.toPoint()))
            QApplication.sendEvent(viewport, QMouseEvent(QEvent.Type.MouseMove, at, over, none, left, plain))
        qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 60))

    rows.setCurrentIndex(rows.index_of("Conv2D"))
    pull(rows.visualRect(rows.model().index(0, 0)).center())
    assert started == []
    assert rows.currentIndex() == rows.index_of("Conv2D")
    pull(rows.visualRect(rows.index_of("Dense")).center())
    assert started[:1] == ["Dense"]
