"""What is worked on stays in sight: room around what the keyboard goes to, and something to see after an undo."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF, Slot

from playground.core.project import View

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

BELOW = 16  # pixels that a bubble of two lines takes more than what is kept free at the lower edge anyway
_LATER = 1.5  # seconds after an edit in which it is the program that moves the view


def with_room(rect: QRectF, zoom: float) -> QRectF:
    """``rect`` of the scene with the bubble under it."""
    return rect.adjusted(0, 0, 0, BELOW / zoom)


class KeepingInSight(QObject):
    """An undo goes back to what was seen before the edit, unless the person has looked elsewhere since. Where what is
    left lies out of sight, as after what was pasted there goes, the nearest layer comes into view.
    """

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self._before: dict[int, tuple[str, View]] = {}  # by the place in the history that the edit led to
        self._at, self._edited = 0, 0.0
        self._moved = -_LATER  # on the monotonic clock, as the last edit is
        view.session.stepped.connect(self._on_step)
        view.navigator.moved.connect(self._on_moved)

    @Slot()
    def _on_moved(self) -> None:
        self._moved = time.monotonic()

    @Slot(int)
    def _on_step(self, index: int) -> None:
        before, self._at = self._at, index
        if not self._view.session.undo_stack.count():  # of another project
            self._before.clear()
        elif index > before:
            navigator, now = self._view.navigator, self._view.navigator.center
            self._before[index] = (self._view.session.network, View(x=now.x(), y=now.y(), zoom=navigator.zoom))
            self._edited = time.monotonic()
        elif index == before - 1 and before in self._before:
            self._look_back(*self._before.pop(before))
        self._show_something()

    def _look_back(self, network: str, seen: View) -> None:
        """What moved shortly after the edit, the program did."""
        navigator = self._view.navigator
        ours = self._moved <= self._edited + _LATER
        if not ours or network != self._view.session.network or not self._view.isVisible():
            return
        if (navigator.center - QPointF(seen.x, seen.y)).manhattanLength() > 1 or navigator.zoom != seen.zoom:
            self._view.session.remember_view(network, seen)
            navigator.restore()

    def _show_something(self) -> None:
        view, scene = self._view, self._view.canvas_scene
        visible = view.navigator.visible
        if not scene.nodes or visible.isEmpty() or scene.nodes_in(visible) or not view.isVisible():
            return
        middle = visible.center()
        rects = [item.rect for item in scene.nodes.values() if item.shelter is None]
        if rects:
            view.navigator.show_rect(min(rects, key=lambda rect: (rect.center() - middle).manhattanLength()))
