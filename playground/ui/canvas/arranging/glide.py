"""Cards that glide to their new places, and the view that follows them, so that the eye keeps hold of both."""

from __future__ import annotations

from collections.abc import Mapping
from math import exp, log
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QElapsedTimer, QEvent, QObject, QPointF, QVariantAnimation

from playground.ui.settings import settings

if TYPE_CHECKING:
    from playground.ui.canvas.view import CanvasView

DURATION_MS = 150
MOST = 300  # cards; more are not followed by anybody's eye
SLOWEST_MS = 40  # for one frame: where it takes longer everything goes to its place at once
_ENDING = (QEvent.Type.MouseButtonPress, QEvent.Type.Wheel, QEvent.Type.DragEnter)

Look = tuple[QPointF, float]  # the middle of the view, in the scene, and its zoom


class Glide(QObject):
    """One movement after the other. An edit, a press or the wheel ends the one under way: all then is where it goes."""

    def __init__(self, view: CanvasView) -> None:
        super().__init__(view)
        self._view = view
        self._ways: dict[str, tuple[QPointF, QPointF]] = {}
        self._looks: tuple[Look, Look] | None = None
        self._clock = QVariantAnimation(self)
        self._clock.setStartValue(0.0)
        self._clock.setEndValue(1.0)
        self._clock.setDuration(DURATION_MS)
        self._clock.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._clock.valueChanged.connect(self._step)
        self._clock.finished.connect(self.finish)
        view.viewport().installEventFilter(self)

    @property
    def running(self) -> bool:
        return bool(self._ways) or self._looks is not None

    def run(self, before: Mapping[str, QPointF], look: Look) -> None:
        """Let everything glide from where it was ``before``, and the view from ``look``, to where both are now."""
        self.finish()
        navigator, scene = self._view.navigator, self._view.canvas_scene
        now = (navigator.center, navigator.zoom)
        for key, place in before.items():
            item = scene.nodes.get(key)
            if item is not None and item.pos() != place:
                self._ways[key] = (place, item.pos())
        self._looks = (look, now) if look != now else None
        if not self.running or len(self._ways) > MOST or settings().reduced_motion or not self._view.isVisible():
            self._ways, self._looks = {}, None
            return
        self._step(0.0)
        if self.running:
            self._clock.start()

    def finish(self) -> None:
        """Everything where it belongs, at once."""
        if not self.running:
            return
        self._clock.stop()
        ways, self._ways = self._ways, {}
        looks, self._looks = self._looks, None
        scene = self._view.canvas_scene
        for key in ways:
            item = scene.nodes.get(key)
            if item is not None:
                item.setPos(item.node.x, item.node.y)
        scene.route_links()
        scene.places_changed.emit()
        if looks is not None:
            self._view.navigator.look(*looks[1])

    def drop(self) -> None:
        """Another network is shown: nothing of what glided is there any more, and its view is that network's own."""
        self._clock.stop()
        self._ways, self._looks = {}, None

    def _step(self, part: float) -> None:
        timer, scene = QElapsedTimer(), self._view.canvas_scene
        timer.start()
        for key, (start, end) in self._ways.items():
            scene.nodes[key].setPos(start + (end - start) * part)
        if self._ways:
            scene.route_links(frozenset(self._ways))
        if self._looks is not None:
            (old, far), (new, near) = self._looks
            self._view.navigator.look(old + (new - old) * part, exp(log(far) * (1 - part) + log(near) * part))
        if timer.elapsed() > SLOWEST_MS:
            self.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.running and event.type() in _ENDING:
            self.finish()
        return super().eventFilter(watched, event)
