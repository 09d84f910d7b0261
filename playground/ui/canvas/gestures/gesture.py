"""The base of a mouse gesture."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable

from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

ToScene = Callable[[QPointF], QPointF]  # from the viewport to the scene, as the view looks now


class Gesture(ABC):
    """Made on press. The view calls ``start`` once, ``move`` as often as the pointer moves, and then either ``end``
    or ``cancel``, once. Points come as places in the viewport.
    """

    cursor: Qt.CursorShape | None = None
    held = Qt.KeyboardModifier.NoModifier  # the view keeps it up to date
    by_keys = False  # keys lead it, not the mouse: it has no press and no release

    @abstractmethod
    def start(self, at: QPointF) -> None: ...

    @abstractmethod
    def move(self, at: QPointF) -> None: ...

    @abstractmethod
    def end(self, at: QPointF) -> None: ...

    @abstractmethod
    def cancel(self) -> None:
        """Leave everything as it was before ``start``."""


def is_drag(start: QPointF, at: QPointF) -> bool:
    """Whether the pointer went far enough to mean a drag and not a click."""
    return (at - start).manhattanLength() >= QApplication.startDragDistance()
