"""News of what was done lie at the lower edge, go by themselves, and offer what one would do next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from playground.core.block_edits import AddNetwork, RemoveNetwork
from playground.core.edits import Remove
from playground.core.presets import preset_path
from playground.ui import message_bar
from playground.ui.main_window import MainWindow
from playground.ui.message_bar import MessageArea
from playground.ui.toasts import attach, tell, tell_saved


@pytest.fixture
def opened(open_window: Callable[..., MainWindow], tmp_path: Path) -> MainWindow:
    window = open_window()
    source = preset_path("digits-cnn")
    assert source is not None
    path = tmp_path / "digits.json"
    path.write_bytes(source.read_bytes())
    assert window.open_path(path)
    window.resize(1280, 800)
    window.show()
    return window


def test_what_was_saved_is_told_with_the_folder_and_without_taking_the_keyboard(
    opened: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    opened.canvas.view.setFocus()
    focused = QApplication.focusWidget()
    assert opened.save()
    assert opened.toasts.texts == ["Saved digits.json."]
    assert opened.messages.texts == []
    assert QApplication.focusWidget() is focused
    bar = opened.toasts.bars[0]
    qtbot.waitUntil(lambda: bar.isVisible() and bar.width() > 0, timeout=30_000)
    view = opened.canvas.view
    corner = view.mapTo(opened.centralWidget(), QPoint(0, 0))
    assert opened.toasts.geometry().bottom() <= corner.y() + view.height()
    assert opened.toasts.geometry().top() > corner.y() + view.height() / 2  # not over what one works on at the top
    QTest.mouseClick(bar.buttons[0], Qt.MouseButton.LeftButton)
    path = opened.session.path
    assert path is not None and shown == [QUrl.fromLocalFile(str(path.parent))]  # the folder, never the file itself
    assert opened.toasts.texts == []


def test_saving_again_and_again_leaves_one(opened: MainWindow) -> None:
    for _ in range(3):
        opened.save()
    assert opened.toasts.texts == ["Saved digits.json."]


def test_a_deletion_of_several_layers_can_be_taken_back_there(opened: MainWindow) -> None:
    session = opened.session
    before, name = session.project, session.network
    nodes = [node.id for node in session.graph.nodes]
    session.do(Remove(name, frozenset(nodes[:1])))
    assert opened.toasts.texts == []  # one layer: Ctrl+Z is near enough
    session.undo_stack.undo()
    session.do(Remove(name, frozenset(nodes[:3])))
    assert opened.toasts.texts == ["Deleted 3 layers."]
    QTest.mouseClick(opened.toasts.bars[0].buttons[0], Qt.MouseButton.LeftButton)
    assert session.project == before and opened.toasts.texts == []


def test_news_of_an_edit_go_as_soon_as_another_is_made(opened: MainWindow) -> None:
    session = opened.session
    opened.canvas.view.arranging.arrange_down()
    assert opened.toasts.texts[0].startswith("Arranged ")
    session.do(AddNetwork("Other"))
    assert opened.toasts.texts == []
    session.do(RemoveNetwork("Other"))
    assert opened.toasts.texts == ["Deleted the network Other."]
    session.undo_stack.undo()
    assert opened.toasts.texts == [] and "Other" in session.project.networks


def test_news_go_by_themselves_but_not_from_under_the_pointer(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(message_bar, "DONE_MILLISECONDS", 30)
    monkeypatch.setattr(message_bar, "INFO_MILLISECONDS", 30)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 300)
    region = QWidget(window)
    region.resize(600, 300)
    region.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area = MessageArea(window)
    area.lie_over(region)
    attach(window, area)
    window.show()
    region.setFocus()
    over = [True]
    bar = area.show_message("Saved a.", "done", [("Show in folder", lambda: None)])
    monkeypatch.setattr(bar, "underMouse", lambda: over[0])
    fresh = area.show_message("Saved b.", "done")
    monkeypatch.setattr(fresh, "underMouse", lambda: False)  # wherever the machine's pointer is
    with qtbot.waitSignal(fresh.closed, timeout=30_000):
        pass
    assert area.texts == ["Saved a."]
    over[0] = False
    qtbot.waitUntil(lambda: area.texts == [], timeout=30_000)
    assert tell(region, "Done.") and area.texts == ["Done."]


def test_a_panel_by_itself_tells_nobody(qtbot: QtBot, tmp_path: Path) -> None:
    alone = QWidget()
    qtbot.addWidget(alone)
    assert not tell(alone, "Done.")
    tell_saved(alone, tmp_path / "a.csv")


def test_a_picture_that_was_written_is_told(opened: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    pictures = opened.canvas.pictures
    with qtbot.waitSignal(pictures.saved, timeout=30_000):
        pictures._on_saved(tmp_path / "network.png")
    assert opened.toasts.texts == ["Saved network.png."]


def test_layers_that_are_replaced_are_not_told_as_deleted(opened: MainWindow) -> None:
    opened.session.select(["pool1", "pool2"])
    view = opened.canvas.view
    done = view.composer.rewiring.replace_layers("AvgPool2D", ["pool1", "pool2"])
    assert done is not None and len(done.nodes) == 2
    assert opened.toasts.texts == []


def test_all_layers_that_were_arranged_are_told_also_those_that_stay(opened: MainWindow) -> None:
    count = len(opened.session.graph.nodes)
    for arrange in ("arrange_rows", "arrange_right", "arrange_down"):
        getattr(opened.menu_actions, arrange).trigger()
        assert opened.toasts.texts in ([], [f"Arranged {count} layers."])
    assert opened.toasts.texts == [f"Arranged {count} layers."]
