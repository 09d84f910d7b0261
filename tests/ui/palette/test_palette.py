"""Searching the palette, adding from it with the keyboard, and what a drag carries."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from playground.core.graph import Node
from playground.core.layer import REGISTRY
from playground.ui.canvas.card_painter import card_pixmap
from playground.ui.canvas.view import PALETTE_MIME
from playground.ui.palette import PalettePanel
from playground.ui.palette.entries import by_family, search
from playground.ui.palette.layer_list import mime_data
from playground.ui.theme import theme


@pytest.fixture
def palette(qtbot: QtBot, qapp: QApplication) -> Iterator[PalettePanel]:
    theme().apply(qapp, "light")
    panel = PalettePanel()
    qtbot.addWidget(panel)
    panel.resize(216, 800)
    with qtbot.waitExposed(panel):
        panel.show()
    yield panel
    qapp.setStyleSheet("")


def test_every_layer_is_listed_under_its_family(palette: PalettePanel) -> None:
    assert sorted(palette.layers.type_names()) == sorted(kind.type_name for kind in REGISTRY.all())
    assert list(by_family(REGISTRY.all()))[:3] == ["data", "linear", "convolution"]
    model = palette.layers.model()
    assert model.index(0, 0).data() == "Data"
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsSelectable


@pytest.mark.parametrize(
    ("text", "first"),
    [("conv", "Conv2D"), ("max", "MaxPool2D"), ("fully connected", "Dense"), ("POOLING avg", "AvgPool2D"),
     ("  soft ", "Softmax"), ("residual", "Add"), ("MaxPool2D", "MaxPool2D")],
)  # fmt: skip
def test_search_finds_by_title_type_family_and_keyword(text: str, first: str) -> None:
    assert search(text)[0].type_name == first


def test_a_family_finds_its_layers() -> None:
    assert {kind.type_name for kind in search("pooling")} == {"MaxPool2D", "AvgPool2D"}


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
    qtbot.keyClick(palette.layers, Qt.Key.Key_Down)  # over the heading "Linear"
    with qtbot.waitSignal(palette.layer_chosen) as chosen:
        qtbot.keyClick(palette.layers, Qt.Key.Key_Return)
    assert chosen.args == ["Dense"]
    qtbot.keyClick(palette.layers, Qt.Key.Key_Up)
    qtbot.keyClick(palette.layers, Qt.Key.Key_Up)
    assert palette.search_field.hasFocus()


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
