"""The door to news of what was done: a card at the edge of the window that goes by itself.

Who has written a file or done something large says so here, whatever window it sits in; nobody has to answer. What went
wrong is no news of this kind: it stays until it is read (``message_bar``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from weakref import ReferenceType, WeakKeyDictionary, ref

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.ui.message_bar import Choice, MessageArea

MANY = 1000  # layers: to draw more than these anew holds the window up for a moment
SAVED, COPIED, DONE, WAITING = (
    "saved",
    "copied",
    "done",
    "waiting",
)  # a newer one of its kind takes the place of an older one
# An area knows its window, by the buttons of what it shows: held here, none of both would ever go.
_areas: WeakKeyDictionary[QWidget, ReferenceType[MessageArea]] = WeakKeyDictionary()


def attach(window: QWidget, area: MessageArea) -> None:
    """What is told anywhere in ``window`` is shown in ``area``, which the window keeps."""
    _areas[window] = ref(area)


@contextmanager
def waiting(near: QWidget, text: str) -> Iterator[None]:
    """For what holds the window up for half a second or more: it is said, and painted, before that begins."""
    area = _area_of(near)
    if area is not None:
        area.show_message(text, "info", key=WAITING, lasting=True)
        area.repaint()
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
        if area is not None:
            area.clear(WAITING)


def tell(near: QWidget, text: str, choices: Sequence[Choice] = (), *, key: str = DONE) -> bool:
    """Show ``text`` in the window that ``near`` is in. False where that shows no news, as a panel by itself."""
    area = _area_of(near)
    if area is not None:
        area.show_message(text, "done", choices, key=key)
    return area is not None


def _area_of(near: QWidget) -> MessageArea | None:
    widget: QWidget | None = near
    while widget is not None:
        known = _areas.get(widget)
        area = known() if known is not None else None
        if area is not None:
            return area
        widget = widget.parentWidget()
    return None


def tell_saved(near: QWidget, path: Path) -> None:
    """A file was written."""
    tell(near, tr("Saved {name}.", name=path.name), [in_folder(path)], key=SAVED)


def in_folder(path: Path) -> Choice:
    """The button that opens the folder in which something was written."""
    return tr("Show in folder"), partial(show_folder, path)


def show_folder(path: Path) -> None:
    """Open the folder ``path``, or the one that holds the file ``path``, in the system's program for folders."""
    folder = path if path.is_dir() else path.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
