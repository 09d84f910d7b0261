"""A language in which every text is longer: what its words find no room for is cut off in some language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLabel, QTabBar, QWidget

from playground.core.language import speak
from playground.ui.views.explain.reading import Reading
from playground.ui.widgets.elided import ElidedLabel
from playground.ui.widgets.fitting_button import FittingButton, FittingChip

PART = 0.4  # of its length that a text gets longer
_ENDING_IN_DOTS = (ElidedLabel, FittingButton, FittingChip, Reading)
FIRST, LAST = "‹", "›"
_MORE = (
    "en lorem ipsum dolor sit amet consectetur adipisici elit sed eiusmod tempor incidunt ut labore et dolore magna "
)
_WORDS = re.compile(r"[A-Za-z]{2,}")
_CODE = re.compile(r"<[^>]*>|\{[^}]*\}|&")


def longer(text: str) -> str | None:
    """``text`` between marks, with letters that make it longer; None for what is no text, and for what is longer."""
    length = len(_CODE.sub("", text).strip())
    if not _WORDS.search(_CODE.sub("", text)) or text.startswith(FIRST):
        return None
    more = ceil(PART * length)
    filling = (_MORE * (1 + more // len(_MORE)))[: max(0, more - 2)].rstrip()
    body = text.rstrip()
    return f"{FIRST}{body}{filling}{LAST}{text[len(body) :]}"


@contextmanager
def longer_texts() -> Iterator[None]:
    """What is made meanwhile speaks that language."""
    speak(longer)
    try:
        yield
    finally:
        speak(None)


def cut_off(window: QWidget) -> list[str]:
    """Labels and buttons in ``window`` that are seen and have no room for their texts, each with what it lacks."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or not isinstance(widget, (QLabel, QAbstractButton)) or not _words(widget):
            continue
        lack = _lack(widget) or _beyond(widget, window)
        if lack:
            found.append(f"{_path(widget, window)} {_words(widget)!r}: {lack}")
    return found + [
        f"{_path(bar, window)}: {lack}" for bar in window.findChildren(QTabBar) for lack in _tabs(bar, window)
    ]


def _tabs(bar: QTabBar, window: QWidget) -> list[str]:
    """The tabs of a row that can be scrolled by nothing, and are not all of them seen."""
    if not bar.isVisibleTo(window) or bar.usesScrollButtons() or bar.elideMode() != Qt.TextElideMode.ElideNone:
        return []
    tabs = [(bar.tabText(index), bar.tabRect(index)) for index in range(bar.count()) if bar.isTabVisible(index)]
    wide = bar.fontMetrics().horizontalAdvance
    return [
        f"tab {text!r} at {place.getRect()} in {bar.width()}" for text, place in tabs
        if place.left() + (place.width() + wide(text.replace("&", ""))) // 2 > bar.width() or wide(text) > place.width()
    ]  # fmt: skip


def _words(widget: QLabel | QAbstractButton) -> str:
    """What it says; nothing of a sign, and of what ends in … by itself."""
    text = "" if isinstance(widget, _ENDING_IN_DOTS) else widget.text()
    return text if _WORDS.search(text) else ""


def _lack(widget: QLabel | QAbstractButton) -> str:
    """Its text against its own room."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        wanted = widget.heightForWidth(widget.width())
        return f"{wanted} px high in {widget.height()}" if wanted > widget.height() + 1 else ""
    wanted = widget.sizeHint().width()
    return f"{wanted} px wide in {widget.width()}" if wanted > widget.width() + 1 else ""


def _beyond(widget: QWidget, window: QWidget) -> str:
    """Its room against what is around it, up to where it can be scrolled."""
    around = widget.parentWidget()
    while around is not None and around is not window.parentWidget():
        area = around.parentWidget()
        if isinstance(area, QAbstractScrollArea) and around is area.viewport():
            return ""
        place = QRect(widget.mapTo(around, QPoint(0, 0)), widget.size())
        if not around.rect().adjusted(-1, -1, 1, 1).contains(place):
            return f"{place.getRect()} goes beyond {type(around).__name__} {around.rect().getRect()}"
        if around is window:
            break
        around = around.parentWidget()
    return ""


def _path(widget: QWidget, window: QWidget) -> str:
    """The classes around it, the nearest of the program's own first."""
    names = [type(widget).__name__]
    around = widget.parentWidget()
    while around is not None and around is not window and len(names) < 5:
        names.append(type(around).__name__)
        around = around.parentWidget()
    return " < ".join(names)
