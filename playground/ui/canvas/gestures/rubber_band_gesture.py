"""Selects the cards under a rectangle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QGraphicsRectItem

from playground.core.graph import Link
from playground.ui.canvas.gestures.gesture import Gesture, ToScene, is_drag
from playground.ui.canvas.look import look, shade
from playground.ui.canvas.scene import CanvasScene
from playground.ui.project_session import ProjectSession


class RubberBandGesture(Gesture):
    """Starts on the empty canvas; a mere click clears the selection. With ``adding`` what was selected stays."""

    def __init__(self, session: ProjectSession, scene: CanvasScene, to_scene: ToScene, *, adding: bool) -> None:
        self._session, self._scene, self._to_scene = session, scene, to_scene
        self._before = session.selection
        self._annotations = scene.annotations.selected
        self._links: frozenset[Link] = scene.selected_links
        self._kept = self._before if adding else frozenset[str]()
        self._adding = adding
        self._start = self._corner = QPointF()
        self._band: QGraphicsRectItem | None = None

    def start(self, at: QPointF) -> None:
        self._start = at
        self._corner = self._to_scene(at)
        if not self._adding:
            self._scene.select_links(())
            self._session.select(())

    def move(self, at: QPointF) -> None:
        if self._band is None:
            if not is_drag(self._start, at):
                return
            self._band = QGraphicsRectItem()
            self._band.setPen(_cosmetic(QPen(look().accent, 1)))
            self._band.setBrush(shade(look().accent, 0.12))
            self._band.setZValue(6)
            self._scene.addItem(self._band)
        area = QRectF(self._corner, self._to_scene(at)).normalized()
        self._band.setRect(area)
        self._session.select(self._kept | self._scene.nodes_in(area))
        kept = self._annotations if self._adding else frozenset[str]()
        self._scene.annotations.select(kept | self._scene.annotations.within(area))

    def end(self, at: QPointF) -> None:
        self.move(at)
        self._drop_band()

    def cancel(self) -> None:
        self._drop_band()
        self._session.select(self._before)
        self._scene.select_links(self._links)
        self._scene.annotations.select(self._annotations)

    def _drop_band(self) -> None:
        if self._band is not None:
            self._scene.removeItem(self._band)
            self._band = None


def _cosmetic(pen: QPen) -> QPen:
    pen.setCosmetic(True)
    return pen
