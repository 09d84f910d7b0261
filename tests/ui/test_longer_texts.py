"""No label and no button is cut off in a language of longer words, in windows large and small."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress

import pytest
from PySide6.QtWidgets import QDialog, QListWidget, QWidget
from pytestqt.exceptions import TimeoutError as TimedOut
from pytestqt.qtbot import QtBot

from playground.core.project import DataSettings
from playground.training.datasets import describe
from playground.ui.dialogs.new_project import NewProjectDialog
from playground.ui.dialogs.shortcuts import ShortcutsDialog
from playground.ui.export import ExportDialog
from playground.ui.main_window import SMALLEST, MainWindow
from playground.ui.preferences.dialog import PreferencesDialog
from playground.ui.widgets.tab_strip import TabStrip
from tests.support.longer import FIRST, LAST, PART, cut_off, longer, longer_texts

OpenWindow = Callable[..., MainWindow]
_SIZES = ((1280, 800), SMALLEST)


@pytest.fixture(autouse=True)
def _speaks_longer() -> Iterator[None]:
    with longer_texts():
        yield
    describe(DataSettings())  # the one that is remembered has an English title again


def cut(qtbot: QtBot, widget: QWidget) -> list[str]:
    """What is cut off once layouts have come to rest."""
    with suppress(TimedOut):
        qtbot.waitUntil(lambda: not cut_off(widget), timeout=30_000)
    return cut_off(widget)


def test_texts_are_longer_and_keep_what_is_put_into_them() -> None:
    said = longer("{count} layers &of {name}…")
    assert said is not None and said.startswith(f"{FIRST}{{count}} layers &of {{name}}…") and said.endswith(LAST)
    rate = longer("Learning rate")
    assert rate is not None and len(rate) >= (1 + PART) * len("Learning rate")
    assert longer("× 2") is None and longer(said) is None


def test_the_start_page(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window(in_thread=True)
    for size in _SIZES:
        window.resize(*size)
        assert not cut(qtbot, window), f"start page {size}"


@pytest.mark.parametrize("preset", ["digits-cnn", "gan-2d"])
def test_the_workbench(open_window: OpenWindow, qtbot: QtBot, preset: str) -> None:
    window = open_window(preset, in_thread=True)
    strip = window.plots.findChild(TabStrip)
    assert strip is not None
    bar = strip.bar
    node = next(node for node in window.session.graph.nodes if node.type in {"Conv2D", "Dense"})
    for size in _SIZES:
        window.resize(*size)
        for chosen in (frozenset({node.id}), frozenset[str]()):
            window.session.select(chosen)
            assert not cut(qtbot, window), f"{'layer' if chosen else 'network'} {size}"
        for tab in ("Data", "Training"):
            window.workbench.show_settings(tab)
            assert not cut(qtbot, window), f"{tab} {size}"
        for index in range(bar.count()):
            bar.setCurrentIndex(index)
            assert not cut(qtbot, window), f"{bar.tabText(index)} {size}"


def test_views_of_a_game(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("gan-2d", in_thread=True)
    for name in ("gan", "boundary", "compare"):
        window.workbench.docks.open(name)
        for size in _SIZES:
            window.resize(*size)
            assert not cut(qtbot, window), f"{name} {size}"
        window.workbench.docks.close(name)


def test_dialogs(open_window: OpenWindow, qtbot: QtBot) -> None:
    window = open_window("digits-cnn", in_thread=True)
    made: list[Callable[[], QDialog]] = [
        lambda: ShortcutsDialog(window.menuBar(), window),
        lambda: NewProjectDialog(window),
        lambda: ExportDialog(window.session, window.controller, window),
        lambda: PreferencesDialog(window),
    ]
    for make in made:
        dialog = make()
        dialog.show()
        for chooser in dialog.findChildren(QListWidget)[:1]:
            for row in range(min(chooser.count(), 8)):
                chooser.setCurrentRow(row)
                assert not cut(qtbot, dialog), f"{type(dialog).__name__}, {chooser.item(row).text()}"
        assert not cut(qtbot, dialog), type(dialog).__name__
        dialog.close()
        dialog.deleteLater()
