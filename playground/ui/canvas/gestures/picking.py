"""Which gesture a press of the mouse begins: by what is under the pointer, and which keys are held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from playground.ui.canvas.card_texts import PREVIEWS_FROM
from playground.ui.canvas.gestures.gesture import Gesture
from playground.ui.canvas.gestures.link_gesture import LinkGesture
from playground.ui.canvas.gestures.move_gesture import MoveGesture
from playground.ui.canvas.gestures.pan_gesture import PanGesture
from playground.ui.canvas.gestures.rubber_band_gesture import RubberBandGesture

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

_ADDS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier


def gesture_for(
    view: CanvasView, button: Qt.MouseButton, at: QPointF, keys: Qt.KeyboardModifier, *, pans: bool
) -> Gesture | None:
    """The gesture that a press at ``at`` in the viewport begins, or None: a press on a link selects it at once.

    ``pans``: Space is held.
    """
    session, scene = view.session, view.canvas_scene
    if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and pans):
        return PanGesture(view.navigator)
    if button != Qt.MouseButton.LeftButton:
        return None
    point, adds = view.to_scene(at), bool(keys & _ADDS)
    port = scene.port_at(point, view.reach) if view.zoom >= PREVIEWS_FROM else None  # those that are not drawn
    if port is not None:
        links = () if port.output or adds else session.graph.incoming[port.node]
        here = [link for link in links if link.target_port == port.name]
        lifted = next((link for link in here if link in scene.selected_links), here[-1] if here else None)
        return LinkGesture(session, scene, view.to_scene, view.bubble, port, lifted, view.composer.offer)
    node = scene.node_at(point)
    if node is not None:
        together = view.frames.dragging_with(node.node.id, adds=adds)
        return together or MoveGesture(
            session, scene, view.to_scene, node.node.id, toggles=adds,
            rewiring=view.composer.rewiring, bubble=view.bubble,
        )  # fmt: skip
    over = view.frames.gesture(point, adds=adds, front=True)
    if over is not None:
        return over
    link = scene.link_at(point, view.reach * 0.75)
    if link is not None:
        if not adds:
            session.select(())
        scene.select_links(scene.selected_links ^ {link.link} if adds else {link.link})
        return None
    under = view.frames.gesture(point, adds=adds, front=False)
    return under or RubberBandGesture(session, scene, view.to_scene, adding=adds)
