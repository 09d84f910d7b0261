"""What an entry of a menu is called outside of it, in languages that mark the key in the word or behind it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from playground.ui.main_window import MainWindow
from playground.ui.menu_texts import plain


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("&Run", "Run"),
        ("Save &as…", "Save as"),
        ("Cut && paste", "Cut & paste"),
        ("运行(&R)", "运行"),
        ("另存为(&A)…", "另存为"),
        ("Reset (all)", "Reset (all)"),
    ],
)
def test_neither_the_key_nor_the_dots_are_part_of_the_name(qtbot: QtBot, text: str, called: str) -> None:
    assert plain(text) == called
    if "&&" not in text:
        assert plain(QAction(text).iconText()) == called


def test_every_menu_has_room_on_a_small_screen(open_window: Callable[..., MainWindow]) -> None:
    window = open_window("digits-cnn", in_thread=True)
    for menu in window.menuBar().findChildren(QMenu):
        assert menu.sizeHint().height() <= 768 - 2 * window.menuBar().height(), menu.title()
