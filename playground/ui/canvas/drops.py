"""Layers dragged in from the palette."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QDragMoveEvent, QDropEvent

from playground.ui.canvas import clipboard
from playground.ui.canvas.entries import Addition, addition
from playground.ui.canvas.gestures.drop_gesture import DropGesture
from playground.ui.canvas.gestures.insertion import Insertion

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

PALETTE_MIME = "application/x-playground-layer"


def mime_data(entry: str) -> QMimeData:
    """What a drag of this entry carries."""
    data = QMimeData()
    data.setData(PALETTE_MIME, entry.encode("utf-8"))
    return data


class Drops:
    """One drag over the canvas after the other. What cannot be added here says why when it is dropped."""

    def __init__(self) -> None:
        self._gesture: DropGesture | None = None
        self._refusal: str | None = None
        self._text = False  # what is dragged may be layers as text

    def enter(self, view: CanvasView, event: QDragMoveEvent) -> None:
        data = event.mimeData()
        self._text = not data.hasFormat(PALETTE_MIME) and not data.hasUrls() and clipboard.may_hold_layers(data)
        if self._text:
            event.acceptProposedAction()
            return
        if not data.hasFormat(PALETTE_MIME):
            event.ignore()
            return
        entry = bytes(data.data(PALETTE_MIME).data()).decode("utf-8", "replace")
        view.cancel_gesture()
        added = addition(view.session, entry)
        self._refusal = None
        if isinstance(added, Addition):
            self._begin(view, entry, added, event.position())
        elif entry.startswith("block:"):
            self._refusal = added
        else:
            event.ignore()
            return
        event.acceptProposedAction()

    def _begin(self, view: CanvasView, entry: str, added: Addition, at: QPointF) -> None:
        link = view.actions_.link_from_selection(added.node, branches=False)
        source = link.source if link is not None else None
        self._gesture = DropGesture(
            view.canvas_scene, view.to_scene, entry, added.node, source, add=view.actions_.drop,
            between=view.composer.rewiring.add_between,
            insertion=Insertion(view.session, view.canvas_scene, view.bubble, added.node),
        )  # fmt: skip
        self._gesture.start(at)

    def move(self, view: CanvasView, event: QDragMoveEvent) -> None:
        if self._gesture is not None:
            self._gesture.held = event.modifiers()
            self._gesture.move(event.position())
        elif self._refusal is not None:
            view.bubble.say(self._refusal, "bad", event.position().toPoint())
        elif not self._text:
            event.ignore()
            return
        event.acceptProposedAction()

    def cancel(self, view: CanvasView) -> None:
        """The network is another one by now: what was dragged over it lands nowhere until it comes in anew."""
        if self._gesture is not None:
            self.leave(view)

    def leave(self, view: CanvasView) -> None:
        if self._gesture is not None:
            self._gesture.cancel()
        view.bubble.hide()
        self._gesture = self._refusal = None

    def drop(self, view: CanvasView, event: QDropEvent) -> bool:
        """Whether there was something to drop."""
        if self._text:
            self._text = False
            view.cancel_gesture()
            view.actions_.paste_data(event.mimeData(), view.to_scene(event.position()))
            event.acceptProposedAction()
            return True
        (gesture, self._gesture), (refusal, self._refusal) = (self._gesture, None), (self._refusal, None)
        if gesture is None and refusal is None:
            event.ignore()
            return False
        if gesture is not None:
            gesture.end(event.position())
        else:
            view.bubble.say(refusal or "", "bad", event.position().toPoint(), linger=True)
        event.acceptProposedAction()
        return True
