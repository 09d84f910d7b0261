"""Where the view looks: zoom to the pointer, pan, fit, and remembering it with the project."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPointF, QRectF, Signal
from PySide6.QtGui import QTransform
from PySide6.QtWidgets import QGraphicsView

from playground.core.project import View
from playground.ui.canvas.geometry import LIMIT
from playground.ui.canvas.scene import CanvasScene
from playground.ui.project_session import ProjectSession

SMALLEST, LARGEST = 0.04, 3.0  # so small that 5,000 layers are seen at once
FIT_LARGEST = 1.0  # a small network is shown as it is, not blown up
CLOSEST = 2.0  # to which one zooms to what is selected
STEP = 1.2
# Kept free around a fitted network: the network tabs float above it.
LEFT, TOP, RIGHT, BOTTOM = 24, 60, 24, 40
CRUMB = 28  # more at the top while the way back is shown under the tabs


class Navigator(QObject):
    """Moves ``view``. Until a person looks elsewhere or edits, a fitted network stays fitted when the window grows."""

    zoom_changed = Signal(float)
    moved = Signal()

    def __init__(self, view: QGraphicsView, scene: CanvasScene, session: ProjectSession) -> None:
        super().__init__(view)
        self._view, self._scene, self._session = view, scene, session
        self._fitted = True
        self._top, self._bottom = TOP, BOTTOM

    @property
    def zoom(self) -> float:
        return self._view.transform().m11()

    @property
    def visible(self) -> QRectF:
        """What is seen, in the scene."""
        return self._view.mapToScene(self._view.viewport().rect()).boundingRect()

    @property
    def center(self) -> QPointF:
        size = self._view.viewport().size()
        return self._to_scene(QPointF(size.width() / 2, size.height() / 2))

    def _to_scene(self, point: QPointF) -> QPointF:
        inverse, _ = self._view.viewportTransform().inverted()
        return inverse.map(point)

    # --- by a person ---

    def zoom_by(self, factor: float, anchor: QPointF | None = None) -> None:
        """Zoom so that what lies at ``anchor`` (in the viewport; its middle by default) stays there."""
        old = self.zoom
        new = min(max(old * factor, SMALLEST), LARGEST)
        crossed = (old - 1.0) * (new - 1.0) < 0 and abs(new - old) < 0.25
        if crossed or abs(new - 1.0) < 0.04:
            new = 1.0  # text is sharpest there, so nobody should just miss it
        self.zoom_to(new, anchor)

    def zoom_to(self, zoom: float, anchor: QPointF | None = None) -> None:
        size = self._view.viewport().size()
        anchor = QPointF(size.width() / 2, size.height() / 2) if anchor is None else anchor
        under = self._to_scene(anchor)
        self._set_zoom(zoom)
        off = self._view.viewportTransform().map(under) - anchor
        self._scroll(off.x(), off.y())
        self._by_hand()

    def pan(self, dx: float, dy: float) -> None:
        """Move the picture by pixels."""
        self._scroll(-dx, -dy)
        self._by_hand()

    def center_on(self, point: QPointF) -> None:
        self._view.centerOn(point)
        self._by_hand()

    def fit(self) -> None:
        """Show the whole network, at most at 100 %."""
        self._fit()
        self.remember()

    def fit_rect(self, rect: QRectF) -> None:
        """Show ``rect`` as large as it fits."""
        if not rect.isEmpty():
            self._look_at(rect, CLOSEST)
            self._by_hand()

    def in_sight(self, rect: QRectF) -> bool:
        """Whether all of ``rect`` is seen, with nothing over it that floats at the edges."""
        size, box = self._view.viewport().size(), self._view.viewportTransform().mapRect(rect)
        return QRectF(0, self._top, size.width(), size.height() - self._top - self._bottom).contains(box)

    def show_rect(self, rect: QRectF) -> None:
        """Scroll as little as needed to see ``rect`` where nothing floats over it, or its corner."""
        size, box = self._view.viewport().size(), self._view.viewportTransform().mapRect(rect)
        dx = _way_into(box.left(), box.right(), LEFT, size.width() - RIGHT)
        dy = _way_into(box.top(), box.bottom(), self._top, size.height() - self._bottom)
        if round(dx) or round(dy):
            self._scroll(dx, dy)
            self._by_hand()

    # --- by the program ---

    def set_crumb(self, shown: bool) -> None:
        """Keep more or less room free above a fitted network."""
        self._top = TOP + CRUMB if shown else TOP
        if self._fitted:
            self._fit()

    @property
    def free_below(self) -> int:
        """Pixels at the lower edge over which something lies."""
        return self._bottom - BOTTOM

    def keep_free_below(self, pixels: int) -> None:
        """Keep so much more room free under a fitted network: something lies over the lower edge of the canvas."""
        if self._bottom != BOTTOM + pixels:
            self._bottom = BOTTOM + pixels
            if self._fitted:
                self._fit()

    def restore(self) -> None:
        """Look where the person looked in this network, or at all of it."""
        view = self._session.view(self._session.network)
        if view is None:
            self._fit()
            return
        self._fitted = False
        self._set_zoom(min(max(view.zoom, SMALLEST), LARGEST))
        self._view.centerOn(QPointF(view.x, view.y))
        self.moved.emit()

    def resized(self) -> None:
        if self._fitted:
            self._fit()
        else:
            self.moved.emit()

    def look(self, center: QPointF, zoom: float) -> None:
        """Look at ``center`` of the scene, on the way to where the person wants to look: nothing is remembered."""
        self._set_zoom(min(max(zoom, SMALLEST), LARGEST))
        off = self._view.viewportTransform().map(center) - self._view.viewportTransform().map(self.center)
        self._scroll(off.x(), off.y())
        self.moved.emit()

    def stay(self) -> None:
        """An edit was made: no longer fit by itself."""
        self._fitted = False

    def remember(self) -> None:
        at = self.center
        x, y = (min(max(value, -LIMIT), LIMIT) for value in (at.x(), at.y()))
        self._session.remember_view(self._session.network, View(x=x, y=y, zoom=self.zoom))

    def _fit(self) -> None:
        box = self._scene.content_rect()
        self._fitted = True
        if box.isEmpty():
            self._set_zoom(1.0)
            self._view.centerOn(0, 0)
        else:
            self._look_at(box, FIT_LARGEST)
        self.moved.emit()

    def _look_at(self, box: QRectF, largest: float) -> None:
        """Show all of ``box`` in what nothing floats over."""
        size = self._view.viewport().size()
        wide, high = max(80, size.width() - LEFT - RIGHT), max(80, size.height() - self._top - self._bottom)
        self._set_zoom(max(min(wide / box.width(), high / box.height(), largest), SMALLEST))
        self._view.centerOn(box.center())
        self._scroll((RIGHT - LEFT) / 2, (self._bottom - self._top) / 2)

    def _by_hand(self) -> None:
        self._fitted = False
        self.remember()
        self.moved.emit()

    def _set_zoom(self, zoom: float) -> None:
        if abs(zoom - self.zoom) > 1e-9:
            self._view.setTransform(QTransform.fromScale(zoom, zoom))
            self.zoom_changed.emit(zoom)

    def _scroll(self, dx: float, dy: float) -> None:
        for bar, step in ((self._view.horizontalScrollBar(), dx), (self._view.verticalScrollBar(), dy)):
            bar.setValue(bar.value() + round(step))


def _way_into(low: float, high: float, least: float, most: float) -> float:
    """How far to scroll, that what reaches from ``low`` to ``high`` lies between ``least`` and ``most``."""
    if low < least:
        return low - least
    return min(low - least, max(0.0, high - most))
