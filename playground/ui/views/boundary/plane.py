"""The plane of the decision boundary: samples on it can be clicked, and so can places between them."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from playground.core.language import tr
from playground.protocol import BoundarySeen
from playground.ui.plots.ticks import value_text
from playground.ui.plots.views.plane import PlaneView
from playground.ui.theme import theme

_MARK = 8.0  # radius of the ring around the sample that flows through the network


class BoundaryPlane(PlaneView):
    """``sample_chosen`` tells the number of a sample that was clicked, ``place_chosen`` the place of another click."""

    sample_chosen = Signal(int)
    place_chosen = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._seen: BoundarySeen | None = None
        self._marked: tuple[float, float] | None = None

    def show_seen(self, seen: BoundarySeen, marked: tuple[float, float] | None) -> None:
        """``marked``: where the sample that flows through the network lies."""
        assert seen.plane is not None
        self._seen, self._marked = seen, marked
        self.show_view(seen.plane)

    def mark(self, marked: tuple[float, float] | None) -> None:
        """Another sample flows through."""
        if marked != self._marked:
            self._marked = marked
            self.redraw()

    def place_of(self, number: int) -> tuple[float, float] | None:
        """Where sample ``number`` of the part lies, if it is shown."""
        seen = self._seen
        if seen is None or seen.plane is None:
            return None
        at = np.flatnonzero(seen.numbers == number)
        if not len(at):
            return None
        x, y = seen.plane.points[at[0]].tolist()
        return x, y

    # --- what is told ---

    def _point_text(self, index: int) -> str:
        seen, text = self._seen, super()._point_text(index)
        if seen is None or seen.plane is None or index >= len(seen.numbers) or not np.isfinite(seen.said[index]):
            return text
        said = float(seen.said[index])
        classes = seen.plane.classes
        told = classes[int(said)] if classes else value_text(said)
        number = int(seen.numbers[index])
        if seen.plane.fakes is not None:
            return tr("sample {number:,}: real", number=number)
        return tr("sample {number:,}: {what}, says {told}", number=number, what=self._point_label(index), told=told)

    # --- the mouse ---

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        seen = self._seen
        if seen is None or seen.plane is None or event.button() != Qt.MouseButton.LeftButton:
            return
        frame, near = self.frame, self._near(event.position())
        if not frame.area.contains(event.position()):
            return
        if near is not None:
            self.sample_chosen.emit(int(seen.numbers[near]))
        elif seen.whole:
            self.place_chosen.emit(*frame.to_plane(event.position()))

    # --- painting ---

    def draw(self, painter: QPainter) -> None:
        super().draw(painter)
        if self._marked is None or self._seen is None or self._seen.plane is None:
            return
        frame = self.frame
        x, y = frame.to_view(np.array([self._marked]))[0].tolist()
        if not QRectF(frame.area).contains(QPointF(x, y)):
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for color, width in (("surface", 4.0), ("accent", 2.0)):
            painter.setPen(QPen(theme().color(color), width))
            painter.drawEllipse(QPointF(x, y), _MARK, _MARK)
